"""
How types are declared here: what the schema says of a type or a resolved field is its docstring, written once.

Each type says what its fields need: a permission, ``INHERITED`` (as what holds it), or ``EACH``, as at the roots: every field says it.
A field may need another permission than its type.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import reduce
from inspect import cleandoc
from operator import or_
from typing import Annotated, Any, Final, TypeVar, cast, dataclass_transform

import strawberry

from api.execution.strawberry import LASTING
from api.permissions import Needs, Permission

T = TypeVar("T")
NEEDS: Final = "attendu_needs"
E = TypeVar("E", bound=type[Enum])


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def object_type(*, needs: Needs) -> Callable[[type[T]], type[T]]:
    """Declare an object type."""

    def declared(cls: type[T]) -> type[T]:
        setattr(cls, NEEDS, needs)
        return strawberry.type(cls, description=said(cls))

    return declared


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def lasting_type(*, needs: Needs) -> Callable[[type[T]], type[T]]:
    """Declare an object type whose objects never change and say the same whoever asks: what was said of one is kept."""

    def declared(cls: type[T]) -> type[T]:
        setattr(cls, LASTING, True)
        return object_type(needs=needs)(cls)

    return declared


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def interface(*, needs: Needs) -> Callable[[type[T]], type[T]]:
    """Declare an interface."""

    def declared(cls: type[T]) -> type[T]:
        setattr(cls, NEEDS, needs)
        return strawberry.interface(cls, description=said(cls))

    return declared


def needing(needs: Permission) -> dict[str, Any]:
    """Return the ``metadata`` of a field that needs another permission than its type."""
    return {NEEDS: needs}


MASKED: Final[dict[str, Any]] = {"masked": True}
"""The ``metadata`` of a field that is masked where it tells a personal fact to somebody who may not read it."""


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def input_type(cls: type[T]) -> type[T]:
    """Declare an input."""
    return strawberry.input(cls, description=said(cls))


@dataclass_transform(kw_only_default=True, field_specifiers=(strawberry.field,))
def one_of_input(cls: type[T]) -> type[T]:
    """Declare an input of which exactly one field is given."""
    return strawberry.input(cls, description=said(cls), one_of=True)


def with_fields(fields: Mapping[str, Any]) -> Callable[[type[T]], type[T]]:
    """Give the class below, before its type is declared, fields that were made at run time."""

    def having(cls: type[T]) -> type[T]:
        for name, field in fields.items():
            setattr(cls, name, field)
        return cls

    return having


def word(value: str, description: str) -> str:
    """Declare a member of an enumeration: the value it has inside, and what the schema says of it."""
    return cast("str", strawberry.enum_value(value, description=description))  # which strawberry replaces by the value


def enumeration(cls: E) -> E:
    """Declare an enumeration; its members are made with ``word``."""
    return strawberry.enum(cls, description=said(cls))


def answer(resolver: Callable[..., Any]) -> Any:
    """Declare a field that is resolved by the function below, and needs what its type does."""
    return strawberry.field(resolver=resolver, description=said(resolver))


def masked_answer(resolver: Callable[..., Any]) -> Any:
    """Declare a field that is resolved by the function below, and is masked where it tells a personal fact."""
    return strawberry.field(resolver=resolver, description=said(resolver), metadata=MASKED)


def answer_for(needs: Permission) -> Callable[[Callable[..., Any]], Any]:
    """Declare a field that is resolved by the function below, and needs a permission of its own."""
    return lambda resolver: strawberry.field(resolver=resolver, description=said(resolver), metadata=needing(needs))


def answer_of(kind: Any) -> Callable[[Callable[..., Any]], Any]:
    """Declare a field of the GraphQL type *kind*, one that is made at run time."""
    return lambda resolver: strawberry.field(resolver=resolver, description=said(resolver), graphql_type=kind)


def change(needs: Permission) -> Callable[[Callable[..., Any]], Any]:
    """Declare a mutation that is done by the function below."""
    return lambda resolver: strawberry.mutation(resolver=resolver, description=said(resolver), metadata=needing(needs))


def stream(needs: Permission) -> Callable[[Callable[..., Any]], Any]:
    """Declare a subscription that is fed by the function below."""
    return lambda resolver: strawberry.subscription(resolver=resolver, description=said(resolver), metadata=needing(needs))


def change_of(kind: Any, needs: Permission) -> Callable[[Callable[..., Any]], Any]:
    """Declare a mutation of the GraphQL type *kind*, one that is made at run time."""
    return lambda resolver: strawberry.mutation(resolver=resolver, description=said(resolver), graphql_type=kind, metadata=needing(needs))


def union(name: str, members: Iterable[type], description: str) -> Any:
    """Return the union of *members*, for ``graphql_type``."""
    return cast("Any", Annotated)[reduce(or_, members), strawberry.union(name, description=description)]


def said(declared: object) -> str:
    """Return the docstring of *declared* on one line."""
    return " ".join(cleandoc(declared.__doc__ or "").split())

"""
GraphQL types for facts, generated from their declarations: a fact added to a subject is a field here, and nothing else changes.

For each type of subject there is an output (``PersonFacts``) and an input (``PersonFactsInput``). Unknown, absent and known stay three
things: see the decision record 0009.

    output    a value: known     null: listed in ``unknown``, or else absent ("there is none")
    input     a value: known     null: absent where the fact can be, else unknown again     left out: as it was
              listed in ``unknown``: unknown again
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import GenericAlias, new_class
from typing import Any, Optional, get_args, get_origin

import strawberry
from strawberry.utils.str_converters import to_camel_case

from api.permissions import INHERITED
from api.schema.decisions.masking import NOTHING, Hidden
from api.schema.declare import MASKED, input_type, object_type
from api.schema.facts.overrides import FactReason, reasons_in
from api.schema.revisions.reasons import DECLARED, Reasons
from domain.errors import DeclarationError
from domain.facts import UNKNOWN, Fact
from domain.subjects import Parts, Subject
from domain.text import Choice, Text
from domain.values import known_neutral
from rules.engine.language.sentences import Phrasebook

SCALARS: frozenset[Any] = frozenset({bool, int, str, Decimal, date})
TAKEN = frozenset({"key", "unknown", "masked", "because"})
"""Fields of the types of facts that are no facts."""


@dataclass(frozen=True)
class FactTypes:
    """The two GraphQL types of one type of subject."""

    output: Any
    input: Any


_made: dict[str, FactTypes] = {}


def fact_types(subject: type[Subject]) -> FactTypes:
    """
    Return the GraphQL types of *subject*'s facts, and with them those of its parts.

    Raises:
        DeclarationError: a fact has a name that the types use otherwise.
    """
    if subject.type_name not in _made:
        for name in {each.name for each in subject.facts} & TAKEN:
            raise DeclarationError(f"{subject.type_name}.{name}: the API has another use for this name; give the fact another one")
        name = "".join(word.capitalize() for word in subject.type_name.split("_"))
        _made[subject.type_name] = FactTypes(_output(subject, f"{name}Facts"), _input(subject, f"{name}FactsInput"))
    return _made[subject.type_name]


def field_name(declared: Fact[Any] | Parts[Any]) -> str:
    """Return the name of a fact's field in the schema."""
    return to_camel_case(declared.name)


def described(title: Text) -> str:
    """Return a title as the schema's descriptions say it: in English, with the official French term."""
    return f"{title.en} · {title.fr}."


# Outputs.


def _output(subject: type[Subject], name: str) -> Any:
    fields: dict[str, tuple[Any, Any]] = {}
    if subject.above is not None:
        fields["key"] = str, strawberry.field(description="What tells this part from its siblings, stable over revisions (clé).")
    for each in subject.facts:
        shown = strawberry.field(description=_says(each), metadata=MASKED if each.personal else None)
        fields[each.name] = Optional[_type_of(each.kind)], shown  # noqa: UP045 (built at run time)
    for listed in subject.lists:
        fields[listed.name] = _list_of(fact_types(listed.of).output), strawberry.field(description=described(listed.title))
    fields["unknown"] = (
        list[strawberry.ID],
        strawberry.field(
            description="The facts of this object that nobody has said yet, by id (faits inconnus). "
            "A null that is not listed here is absent: there is none."
        ),
    )
    fields["masked"] = (
        list[strawberry.ID],
        strawberry.field(description="The facts of this object that the roles of the caller do not allow to read, by id (faits masqués)."),
    )
    fields["because"] = (
        list[FactReason],
        strawberry.field(description="Why facts of this object were given, where a reason was given (motifs)."),
    )
    return _declared(_class(name, fields), f"What is known of one {described(subject.title)[:-1]}: its facts.")


def shown_facts(subject: Subject, reasons: Reasons, phrasebook: Phrasebook, hidden: Hidden = NOTHING, part: str = "") -> Any:
    """Return the output of *subject*'s facts, values in plain form, with the *reasons* that stand with them; those *hidden* are masked."""
    kind = type(subject)
    given: dict[str, Any] = {} if kind.above is None else {"key": subject.key}
    unknown: list[str] = []
    masked: list[str] = []
    for each, value in zip(kind.facts, subject.values, strict=True):
        if value is UNKNOWN or each.id in hidden:
            (masked if each.id in hidden else unknown).append(each.id)
            given[each.name] = None
        else:
            given[each.name] = _shown(each.kind, value)
    for listed, items in zip(kind.lists, subject.parts, strict=True):
        given[listed.name] = [shown_facts(item, reasons, phrasebook, hidden, f"{part}/{item.key}" if part else item.key) for item in items]
    because = reasons_in(reasons, part, phrasebook) if reasons else []
    return fact_types(kind).output(**given, unknown=unknown, masked=masked, because=because)


def _shown(kind: Any, value: Any) -> Any:
    if value is not None and issubclass(get_origin(kind) or object, Mapping):
        entry = _entry(kind).output
        return [entry(key=key, value=None if each is UNKNOWN else known_neutral(each)) for key, each in value.items()]
    return known_neutral(value)


# Inputs.


@input_type
class FactReasonInput:
    """Why a fact is given (motif d'un fait)."""

    fact: strawberry.ID = strawberry.field(description="Which fact, by id, such as household.ceiling_zone (fait).")
    reason: str = strawberry.field(description="Why, 1 to 1,000 characters (motif).")


def _input(subject: type[Subject], name: str) -> Any:
    fields: dict[str, tuple[Any, Any]] = {}
    if subject.above is not None:
        fields["key"] = (
            str,
            strawberry.field(
                description="Which part: a key that is there changes it, a new one adds it (clé). "
                "Chosen by the client, 1 to 100 characters."
            ),
        )
    for each in subject.facts:
        fields[each.name] = _optional_input(_type_of(each.kind, given=True), _says(each))
    for listed in subject.lists:
        fields[listed.name] = _optional_input(_list_of(fact_types(listed.of).input), f"To add or change, by key: {described(listed.title)}")
        fields[f"remove_{listed.name}"] = _optional_input(list[str], f"To remove, by key: {described(listed.title)}")
    fields["unknown"] = _optional_input(
        list[strawberry.ID], "Facts of this object to make unknown again, by id: also what takes an override back (faits à oublier)."
    )
    fields["because"] = _optional_input(
        list[FactReasonInput], "Why facts of this object are given; needed where a registry or a rule gives the fact otherwise (motifs)."
    )
    text = (
        f"Facts of one {described(subject.title)[:-1]} to change. Left out: stays as it is. "
        "Null: there is none, where a fact can be absent, and unknown again where it cannot."
    )
    return strawberry.input(_class(name, fields), description=text)


def _optional_input(kind: Any, description: str) -> tuple[Any, Any]:
    return Optional[kind], strawberry.field(default=strawberry.UNSET, description=description)  # noqa: UP045 (built at run time)


# Types of values.


def _type_of(kind: Any, *, given: bool = False) -> Any:
    """Return the GraphQL type of a fact's values."""
    origin = get_origin(kind)
    if origin is not None and issubclass(origin, Mapping):
        return _list_of(_entry(kind).input if given else _entry(kind).output)
    if origin is not None:
        return _list_of(_type_of(get_args(kind)[0], given=given))
    if kind in SCALARS:
        return kind
    return choices(kind)


@cache
def choices(kind: type[Choice]) -> Any:
    """Return the GraphQL enumeration of *kind*; its values are the codes, as in files and records."""
    members = {each.name: strawberry.enum_value(each.name, description=described(each.label)) for each in kind}
    made: Any = Enum(kind.__name__, members)  # type: ignore[misc]  # a name known only at run time
    return strawberry.enum(made, description=f"{(kind.__doc__ or '').strip().removesuffix('.')} ({_french_term(kind)}).")


def _french_term(kind: type[Choice]) -> str:
    """Return what the first fact that holds such a choice is called in French, without what stands there in parentheses."""
    title = next(each.title.fr for each in DECLARED.values() if kind in {each.kind, *get_args(each.kind)})
    name = title.partition(" (")[0]
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


@cache
def _entry(kind: Any) -> FactTypes:
    """Return the types of one entry of a table."""
    key, value = get_args(kind)
    name = f"{value.__name__.capitalize()}By{key.__name__.capitalize()}"
    says = {"key": "To what the value belongs, such as a year (clé).", "value": "The value; null where it is not known (valeur)."}
    fields = {
        "key": (key, strawberry.field(description=says["key"])),
        "value": (Optional[value], strawberry.field(description=says["value"])),  # noqa: UP045 (built at run time)
    }
    output = _declared(_class(name, dict(fields)), "One entry of a table of values by key (entrée de tableau).")
    given = {**fields, "value": _optional_input(value, says["value"])}
    return FactTypes(
        output, strawberry.input(_class(f"{name}Input", given), description="One entry of a table of values by key (entrée de tableau).")
    )


def _declared(cls: type, says: str) -> Any:
    cls.__doc__ = says
    return object_type(needs=INHERITED)(cls)


def _list_of(kind: Any) -> Any:
    return GenericAlias(list, (kind,))


def _class(name: str, fields: Mapping[str, tuple[Any, Any]]) -> type:
    def fill(namespace: dict[str, Any]) -> None:
        namespace["__annotations__"] = {each: kind for each, (kind, _) in fields.items()}
        namespace |= {each: field for each, (_, field) in fields.items()}
        namespace["__module__"] = __name__

    return new_class(name, (), {}, fill)


def _says(each: Fact[Any]) -> str:
    """Return what the schema says of a fact."""
    unit = "" if each.unit is None else f" In {each.unit}."
    provided = " Fetched from a registry; a value given by a person goes first." if each.provided else ""
    absent = " Can be absent." if each.optional else ""
    return f"{described(each.title)}{unit}{absent}{provided}"

"""
Subjects and their parts: frozen values that hold facts, and the lists of parts below them.

A part's key tells it from its siblings and is stable over revisions. Whether a list is complete is a fact of its own.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import (
    Any,
    ClassVar,
    Generic,
    NoReturn,
    Self,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
    overload,
)

from domain.errors import DeclarationError
from domain.expressions import Conditional, PartList, condition
from domain.facts import UNKNOWN, Fact, Holder
from domain.money import holds_float
from domain.text import Choice, Text

S = TypeVar("S", bound="Subject")


class Parts(PartList, Generic[S]):
    """
    The parts of a subject, in order. Whether the list is complete is a fact of its own.

    Attributes:
        of: the type of the parts.
        complete: the fact that says whether all parts are listed; until it is so, "all" and "how many" stay unknown.
        most: how many there can be.
    """

    def __init__(self, title: Text, complete: Fact[bool], most: int) -> None:
        self.title = title
        self.complete = complete
        self.most = most
        self.name = ""
        self.index = -1
        self.owner: type[Subject] = Subject
        self.of: type[Subject] = Subject

    @property
    def id(self) -> str:
        """The name in files, records and the API."""
        return f"{self.owner.type_name}.{self.name}"

    def __repr__(self) -> str:
        return self.id

    @overload
    def __get__(self, instance: None, owner: type) -> "Parts[S]": ...
    @overload
    def __get__(self, instance: object, owner: type) -> tuple[S, ...]: ...
    def __get__(self, instance: object | None, owner: type) -> "Parts[S] | tuple[S, ...]":
        if instance is None:
            return self
        assert isinstance(instance, Subject)
        items: tuple[Any, ...] = instance.parts[self.index]
        return items

    def __set__(self, instance: object, value: tuple[S, ...]) -> NoReturn:
        raise AttributeError(f"{self.id} cannot be changed: a subject is a value; make another with the parts that differ")


def parts(*, fr: str, en: str, complete: Fact[bool], most: int = 1_000) -> Parts[S]:
    """Declare a list of at most *most* parts; *complete* is the fact that says whether all are listed."""
    return Parts(Text(fr, en), complete, most)


class Contradiction:
    """
    Facts that cannot all be true: refused with *code* when the condition is certainly true.

    Attributes:
        of_those_listed: it is one as soon as the parts that are listed make it one, as others could only add to it.
    """

    def __init__(self, when: Conditional, *, code: str, message: Text, of_those_listed: bool = False) -> None:
        self.when = condition(when)
        self.code = code
        self.message = message
        self.of_those_listed = of_those_listed


# Not declared frozen: mypy would then take a fact that a subject inherits for its value. Assigning is refused when it runs.
@dataclass_transform(kw_only_default=True)
class FactGroup:
    """Facts of one subject that stand in a module of their own; the subject inherits them, and they are its facts."""

    __slots__ = ()


@dataclass_transform(kw_only_default=True)
class Subject(Holder):
    """
    What rules speak of: a frozen value whose facts are known, absent or unknown.

    Attributes:
        key: what tells a part from its siblings, stable over revisions; empty for a root.
        values: the values in the order of the type's facts.
        parts: a tuple of parts for each of the type's lists.
        steps: of a root, the titles of the steps in which a form asks for its facts and those of its parts, from 1.
    """

    title: ClassVar[Text]
    facts: ClassVar[tuple[Fact[Any], ...]] = ()
    lists: ClassVar[tuple[Parts[Any], ...]] = ()
    facts_by_name: ClassVar[Mapping[str, Fact[Any]]] = {}
    """The facts by every id under which documents may hold them, former ones included."""
    renamed_facts: ClassVar[tuple[Fact[Any], ...]] = ()
    above: ClassVar[Parts[Any] | None] = None
    contradictions: ClassVar[tuple[Contradiction, ...]] = ()
    steps: ClassVar[tuple[Text, ...]] = ()

    __slots__ = ("key", "parts")
    key: str
    parts: tuple[tuple["Subject", ...], ...]

    def __init__(self, **given: Any) -> None:
        cls = type(self)
        defaults = {each.name: None if each.milestone else UNKNOWN for each in cls.facts}
        unknown_names = set(given) - set(defaults) - {each.name for each in cls.lists}
        if unknown_names:
            raise TypeError(f"{cls.__name__} has no fact {', '.join(sorted(unknown_names))}")
        object.__setattr__(self, "key", "")
        object.__setattr__(self, "values", tuple(given.get(name, default) for name, default in defaults.items()))
        object.__setattr__(self, "parts", tuple(tuple(given.get(each.name, ())) for each in cls.lists))

    def __init_subclass__(cls, *, title: Text, name: str | None = None) -> None:
        super().__init_subclass__()
        cls.type_name = name or "".join("_" + letter.lower() if letter.isupper() else letter for letter in cls.__name__).lstrip("_")
        cls.title = title
        cls.facts = tuple(_named(cls, Fact))
        cls.lists = tuple(_named(cls, Parts))
        cls.facts_by_name = {name: each for each in cls.facts for name in (each.id, *each.formerly)}
        cls.renamed_facts = tuple(each for each in cls.facts if each.formerly)
        hints = get_type_hints(cls)
        for declared in cls.facts:
            _set_kind(declared, hints.get(declared.name))
        for listed in cls.lists:
            _set_part_type(listed, hints[listed.name])

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is a value and cannot be changed: make another with the facts that differ")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Subject) or type(self) is not type(other):
            return False
        return (self.key, self.values, self.parts) == (other.key, other.values, other.parts)

    def __hash__(self) -> int:
        return hash((type(self), self.key, self.values, self.parts))

    def __repr__(self) -> str:
        said = {each.name: value for each, value in zip(type(self).facts, self.values, strict=True) if value is not UNKNOWN}
        said |= {each.name: items for each, items in zip(type(self).lists, self.parts, strict=True) if items}
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said.items())})"

    def replacing(self, **given: Any) -> Self:
        """Return the same subject with other facts or parts."""
        cls = type(self)
        kept: dict[str, Any] = {each.name: value for each, value in zip(cls.facts, self.values, strict=True)}
        kept |= {each.name: items for each, items in zip(cls.lists, self.parts, strict=True)}
        return cls(**kept | given).keyed(self.key)

    def keyed(self, key: str) -> Self:
        """Return the same subject under another key."""
        same = object.__new__(type(self))
        for name, value in (("key", key), ("values", self.values), ("parts", self.parts)):
            object.__setattr__(same, name, value)
        return same


D = TypeVar("D", Fact[Any], Parts[Any])


def _named(cls: type[Subject], kind: type[D]) -> Iterator[D]:
    """Tell each descriptor of *kind* its owner, name and position: the subject's own first, then those of its groups."""
    groups = [each for each in cls.__mro__ if each is cls or issubclass(each, FactGroup)]
    found = [(name, each) for group in groups for name, each in vars(group).items() if isinstance(each, kind)]
    for index, (name, each) in enumerate(found):
        if each.owner not in {Holder, Subject}:
            raise DeclarationError(f"{cls.__name__}.{name} is already a fact of {each.owner.__name__}; a group of facts is of one subject")
        if name in {other for other, _ in found[:index]}:
            raise DeclarationError(f"{cls.__name__}.{name} is declared in two groups; keep one of them")
        each.owner, each.name, each.index = cls, name, index
        yield each


def _set_kind(each: Fact[Any], hint: Any) -> None:
    """Read the type of a fact's values from its annotation ``Fact[T]`` or ``Fact[T | None]``."""
    if get_origin(hint) is not Fact:
        raise DeclarationError(f"{each.id}: its type is not said; write {each.name}: Fact[bool] = fact(…), or of another type")
    (inner,) = get_args(hint)
    if get_origin(inner) in {Union, UnionType}:
        options = [option for option in get_args(inner) if option is not type(None)]
        if len(options) > 1:
            raise DeclarationError(f"{each.id}: a fact has one type, or that type and None; found {inner}")
        each.optional, inner = True, options[0]
    if holds_float(inner):
        raise DeclarationError(f"{each.id}: a float is not exact; declare a Decimal")
    if not _storable(inner):
        raise DeclarationError(
            f"{each.id}: a fact holds bool, int, str, Decimal, date, a Choice, or a tuple or frozenset of one of these; found {inner}"
        )
    if each.minimum is not None and each.maximum is not None and each.minimum > each.maximum:  # type: ignore[operator]  # of one type
        raise DeclarationError(f"{each.id}: nothing lies between its minimum {each.minimum} and its maximum {each.maximum}; swap them")
    each.kind = inner


def _storable(kind: Any) -> bool:
    """Tell whether a document can hold values of *kind*."""
    if get_origin(kind) in {tuple, frozenset}:
        return _storable(get_args(kind)[0])
    if isinstance(get_origin(kind), type) and issubclass(get_origin(kind), Mapping):
        return all(map(_storable, get_args(kind)))
    return isinstance(kind, type) and (kind in {bool, int, str, Decimal, date} or issubclass(kind, Choice))


def _set_part_type(each: Parts[Any], hint: Any) -> None:
    """Read the type of a list's parts from its annotation, and tell that type what stands above it."""
    (each.of,) = get_args(hint)
    if each.of.above is not None:
        raise DeclarationError(f"{each.id}: {each.of.__name__} is already a part of {each.of.above.id}; declare another type")
    each.of.above = each


def types_below(root: type[Subject]) -> Iterator[type[Subject]]:
    """Yield *root* and every type of parts below it, a type before its parts."""
    yield root
    for each in root.lists:
        yield from types_below(each.of)


def facts_by_id(root: type[Subject]) -> Mapping[str, Fact[Any]]:
    """Return the facts of *root* and of its parts by id, former ids included."""
    found: dict[str, Fact[Any]] = {}
    for each in types_below(root):
        for declared in each.facts:
            for name in (declared.id, *declared.formerly):
                found[name] = declared
    return found

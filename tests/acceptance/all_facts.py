"""Every fact of a kind of subject, with values that say whose they are: made from the declarations, so that new facts are there too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, get_args, get_origin

from strawberry.utils.str_converters import to_camel_case

from domain.facts import Fact
from domain.subjects import Subject
from domain.text import Choice

FIRST_DAY = date(1931, 1, 1)
MONTHS = (
    ("January", "janvier"), ("February", "février"), ("March", "mars"), ("April", "avril"), ("May", "mai"), ("June", "juin"),
    ("July", "juillet"), ("August", "août"), ("September", "septembre"), ("October", "octobre"), ("November", "novembre"),
    ("December", "décembre"),
)  # fmt: skip
FITTING = {"person.nationality": "THIRD_COUNTRY", "rehousing.offers_notified": 3}
"""What another value would contradict: a residence document, three offers refused."""


@dataclass
class AllFacts:
    """
    The facts of one file.

    Args:
        word: in its keys and texts.
        number: of the file; no two files share a day or an amount.
        canaries: as they may be written in answers, days and amounts that no other file has.
        personal: those of them that are personal.
    """

    word: str
    number: int
    canaries: set[str] = field(default_factory=set)
    personal: set[str] = field(default_factory=set)
    _count: Iterator[int] = field(default_factory=lambda: count(1))

    def of(self, kind: type[Subject], refused: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Return the input of all facts of *kind* and of one part of each list, but for those *refused*."""
        facts: dict[str, Any] = {} if kind.above is None else {"key": f"key-{self.word}"}
        because = []
        for each in kind.facts:
            if each.id not in refused:
                facts[to_camel_case(each.name)] = FITTING[each.id] if each.id in FITTING else self._value(each, each.kind)
                because.append({"fact": each.id, "reason": f"{'personal-' if each.personal else ''}reason-{self.word}"})
        facts["because"] = because
        return facts | {to_camel_case(each.name): [self.of(each.of, refused)] for each in kind.lists}

    def _value(self, fact: Fact[Any], kind: Any) -> Any:
        origin = get_origin(kind)
        if origin is not None and issubclass(origin, Mapping):
            return [{"key": 2020 if get_args(kind)[0] is int else "2020", "value": self._value(fact, get_args(kind)[1])}]
        if origin is not None:
            return [self._value(fact, get_args(kind)[0])]
        if issubclass(kind, Choice):
            return next(iter(kind)).name
        if kind is bool:
            return True
        if kind is int:
            return fact.minimum if isinstance(fact.minimum, int) else 1
        return self._amount(fact) if kind is Decimal else self._day(fact) if kind is date else self._text()

    def _amount(self, fact: Fact[Any]) -> str:
        low, high = Decimal(str(fact.minimum or 0)), Decimal(str(fact.maximum or 1_000_000))
        room = min(high - low, Decimal(9_000))
        value = (
            low + (room * Decimal(next(self._count)) / 250).quantize(Decimal(1)) + Decimal(f"0.{self.number}{next(self._count) % 997:03}7")
        )
        text = format(value, "f")
        whole, _, rest = text.partition(".")
        self._seen(fact, [f"{group}{point}{rest[:3]}" for group, point in _written(whole)])
        return text

    def _day(self, fact: Fact[Any]) -> str:
        first = fact.minimum if isinstance(fact.minimum, date) and fact.minimum > FIRST_DAY else FIRST_DAY
        day = first + timedelta(days=700 * self.number + 2 * next(self._count))
        day += timedelta(days=day.day in {1, 31})  # figures begin on such days
        english, french = MONTHS[day.month - 1]
        in_french = f"{'1er' if day.day == 1 else day.day} {french} {day.year}"
        self._seen(fact, [day.isoformat(), f"{day.day} {english} {day.year}", in_french, f"{day:%d/%m/%Y}"])
        return day.isoformat()

    def _text(self) -> str:
        return f"{self.number:02}999"

    def _seen(self, fact: Fact[Any], written: list[str]) -> None:
        self.canaries.update(written)
        if fact.personal:
            self.personal.update(written)


def _written(whole: str) -> Iterator[tuple[str, str]]:
    grouped = f"{int(whole):,}"
    yield whole, "."
    yield grouped, "."
    for space in (" ", "\u202f", "\u00a0"):
        yield grouped.replace(",", space), ","

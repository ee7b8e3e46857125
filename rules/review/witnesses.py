"""A subject whose facts are as a world says: where they contradict nothing, that world can come about."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from domain.calendar import Period, first_day_reaching, shift, years
from domain.facts import UNKNOWN, Fact
from domain.subjects import Subject, types_below
from domain.text import Choice
from rules.engine.contradictions import contradictions
from rules.engine.ruleset import RuleSet
from rules.review.states import ABSENT, Name

AS_OF = date(2026, 1, 15)
"""Any day will do: the states of days are told from it."""
LONG = years(30)
ANOTHER = {int: 1, Decimal: Decimal(1), date: AS_OF, str: "another"}


class Witnesses:
    """Makes subjects of one rule set from states of what is read on one of its parts."""

    def __init__(self, rule_set: RuleSet) -> None:
        self._facts = rule_set.facts
        self._types = {each.type_name: each for each in types_below(rule_set.root)}

    def stands(self, type_name: str, states: Mapping[Name, Any]) -> bool:
        """Tell whether a subject with a part of this type in these *states*, of which nothing else is known, contradicts nothing."""
        return not contradictions(self._subject(self._types[type_name], states), AS_OF)

    def _subject(self, kind: type[Subject], states: Mapping[Name, Any]) -> Subject:
        subject = kind(**self._given(kind, states))
        while kind.above is not None:
            listed, kind = kind.above, kind.above.owner
            subject = kind(**self._given(kind, states) | {listed.name: (subject.keyed("witness"),)})
        return subject

    def _given(self, kind: type[Subject], states: Mapping[Name, Any]) -> dict[str, Any]:
        """Return the facts of *kind* that *states* decide; whether a day has come says more of it than that there is one."""
        given: dict[str, Any] = {}
        for name, state in sorted(states.items(), key=lambda each: each[0][0] == "time"):
            fact = self._facts.get(name[2]) if name[0] in {"value", "time"} and name[1] == "fact" else None
            if fact is None or fact.owner is not kind or given.get(fact.name, UNKNOWN) is None:
                continue
            given[fact.name] = _value(fact, state) if name[0] == "value" else _day(state, name[4])
        return given


def _value(fact: Fact[Any], state: Any) -> Any:
    """Return a value of *fact* that is in *state*."""
    if state == ABSENT:
        return None
    if isinstance(fact.kind, type) and issubclass(fact.kind, Choice):
        return fact.kind[state]
    if not isinstance(state, Decimal):
        return state if fact.kind is bool else ANOTHER.get(fact.kind, UNKNOWN)
    if fact.kind is date:
        return date.fromordinal(int(state))
    return int(state) if fact.kind is int else state if fact.kind is Decimal else UNKNOWN


def _day(state: str, periods: tuple[tuple[int, int], ...]) -> date:
    """Return a day that, moved by *periods*, is today, or to come, or long past."""
    moved = tuple(Period(*each) for each in periods)
    if state == "past":
        return shift(first_day_reaching(AS_OF, moved), -LONG)
    return first_day_reaching(AS_OF + timedelta(state == "to come"), moved)

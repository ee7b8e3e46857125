"""Which of several changed inputs of a calculation made the difference: found by changing one at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.facts import UNKNOWN
from rules.engine.answers.reading import Reading
from rules.engine.ruleset import RuleSet
from rules.engine.run import figure_on
from rules.engine.terms import AsOfTerm, FigureTerm, Term
from rules.review.stand import Stand

Function = Callable[..., Any]


class Trial:
    """Tries calculations of *rule_set*, the rules that ran both times."""

    def __init__(self, rule_set: RuleSet) -> None:
        self.rule_set = rule_set

    def ran(self, *readings: Reading) -> bool:
        """Tell whether all of *readings* are of these rules, run in this process."""
        return all(each.index is self.rule_set.index for each in readings)

    def idle(self, before: Stand, after: Stand) -> frozenset[str]:
        """Return the names of changed inputs that made no difference: taken back, the result stays; nor would they make one alone."""
        function = getattr(self.rule_set.declarations.get(after.unit.id), "function", None)
        olds, news = self._inputs(before), self._inputs(after)
        changed = [name for name in news if olds[name] != news[name]]
        if function is None or len(changed) < 2 or UNKNOWN in (*olds.values(), *news.values()):
            return frozenset()
        old, new = _tried(function, olds), _tried(function, news)
        needed = {name for name in changed if _tried(function, {**news, name: olds[name]}) != new}
        alone = {name for name in changed if _tried(function, {**olds, name: news[name]}) != old}
        return frozenset(changed) - (needed or alone or frozenset(changed))

    def _inputs(self, stand: Stand) -> dict[str, Any]:
        return {each.name: self._value(each.term, stand) for each in stand.unit.inputs}

    def _value(self, term: Term, stand: Stand) -> Any:
        match term:
            case FigureTerm(id=name):
                return figure_on(self.rule_set.figures[name], stand.reading.law_day(stand.unit, stand.node))
            case AsOfTerm():
                return stand.reading.as_of
        return stand.reading.raw(term, stand.node)


def _tried(function: Function, inputs: Mapping[str, Any]) -> Any:
    try:
        return function(**inputs)
    except Exception as error:  # noqa: BLE001 - inputs that never stood together may break the rule: that too is a result
        return type(error)

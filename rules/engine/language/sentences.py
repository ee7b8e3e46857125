"""
Sentences: a reason said in French or English, with the values that were looked at.

They are made from the rules themselves: the label of a fact, what it was, and, where that is not the same, what was looked for. A
shared condition is said by its title.
"""

from domain.calendar import Period
from domain.facts import UNKNOWN
from domain.text import Text, text
from rules.engine.answers.explain import Reason
from rules.engine.answers.reading import Value
from rules.engine.language.orders import DAYS, OPPOSITES, SAME_DAY, THRESHOLDS
from rules.engine.language.wording import AND, NO_DATE, NO_FIGURE, NONE, OR, TO_BE_SAID, YES_NO, Wording, is_back
from rules.engine.language.words import is_counted, joined, said_number
from rules.engine.terms import ConstantTerm, FigureTerm, Leaf, MovedTerm, Term

ASKING = {"==", "one_of", "includes", *OPPOSITES}
NOR = text(fr="ni", en="or")
TO_COME = text(fr=", à venir", en=", still to come")
PASSED = {True: text(fr=", date passée", en=", past"), False: text(fr=", date pas encore passée", en=", not past yet")}


class Phrasebook(Wording):
    """Says the reasons of one plan's rules in one language."""

    def within(self, reason: Reason) -> str:
        """Return *reason* as it is said of a shared condition, whose name says already what was looked for: what was found alone."""
        if reason.leaf is None or reason.truth is not False or reason.leaf.test not in {"==", "one_of", "includes"}:
            return self.sentence(reason)
        found = reason.values[0]
        return self.pair(self._about(reason.leaf), self.words(found.value, found.term))

    def sentence(self, reason: Reason) -> str:
        """Return *reason* as one sentence without a final stop."""
        if reason.leaf is None:
            return self.pair(reason.path, self.say(TO_BE_SAID if reason.truth is UNKNOWN else YES_NO[reason.truth is True]))
        if reason.truth is UNKNOWN:
            return self._question(reason, reason.leaf)
        holds = reason.truth is True
        if reason.leaf.test == "condition":
            return self.name(reason.leaf.terms[0]) if holds else self.otherwise(reason.leaf)
        return self.pair(self._about(reason.leaf), self._found(reason, reason.leaf, holds=holds))

    def _about(self, leaf: Leaf) -> str:
        """Return what a leaf is about; of a day that is waited for after another, the other: the wait is said with the day."""
        first = leaf.terms[0]
        return self.name(first.of if isinstance(first, MovedTerm) and leaf.test in {"reached", "passed"} else first)

    def _question(self, reason: Reason, leaf: Leaf) -> str:
        unknown = [each for each in reason.values if each.value is UNKNOWN] or list(reason.values[:1])
        about = [self._about(leaf) if each.term is leaf.terms[0] else self.name(each.term) for each in unknown]
        lacks_figures = all(isinstance(each.term, FigureTerm) for each in unknown)
        said = self.pair(joined(about, AND, self.language), self.say(NO_FIGURE if lacks_figures else TO_BE_SAID))
        other = reason.values[-1]
        if unknown[0].term is not leaf.terms[0] or leaf.test not in ASKING or _is_nought(other):
            return said
        known = leaf.test in OPPOSITES and other.value is not UNKNOWN
        looked_for = self.looked_for(leaf, self.words(other.value, other.term) if known else "")
        return f"{said} ({looked_for}{' ?' if self.language == 'fr' else '?'})"

    def _found(self, reason: Reason, leaf: Leaf, *, holds: bool) -> str:
        first, test = reason.values[0], leaf.test
        if first.value is None:
            return self.say(NO_DATE if self.is_day(first.term) else NONE)
        value = self.words(first.value, first.term)
        if len(reason.values) == 2 and _is_nought(reason.values[1]):
            return value  # it says by itself whether there is any
        if test in OPPOSITES and reason.values[1].value is None:
            return f"{value}{self.say(text(fr=' ; ', en='; '))}{self._none_of(reason.values[1])}"
        if test in OPPOSITES:
            return f"{value}, {self._held_against(test if holds else OPPOSITES[test], leaf, *reason.values)}"
        match test, holds:
            case "reached" | "passed", _:
                return self._day(test, leaf.terms[0], value, holds=holds)
            case "known", False:
                return self.say(NO_FIGURE if isinstance(first.term, FigureTerm) else TO_BE_SAID)
            case ("==", False) | ("one_of", False):
                return f"{value}{self.say(text(fr=', et non ', en=', not '))}{self._others(reason, leaf, OR)}"
            case "includes", True:
                wanted = [each.value for each in reason.values[1:]]
                return self.words([each for each in first.value if each in wanted], first.term)
            case "includes", False if first.value:
                several = len(leaf.terms) > 2
                but = text(fr=f", mais {'ni' if several else 'pas'} ", en=", but not ")
                return f"{value}{self.say(but)}{self._others(reason, leaf, NOR)}"
        return value

    def _none_of(self, other: Value) -> str:
        """Return that there is no such value to hold another against."""
        return self.pair(self.name(other.term), self.say(NO_DATE if self.is_day(other.term) else NONE))

    def _held_against(self, test: str, leaf: Leaf, found: Value, other: Value) -> str:
        """Return an order that holds: what a rule or figure fixes is a threshold, of two days one is earlier or both are one."""
        unit = self.unit_of(leaf.terms[0])
        if not isinstance(other.term, ConstantTerm | FigureTerm) or self.is_day(leaf.terms[0]) or unit == "calendar year":
            words = self.words(other.value, other.term)
            if self.is_day(leaf.terms[0]) and (words or isinstance(other.term, ConstantTerm)):
                pattern = SAME_DAY if found.value == other.value else DAYS[test[0]]
                return self.say(pattern).format(self.operand(leaf.terms[1], leaf, words))
            return self.compared(test, leaf, words)
        counted = (
            said_number(str(other.value), None, self.language)
            if is_counted(unit)
            else self.operand(other.term, leaf, self.words(other.value, other.term))
        )
        return self.say(THRESHOLDS[test]).format(counted)

    def _day(self, test: str, term: Term, day: str, *, holds: bool) -> str:
        """Return a day that was reached or passed or is to come, and how long it is after, or before, the one it is counted from."""
        moves = [Period(*each) for each in term.periods] if isinstance(term, MovedTerm) else []
        back = bool(moves) and is_back(moves[0])
        said = self._left(moves, day, holds=holds) if back else f"{self._waited(moves)}{day}" if moves else day
        if test == "passed":
            return said + self.say(PASSED[holds])
        return said if holds or back else said + self.say(TO_COME)

    def _left(self, moves: list[Period], day: str, *, holds: bool) -> str:
        """Return on which day that much time was left, or will be."""
        length = self.length(moves)
        if holds:
            return self.say(text(fr=f"il restait {length} le {day}", en=f"{length} left on {day}"))
        return self.say(text(fr=f"il restera {length} le {day}", en=f"{length} will be left on {day}"))

    def _waited(self, moves: list[Period]) -> str:
        length = self.length(moves)
        one = len(moves) == 1 and moves[0] in {Period(months=1), Period(months=12), Period(days=1)}
        return self.say(text(fr=f"{length} {'atteint' if one else 'atteints'} le ", en=f"{length} reached on "))

    def _others(self, reason: Reason, leaf: Leaf, last: Text) -> str:
        said = [self.operand(term, leaf, self.words(each.value, each.term)) for term, each in zip(leaf.terms, reason.values, strict=True)]
        return self.quoted(said[1:], last)


def _is_nought(value: Value) -> bool:
    return isinstance(value.term, ConstantTerm) and str(value.value) == "0"

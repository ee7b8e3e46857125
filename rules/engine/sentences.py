"""
Sentences: a reason said in French or English, with the values that were looked at.

They are made from the rules themselves: the label of a fact, what it was, and, where that is not the same, what was looked for. A
shared condition is said by its title.
"""

from domain.facts import UNKNOWN
from domain.text import Text, text
from rules.engine.explain import Reason
from rules.engine.plan import ConstantTerm, Leaf
from rules.engine.wording import AND, NO_DATE, NONE, OR, PASSED, REACHED, TO_BE_SAID, YES_NO, Wording
from rules.engine.words import joined

OPPOSITES = {"<": ">=", ">": "<=", "<=": ">", ">=": "<"}
ASKING = {"==", "one_of", "includes", *OPPOSITES}
NOR = text(fr="ni", en="or")


class Phrasebook(Wording):
    """Says the reasons of one plan's rules in one language."""

    def sentence(self, reason: Reason) -> str:
        """Return *reason* as one sentence without a final stop."""
        if reason.leaf is None:
            return self.pair(reason.path, self.say(TO_BE_SAID if reason.truth is UNKNOWN else YES_NO[reason.truth is True]))
        if reason.truth is UNKNOWN:
            return self._question(reason, reason.leaf)
        holds = reason.truth is True
        if reason.leaf.test == "condition":
            return self.name(reason.leaf.terms[0]) if holds else self.otherwise(reason.leaf)
        return self.pair(self.name(reason.leaf.terms[0]), self._found(reason, reason.leaf, holds=holds))

    def _question(self, reason: Reason, leaf: Leaf) -> str:
        unknown = [each for each in reason.values if each.value is UNKNOWN] or list(reason.values[:1])
        said = self.pair(joined([self.name(each.term) for each in unknown], AND, self.language), self.say(TO_BE_SAID))
        if unknown[0].term is not leaf.terms[0] or leaf.test not in ASKING:
            return said
        other = reason.values[-1]
        known = leaf.test in OPPOSITES and other.value is not UNKNOWN
        looked_for = self.looked_for(leaf, self.words(other.value, other.term) if known else "")
        return f"{said} ({looked_for}{' ?' if self.language == 'fr' else '?'})"

    def _found(self, reason: Reason, leaf: Leaf, *, holds: bool) -> str:
        first, test = reason.values[0], leaf.test
        if first.value is None:
            return self.say(NO_DATE if self.is_day(first.term) else NONE)
        value = self.words(first.value, first.term)
        if len(reason.values) == 2 and isinstance(reason.values[1].term, ConstantTerm) and str(reason.values[1].value) == "0":
            return value  # it says by itself whether there is any
        if test in OPPOSITES:
            other = reason.values[1]
            return f"{value}, {self.compared(test if holds else OPPOSITES[test], leaf, self.words(other.value, other.term))}"
        match test, holds:
            case "reached" | "passed", _:
                return f"{value}, {self.say((REACHED if test == 'reached' else PASSED)[holds])}"
            case "known", False:
                return self.say(TO_BE_SAID)
            case ("==", False) | ("!=", True) | ("one_of", False):
                return f"{value}{self.say(text(fr=', et non ', en=', not '))}{self._others(reason, leaf, OR)}"
            case "includes", True:
                wanted = [each.value for each in reason.values[1:]]
                return self.words([each for each in first.value if each in wanted], first.term)
            case "includes", False:
                return f"{value}, {self.say(text(fr='sans', en='without'))} {self._others(reason, leaf, NOR)}"
        return value

    def _others(self, reason: Reason, leaf: Leaf, last: Text) -> str:
        said = [self.operand(term, leaf, self.words(each.value, each.term)) for term, each in zip(leaf.terms, reason.values, strict=True)]
        return self.among(said[1:], last)

"""What a case states, in French or English: an outcome, or what a rule puts out."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.text import Language, Text, text
from domain.values import neutral
from rules.engine.index import PlanIndex
from rules.engine.language.wording import Wording
from rules.engine.language.words import said_day
from rules.engine.plan import Unit
from rules.engine.rule import Confidence, Requirement
from rules.engine.run import Outcome
from rules.engine.terms import UnitTerm
from rules.review.difference_words import OUTCOMES, STATES

NOT_ASKED = text(fr="pas exigée", en="not asked for")
SURE_OF = {"confidence": text(fr="règle", en="rule"), "delay": text(fr="délai", en="delay"), "alerts": text(fr="alertes", en="alerts")}
BLOCKS, BLOCKS_NOTHING = text(fr="bloque", en="blocks"), text(fr="ne bloque rien", en="blocks nothing")
DUE, NO_DUE = (
    text(fr="échéance : {}", en="due {}"),
    text(fr="sans échéance : aucun texte trouvé n’en fixe", en="no due day: no text that was found sets one"),
)


class CaseWords:
    """Says what cases state of the rules of one plan, in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language
        self.wording = Wording(index, language)

    def days(self, first: date, last: date) -> str:
        """Return a day, or a stretch of days."""
        said = said_day(first.isoformat(), self.language)
        if first == last:
            return said
        until = said_day(last.isoformat(), self.language)
        return self.wording.say(text(fr=f"du {said} au {until}", en=f"{said} to {until}"))

    def expected(self, expected: object, unit: Unit) -> str:
        """Return what a case states of *unit*."""
        if not isinstance(expected, Mapping):
            return self._say(OUTCOMES[str(expected)])
        said = [self._output(name, each, unit) for name, each in expected.items() if name != "decimals"]
        return ", ".join(each for each in said if each) or self._say(OUTCOMES["applied"])

    def _output(self, name: str, value: Any, unit: Unit) -> str:
        match name, value:
            case "value", _:
                plain = None if value == "none" else str(value) if isinstance(value, float) else neutral(value)
                return self.wording.words(plain, UnitTerm(unit.id, 0, unit.slot))
            case "state", _:
                return self._say(STATES[Outcome[value]])
            case "requirement", _:
                return self._say(Requirement[value].label)
            case (("confidence" | "delay" | "alerts"), _):
                return self.wording.pair(self._say(SURE_OF[name]), self._say(Confidence[value].label))
            case "asked", _:
                return "" if value else self._say(NOT_ASKED)
            case "blocks", _:
                titles = [self._say(self.index.units[each].title) for each in value]
                return self.wording.pair(self._say(BLOCKS), ", ".join(titles)) if titles else self._say(BLOCKS_NOTHING)
            case "due", date():
                return self._say(DUE).format(said_day(value.isoformat(), self.language))
            case "due", _:
                return self._say(NO_DUE)
            case "number", _:
                return f"× {value}" if value > 1 else ""
        return str(value)

    def _say(self, words: Text) -> str:
        return words.in_language(self.language)

"""What a comparison says, in French or English: what came out before and after, and the causes."""

from typing import Any

from domain.text import Language, Text, text
from rules.engine.answers.reading import APPLIED, FAILED, NOT_APPLICABLE, NOT_IN_FORCE, UNDETERMINED
from rules.engine.index import PlanIndex
from rules.engine.language.wording import Wording
from rules.engine.language.words import said_day, said_number
from rules.engine.plan import FigurePeriod
from rules.engine.rule import Requirement
from rules.engine.run import Outcome
from rules.engine.terms import FactTerm, UnitTerm
from rules.review.causes import Cause
from rules.review.compare import Came, Flip

KINDS: dict[str, Text] = {
    "figure": text(fr="Chiffre daté", en="Dated figure"),
    "fact": text(fr="Fait", en="Fact"),
    "part": text(fr="Élément de la liste", en="Part"),
    "day": text(fr="Passage du temps", en="Passing of time"),
    "period": text(fr="Entrée ou sortie de vigueur", en="Coming into or out of force"),
    "rule": text(fr="Texte de la règle", en="Text of the rule"),
}
OUTCOMES: dict[str, Text] = {
    APPLIED: text(fr="s’applique", en="applies"),
    NOT_APPLICABLE: text(fr="ne s’applique pas", en="does not apply"),
    UNDETERMINED: text(fr="indéterminée", en="undetermined"),
    NOT_IN_FORCE: text(fr="pas en vigueur", en="not in force"),
    FAILED: text(fr="en échec", en="failed"),
}
NOT_FIXED = text(fr="pas fixé", en="not fixed")
UNDATED = text(fr="date d’effet non trouvée", en="day of effect not found")
ABSENT = text(fr="absent", en="not there")
STATES: dict[Outcome, Text] = {
    Outcome.MISSED: text(fr="Échéance dépassée", en="Missed"),
    Outcome.CRITICAL: text(fr="Alerte critique", en="Critical alert"),
    Outcome.MODERATE: text(fr="Alerte modérée", en="Moderate alert"),
    Outcome.TO_DO: text(fr="À faire", en="To do"),
    Outcome.CLOSED: text(fr="Fait", en="Done"),
}


class Words:
    """Says causes and outcomes of one plan's rules in one language."""

    def __init__(self, index: PlanIndex, language: Language) -> None:
        self.index = index
        self.language = language
        self.wording = Wording(index, language)

    def cause(self, cause: Cause) -> str:
        """Return what changed, from what to what."""
        match cause.kind:
            case "figure":
                title = self.index.figures[cause.id].title.in_language(self.language)
                return self._turn(title, self._period(cause.id, cause.before), self._period(cause.id, cause.after))
            case "fact":
                term = FactTerm(cause.id, 0, 0)
                return self._turn(self.wording.name(term), self.wording.words(cause.before, term), self.wording.words(cause.after, term))
            case "day":
                return f"{said_day(cause.before, self.language)} → {said_day(cause.after, self.language)}"
            case "part":
                return cause.path
        unit, absent = self.index.units.get(cause.id), ABSENT.in_language(self.language)
        title = cause.id if unit is None or unit.hidden else unit.title.in_language(self.language)
        return self._turn(title, cause.before or absent, cause.after or absent) if cause.kind == "rule" else title

    def _turn(self, name: str, before: str, after: str) -> str:
        return self.wording.pair(name, f"{before} → {after}")

    def _period(self, figure: str, period: FigurePeriod | None) -> str:
        if period is None:
            return ABSENT.in_language(self.language)
        value = f"{self._figure(period.value, self.index.figures[figure].unit)}, " if not isinstance(period.value, dict) else ""
        since = said_day(period.since, self.language) if period.dated else UNDATED.in_language(self.language)
        return f"{value}{period.source} ({since})"

    def _figure(self, value: Any, unit: str | None) -> str:
        return NOT_FIXED.in_language(self.language) if value is None else said_number(str(value), unit, self.language)

    def came(self, flip: Flip, came: Came | None) -> str:
        """Return what came out of a rule."""
        if came is None:
            return ABSENT.in_language(self.language)
        if came.outcome != APPLIED:
            return OUTCOMES[came.outcome].in_language(self.language)
        if flip.unit.task is not None:
            state = STATES[Outcome[came.output["state"]]].in_language(self.language)
            return state if came.output["due"] is None else f"{state} ({said_day(came.output['due'], self.language)})"
        if flip.unit.document is not None:
            return Requirement[came.output[0]].label.in_language(self.language)
        return self.wording.words(came.output, UnitTerm(flip.unit.id, 0, flip.unit.slot))

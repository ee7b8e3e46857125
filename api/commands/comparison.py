"""What a comparison says: each cause with the rules it makes come out otherwise, and by how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from api.commands.lines import BLANK, Line, Style
from api.commands.words import STATES
from domain.facts import UNKNOWN
from domain.text import Language, Text, text
from rules.engine.index import PlanIndex
from rules.engine.plan import FactTerm, FigurePeriod, UnitTerm
from rules.engine.reading import APPLIED, FAILED, NOT_APPLICABLE, NOT_IN_FORCE, UNDETERMINED, Reading
from rules.engine.rule import Requirement
from rules.engine.run import Outcome
from rules.engine.wording import Wording
from rules.engine.words import said_day, said_number
from rules.review.causes import Cause
from rules.review.compare import Came, Flip, by_cause

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
ABSENT = text(fr="absent", en="not there")


@dataclass(frozen=True, slots=True)
class Compared:
    """One question asked of both sides: its readings and what flips, or why it could not be asked."""

    name: str
    readings: tuple[Reading, Reading] | None
    flips: tuple[Flip, ...]
    refused: str = ""


@dataclass(frozen=True)
class Comparison:
    """Every question asked of both sides; *left_out* are facts that a stored version did not know."""

    before: str
    after: str
    questions: tuple[Compared, ...]
    left_out: Mapping[str, list[str]]
    language: Language

    @cached_property
    def _where(self) -> dict[int, Compared]:
        """The question of each flip."""
        return {id(flip): each for each in self.questions for flip in each.flips}

    def _causes(self) -> Iterator[tuple[Cause, list[Flip]]]:
        return by_cause(flip for each in self.questions for flip in each.flips)

    def lines(self) -> Iterator[Line]:
        """Yield the whole comparison, the most consequential cause first."""
        asked = [each for each in self.questions if not each.refused]
        turned = sum(1 for each in asked if each.flips)
        yield Line(f"{self.before} → {self.after}", 0, Style.TITLE)
        yield Line(
            self._say(f"Réponses qui changent : {turned} sur {len(asked)}", f"Answers that change: {turned} of {len(asked)}"),
            0,
            Style.QUIET,
        )
        for cause, flips in self._causes():
            yield BLANK
            yield self._cause(cause, flips[0])
            for rule in dict.fromkeys(each.unit.id for each in flips):
                yield from self._rule([each for each in flips if each.unit.id == rule])
        yield from self._not_asked()

    def _cause(self, cause: Cause, flip: Flip) -> Line:
        said = KINDS[cause.kind].in_language(self.language)
        name = Words(self._index(flip), self.language).cause(cause)
        where = f" — {cause.path}" if cause.path and cause.kind != "part" else ""
        return Line(f"{said} · {name}{where}", 0, Style.ITEM, cause.id if cause.kind != "day" else "")

    def _rule(self, flips: list[Flip]) -> Iterator[Line]:
        """Yield how often one rule comes out otherwise, with the first time that it does."""
        flip, times = flips[0], len(flips)
        words = Words(self._index(flip), self.language)
        before, after = words.came(flip, flip.before), words.came(flip, flip.after)
        said = words.wording.pair(flip.unit.title.in_language(self.language), f"{before} → {after}")
        yield Line(said, 1, Style.PLAIN, flip.key)
        question = self._where[id(flip)].name
        more = self._say(f" (et {times - 1} de plus)", f" (and {times - 1} more)") if times > 1 else ""
        yield Line(f"{question}{more}", 2, Style.QUIET)

    def _not_asked(self) -> Iterator[Line]:
        for side, facts in self.left_out.items():
            yield BLANK
            yield Line(f"{self._say('Faits inconnus de', 'Facts unknown to')} {side} : {', '.join(facts)}", 0, Style.WARNING)
        for each in self.questions:
            if each.refused:
                yield Line(f"{each.name} : {each.refused}", 0, Style.WARNING)

    def _index(self, flip: Flip) -> PlanIndex:
        """Return the plan that knows the rule: the later one, unless the rule is gone."""
        readings = self._where[id(flip)].readings
        assert readings is not None
        return readings[0 if flip.after is None else 1].index

    def _say(self, fr: str, en: str) -> str:
        return fr if self.language == "fr" else en

    def plain(self) -> dict[str, Any]:
        """Return the whole comparison for programs."""
        return {
            "before": self.before,
            "after": self.after,
            "asked": sum(1 for each in self.questions if not each.refused),
            "refused": [{"question": each.name, "why": each.refused} for each in self.questions if each.refused],
            "left_out": dict(self.left_out),
            "causes": [{**_plain_cause(cause), "flips": [each.key for each in flips]} for cause, flips in self._causes()],
            "flips": [{"question": each.name, **_plain_flip(flip)} for each in self.questions for flip in each.flips],
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
        return f"{value}{period.source} ({said_day(period.since, self.language)})"

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


def _plain_flip(flip: Flip) -> dict[str, Any]:
    came = {"before": flip.before, "after": flip.after}
    outputs = {name: None if each is None else {"outcome": each.outcome, "output": _plain(each.output)} for name, each in came.items()}
    return {"rule": flip.unit.id, "part": flip.path, **outputs, "causes": [_plain_cause(each) for each in flip.causes]}


def _plain_cause(cause: Cause) -> dict[str, Any]:
    return {"kind": cause.kind, "id": cause.id, "part": cause.path, "before": _plain(cause.before), "after": _plain(cause.after)}


def _plain(value: Any) -> Any:
    return None if value is UNKNOWN else msgspec.to_builtins(value)

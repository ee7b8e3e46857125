"""What a comparison says: each cause with the rules it makes come out otherwise, and by how much."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from api.commands.lines import BLANK, Line, Style
from domain.facts import UNKNOWN
from domain.text import Language
from rules.engine.answers.aging import AgedFigure, Aging
from rules.engine.answers.reading import APPLIED, Reading
from rules.engine.index import PlanIndex
from rules.engine.language.doubts import said_doubts, said_period
from rules.review.causes import Cause
from rules.review.compare import Came, Flip, by_cause
from rules.review.difference_words import KINDS, Words


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
        yield from self._aged()
        yield from self._not_asked()

    def _aged(self) -> Iterator[Line]:
        """Yield the figures that what applies rests on after their last sure day, where it did not before."""
        for figure, period in self._newly_aged.values():
            yield BLANK
            said = f"{figure.title.in_language(self.language)} ({said_period(period, self.language, aged=True)})"
            yield Line(f"{KINDS['figure'].in_language(self.language)} · {said}", 0, Style.WARNING, figure.id)

    @cached_property
    def _newly_aged(self) -> dict[str, AgedFigure]:
        both = [each.readings for each in self.questions if each.readings is not None]
        before, after = (_aged_in(readings[side] for readings in both) for side in (0, 1))
        return {name: each for name, each in after.items() if name not in before}

    def _cause(self, cause: Cause, flip: Flip) -> Line:
        said = KINDS[cause.kind].in_language(self.language)
        name = Words(self._index(flip), self.language).cause(cause)
        where = f" — {cause.path}" if cause.path and cause.kind != "part" else ""
        return Line(f"{said} · {name}{where}", 0, Style.ITEM, cause.id if cause.kind != "day" else "")

    def _rule(self, flips: list[Flip]) -> Iterator[Line]:
        """Yield how often one rule comes out otherwise, with the first time that it does."""
        flip, times = flips[0], len(flips)
        words = Words(self._index(flip), self.language)
        turn = " → ".join(self._came(words, flip, each) for each in (flip.before, flip.after))
        said = words.wording.pair(flip.unit.title.in_language(self.language), turn)
        yield Line(said, 1, Style.PLAIN, flip.key)
        question = self._where[id(flip)].name
        more = self._say(f" (et {times - 1} de plus)", f" (and {times - 1} more)") if times > 1 else ""
        yield Line(f"{question}{more}", 2, Style.QUIET)

    def _came(self, words: Words, flip: Flip, came: Came | None) -> str:
        """Return what came out of a rule, and what is to be verified of it."""
        doubts = "" if came is None else said_doubts(came.doubts, self.language, aged=False)
        return f"{words.came(flip, came)} ({doubts})" if doubts else words.came(flip, came)

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
            "aged_figures": [
                {"figure": name, "since": each.period.since, "sure_until": each.period.sure_until}
                for name, each in self._newly_aged.items()
            ],
            "causes": [{**_plain_cause(cause), "flips": [each.key for each in flips]} for cause, flips in self._causes()],
            "flips": [{"question": each.name, **_plain_flip(flip)} for each in self.questions for flip in each.flips],
        }


def _aged_in(readings: Iterable[Reading]) -> dict[str, AgedFigure]:
    """Return the figures without a newer value that something which applies rests on, by id."""
    found: dict[str, AgedFigure] = {}
    for reading in readings:
        aging = Aging(reading)
        applied = (each for each in reading.evaluations() if each.outcome == APPLIED)
        found |= {each.figure.id: each for evaluation in applied for each in aging.of(evaluation)}
    return dict(sorted(found.items()))


def _plain_flip(flip: Flip) -> dict[str, Any]:
    came = {"before": flip.before, "after": flip.after}
    outputs = {name: None if each is None else _plain_came(each) for name, each in came.items()}
    return {"rule": flip.unit.id, "part": flip.path, **outputs, "causes": [_plain_cause(each) for each in flip.causes]}


def _plain_came(came: Came) -> dict[str, Any]:
    return {"outcome": came.outcome, "output": _plain(came.output), "doubts": [each.id for each in came.doubts]}


def _plain_cause(cause: Cause) -> dict[str, Any]:
    return {"kind": cause.kind, "id": cause.id, "part": cause.path, "before": _plain(cause.before), "after": _plain(cause.after)}


def _plain(value: Any) -> Any:
    return None if value is UNKNOWN else msgspec.to_builtins(value)

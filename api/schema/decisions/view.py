"""A decision as it is about to be told, in one language: what answers and the trace both read of it, read once."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TypeVar

from api.schema.decisions.catalogue import Catalogue
from api.schema.decisions.masking import NOTHING, Hidden, shown_reasons
from api.schema.decisions.on_items import OnItems
from api.schema.errors import TooMuchMissing
from api.schema.revisions.reasons import Reasons
from rules.engine.answers.explain import Reason
from rules.engine.answers.missing import Missing
from rules.engine.answers.reading import Evaluation, Value
from rules.engine.decision import Decision
from rules.engine.run import Node

MOST_MISSING = 50_000
"""Facts that the rules of one decision may be said to wait for, each counted once a rule: on a hundred dwellings, all waits for all."""

F = TypeVar("F")
S = TypeVar("S")


class DecisionView:
    """
    One decision, with the catalogue of the rules that made it, why people gave some of its facts, and what hangs on its items.

    Args:
        decision: which.
        catalogue: of its rules, in one language.
        reasons: why facts were given.
        on_items: what hangs on the items of its subject; none in a simulation, which has no subject.
        hidden: facts and rules whose values are masked.
    """

    def __init__(
        self,
        decision: Decision,
        catalogue: Catalogue,
        reasons: Reasons | None = None,
        on_items: OnItems | None = None,
        hidden: Hidden = NOTHING,
    ) -> None:
        self.decision = decision
        self.hidden = hidden
        self.given_because = shown_reasons(reasons or {}, hidden, decision.index)
        self.catalogue = catalogue
        self.on_items = on_items
        self._said: dict[int, tuple[object, object]] = {}
        self._missing_told = 0

    def said(self, found: F, say: Callable[[F, "DecisionView"], S]) -> S:
        """Return what *say* makes of a reason or value of this decision; made once, however many rules share it."""
        known = self._said.get(id(found))
        if known is None:
            known = self._said[id(found)] = (found, say(found, self))  # holds what was found, so that its id stays its own
        said: S = known[1]  # type: ignore[assignment]  # a reason is always said by one function, and so is a value
        return said

    def reasons(self, evaluation: Evaluation, say: Callable[[Reason, "DecisionView"], S]) -> tuple[S, ...]:
        """Return what decided an evaluation of this decision, as *say* says it; made once for all evaluations like it."""
        return self._of_alike("reasons", evaluation, self.decision.explanation.reasons, say)

    def inputs(self, evaluation: Evaluation, say: Callable[[Value, "DecisionView"], S]) -> tuple[S, ...]:
        """Return what an evaluation of this decision read, as *say* says it; made once for all evaluations like it."""
        return self._of_alike("inputs", evaluation, self.decision.reading.inputs, say)

    def _of_alike(
        self,
        name: str,
        evaluation: Evaluation,
        find: Callable[[Evaluation], Iterable[F]],
        say: Callable[[F, "DecisionView"], S],
    ) -> tuple[S, ...]:
        if self.given_because or self.hidden:  # of this subject alone, or of this caller
            return tuple([self.said(each, say) for each in find(evaluation)])
        alike, key = self.decision.alike(evaluation), (name, self.catalogue.language)
        said: tuple[S, ...] | None = alike.get(key)
        if said is None:
            said = alike[key] = tuple([self.said(each, say) for each in find(evaluation)])
        return said

    @cached_property
    def nodes(self) -> dict[tuple[str, str], Node]:
        """Every part, by its type and path."""
        return {(each.type_name, each.path): each for each in self.decision.reading.root.walk()}

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Evaluation]:
        """Every evaluation, by rule and part."""
        return {(each.unit.id, each.node.path): each for each in self.decision.evaluations}

    def missing(self, evaluation: Evaluation) -> list[Missing]:
        """
        Return the facts that an undetermined rule, or the due day of an open task, waits for.

        Raises:
            TooMuchMissing: they are too many, with those of the rules that were asked for before.
        """
        lacking = self.decision.explanation.lacking
        bits = lacking.of(evaluation)
        self._missing_told += bits.bit_count()
        if self._missing_told > MOST_MISSING:
            raise TooMuchMissing(MOST_MISSING)
        return lacking.facts(bits)

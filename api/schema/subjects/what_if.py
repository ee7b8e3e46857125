"""
What if: the same subject twice, each time with something otherwise, side by side; and what made each difference.

Nothing is stored. What differs is found by the one comparer, with the fact, figure, day or rule at the root of it.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import new_class
from typing import Any

import strawberry

from api.permissions import INHERITED
from api.schema.context import Context, language_of
from api.schema.decisions.view import DecisionView
from api.schema.declare import answer, input_type, object_type
from api.schema.errors import NothingToCompare
from api.schema.facts.facts import fact_types
from api.schema.revisions.changes import changed_document
from api.schema.revisions.problems import FactsRefused
from api.schema.subjects.differences import Difference, Sides
from api.schema.subjects.results import InvalidFacts, NotFound
from api.schema.subjects.subjects import TYPES, Simulation, Subject, refusing_in, told
from api.schema.vocabulary import Language
from api.schema.words import Words as Names
from domain.text import Language as Spoken


@object_type(needs=INHERITED)
class WhatIf:
    """What the rules would find, were it so (hypothèse)."""

    sides: strawberry.Private[Sides]
    base: strawberry.Private[DecisionView]
    view: strawberry.Private[DecisionView]
    simulation: Simulation = strawberry.field(description="All that they would find (simulation).")

    @answer
    def differences(self) -> list[Difference]:
        """What comes out otherwise than as things are (différences)."""
        return self.sides.differences(self.base, self.view)


@object_type(needs=INHERITED)
class WhatIfs:
    """Things as they are, and one or two hypotheses beside them; nothing is stored (hypothèses côte à côte)."""

    sides: strawberry.Private[Sides]
    base: Simulation = strawberry.field(description="As things are (situation de départ).")
    one: WhatIf = strawberry.field(description="The first hypothesis (première hypothèse).")
    other: WhatIf | None = strawberry.field(description="The second hypothesis, where there is one (seconde hypothèse).")

    @answer
    def between(self) -> list[Difference]:
        """What comes out otherwise in the second hypothesis than in the first (différences entre les deux)."""
        return [] if self.other is None else self.sides.differences(self.one.view, self.other.view)


def what_if_input(of: type[Subject]) -> Any:
    """Declare the input of a hypothesis about one kind of subject."""
    names = Names.of(of.kind)

    def fill(namespace: dict[str, Any]) -> None:
        namespace |= {"__module__": __name__, "__doc__": f"What is otherwise with {names.one} ({names.fr} : hypothèse)."}
        namespace["__annotations__"] = {"facts": Any, "as_of": date | None}
        facts = f"Facts that are otherwise; what is left out stays ({names.fr} : faits)."
        namespace["facts"] = strawberry.field(description=facts, graphql_type=fact_types(of.kind).input | None, default=None)
        namespace["as_of"] = strawberry.field(description="Another day that is today (date de référence).", default=None)

    return input_type(new_class(f"{names.name}WhatIfInput", (), {}, fill))


WHAT_IF_INPUTS: Mapping[type[Subject], Any] = {of: what_if_input(of) for of in TYPES.values()}
"""The input of a hypothesis about each kind of subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """
    What is compared.

    Args:
        subject_id: whose facts things are as; none given: nobody's.
        facts: on top of these.
        as_of: the day that is today.
        one, other: the hypotheses; the second may be left out.
    """

    subject_id: str | None
    facts: Any
    as_of: date | None
    one: Any
    other: Any


async def what_ifs(context: Context, of: type[Subject], asked: Comparing, language: Language | None) -> WhatIfs | InvalidFacts | NotFound:
    """
    Run the rules on things as they are and on each hypothesis.

    Raises:
        NothingToCompare: neither a subject nor facts are given.
        DateOutOfRange: a day about which no questions are answered.
    """
    if asked.subject_id is None and asked.facts is None:
        raise NothingToCompare
    stored = None if asked.subject_id is None else await context.answering.deciding.subjects.latest(context.reach, asked.subject_id)
    if asked.subject_id is not None and (stored is None or stored.subject_type != of.kind.type_name):
        return NotFound.here()
    trying = _Trying(context, of, language_of(context, language))
    try:
        start = trying.document({} if stored is None else stored.document, asked.facts, asked.as_of, ("facts",))
        documents = [(start, asked.as_of)]
        for name, each in (("one", asked.one), ("other", asked.other)):
            if each is not None:
                day = each.as_of or asked.as_of
                documents.append((trying.document(start, each.facts, day, (name, "facts")), day))
    except _Refused as refused:
        return refused.problems
    base, one, *more = await asyncio.gather(*(trying.view(*each) for each in documents))
    sides = Sides(context, of)
    hypotheses = [WhatIf(sides=sides, base=base, view=each, simulation=Simulation.of(each)) for each in (one, *more)]
    return WhatIfs(sides=sides, base=Simulation.of(base), one=hypotheses[0], other=hypotheses[1] if more else None)


class _Refused(Exception):
    """The facts of one side cannot be used."""

    def __init__(self, problems: InvalidFacts) -> None:
        self.problems = problems
        super().__init__()


class _Trying:
    """Tries facts that are nobody's."""

    def __init__(self, context: Context, of: type[Subject], language: Spoken) -> None:
        self._context = context
        self._of = of
        self._language = language

    def document(self, before: Mapping[str, Any], facts: Any, as_of: date | None, where: tuple[str, ...]) -> Mapping[str, Any]:
        """
        Return the facts of one side on its day; *where* they stand in the question.

        Raises:
            _Refused: they cannot be used.
        """
        if facts is None:
            return before
        today, day = self._context.answering.deciding.today(), self._context.check_day(as_of)
        try:
            return changed_document(self._of.kind, before, facts, today=today, language=self._language, as_of=day)
        except FactsRefused as refused:
            raise _Refused(InvalidFacts.of(refused).placed(lambda path: [*where, *path], where[0])) from None

    async def view(self, document: Mapping[str, Any], as_of: date | None) -> DecisionView:
        """Run the rules on one side."""
        day = self._context.check_day(as_of)
        with refusing_in(self._language):
            decision = await self._context.decisions.simulate(self._of.kind.type_name, document, as_of=day)
        return told(self._context, decision, self._language)

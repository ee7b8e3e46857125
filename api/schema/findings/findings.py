"""
What the rules found about a subject: one shape, whether on a file, a recorded decision or a simulation.

Nothing is decided before a client asks for something that a decision says; then once, however many fields ask.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from enum import Enum
from typing import Annotated, TypeVar

import strawberry

from api.permissions import INHERITED
from api.schema.decisions.catalogue import Rule
from api.schema.decisions.view import DecisionView
from api.schema.declare import answer, interface
from api.schema.facts.questions import FormStep, MissingFact, form_of
from api.schema.findings.figures import AgedFigure, MissingFigure
from api.schema.findings.items import CalculationItem, DocumentItem, RuleEvaluation, TaskItem
from api.schema.vocabulary import Outcome, ReceiptState, Requirement, TaskState
from domain.store.items.documents import AWAITED, state_of
from rules.engine.answers.reading import APPLIED, FAILED, UNDETERMINED, Evaluation
from rules.engine.plan import UnitKind

SETTLED_OR_OPEN = frozenset({APPLIED, UNDETERMINED, FAILED})
WithOutcome = Annotated[
    list[Outcome] | None,
    strawberry.argument(description="Only those that came out so; none given: applied, undetermined and failed (résultats)."),
]
WithRequirement = Annotated[
    list[Requirement] | None, strawberry.argument(description="Only those asked for in one of these ways; none given: any (exigence).")
]
WithReceipt = Annotated[
    list[ReceiptState] | None, strawberry.argument(description="Only those that have come so far; none given: any (réception).")
]
WithState = Annotated[
    list[TaskState] | None, strawberry.argument(description="Only tasks in one of these states; none given: any (états).")
]
RuleIds = Annotated[list[strawberry.ID] | None, strawberry.argument(description="Only these rules; none given: all (identifiants).")]
RuleId = Annotated[strawberry.ID, strawberry.argument(description="Which rule (identifiant de la règle).")]
Part = Annotated[str | None, strawberry.argument(description="On which part; none given: the subject itself (partie concernée).")]

E = TypeVar("E", bound=Enum)


class Once:
    """A view that is made when it is first asked for."""

    def __init__(self, make: Callable[[], Awaitable[DecisionView]]) -> None:
        self._make = make
        self._made: asyncio.Future[DecisionView] | None = None

    async def view(self) -> DecisionView:
        """Return the view, made at most once."""
        if self._made is None:
            self._made = asyncio.ensure_future(self._make())
        return await self._made


@interface(needs=INHERITED)
class Findings:
    """What the rules found about a subject (résultats des règles)."""

    found: strawberry.Private[Once]

    @answer
    async def documents(
        self,
        requirement: WithRequirement = None,
        outcome: WithOutcome = None,
        received: WithReceipt = None,
    ) -> list[DocumentItem]:
        """The documents: those asked for, those on request, those never to be asked for, those not decided yet (pièces justificatives)."""
        view = await self.found.view()
        asked = _values(requirement)
        found = _of_kind(view, UnitKind.DOCUMENT, outcome)
        if received is not None:
            found = await _with_receipt(found, view, _values(received))
        return [
            DocumentItem.of(each, view)
            for each in found
            if requirement is None or (each.unit.document and each.unit.document.requirement in asked)
        ]

    @answer
    async def calculations(self, ids: RuleIds = None, outcome: WithOutcome = None) -> list[CalculationItem]:
        """The calculated values (calculs)."""
        view = await self.found.view()
        return [
            CalculationItem.of(each, view) for each in _of_kind(view, UnitKind.CALCULATION, outcome) if ids is None or each.unit.id in ids
        ]

    @answer
    async def tasks(self, states: WithState = None, outcome: WithOutcome = None) -> list[TaskItem]:
        """The tasks (tâches)."""
        view = await self.found.view()
        items = (TaskItem.of(each, view) for each in _of_kind(view, UnitKind.TASK, outcome))
        wanted = _values(states)
        return [item for item in items if states is None or item.state in wanted]

    @answer
    async def missing(self) -> list[MissingFact]:
        """What is missing, in the order in which to ask: by form step, then by how many rules wait for it (faits manquants)."""
        return await asked_next(self)

    @answer
    async def missing_figures(self) -> list[MissingFigure]:
        """The dated figures without a value on the day of the law, that for which most rules wait first (barèmes manquants)."""
        view = await self.found.view()
        return [MissingFigure.of(each, view) for each in view.decision.waiting.figures]

    @answer
    async def aged_figures(self) -> list[AgedFigure]:
        """The dated figures without a newer value that something which applies rests on: to be verified (barèmes à vérifier)."""
        view = await self.found.view()
        return [AgedFigure.of(each, view) for each, _ in view.decision.aged_figures]

    @answer
    async def doubts(self) -> list[Rule]:
        """The shared conditions that hold and put a value in doubt: what each says was taken for true, to be verified (hypothèses)."""
        view = await self.found.view()
        return view.catalogue.named(each.id for each, _ in view.decision.doubts if each.id not in view.hidden)

    @answer
    async def form(self) -> list[FormStep]:
        """The form, step by step: what is missing in the order in which to ask, and what was answered already (formulaire)."""
        return form_of(await self.found.view())

    @answer
    async def evaluation(self, rule: RuleId, part: Part = None) -> RuleEvaluation | None:
        """Any rule on any part, whatever came out: also why not (évaluation); null where there is none."""
        view = await self.found.view()
        evaluation = view.by_key.get((rule, part or ""))
        return None if evaluation is None else RuleEvaluation.of(evaluation, view)


async def asked_next(findings: Findings) -> list[MissingFact]:
    """Return the questions to ask next."""
    view = await findings.found.view()
    return [MissingFact.of(each, view) for each, _ in view.decision.missing]


async def _with_receipt(found: list[Evaluation], view: DecisionView, states: Collection[str]) -> list[Evaluation]:
    on_items = view.on_items
    if on_items is None:  # in a simulation every document is awaited
        return found if AWAITED in states else []
    receipts = await on_items.receipts()
    return [each for each in found if state_of(receipts.get(on_items.item(each))) in states]


def _of_kind(view: DecisionView, kind: UnitKind, outcome: list[Outcome] | None) -> list[Evaluation]:
    wanted: Collection[str] = SETTLED_OR_OPEN if outcome is None else _values(outcome)
    return [each for each in view.decision.of_kind(kind) if each.outcome in wanted]


def _values(members: list[E] | None) -> frozenset[str]:
    return frozenset() if members is None else frozenset(each.value for each in members)

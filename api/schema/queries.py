"""The questions of the schema: one file, one decision, one rule, a simulation, anything by its id."""

from datetime import date, datetime
from typing import Annotated, Any

import strawberry

from api.schema.catalogue import Node, Rule
from api.schema.context import Context, Info, language_of
from api.schema.declare import answer, object_type
from api.schema.fact_changes import FactsRefused, changed_document
from api.schema.facts import fact_types
from api.schema.lists import InLanguage, Lists
from api.schema.results import InvalidFacts
from api.schema.subjects import Decision, Household, Operation, Simulation, Subject, decision_by_id, subject_by_id, told
from api.schema.vocabulary import Language, RuleKind
from domain.households import Household as HouseholdFacts
from domain.operations import Operation as OperationFacts

Id = Annotated[strawberry.ID, strawberry.argument(name="id", description="Which one (identifiant).")]
AsOf = Annotated[date | None, strawberry.argument(description="The day that is today; none given: today in Paris (date de référence).")]
KnownAt = Annotated[
    datetime | None, strawberry.argument(description="The instant whose knowledge is used; none given: now (date de connaissance).")
]
FACTS = "What is known: what is left out is unknown (faits)."
HouseholdGiven = Annotated[Any, strawberry.argument(description=FACTS, graphql_type=fact_types(HouseholdFacts).input)]
OperationGiven = Annotated[Any, strawberry.argument(description=FACTS, graphql_type=fact_types(OperationFacts).input)]
Kind = Annotated[RuleKind | None, strawberry.argument(description="Only rules of this kind; none given: all (nature).")]
SimulationResult = Annotated[
    Simulation | InvalidFacts, strawberry.union("SimulationResult", description="What came of a simulation (résultat).")
]


@object_type
class Query(Lists):
    """Everything that can be asked; asking changes no fact."""

    @answer
    async def household(
        self, info: Info, key: Id, as_of: AsOf = None, known_at: KnownAt = None, language: InLanguage = None
    ) -> Household | None:
        """A household and what the rules find about it (ménage); null where there is none."""
        found = await _subject(info.context, key, as_of, known_at, language)
        return found if isinstance(found, Household) else None

    @answer
    async def operation(
        self, info: Info, key: Id, as_of: AsOf = None, known_at: KnownAt = None, language: InLanguage = None
    ) -> Operation | None:
        """A building operation and what the rules find about it (opération); null where there is none."""
        found = await _subject(info.context, key, as_of, known_at, language)
        return found if isinstance(found, Operation) else None

    @answer
    async def decision(self, info: Info, key: Id, language: InLanguage = None) -> Decision | None:
        """A recorded decision, as it was answered (décision); null where there is none."""
        return await decision_by_id(info.context, key, language_of(info.context, language))

    @answer
    async def simulate_household(
        self, info: Info, facts: HouseholdGiven, as_of: AsOf = None, language: InLanguage = None
    ) -> SimulationResult | None:
        """What the rules would find about a household with these facts; nothing is stored (simulation)."""
        return await _simulation(info.context, Household, facts, as_of, language)

    @answer
    async def simulate_operation(
        self, info: Info, facts: OperationGiven, as_of: AsOf = None, language: InLanguage = None
    ) -> SimulationResult | None:
        """What the rules would find about an operation with these facts; nothing is stored (simulation)."""
        return await _simulation(info.context, Operation, facts, as_of, language)

    @answer
    def rules(self, info: Info, kind: Kind = None, language: InLanguage = None) -> list[Rule]:
        """The rules in force in this process, in the order of evaluation (règles)."""
        rules = (each for catalogue in info.context.catalogues(language_of(info.context, language)) for each in catalogue.rules.values())
        return [each for each in rules if kind is None or each.kind == kind.value]

    @answer
    def rule(self, info: Info, key: Id, language: InLanguage = None) -> Rule | None:
        """One rule (règle); null where there is none."""
        return info.context.rule(key, language_of(info.context, language))

    @answer
    async def node(self, info: Info, key: Id, language: InLanguage = None) -> Node | None:
        """Anything that has an id (objet identifié); null where there is none."""
        context, spoken = info.context, language_of(info.context, language)
        found = context.rule(key, spoken) or await subject_by_id(context, key, language=spoken)
        return found or await decision_by_id(context, key, spoken)


async def _subject(context: Context, key: str, as_of: date | None, known_at: datetime | None, language: Language | None) -> Subject | None:
    day, instant = context.check_day(as_of), context.check_instant(known_at)
    return await subject_by_id(context, key, language=language_of(context, language), as_of=day, known_at=instant)


async def _simulation(
    context: Context, of: type[Subject], facts: Any, as_of: date | None, language: Language | None
) -> Simulation | InvalidFacts:
    day, spoken = context.check_day(as_of), language_of(context, language)
    try:
        document = changed_document(of.kind, {}, facts, today=context.answering.deciding.today(), language=spoken)
    except FactsRefused as refused:
        return InvalidFacts.of(refused)
    decision = await context.decisions.simulate(of.kind.type_name, document, as_of=day)
    return Simulation.of(told(context, decision, spoken))

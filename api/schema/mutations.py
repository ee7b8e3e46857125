"""
The changes of the schema, each with one input and a union of what can come of it.

Facts are committed first, as a revision; then the decision on them; then the answer leaves.
"""

from typing import Annotated, Any

import strawberry

from api.schema.changes import create, update
from api.schema.context import Info
from api.schema.declare import answer, change, input_type, object_type
from api.schema.facts import fact_types
from api.schema.findings import asked_next
from api.schema.idempotency import KEY
from api.schema.items import MissingFact
from api.schema.results import Conflict, IdempotencyKeyReused, InvalidFacts, NotFound
from api.schema.subjects import Household, Operation
from api.schema.vocabulary import Language
from domain.households import Household as HouseholdFacts
from domain.operations import Operation as OperationFacts

FACTS = "What is known of it; what is left out stays as it is, or unknown (faits)."
LANGUAGE = "Of titles and sentences; none given: as Accept-Language likes best (langue)."
ID = "Which one (identifiant)."
EXPECTED = (
    "The revision that this change was made from: another one is a conflict. None given: what was changed meanwhile is kept (version)."
)


@input_type
class CreateHouseholdInput:
    """A new household (création d'un ménage)."""

    facts: Any = strawberry.field(description=FACTS, graphql_type=fact_types(HouseholdFacts).input)
    language: Language | None = strawberry.field(description=LANGUAGE, default=None)
    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@input_type
class UpdateHouseholdInput:
    """Changes to a household, step by step (modification d'un ménage)."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int | None = strawberry.field(description=EXPECTED, default=None)
    facts: Any = strawberry.field(description=FACTS, graphql_type=fact_types(HouseholdFacts).input)
    language: Language | None = strawberry.field(description=LANGUAGE, default=None)
    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@input_type
class CreateOperationInput:
    """A new operation (création d'une opération)."""

    facts: Any = strawberry.field(description=FACTS, graphql_type=fact_types(OperationFacts).input)
    language: Language | None = strawberry.field(description=LANGUAGE, default=None)
    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@input_type
class UpdateOperationInput:
    """Changes to an operation, step by step (modification d'une opération)."""

    id: strawberry.ID = strawberry.field(description=ID)
    expected_version: int | None = strawberry.field(description=EXPECTED, default=None)
    facts: Any = strawberry.field(description=FACTS, graphql_type=fact_types(OperationFacts).input)
    language: Language | None = strawberry.field(description=LANGUAGE, default=None)
    idempotency_key: str | None = strawberry.field(description=KEY, default=None)


@object_type
class HouseholdSaved:
    """The household as it is now, decided on (ménage enregistré)."""

    household: Household = strawberry.field(description="The household (ménage).")

    @answer
    async def missing(self) -> list[MissingFact]:
        """What to ask next (faits manquants)."""
        return await asked_next(self.household)


@object_type
class OperationSaved:
    """The operation as it is now, decided on (opération enregistrée)."""

    operation: Operation = strawberry.field(description="The operation (opération).")

    @answer
    async def missing(self) -> list[MissingFact]:
        """What to ask next (faits manquants)."""
        return await asked_next(self.operation)


CreateHouseholdResult = Annotated[
    HouseholdSaved | InvalidFacts | NotFound | IdempotencyKeyReused,
    strawberry.union("CreateHouseholdResult", description="What came of creating a household (résultat)."),
]
UpdateHouseholdResult = Annotated[
    HouseholdSaved | InvalidFacts | Conflict | NotFound | IdempotencyKeyReused,
    strawberry.union("UpdateHouseholdResult", description="What came of changing a household (résultat)."),
]
CreateOperationResult = Annotated[
    OperationSaved | InvalidFacts | NotFound | IdempotencyKeyReused,
    strawberry.union("CreateOperationResult", description="What came of creating an operation (résultat)."),
]
UpdateOperationResult = Annotated[
    OperationSaved | InvalidFacts | Conflict | NotFound | IdempotencyKeyReused,
    strawberry.union("UpdateOperationResult", description="What came of changing an operation (résultat)."),
]
In = strawberry.argument(name="input", description="What to change (données).")


@object_type
class Mutation:
    """Everything that can be changed."""

    @change
    async def create_household(self, info: Info, given: Annotated[CreateHouseholdInput, In]) -> CreateHouseholdResult | None:
        """Create a household (créer un ménage)."""
        made = await create(info.context, Household, given)
        return HouseholdSaved(household=made) if isinstance(made, Household) else made

    @change
    async def update_household(self, info: Info, given: Annotated[UpdateHouseholdInput, In]) -> UpdateHouseholdResult | None:
        """Change a household: some facts, or persons by key (modifier un ménage)."""
        made = await update(info.context, Household, given)
        return HouseholdSaved(household=made) if isinstance(made, Household) else made

    @change
    async def create_operation(self, info: Info, given: Annotated[CreateOperationInput, In]) -> CreateOperationResult | None:
        """Create an operation (créer une opération)."""
        made = await create(info.context, Operation, given)
        return OperationSaved(operation=made) if isinstance(made, Operation) else made

    @change
    async def update_operation(self, info: Info, given: Annotated[UpdateOperationInput, In]) -> UpdateOperationResult | None:
        """Change an operation: some facts, or its parts by key (modifier une opération)."""
        made = await update(info.context, Operation, given)
        return OperationSaved(operation=made) if isinstance(made, Operation) else made

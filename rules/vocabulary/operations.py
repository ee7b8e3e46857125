"""What the law calls operations and the state they are in."""

from datetime import date
from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.conditions import any_of, named
from domain.funding import FundingProduct, Loan
from domain.operation_choices import OperationKind, PlanningPermission
from domain.operations import Operation
from domain.text import text

is_demolition = named(
    text(fr="démolition", en="demolition"),
    Operation.kind == OperationKind.DEMOLITION,
)

is_new_supply = named(
    text(fr="offre nouvelle", en="new supply of dwellings"),
    Operation.kind.one_of(OperationKind.CONSTRUCTION, OperationKind.OFF_PLAN_PURCHASE, OperationKind.ACQUISITION_IMPROVEMENT),
)

is_state_funded_supply = named(
    text(fr="offre nouvelle financée en PLUS, PLAI ou PLS", en="new supply funded by PLUS, PLAI or PLS"),
    is_new_supply & Operation.funding_products.includes(FundingProduct.PLUS, FundingProduct.PLAI, FundingProduct.PLS),
)

needs_building_permit = named(
    text(fr="opération soumise à permis de construire", en="operation that needs a building permit"),
    Operation.permission == PlanningPermission.BUILDING_PERMIT,
)

needs_demolition_permit = named(
    text(fr="démolition soumise à permis de démolir", en="demolition that needs a permit"),
    is_demolition & (Operation.permission == PlanningPermission.DEMOLITION_PERMIT),
)

building_is_occupied = named(
    text(fr="bâtiment occupé", en="occupied building"),
    any_of(Building.dwellings, Dwelling.occupied),
)

is_occupied = named(
    text(fr="opération en site occupé", en="operation on an occupied site"),
    any_of(Operation.buildings, building_is_occupied),
)

has_guaranteed_loans = named(
    text(fr="prêts garantis en cours", en="guaranteed loans outstanding"),
    any_of(Operation.loans, Loan.guaranteed & (Loan.outstanding > Decimal(0))),
)

has_state_aided_buildings = named(
    text(fr="bâtiments construits avec l’aide de l’État", en="buildings built with State aid"),
    any_of(Operation.buildings, Building.state_aided),
)

# The day is from memory.
may_hold_asbestos = named(
    text(fr="permis d’origine antérieur au 1er juillet 1997", en="original permit before 1 July 1997"),
    Building.first_permit_granted_on < date(1997, 7, 1),
)

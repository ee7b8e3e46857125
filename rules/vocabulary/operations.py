"""What the law calls operations and the state they are in."""

from datetime import date
from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.conditions import any_of, happened, named
from domain.funding import FundingProduct, Lender, Loan
from domain.operation_choices import OperationKind, PlanningPermission
from domain.operations import Operation
from domain.text import text

TITLE = text(fr="Opérations", en="Operations")

is_demolition = named(
    text(fr="démolition", en="demolition"),
    Operation.kind == OperationKind.DEMOLITION,
)

is_construction = named(
    text(fr="construction neuve", en="new building"),
    Operation.kind == OperationKind.CONSTRUCTION,
)

is_rehabilitation = named(
    text(fr="réhabilitation", en="renovation"),
    Operation.kind == OperationKind.REHABILITATION,
)

is_new_building = named(
    text(fr="bâtiment neuf, construit ou acquis en VEFA", en="new building, built or bought off plan"),
    Operation.kind.one_of(OperationKind.CONSTRUCTION, OperationKind.OFF_PLAN_PURCHASE),
)

is_new_supply = named(
    text(fr="offre nouvelle", en="new supply of dwellings"),
    Operation.kind.one_of(OperationKind.CONSTRUCTION, OperationKind.OFF_PLAN_PURCHASE, OperationKind.ACQUISITION_IMPROVEMENT),
)

is_building_work = named(
    text(fr="travaux de construction ou de réhabilitation", en="works of construction or renovation"),
    Operation.kind.one_of(OperationKind.CONSTRUCTION, OperationKind.ACQUISITION_IMPROVEMENT, OperationKind.REHABILITATION),
)

has_works_of_its_own = named(
    text(fr="travaux conduits par le bailleur", en="works led by the landlord"),
    is_building_work | is_demolition,
)

provides_dwellings = named(
    text(fr="logements créés ou réhabilités", en="dwellings created or renovated"),
    is_new_supply | is_rehabilitation,
)

builds_or_acquires = named(
    text(fr="construction ou acquisition-amélioration", en="new building, or acquisition and improvement"),
    Operation.kind.one_of(OperationKind.CONSTRUCTION, OperationKind.ACQUISITION_IMPROVEMENT),
)

works_are_ahead = named(
    text(fr="travaux non démarrés", en="works not started"),
    ~happened(Operation.works_started_on),
    otherwise=text(fr="travaux démarrés", en="works started"),
)

is_not_complete = named(
    text(fr="opération non achevée", en="operation not complete"),
    ~happened(Operation.completed_on),
    otherwise=text(fr="opération achevée", en="operation complete"),
)

changes_the_tax_base = named(
    text(
        fr="logements nouveaux, ou bâti changé de consistance ou d’affectation",
        en="new dwellings, or a building of changed extent or use",
    ),
    is_new_supply | (is_rehabilitation & Operation.changes_extent_or_use),
)

completion_is_announced = named(
    text(fr="travaux achevés, ou annoncés comme tels par le vendeur", en="works complete, or announced as such by the seller"),
    happened(Operation.completed_on) | happened(Operation.completion_notified_on),
)

works_on_existing_building = named(
    text(fr="travaux sur un bâtiment existant", en="works on an existing building"),
    Operation.kind.one_of(OperationKind.ACQUISITION_IMPROVEMENT, OperationKind.REHABILITATION),
)

concerns_existing_building = named(
    text(fr="opération sur un bâtiment existant", en="operation on an existing building"),
    works_on_existing_building | is_demolition,
)

is_state_funded = named(
    text(fr="financement en PLUS, PLAI ou PLS", en="funding by PLUS, PLAI or PLS"),
    Operation.funding_products.includes(FundingProduct.PLUS, FundingProduct.PLAI, FundingProduct.PLS),
)

is_state_funded_supply = named(
    text(fr="offre nouvelle financée en PLUS, PLAI ou PLS", en="new supply funded by PLUS, PLAI or PLS"),
    is_new_supply & is_state_funded,
)

is_subsidised_supply = named(
    text(fr="offre nouvelle financée en PLUS ou PLAI", en="new supply funded by PLUS or PLAI"),
    is_new_supply & Operation.funding_products.includes(FundingProduct.PLUS, FundingProduct.PLAI),
)

is_palulos_rehabilitation = named(
    text(fr="réhabilitation financée en PALULOS", en="renovation funded by PALULOS"),
    is_rehabilitation & Operation.funding_products.includes(FundingProduct.PALULOS),
)

palulos_is_being_paid = named(
    text(fr="réhabilitation financée en PALULOS, travaux démarrés", en="renovation funded by PALULOS, works started"),
    is_palulos_rehabilitation & happened(Operation.works_started_on),
)

is_subsidised = named(
    text(fr="opération subventionnée", en="subsidised operation"),
    is_palulos_rehabilitation | (Operation.subsidy_amount > Decimal(0)),
)

changes_the_use_of_a_building = named(
    text(fr="réhabilitation avec changement de consistance ou d’affectation", en="renovation with a change of extent or use"),
    is_rehabilitation & Operation.changes_extent_or_use,
)

# It is lent by the Caisse des Dépôts.
takes_an_eco_loan = named(
    text(fr="réhabilitation financée par un éco-prêt", en="renovation funded by an eco-loan"),
    is_rehabilitation & Operation.eco_loan,
)

# Loans still owed on the buildings are none of these.
has_loans_to_guarantee = named(
    text(fr="emprunts à garantir", en="loans to be guaranteed"),
    any_of(Operation.loans, Loan.in_funding_plan & Loan.guaranteed & (Loan.amount > Decimal(0))),
)

borrows_from_cdc = named(
    text(fr="emprunt à la Caisse des dépôts", en="loan of the Caisse des Dépôts"),
    takes_an_eco_loan | any_of(Operation.loans, Loan.in_funding_plan & (Loan.lender == Lender.CDC)),
)

borrows_from_action_logement = named(
    text(fr="emprunt à Action Logement", en="loan of Action Logement"),
    any_of(Operation.loans, Loan.in_funding_plan & (Loan.lender == Lender.ACTION_LOGEMENT)),
)

needs_building_permit = named(
    text(fr="opération soumise à permis de construire", en="operation that needs a building permit"),
    Operation.permission == PlanningPermission.BUILDING_PERMIT,
)

needs_demolition_permit = named(
    text(fr="démolition soumise à permis de démolir", en="demolition that needs a permit"),
    is_demolition & (Operation.permission == PlanningPermission.DEMOLITION_PERMIT),
)

has_reserves = named(
    text(fr="travaux reçus avec réserves", en="works accepted with defects noted at acceptance (réserves)"),
    is_building_work & happened(Operation.accepted_on) & (Operation.acceptance_reserves > 0),
)

has_planning_permission = named(
    text(fr="autorisation d’urbanisme accordée", en="planning permission granted"),
    has_works_of_its_own & happened(Operation.permit_granted_on),
)

building_is_occupied = named(
    text(fr="bâtiment occupé", en="occupied building"),
    any_of(Building.dwellings, Dwelling.occupied),
)

is_occupied = named(
    text(fr="opération en site occupé", en="operation on an occupied site"),
    any_of(Operation.buildings, building_is_occupied),
    otherwise=text(fr="opération en site inoccupé", en="operation on an unoccupied site"),
)

has_guaranteed_loans = named(
    text(fr="prêts garantis en cours", en="guaranteed loans outstanding"),
    any_of(Operation.loans, Loan.guaranteed & (Loan.outstanding > Decimal(0))),
)

may_hold_asbestos = named(
    text(fr="permis d’origine antérieur au 1er juillet 1997", en="original permit before 1 July 1997"),
    Building.first_permit_granted_on < date(1997, 7, 1),
)

"""What follows for an operation where nobody said otherwise: the planned days of its requests, and duties that its dwellings bring."""

from datetime import date
from decimal import Decimal

from domain.calendar import Period, months, shift
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.conventions import ENERGY_CONTRIBUTION, SITTING_TENANTS
from rules.sources.planning import PERMIT_INSTRUCTION, PERMIT_WITHDRAWAL
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.sites import WORKS_INSURANCE
from rules.vocabulary.buildings import is_demolition_with_asbestos
from rules.vocabulary.off_plan import buys_no_land_apart
from rules.vocabulary.operations import has_works_of_its_own, is_building_work
from rules.vocabulary.projects import asks_for_permission, asks_for_state_funding, has_energy_contribution, has_notified_new_rents

TITLE = text(fr="Ce qui suit du projet", en="What follows from the project")

# As long before the works as the tasks that file them: rules/tasks/permits.py says why.
FILED_BEFORE = {
    PlanningPermission.BUILDING_PERMIT: Period(months=-6, days=-1),
    PlanningPermission.DEMOLITION_PERMIT: Period(months=-5, days=-1),
    PlanningPermission.PRIOR_DECLARATION: Period(months=-4, days=-1),
}


@calculation(
    of=Operation,
    when=asks_for_state_funding,
    title=text(fr="Dépôt de la demande de financement, fait ou à prévoir", en="Day of the funding request, past or to plan for"),
    source=NO_TEXT_FOUND,
    confidence=Confidence.PROPOSAL,
    gives=Operation.funding_request_planned,
)
def funding_request_day(funding_requested_on: date | None, works_start: date) -> date:
    """Return the day on which it was filed, until then the mark of the request: five months before the works."""
    return funding_requested_on or shift(works_start, months(-5))


@calculation(
    of=Operation,
    when=asks_for_permission,
    title=text(
        fr="Dépôt de la demande d’autorisation d’urbanisme, fait ou à prévoir",
        en="Day of the planning application, past or to plan for",
    ),
    source=(PERMIT_INSTRUCTION, PERMIT_WITHDRAWAL),
    confidence=Confidence.DERIVED,
    gives=Operation.permit_request_planned,
)
def permit_request_day(permission: PlanningPermission, permit_filed_on: date | None, works_start: date) -> date:
    """Return the day on which it was filed, until then the last from which instruction and withdrawal are over before the works."""
    return permit_filed_on or shift(works_start, FILED_BEFORE[permission])


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(
        fr="Lancement de la consultation des entreprises, fait ou à prévoir", en="Launch of the call for tenders, past or to plan for"
    ),
    source=NO_TEXT_FOUND,
    confidence=Confidence.PROPOSAL,
    gives=Operation.tender_launch,
    note=text(
        fr="Sans jour donné : plus de trois mois avant le démarrage prévu, de quatre tant que l’amiante n’est pas exclu.",
        en="No day was given: more than three months before the planned start, four as long as asbestos is not ruled out.",
    ),
)
def tender_launch_day(tender_launched_on: date | None, works_start: date, asbestos_is_planned_for: bool) -> date:
    """Return the day on which it went out, until then the last that leaves more than three months before the works, or four."""
    return tender_launched_on or shift(works_start, Period(months=-4 if asbestos_is_planned_for else -3, days=-1))


@calculation(
    of=Operation,
    when=is_demolition_with_asbestos,
    title=text(fr="Début du retrait de l’amiante avant une démolition", en="Start of the asbestos removal before a demolition"),
    source=NO_TEXT_FOUND,
    confidence=Confidence.PROPOSAL,
    gives=Operation.asbestos_works_start,
    note=text(
        fr="Sans jour donné : le démarrage prévu, que le retrait ouvre d’usage.",
        en="No day was given: the planned start, as the removal usually comes first.",
    ),
)
def asbestos_removal_day(works_start: date) -> date:
    """Return the planned start of the works: the removal opens them."""
    return works_start


@calculation(
    of=Operation,
    when=has_notified_new_rents,
    title=text(fr="Nouveau loyer notifié, donc prévu", en="New rent notified, so planned"),
    source=SITTING_TENANTS,
    confidence=Confidence.DERIVED,
    gives=Operation.new_rents_planned,
)
def notified_rents_are_planned() -> bool:
    """Return that a new rent was planned: the tenants were notified of it."""
    return True


@calculation(
    of=Operation,
    when=has_energy_contribution,
    title=text(fr="Contribution du locataire, donc effet sur ce qu’il paie", en="Contribution of the tenant, so an effect on what is paid"),
    source=ENERGY_CONTRIBUTION,
    confidence=Confidence.DERIVED,
    gives=Operation.impacts_rent_or_charges,
)
def contribution_impacts_charges() -> bool:
    """Return that what tenants pay changes: the contribution stands on their receipts beside rent and charges."""
    return True


@calculation(
    of=Operation,
    when=is_building_work,
    title=text(fr="Dommages-ouvrage due pour des logements", en="Works-damage insurance due for dwellings"),
    source=WORKS_INSURANCE,
    confidence=Confidence.DERIVED,
    gives=Operation.works_insurance_due,
    note=text(
        fr="Pour des logements, aucun maître d’ouvrage n’en est dispensé. Seuls de simples travaux d’entretien n’en demandent pas : "
        "répondre alors « non » à « Maître d’ouvrage tenu à l’assurance dommages-ouvrage ».",
        en="For dwellings no owner is exempt. Mere upkeep alone needs no such insurance: then answer “no” to “Owner bound to take "
        "out works-damage insurance”.",
    ),
)
def dwellings_are_insured() -> bool:
    """Return that the insurance is due: who is exempt is so for other uses than dwelling only."""
    return True


@calculation(
    of=Operation,
    when=buys_no_land_apart,
    title=text(fr="Charge foncière payée à part", en="Land paid for apart"),
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    unit="EUR",
    gives=Operation.land_cost,
    note=text(
        fr="Réhabilité, le bâtiment est déjà au bailleur ; en VEFA, la charge foncière est comprise dans le prix, non séparée ici.",
        en="Renovated, the building is the landlord’s already; off plan, the land is within the price, not told apart here.",
    ),
)
def land_bought_apart() -> Decimal:
    """Return nothing: what is bought to be improved is an acquisition."""
    return Decimal(0)

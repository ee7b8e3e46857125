"""What is settled with the tenants of a renovated building before its works: their rents, and what they contribute to its savings."""

from domain.buildings import Building
from domain.calendar import days, months
from domain.conditions import happened, known
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import ENERGY_CONTRIBUTION, RENT_RISE
from rules.sources.demolitions import TENANT_CONSULTATION
from rules.vocabulary.operations import is_rehabilitation
from rules.vocabulary.projects import concerns_its_tenants, renews_an_occupied_building

TITLE = text(fr="Locataires en place", en="Sitting tenants")

# The consultation bears on rents and the plan that the board approves rests on them. Notifying a new one is a task of the letting.
rent_decision = task(
    of=Operation,
    title=text(
        fr="Décider si un nouveau loyer est prévu pour les locataires en place",
        en="Decide whether a new rent is planned for the sitting tenants",
    ),
    display=concerns_its_tenants & renews_an_occupied_building,
    open_while=~happened(Operation.board_approved_on),
    counts_to=Operation.funding_request_planned - months(3) - days(15),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=known(Operation.new_rents_planned),
    blocks=("tasks.feasibility.tenant_consultation", "tasks.feasibility.board_approval"),
    asks_for=(Operation.new_rents_planned,),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(TENANT_CONSULTATION, RENT_RISE),
    note=text(
        fr="Avant la concertation, qui porte sur l’effet des travaux sur les loyers, et l’accord du conseil d’administration ; compte tenu "
        "de la contribution aux économies d’énergie, s’il y en a une. Bâtiment déjà conventionné : hausse limitée à l’IRL, chaque 1er "
        "janvier, sauf dérogation de l’État pour un patrimoine réhabilité, à obtenir avant.",
        en="Before the consultation, which bears on the effect of the works on rents, and the approval of the board; with the "
        "energy-savings contribution in view, where there is one. Where the building has an agreement already, a rise is capped at the "
        "rent index (IRL), each 1 January, unless the State grants an exception for renovated stock, to be had before.",
    ),
)

# The tenants are consulted on a share of the savings that it shows.
thermal_study = task(
    of=Operation,
    title=text(
        fr="Faire réaliser l’étude thermique préalable à la contribution",
        en="Have the thermal study made on which the contribution rests",
    ),
    display=is_rehabilitation & Operation.energy_contribution,
    open_while=~happened(Operation.energy_contribution_agreed_on),
    counts_to=Operation.funding_request_planned - months(3) - days(15),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.thermal_study_received_on),
    blocks=("tasks.sitting_tenants.energy_contribution_agreement",),
    asks_for=(Building.climate_zone, Building.altitude),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="Elle donne l’économie estimée de chaque logement, dont la moitié est le plafond de la contribution, et la consommation après "
        "travaux : aucune contribution si elle passe son maximum, sauf deux au moins des travaux que cite l’arrêté (de mémoire). "
        "Vérifier les deux avant la concertation ; à confirmer à l’achèvement.",
        en="It gives the estimated saving of each dwelling, half of which caps the contribution, and the consumption after works: no "
        "contribution where that is above its maximum, unless at least two of the works that the order lists are done (from memory). "
        "Check both before the consultation; to be confirmed at completion.",
    ),
)

# That on the works is a task of its own: this one is on the contribution, and how long it runs.
energy_contribution_agreement = task(
    of=Operation,
    title=text(
        fr="Mener la concertation sur la contribution aux économies d’énergie",
        en="Consult the tenants on the energy-savings contribution",
    ),
    display=is_rehabilitation & Operation.energy_contribution,
    counts_to=Operation.funding_request_planned - months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_contribution_agreed_on) | happened(Operation.energy_contribution_started_on),
    blocks=("tasks.works_contracts.start_order",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="À mener avant le début des travaux, sans quoi la contribution n’est pas exigible (déduit) : le bailleur consulte les "
        "associations de locataires de son patrimoine sur les travaux qu’il envisage, leurs modalités, l’économie attendue, la "
        "contribution et sa durée (R442-24).",
        en="To be held before the works begin, or the contribution is not due (inferred): the landlord consults the tenants’ "
        "associations of its stock on the works that it has in mind, how they are carried out, the savings expected, the contribution "
        "and how long it runs (R442-24).",
    ),
)

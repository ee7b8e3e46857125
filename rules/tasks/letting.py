"""Letting what was built or bought: reservations, leases of sitting tenants, energy contribution."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.energy_contributions import energy_contribution_last_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import CONVENTION_EFFECT, ENERGY_CONTRIBUTION, SITTING_TENANTS
from rules.sources.policy import RESERVATIONS, RESERVATIONS_IN_FLOW
from rules.vocabulary.operations import is_new_supply, is_occupied, is_rehabilitation, works_on_existing_building

TITLE = text(fr="Mise en location", en="Letting")

LEASE = text(
    fr="La loi veut ce bail proposé quand la convention entre en vigueur : après, c’est tard, sans autre délai trouvé ; il prend effet "
    "une fois les travaux exécutés (L353-7). Pour un organisme HLM, la convention prend effet à sa signature et la loi déroge à ce "
    "bail : le nouveau loyer se notifie, à l’achèvement si la convention le prévoit (L353-14 à L353-17). Lire la convention.",
    en="The law wants this lease proposed when the agreement comes into force: afterwards it is late, no other term found; it takes "
    "effect once the works are done (L353-7). For an HLM body the agreement has effect from its signature and the law derogates from "
    "this lease: the new rent is notified, on completion where the agreement says so (L353-14 to L353-17). Read the agreement.",
)

reservation_agreements = task(
    of=Operation,
    title=text(fr="Signer les conventions de réservation", en="Sign the reservation agreements"),
    display=is_new_supply & (Operation.reserved_dwellings > 0),
    counts_to=Operation.first_letting - months(3),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.reservation_agreements_signed_on) | (Operation.reservation_agreements_unsigned == 0),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.FROM_MEMORY,
    source=(RESERVATIONS_IN_FLOW, RESERVATIONS),
    note=text(
        fr="Avec qui finance, garantit ou cède le terrain ; le préfet réserve de plein droit. Une convention par réservataire, pour le "
        "département (ou la commune qui réserve) ; le moment où chacun signe varie.",
        en="With whoever funds, guarantees or sells the land; the prefect reserves by right. One agreement a holder, for the department "
        "(or the commune that reserves); when each of them signs varies.",
    ),
)

sitting_tenants_leases = task(
    of=Operation,
    title=text(fr="Proposer un bail aux occupants", en="Propose leases to the sitting tenants"),
    display=works_on_existing_building & is_occupied,
    open_while=happened(Operation.convention_signed_on),
    closed=happened(Operation.leases_proposed_on),
    source=(SITTING_TENANTS, CONVENTION_EFFECT),
    note=LEASE,
)

leases_acceptance = task(
    of=Operation,
    title=text(
        fr="Suivre l’acceptation des baux proposés (6 mois ; sauf dérogation d’un organisme HLM)",
        en="Follow up the tenants’ acceptance of the leases (6 months; unless an HLM body derogates)",
    ),
    display=works_on_existing_building & happened(Operation.convention_signed_on) & happened(Operation.leases_proposed_on),
    counts_to=Operation.leases_proposed_on + months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=Operation.leases_pending == 0,
    source=(SITTING_TENANTS, CONVENTION_EFFECT),
    note=LEASE,
)

# That on the works is a task of its own: this one is on the contribution, and how long it runs.
energy_contribution_agreement = task(
    of=Operation,
    title=text(
        fr="Mener la concertation sur la contribution aux économies d’énergie",
        en="Consult the tenants on the energy-savings contribution",
    ),
    display=is_rehabilitation & Operation.energy_contribution,
    counts_to=Operation.funding_request_planned - months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_contribution_agreed_on) | happened(Operation.energy_contribution_started_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=ENERGY_CONTRIBUTION,
    note=text(
        fr="La contribution n’est exigible qu’après une concertation sur les travaux, l’économie attendue, la contribution et sa durée.",
        en="The contribution is due only after a consultation on the works, the savings expected, the contribution and how long it runs.",
    ),
)

energy_contribution_end = task(
    of=Operation,
    title=text(fr="Arrêter la contribution énergie au bout de 15 ans", en="Stop the energy contribution after 15 years"),
    display=is_rehabilitation & Operation.energy_contribution,
    open_while=happened(Operation.energy_contribution_started_on),
    counts_to=energy_contribution_last_day,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_contribution_stopped_on),
    source=ENERGY_CONTRIBUTION,
)

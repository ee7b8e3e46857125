"""The reservation agreements of what is to be let: one with each holder, each with its own day."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.policy import RESERVATIONS, RESERVATIONS_IN_FLOW
from rules.vocabulary.operations import borrows_from_action_logement, has_loans_to_guarantee
from rules.vocabulary.reservations import may_be_those_with_a_task_alone, none_is_left, reserves_dwellings

TITLE = text(fr="Conventions de réservation", en="Reservation agreements")

employer_agreement = task(
    of=Operation,
    title=text(fr="Signer la convention de réservation d’Action Logement", en="Sign the reservation agreement with Action Logement"),
    display=reserves_dwellings & borrows_from_action_logement,
    counts_to=Operation.loan_signature_planned,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.employer_reservation_signed_on) | happened(Operation.reservation_agreements_signed_on) | none_is_left,
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=RESERVATIONS_IN_FLOW,
    note=text(
        fr="D’usage (de mémoire), elle se signe avec son prêt. Une par département : si elle existe déjà, en donner le jour.",
        en="By practice (from memory) it is signed with its loan. One for the département: where it exists already, give its day.",
    ),
)

# It is in return for the guarantee, and so follows it.
guarantor_agreement = task(
    of=Operation,
    title=text(fr="Signer la convention de réservation du garant", en="Sign the reservation agreement with the guarantor"),
    display=reserves_dwellings & has_loans_to_guarantee,
    open_while=happened(Operation.guarantee_decided_on) & ~none_is_left,
    counts_to=Operation.guarantee_decided_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.guarantor_reservation_signed_on) | happened(Operation.reservation_agreements_signed_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(RESERVATIONS, RESERVATIONS_IN_FLOW),
    note=text(
        fr="En contrepartie de la garantie : le garant délibère souvent sur les deux (de mémoire). Si elle existe déjà, en donner le "
        "jour ; s’il ne réserve rien, celui de la garantie.",
        en="In return for the guarantee: the guarantor often decides on both (from memory). Where it exists already, give its "
        "day; where the guarantor reserves nothing, that of the guarantee.",
    ),
)

other_agreements = task(
    of=Operation,
    title=text(
        fr="Signer les conventions de réservation de l’État (préfet) et des autres réservataires",
        en="Sign the reservation agreements with the State (prefect) and the other holders",
    ),
    display=reserves_dwellings & (~may_be_those_with_a_task_alone | Operation.other_reservations_unsigned),
    open_while=~none_is_left,
    counts_to=Operation.first_letting - months(3),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.reservation_agreements_signed_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(RESERVATIONS_IN_FLOW, RESERVATIONS),
    note=text(
        fr="Une avec chacun, pour le département (ou la commune qui réserve) : celles qui existent déjà ne sont plus à signer. "
        "L’attribution (réservataires à prévenir, commission, baux, assurances) n’est pas suivie ici.",
        en="One with each, for the département (or the commune that reserves): those that exist already are not to be signed. The "
        "allocation (holders to be told, committee, leases, insurance) is not followed here.",
    ),
)

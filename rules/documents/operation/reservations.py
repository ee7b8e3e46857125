"""The reservation agreements of what is to be let: one with each holder, each brought by its own task."""

from domain.conditions import happened, known
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.policy import RESERVATIONS, RESERVATIONS_IN_FLOW
from rules.vocabulary.operations import borrows_from_action_logement, has_loans_to_guarantee
from rules.vocabulary.phases import in_letting
from rules.vocabulary.reservations import may_be_those_with_a_task_alone, none_is_left, reserves_dwellings

TITLE = text(fr="Conventions de réservation", en="Reservation agreements")

# Once the last is signed, that of all stands for each that has no day of its own.
_last_is_signed = happened(Operation.reservation_agreements_signed_on)
_no_other_is_left = known(Operation.other_reservations_unsigned) & ~Operation.other_reservations_unsigned

employer_agreement = document(
    of=Operation,
    title=text(fr="Convention de réservation d’Action Logement", en="Reservation agreement with Action Logement"),
    when=in_letting
    & reserves_dwellings
    & borrows_from_action_logement
    & (happened(Operation.employer_reservation_signed_on) | ~_last_is_signed),
    obtained=Operation.employer_reservation_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=RESERVATIONS_IN_FLOW,
)

guarantor_agreement = document(
    of=Operation,
    title=text(fr="Convention de réservation du garant", en="Reservation agreement with the guarantor"),
    when=in_letting
    & reserves_dwellings
    & has_loans_to_guarantee
    & (happened(Operation.guarantor_reservation_signed_on) | ~_last_is_signed),
    obtained=Operation.guarantor_reservation_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(RESERVATIONS, RESERVATIONS_IN_FLOW),
)

# Dwellings are reserved in return for land too, and to the State in any case.
other_agreements = document(
    of=Operation,
    title=text(
        fr="Conventions de réservation de l’État (préfet) et des autres réservataires, une avec chacun",
        en="Reservation agreements with the State (prefect) and the other holders, one with each",
    ),
    when=in_letting & reserves_dwellings & (_last_is_signed | none_is_left | ~(may_be_those_with_a_task_alone & _no_other_is_left)),
    obtained=Operation.reservation_agreements_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(RESERVATIONS_IN_FLOW, RESERVATIONS),
)

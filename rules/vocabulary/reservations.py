"""Which reservation agreements of an operation are still to be signed, by who holds the right."""

from domain.conditions import happened, named
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import borrows_from_action_logement, has_loans_to_guarantee

TITLE = text(fr="Réservations", en="Reservations")

_employer = borrows_from_action_logement & ~happened(Operation.employer_reservation_signed_on)
_guarantor = has_loans_to_guarantee & ~happened(Operation.guarantor_reservation_signed_on)

# Of those that are counted as unsigned, these two have a task each: the others are what is left of the count.
only_those_with_a_task_are_left = named(
    text(
        fr="conventions à signer, tenues pour celles d’Action Logement ou du garant",
        en="agreements to be signed, taken to be those with Action Logement or the guarantor",
    ),
    (Operation.reservation_agreements_unsigned <= 2)
    & ((_employer & _guarantor) | ((_employer | _guarantor) & (Operation.reservation_agreements_unsigned <= 1))),
    otherwise=text(
        fr="d’autres à signer que les conventions d’Action Logement et du garant",
        en="others left to be signed than the agreements with Action Logement and the guarantor",
    ),
)

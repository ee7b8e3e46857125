"""Which reservation agreements of an operation are still to be signed, by who holds the right."""

from domain.conditions import happened, known, named
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import borrows_from_action_logement, has_loans_to_guarantee, is_new_supply

TITLE = text(fr="Réservations", en="Reservations")

none_is_left = Operation.reservation_agreements_unsigned == 0
reserves_dwellings = is_new_supply & (Operation.reserved_dwellings > 0)

_employer = borrows_from_action_logement & ~happened(Operation.employer_reservation_signed_on)
_guarantor = has_loans_to_guarantee & ~happened(Operation.guarantor_reservation_signed_on)

# These two have a task each. A count that they can make up does not say that it is theirs: that is asked.
may_be_those_with_a_task_alone = named(
    text(
        fr="conventions à signer qui peuvent n’être que celles d’Action Logement ou du garant",
        en="agreements to be signed that may be those with Action Logement or the guarantor alone",
    ),
    known(Operation.reservation_agreements_unsigned)
    & (Operation.reservation_agreements_unsigned <= 2)
    & ((_employer & _guarantor) | ((_employer | _guarantor) & (Operation.reservation_agreements_unsigned <= 1))),
    otherwise=text(
        fr="conventions à signer au-delà de celles d’Action Logement et du garant, ou non comptées",
        en="agreements to be signed beyond those with Action Logement and the guarantor, or not counted",
    ),
)

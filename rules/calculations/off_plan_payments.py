"""When the loans can pay for what is bought off plan."""

from datetime import date

from domain.calendar import Period, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.off_plan import awaits_delivery_and_loans

TITLE = text(fr="Paiement d’une VEFA", en="Payment of an off-plan purchase")


@calculation(
    of=Operation,
    when=awaits_delivery_and_loans,
    title=text(fr="Premier versement des prêts garantis, au plus tôt", en="First payment of the guaranteed loans, at the earliest"),
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Le jour prévu ; sans délibération de garantie, pas avant deux mois et un jour après la signature prévue des prêts.",
        en="The planned day; with no guarantee resolution, not before two months and a day from the planned signature of the loans.",
    ),
)
def earliest_loan_payment(guarantee_decided_on: date | None, loan_signature_planned: date, loan_payment_planned: date) -> date:
    """Return the planned day, or the first after the two months that a resolution takes, where that is later and there is none."""
    if guarantee_decided_on is not None:
        return loan_payment_planned
    return max(loan_payment_planned, shift(loan_signature_planned, Period(months=2, days=1)))

"""When the loans can pay for what is bought off plan."""

from datetime import date

from domain.calendar import Period, days, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.planning import OFF_PLAN_SALE
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


@calculation(
    of=Operation,
    when=awaits_delivery_and_loans,
    title=text(
        fr="Jour où l’essentiel du prix de la VEFA est exigible, supposé tant que l’achèvement n’est pas constaté",
        en="Day on which most of the off-plan price is due, supposed until the completion is established",
    ),
    source=OFF_PLAN_SALE,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Jusqu’à 95 % à l’achèvement (R261-14) : son jour, avant lui quinze jours après l’avis du vendeur ; au plus tard la livraison.",
        en="Up to 95% at completion (R261-14): its day, until then fifteen days after the seller’s notice; the delivery at the latest.",
    ),
)
def off_plan_price_day(completed_on: date | None, completion_notified_on: date | None, contract_delivery: date) -> date:
    """Return the day of completion, established or fifteen days after it was announced, and the delivery of the contract at the latest."""
    announced = None if completion_notified_on is None else shift(completion_notified_on, days(15))
    return min(completed_on or announced or contract_delivery, contract_delivery)

"""When the loans can pay for what is bought off plan."""

from datetime import date
from decimal import Decimal

from domain.calendar import Period, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.off_plan import OFF_PLAN_SALE
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.off_plan import (
    awaits_delivery_and_cdc_loans,
    awaits_delivery_and_loans,
    is_complete_by_notice_alone,
    may_await_the_signed_contract,
)

TITLE = text(fr="Paiement d’une VEFA", en="Payment of an off-plan purchase")


@calculation(
    of=Operation,
    when=awaits_delivery_and_loans,
    doubt=is_complete_by_notice_alone,
    title=text(
        fr="Achèvement, ou jour qui en tient lieu, depuis lequel la VEFA peut être appelée à 95 % du prix, appels antérieurs compris",
        en="Completion, or the day that stands for it, from which 95% of the off-plan price may be called, earlier calls included",
    ),
    headline=Headline.PRICE_DUE.label,
    source=OFF_PLAN_SALE,
    confidence=Confidence.DERIVED,
    note=text(
        fr="Plafond, selon le contrat (R261-14). Sans jour d’achèvement connu, celui de l’avis du vendeur, à défaut la livraison du "
        "contrat ; au plus tard cette livraison. Vérifier l’avis et l’appel de fonds.",
        en="A ceiling, as the contract says (R261-14). Where the day of completion is not known: that of the seller’s notice or else the "
        "delivery of the contract; that delivery at the latest. Check the notice and the call for funds.",
    ),
)
def off_plan_price_day(completed_on: date | None, completion_notified_on: date | None, contract_delivery: date) -> date:
    """Return the day of completion, until it is established that of its notice, and the delivery of the contract at the latest."""
    return min(completed_on or completion_notified_on or contract_delivery, contract_delivery)


@calculation(
    of=Operation,
    when=awaits_delivery_and_cdc_loans,
    title=text(
        fr="Premier versement des prêts garantis, au plus tôt d’après l’usage, s’ils sont signés au jour prévu",
        en="First payment of the guaranteed loans, at the earliest by practice, if they are signed on the planned day",
    ),
    headline=Headline.FIRST_PAYMENT.label,
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Le jour prévu ; sans délibération de garantie, qui se prend sur le contrat signé de la Caisse des dépôts, pas avant deux mois "
        "et un jour après la signature prévue des prêts.",
        en="The planned day; with no guarantee resolution, which is taken on the signed contract of the CDC, not before two months and a "
        "day from the planned signature of the loans.",
    ),
)
def earliest_loan_payment(guarantee_decided_on: date | None, loan_signature_planned: date, loan_payment_planned: date) -> date:
    """Return the planned day, or the first after the two months that a resolution takes, where that is later and there is none."""
    if guarantee_decided_on is not None:
        return loan_payment_planned
    return max(loan_payment_planned, shift(loan_signature_planned, Period(months=2, days=1)))


@calculation(
    of=Operation,
    when=may_await_the_signed_contract,
    title=text(
        fr="Premier versement des prêts, au plus tôt d’après l’usage, si le garant attend le contrat, signé au jour prévu",
        en="First payment of the loans, at the earliest by practice, if the guarantor waits for the contract, signed on the planned day",
    ),
    headline=Headline.PAYMENT_ON_CONTRACT.label,
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def payment_on_signed_contract(loan_signature_planned: date, loan_payment_planned: date) -> date:
    """Return the planned day, or the first after the two months that a resolution on the signed contract takes, where that is later."""
    return max(loan_payment_planned, shift(loan_signature_planned, Period(months=2, days=1)))


@calculation(
    of=Operation,
    when=awaits_delivery_and_loans,
    title=text(fr="Reste à payer au vendeur, hors taxes", en="Still to be paid to the seller, VAT excluded"),
    unit="EUR",
    source=OFF_PLAN_SALE,
    confidence=Confidence.DERIVED,
)
def off_plan_price_left(off_plan_price: Decimal, off_plan_calls_paid: Decimal) -> Decimal:
    """Take the calls that are paid from the price; nothing is left where they come to more."""
    return max(off_plan_price - off_plan_calls_paid, Decimal(0))

"""When the guaranteed loans can be paid out."""

from domain.calendar import months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.calculations.pls_signatures import pls_loan_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.funding import PLS_LOAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.conventions import is_pls_supply
from rules.vocabulary.loans import has_cdc_loans_to_guarantee
from rules.vocabulary.operations import has_loans_to_guarantee, provides_dwellings

TITLE = text(fr="Versement des prêts garantis", en="Payment of the guaranteed loans")

BEFORE_PAYMENT = text(
    fr="Le prêt n’est versé qu’une fois signé et sa garantie exécutoire. Un garant à qui l’accord de principe ou l’offre suffit peut "
    "délibérer avant la signature ; s’il attend le contrat signé, compter plus de deux mois depuis la signature.",
    en="The loan is paid out only once it is signed and its guarantee enforceable. Where the agreement in principle or the offer is enough "
    "for the guarantor, it may decide before the signature; where it waits for the signed contract, allow more than two months from it.",
)

# On a CDC loan two months are wanted from the signature, whatever the day of the resolution: tasks.loans.payment_after_resolution.
payment_after_guarantee = task(
    of=Operation,
    title=text(
        fr="Prévoir le premier versement des prêts une fois leur garantie exécutoire",
        en="Plan the first payment of the loans once their guarantee is enforceable",
    ),
    display=provides_dwellings & has_loans_to_guarantee & ~has_cdc_loans_to_guarantee & ~is_pls_supply,
    open_while=~happened(Operation.loan_first_paid_on),
    counts_to=Operation.loan_payment_planned,
    alerts={Alert.CRITICAL: months(1)},
    closed=later(Operation.loan_payment_planned, than=Operation.guarantee_decided_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=BEFORE_PAYMENT,
)

payment_after_pls_loan = task(
    of=Operation,
    title=text(
        fr="Prévoir le premier versement des prêts une fois le PLS signé et leur garantie exécutoire",
        en="Plan the first payment of the loans once the PLS loan is signed and their guarantee enforceable",
    ),
    display=has_loans_to_guarantee & ~has_cdc_loans_to_guarantee & is_pls_supply,
    open_while=~happened(Operation.loan_first_paid_on),
    counts_to=Operation.loan_payment_planned,
    alerts={Alert.CRITICAL: months(1)},
    closed=later(Operation.loan_payment_planned, than=pls_loan_day)
    & later(Operation.loan_payment_planned, than=Operation.guarantee_decided_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(NO_TEXT_FOUND, PLS_LOAN),
    note=BEFORE_PAYMENT,
)

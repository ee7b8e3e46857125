"""When the APL agreement and the loan of a PLS are signed: the one with the other at the latest."""

from datetime import date

from domain.calendar import days, months, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.conventions import APL_CONVENTION, BENEFIT_FROM_SIGNATURE
from rules.sources.funding import PLS_AGREEMENTS, PLS_LOAN
from rules.vocabulary.conventions import is_pls_supply, is_to_sign_with_pls

TITLE = text(fr="Signatures d’un PLS", en="Signatures of a PLS")

agreement_before_letting = derived(
    Operation.first_letting - months(1),
    of=Operation,
    when=is_to_sign_with_pls,
    title=text(
        fr="Un mois avant la mise en location, jour d’usage pour signer la convention",
        en="A month before the first letting, day by practice to sign the agreement",
    ),
    source=(APL_CONVENTION, BENEFIT_FROM_SIGNATURE),
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Usage (de mémoire), le temps que la CAF l’enregistre. Le droit à l’APL ne s’ouvre qu’à la signature.",
        en="Practice (from memory), for the CAF to record it. The right to housing benefit (APL) opens at the signature only.",
    ),
)


@calculation(
    of=Operation,
    when=is_to_sign_with_pls,
    title=text(
        fr="Signature du prêt PLS, faite ou prévue, ou un mois avant la mise en location si c’est plus tôt",
        en="Signature of the PLS loan, done or planned, or a month before the first letting if that is sooner",
    ),
    source=(PLS_LOAN, PLS_AGREEMENTS, APL_CONVENTION),
    confidence=Confidence.FROM_MEMORY,
)
def pls_agreement_day(pls_loan_signed_on: date | None, loan_signature_planned: date, agreement_before_letting: date) -> date:
    """Return the day of the loan, until it is signed the planned one, as the agreement comes with it; that of the letting if sooner."""
    return min(pls_loan_signed_on or loan_signature_planned, agreement_before_letting)


# At the reduced VAT the agreement comes before the completion, and what is read by then is there at any other rate too.
@calculation(
    of=Operation,
    when=is_to_sign_with_pls,
    title=text(
        fr="Jour pour connaître la durée du prêt PLS : celui de la convention, ou la veille de l’achèvement si elle vient avant",
        en="Day to know the duration of the PLS loan: that of the agreement, or the eve of the completion if it comes before",
    ),
    source=PLS_LOAN,
    confidence=Confidence.PROPOSAL,
)
def pls_duration_day(pls_agreement_day: date, completed_on: date | None, completion_notified_on: date | None, works_end: date) -> date:
    """Return the day of the agreement, or if sooner the eve of the completion, until it is established of its notice or planned day."""
    return min(pls_agreement_day, shift(completed_on or completion_notified_on or works_end, days(-1)))


@calculation(
    of=Operation,
    when=is_pls_supply,
    title=text(
        fr="Signature du prêt PLS (prévue, elle n’est retenue qu’une fois la convention APL signée)",
        en="Signature of the PLS loan (a planned one counts only once the APL agreement is signed)",
    ),
    source=(PLS_LOAN, PLS_AGREEMENTS),
    confidence=Confidence.FROM_MEMORY,
)
def pls_loan_day(convention_signed_on: date | None, pls_loan_signed_on: date | None, loan_signature_planned: date) -> date | None:
    """Return the day of the loan; none until the agreement for which it waits is signed, as its planned day is not sure."""
    return pls_loan_signed_on or (None if convention_signed_on is None else loan_signature_planned)

"""When the APL agreement and the loan of a PLS are signed: the one with the other at the latest."""

from datetime import date

from domain.calendar import months
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


@calculation(
    of=Operation,
    when=is_pls_supply,
    title=text(
        fr="Signature du prêt PLS, faite ou, la convention APL signée, prévue",
        en="Signature of the PLS loan, done or, once the APL agreement is signed, planned",
    ),
    source=(PLS_LOAN, PLS_AGREEMENTS),
    confidence=Confidence.FROM_MEMORY,
)
def pls_loan_day(convention_signed_on: date | None, pls_loan_signed_on: date | None, loan_signature_planned: date) -> date | None:
    """Return the day of the loan; none until the agreement for which it waits is signed, as its planned day is not sure."""
    return pls_loan_signed_on or (None if convention_signed_on is None else loan_signature_planned)

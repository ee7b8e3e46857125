"""Until when an APL convention is to be signed, by what waits for it."""

from datetime import date
from decimal import Decimal

from domain.calendar import months, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.conventions import APL_CONVENTION
from rules.sources.funding import AGREEMENT_BEFORE_PALULOS, AGREEMENT_BEFORE_PAYMENT
from rules.sources.taxes import AGREEMENT_BEFORE_COMPLETION, OFF_PLAN_TAX, REDUCED_VAT_AGREEMENT
from rules.vocabulary.conventions import (
    awaits_its_first_instalment,
    is_paid_in_instalments,
    is_to_sign_after_an_instalment,
    is_to_sign_an_agreement,
    is_to_sign_for_reduced_vat,
    is_to_sign_with_pls,
)
from rules.vocabulary.off_plan import is_complete_by_notice_alone

# That it is judged where the tax arises is deduced: told with each day that it gives.
RATE = text(
    fr="Le taux réduit exige une convention conclue avec l’État. La taxe naît à l’achèvement, en VEFA aussi, même si la livraison vient "
    "après (réponse ministérielle de 2022) : il en est déduit que la convention le précède, comme un tribunal l’a jugé pour des "
    "établissements médico-sociaux, où l’administration l’exigeait avant les travaux.",
    en="The reduced rate is granted only where an agreement is made with the State. The tax arises at the completion, off plan too, though "
    "the delivery comes later (answer of the minister, 2022): that the agreement comes before it is deduced from this, as a court judged "
    "for medical and social institutions, where the tax office required it before the works.",
)

TITLE = text(fr="Signature de la convention APL", en="Signature of the APL agreement (convention APL)")


@calculation(
    of=Operation,
    when=is_to_sign_an_agreement,
    doubt=is_complete_by_notice_alone,
    title=text(fr="Achèvement, avant lequel signer la convention pour la TVA", en="Completion, by which to sign the agreement for VAT"),
    source=(REDUCED_VAT_AGREEMENT, OFF_PLAN_TAX, AGREEMENT_BEFORE_COMPLETION),
    confidence=Confidence.DERIVED,
    note=RATE,
)
def reduced_vat_agreement_day(
    reduced_vat: bool, completed_on: date | None, completion_notified_on: date | None, works_end: date
) -> date | None:
    """Return the day of completion, until it is established that of the seller's notice or the planned one; none at another rate."""
    return (completed_on or completion_notified_on or works_end) if reduced_vat else None


@calculation(
    of=Operation,
    when=is_to_sign_for_reduced_vat,
    doubt=is_complete_by_notice_alone,
    title=text(
        fr="Achèvement, avant lequel signer la convention si la TVA est à taux réduit",
        en="Completion, by which to sign the agreement if VAT is at the reduced rate",
    ),
    source=(REDUCED_VAT_AGREEMENT, OFF_PLAN_TAX, AGREEMENT_BEFORE_COMPLETION),
    confidence=Confidence.DERIVED,
    note=RATE,
)
def pls_reduced_vat_day(completed_on: date | None, completion_notified_on: date | None, works_end: date) -> date:
    """Return the day of completion, until it is established that of the seller's notice or the planned one."""
    return completed_on or completion_notified_on or works_end


agreement_before_letting = derived(
    Operation.first_letting - months(1),
    of=Operation,
    when=is_to_sign_with_pls,
    title=text(
        fr="Un mois avant la mise en location, jour avant lequel signer aussi la convention",
        en="A month before the first letting, by which the agreement is to be signed too",
    ),
    source=APL_CONVENTION,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Sans convention signée alors, l’APL n’est pas versée à la mise en location (de mémoire).",
        en="Where the agreement is not signed by then, no housing benefit (APL) is paid from the first letting (from memory).",
    ),
)


@calculation(
    of=Operation,
    when=awaits_its_first_instalment,
    title=text(fr="Premier acompte, avant lequel signer la convention", en="First instalment, by which to sign the agreement"),
    source=(AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS),
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Jour de sa demande ; avant elle, un mois après le démarrage, quand les premières factures sont là.",
        en="The day on which it was asked for; until then a month after the start, when the first bills are there.",
    ),
)
def first_instalment_day(
    subsidy_amount: Decimal, first_instalment_requested_on: date | None, works_started_on: date | None, works_start: date
) -> date | None:
    """Return the day of its request, until then a month after the start of the works, done or planned; none without subsidy."""
    if subsidy_amount <= 0:
        return None
    return first_instalment_requested_on or shift(works_started_on or works_start, months(1))


@calculation(
    of=Operation,
    when=awaits_its_first_instalment,
    title=text(fr="Jour avant lequel signer la convention APL", en="Day by which to sign the APL agreement"),
    source=(APL_CONVENTION, REDUCED_VAT_AGREEMENT, AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS),
    confidence=Confidence.FROM_MEMORY,
)
def agreement_signature_day(first_letting: date, reduced_vat_agreement_day: date | None, first_instalment_day: date | None) -> date:
    """Return a month before the first letting, or what comes before it: the completion for VAT, the first instalment of a subsidy."""
    days = (shift(first_letting, months(-1)), reduced_vat_agreement_day, first_instalment_day)
    return min(day for day in days if day is not None)


@calculation(
    of=Operation,
    when=is_paid_in_instalments,
    title=text(fr="Acompte demandé avant la signature de la convention APL", en="Instalment asked for before the APL agreement was signed"),
    source=(AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS),
    confidence=Confidence.DERIVED,
)
def paid_without_agreement(convention_signed_on: date | None, first_instalment_requested_on: date | None) -> bool:
    """Tell whether the agreement is not signed, or was after the request: the day of the payment, which follows it, is not known."""
    if convention_signed_on is None:
        return True
    return first_instalment_requested_on is not None and convention_signed_on > first_instalment_requested_on


@calculation(
    of=Operation,
    when=is_to_sign_after_an_instalment,
    title=text(
        fr="Jour avant lequel signer la convention APL, un acompte versé sans elle",
        en="Day by which to sign the APL agreement, an instalment being paid without it",
    ),
    source=(APL_CONVENTION, REDUCED_VAT_AGREEMENT),
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="L’acompte déjà versé ne fixe plus de jour pour la signer ; le faire avant de demander le suivant, qui n’a pas de jour. PLUS et "
        "PLAI : une convention ou deux, le service instructeur le dit (de mémoire).",
        en="The instalment already paid no longer sets a day for signing it; do so before the next one is asked for, which has no day. "
        "PLUS and PLAI: one agreement or two, the office that examines it says which (from memory).",
    ),
)
def agreement_day_after_instalment(first_letting: date, reduced_vat_agreement_day: date | None) -> date:
    """Return a month before the first letting, or the completion for VAT where it comes before."""
    last = shift(first_letting, months(-1))
    return last if reduced_vat_agreement_day is None else min(last, reduced_vat_agreement_day)

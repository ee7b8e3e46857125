"""Until when an APL convention is to be signed, by what waits for it."""

from datetime import date
from decimal import Decimal

from domain.calendar import days, months, shift
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.conventions import APL_CONVENTION
from rules.sources.funding import AGREEMENT_BEFORE_PALULOS, AGREEMENT_BEFORE_PAYMENT
from rules.sources.taxes import AGREEMENT_BEFORE_COMPLETION, OFF_PLAN_TAX, REDUCED_VAT_AGREEMENT
from rules.vocabulary.conventions import (
    awaits_its_first_instalment,
    is_paid_in_instalments,
    is_to_sign_an_agreement,
    is_to_sign_for_reduced_vat,
)
from rules.vocabulary.off_plan import is_complete_by_notice_alone

# That it is judged where the tax arises is deduced: told with each day that it gives.
RATE = text(
    fr="La TVA à 10 % ou 5,5 % exige une convention conclue avec l’État. La taxe naît à l’achèvement, en VEFA aussi, même si la livraison "
    "vient après (réponse ministérielle de 2022) : il en est déduit que la convention le précède, comme un tribunal l’a jugé pour des "
    "établissements médico-sociaux, où l’administration l’exigeait avant les travaux.",
    en="VAT at 10% or 5.5% is granted only where an agreement is made with the State. The tax arises at the completion, off plan too, "
    "though the delivery comes later (answer of the minister, 2022): that the agreement comes before it is deduced from this, as a court "
    "judged for medical and social institutions, where the tax office required it before the works.",
)

TITLE = text(fr="Signature de la convention APL", en="Signature of the APL agreement (convention APL)")


@calculation(
    of=Operation,
    when=is_to_sign_an_agreement,
    doubt=is_complete_by_notice_alone,
    title=text(
        fr="Veille de l’achèvement, dernier jour pour signer la convention (TVA réduite)",
        en="Eve of the completion, last day to sign the agreement (reduced VAT)",
    ),
    source=(REDUCED_VAT_AGREEMENT, OFF_PLAN_TAX, AGREEMENT_BEFORE_COMPLETION),
    confidence=Confidence.DERIVED,
    note=RATE,
)
def reduced_vat_agreement_day(
    reduced_vat: bool, completed_on: date | None, completion_notified_on: date | None, works_end: date
) -> date | None:
    """Return the eve of the completion, until that is established of the seller's notice or the planned day; none at another rate."""
    return shift(completed_on or completion_notified_on or works_end, days(-1)) if reduced_vat else None


@calculation(
    of=Operation,
    when=is_to_sign_for_reduced_vat,
    doubt=is_complete_by_notice_alone,
    title=text(
        fr="Veille de l’achèvement, dernier jour pour signer la convention si la TVA est à 10 % ou 5,5 %",
        en="Eve of the completion, last day to sign the agreement if VAT is at 10% or 5.5%",
    ),
    source=(REDUCED_VAT_AGREEMENT, OFF_PLAN_TAX, AGREEMENT_BEFORE_COMPLETION),
    confidence=Confidence.DERIVED,
    note=RATE,
)
def pls_reduced_vat_day(completed_on: date | None, completion_notified_on: date | None, works_end: date) -> date:
    """Return the eve of the completion, until that is established of the seller's notice or the planned day."""
    return shift(completed_on or completion_notified_on or works_end, days(-1))


@calculation(
    of=Operation,
    when=is_to_sign_an_agreement,
    title=text(fr="Premier acompte, avant lequel signer la convention", en="First instalment, by which to sign the agreement"),
    source=(AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS),
    confidence=Confidence.DERIVED,
    note=text(
        fr="Jour de sa demande, qui précède le versement ; tant qu’il n’est pas connu, supposé un mois après le démarrage (proposé par "
        "l’outil : il suit les dépenses).",
        en="The day on which it was asked for, before the payment; while that is not known, taken to be a month after the start (proposed "
        "by this tool: it follows the expenses).",
    ),
)
def first_instalment_day(
    subsidy_amount: Decimal, first_instalment_requested_on: date | None, works_started_on: date | None, works_start: date
) -> date | None:
    """Return the day of its request, until then a month after the start of the works, done or planned; none without subsidy."""
    if subsidy_amount <= 0:
        return None
    return first_instalment_requested_on or shift(works_started_on or works_start, months(1))


# That the tenants of a renovated building stay is told by a letting that is there when the works start: calculations.convention_dates.
@calculation(
    of=Operation,
    when=is_to_sign_an_agreement,
    title=text(fr="Jour avant lequel signer la convention APL", en="Day by which to sign the APL agreement"),
    source=(APL_CONVENTION, REDUCED_VAT_AGREEMENT, AGREEMENT_BEFORE_PAYMENT, AGREEMENT_BEFORE_PALULOS),
    confidence=Confidence.FROM_MEMORY,
)
def agreement_signature_day(
    kind: OperationKind,
    first_letting: date,
    works_start: date,
    reduced_vat_agreement_day: date | None,
    first_instalment_day: date | None,
) -> date | None:
    """Return the first of these: the instalment, for VAT the eve of completion and, where tenants are to come, a month before them."""
    stay = kind is OperationKind.REHABILITATION and first_letting <= works_start
    last = (None if stay else shift(first_letting, months(-1)), reduced_vat_agreement_day, first_instalment_day)
    return min((day for day in last if day is not None), default=None)


@calculation(
    of=Operation,
    when=awaits_its_first_instalment,
    title=text(
        fr="Jour conseillé pour signer la convention APL (avant le démarrage, à la TVA réduite)",
        en="Day advised to sign the APL agreement (before the start, at the reduced VAT)",
    ),
    source=AGREEMENT_BEFORE_COMPLETION,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Conseil : aucun texte trouvé ne l’exige pour des logements ; l’administration l’exigeait d’établissements médico-sociaux.",
        en="Advice: no text that was found requires it for dwellings; the tax office required it of medical and social institutions.",
    ),
)
def advised_agreement_day(
    kind: OperationKind,
    reduced_vat: bool,
    works_started_on: date | None,
    works_start: date,
    agreement_signature_day: date | None,
) -> date | None:
    """Return the eve of the planned start at the reduced rate, while the works, not the seller's, are ahead; else the last day."""
    advised = reduced_vat and works_started_on is None and kind is not OperationKind.OFF_PLAN_PURCHASE
    days_told = (shift(works_start, days(-1)) if advised else None, agreement_signature_day)
    return min((day for day in days_told if day is not None), default=None)


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

"""The life of a planning permission: decision, appeals, withdrawal, expiry."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.calendar import months, shift, years
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.planning import PERMIT_DELAYS, PERMIT_INSTRUCTION

TITLE = text(fr="Dates des autorisations d’urbanisme", en="Dates of planning permissions")

missing_documents_notice_limit = derived(
    Operation.permit_filed_on + months(1),
    of=Operation,
    title=text(fr="Date limite de notification des pièces manquantes du permis", en="Last day to give notice of missing permit documents"),
    source=PERMIT_INSTRUCTION,
)

missing_documents_limit = derived(
    Operation.missing_documents_notified_on + months(3),
    of=Operation,
    title=text(fr="Date limite d’envoi des pièces manquantes du permis", en="Last day to send the missing permit documents"),
    source=PERMIT_INSTRUCTION,
)


@calculation(
    of=Operation,
    title=text(fr="Date de décision tacite du permis", en="Day of the implicit decision on the permit"),
    source=PERMIT_INSTRUCTION,
    note=text(
        fr="Les deux mois de la démolition ont été trouvés ; trois et un mois sont de mémoire, un mois de plus dans certains cas.",
        en="The two months of a demolition were found; three and one are from memory, with one more month in some cases.",
    ),
)
def implicit_permit_decision(
    permit_completed_on: date | None, permission: PlanningPermission, permit_instruction_months: Mapping[str, Decimal]
) -> date | None:
    """Count the months of instruction from the complete file; none without a file or without a permission to ask for."""
    if permit_completed_on is None or permission is PlanningPermission.NONE:
        return None
    return shift(permit_completed_on, months(int(permit_instruction_months[permission.name])))


permit_appeal_end = derived(
    Operation.permit_posted_on + months(2),
    of=Operation,
    title=text(fr="Fin du recours des tiers", en="End of third-party appeals"),
    source=PERMIT_DELAYS,
)

permit_withdrawal_end = derived(
    Operation.permit_granted_on + months(3),
    of=Operation,
    title=text(fr="Fin du délai de retrait du permis", en="End of the withdrawal period of the permit"),
    source=PERMIT_DELAYS,
)


@calculation(of=Operation, title=text(fr="Date de purge du permis", en="Day from which the permit is safe"), source=PERMIT_DELAYS)
def permit_purge_date(permit_appeal_end: date | None, permit_withdrawal_end: date | None) -> date | None:
    """Return the later of the two; none until the permit is granted and posted."""
    return None if permit_appeal_end is None or permit_withdrawal_end is None else max(permit_appeal_end, permit_withdrawal_end)


@calculation(of=Operation, title=text(fr="Péremption du permis", en="Expiry of the permit"), source=PERMIT_DELAYS)
def permit_expiry(permit_granted_on: date | None, permit_extended_on: date | None, permit_extended_again_on: date | None) -> date | None:
    """Count three years from the grant, and one more for each of at most two extensions; none without a permit."""
    if permit_granted_on is None:
        return None
    extensions = [each for each in (permit_extended_on, permit_extended_again_on) if each is not None]
    return shift(permit_granted_on, years(3 + len(extensions)))


permit_extension_limit = derived(
    permit_expiry - months(2),
    of=Operation,
    title=text(fr="Date limite de demande de prorogation", en="Last day to ask for an extension of the permit"),
    source=PERMIT_DELAYS,
)

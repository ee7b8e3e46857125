"""From which day a demolition permit holds, written or of silence: enforceable, and no longer to be withdrawn."""

from datetime import date

from domain.calendar import days, months
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.planning import DEMOLITION_PERMIT_ENFORCEABLE, PERMIT_INSTRUCTION, PERMIT_WITHDRAWAL
from rules.vocabulary.operations import needs_demolition_permit

TITLE = text(fr="Permis de démolir", en="Demolition permits")


@calculation(
    of=Operation,
    when=needs_demolition_permit,
    title=text(fr="Jour du permis de démolir, obtenu ou attendu", en="Day of the demolition permit, granted or expected"),
    source=PERMIT_INSTRUCTION,
)
def demolition_permit_day(permit_decided_on: date | None, implicit_permit_decision: date | None) -> date | None:
    """Return the day of the permit, or that on which silence grants it; none while the file is not complete."""
    return implicit_permit_decision if permit_decided_on is None else permit_decided_on


demolition_permit_enforceable_on = derived(
    demolition_permit_day + days(15),
    of=Operation,
    when=needs_demolition_permit,
    title=text(fr="Permis de démolir exécutoire, au plus tôt", en="Demolition permit enforceable, at the earliest"),
    confidence=Confidence.DERIVED,
    source=DEMOLITION_PERMIT_ENFORCEABLE,
    note=text(
        fr="Quinze jours après sa notification ou sa naissance par silence, et après sa transmission au préfet.",
        en="Fifteen days after it is notified, or granted by silence, and after it is sent to the prefect.",
    ),
)

demolition_permit_withdrawal_end = derived(
    demolition_permit_day + months(3),
    of=Operation,
    when=needs_demolition_permit,
    title=text(
        fr="Fin du délai de retrait du permis de démolir, obtenu ou attendu",
        en="End of the withdrawal period of the demolition permit, granted or expected",
    ),
    source=PERMIT_WITHDRAWAL,
)

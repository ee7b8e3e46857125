"""How long a call for tenders takes where the contractor, once its contract is signed, has a plan of the asbestos removal to write."""

from domain.calendar import days, months
from domain.conditions import happened, not_before, passed
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.asbestos import ASBESTOS_REMOVAL_PLAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.buildings import TENDER_TIME, has_asbestos_to_plan_for
from rules.vocabulary.operations import has_works_of_its_own, works_are_ahead

TITLE = text(fr="Consultation d’un chantier avec amiante", en="Call for tenders of works with asbestos")

# A month more than without asbestos (tasks.works_contracts.tender_time): the plan goes out thirty days before the removal.
tender_time_with_asbestos = task(
    of=Operation,
    title=text(
        fr="Prévoir plus de quatre mois entre la consultation des entreprises et le démarrage (plan de retrait amiante)",
        en="Plan more than four months from the call for tenders to the start of the works (asbestos removal plan)",
    ),
    display=has_works_of_its_own & has_asbestos_to_plan_for & ~happened(Operation.tender_awarded_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=(happened(Operation.tender_launched_on) & not_before(Operation.works_start, Operation.tender_launched_on + months(4) + days(1)))
    | (
        ~happened(Operation.tender_launched_on)
        & ~passed(Operation.tender_launch)
        & not_before(Operation.works_start, Operation.tender_launch + months(4) + days(1))
    ),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(NO_TEXT_FOUND, ASBESTOS_REMOVAL_PLAN),
    note=TENDER_TIME,
)

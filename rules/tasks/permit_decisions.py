"""What became of the application for a planning permission: nobody is late who notes a decision after a tacit one."""

from domain.calendar import days, months
from domain.conditions import happened, later, reached
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.calculations.demolition_permits import demolition_permit_enforceable_on
from rules.calculations.permit_dates import implicit_permit_decision
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import DEMOLITION_PERMIT_ENFORCEABLE, PERMIT_INSTRUCTION, TACIT_PERMIT
from rules.vocabulary.operations import is_building_work, is_rehabilitation, needs_building_permit, needs_demolition_permit, works_are_ahead

TITLE = text(fr="Décisions d’urbanisme", en="Decisions on planning applications")

# The first half only tells that the decision came after a tacit one.
GRANTED = (happened(Operation.permit_granted_on) & later(Operation.permit_granted_on, than=implicit_permit_decision)) | happened(
    Operation.permit_granted_on
)
TACIT = text(
    fr="Le silence vaut accord ce jour-là, sauf exceptions : l’indiquer alors comme jour de l’autorisation, et en demander le certificat "
    "(R424-13, de mémoire). Une décision expresse venue plus tard ne change pas ce jour.",
    en="Silence means consent on that day, with exceptions: then record it as the day of the permission, and ask for its certificate "
    "(R424-13, from memory). An express decision that comes later does not change that day.",
)

demolition_permit_decision = task(
    of=Operation,
    title=text(fr="Constater la décision (même tacite) du permis de démolir", en="Note the decision (even tacit) on the demolition permit"),
    display=needs_demolition_permit,
    open_while=happened(Operation.permit_filed_on),
    counts_to=implicit_permit_decision,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=GRANTED,
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=(PERMIT_INSTRUCTION, TACIT_PERMIT),
    note=TACIT,
)

# What a text wants of the start: the ends of appeals and of withdrawal are waited for out of prudence.
demolition_permit_enforceable = task(
    of=Operation,
    title=text(
        fr="Attendre que le permis de démolir soit exécutoire (quinze jours)",
        en="Wait until the demolition permit is enforceable (fifteen days)",
    ),
    display=needs_demolition_permit,
    open_while=happened(Operation.permit_filed_on) & works_are_ahead,
    counts_to=demolition_permit_enforceable_on,
    closed=reached(demolition_permit_enforceable_on),
    blocks=("tasks.works_contracts.start_order",),
    confidence=Confidence.DERIVED,
    source=DEMOLITION_PERMIT_ENFORCEABLE,
)

building_permit_decision = task(
    of=Operation,
    title=text(fr="Constater la décision (même tacite) d’urbanisme", en="Note the decision (even tacit) on the planning permission"),
    display=is_building_work & needs_building_permit | is_rehabilitation & (Operation.permission == PlanningPermission.PRIOR_DECLARATION),
    open_while=happened(Operation.permit_filed_on),
    counts_to=implicit_permit_decision,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=GRANTED,
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=(PERMIT_INSTRUCTION, TACIT_PERMIT),
    note=TACIT,
)

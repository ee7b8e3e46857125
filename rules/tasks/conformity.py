"""Whether the works are as permitted: completion declaration, attestation, contest."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import COMPLETION_DECLARATION, THERMAL_ATTESTATION
from rules.vocabulary.operations import is_building_work

# No text fixes a delay.
completion_declaration = task(
    of=Operation,
    title=text(fr="Déposer la déclaration d’achèvement (DAACT)", en="File the completion declaration (DAACT)"),
    display=is_building_work & happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.completion_declared_on),
    delay_confidence=Confidence.PROPOSAL,
    source=COMPLETION_DECLARATION,
)

thermal_attestation = task(
    of=Operation,
    title=text(fr="Joindre l’attestation thermique à la DAACT", en="Attach the thermal attestation to the DAACT"),
    display=is_building_work & Operation.thermal_regulation & happened(Operation.completed_on),
    counts_to=Operation.completion_declared_on,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.thermal_attestation_attached_on),
    source=(THERMAL_ATTESTATION, COMPLETION_DECLARATION),
)

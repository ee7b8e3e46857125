"""Whether the works are as permitted: completion declaration, attestation, contest."""

from domain.calendar import days, months
from domain.conditions import happened, passed
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import conformity_contest_end
from rules.engine.declare import Alert, Confidence, task
from rules.sources.certificates import (
    ACCESSIBILITY_ATTESTATION,
    ACOUSTIC_ATTESTATION,
    COMPLETION_SEISMIC_ATTESTATION,
    THERMAL_ATTESTATION,
)
from rules.sources.planning import COMPLETION_DECLARATION, NO_CONTEST_CERTIFICATE
from rules.vocabulary.operations import is_building_work, is_construction

TITLE = text(fr="Conformité des travaux", en="Conformity of the works")

# No text fixes a delay.
completion_declaration = task(
    of=Operation,
    title=text(fr="Déposer la déclaration d’achèvement (DAACT)", en="File the completion declaration (DAACT)"),
    display=is_building_work,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.completion_declared_on),
    delay_confidence=Confidence.PROPOSAL,
    source=COMPLETION_DECLARATION,
)

thermal_attestation = task(
    of=Operation,
    title=text(fr="Joindre l’attestation thermique à la DAACT", en="Attach the thermal certificate to the DAACT"),
    display=is_building_work & Operation.thermal_regulation,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completion_declared_on,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.thermal_attestation_attached_on),
    source=(THERMAL_ATTESTATION, COMPLETION_DECLARATION),
)

construction_certificates = task(
    of=Operation,
    title=text(
        fr="Joindre à la DAACT les attestations d’accessibilité et, si elles sont dues, acoustique et parasismique",
        en="Attach to the DAACT the certificates on accessibility and, where due, on acoustics and earthquakes",
    ),
    display=is_construction,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completion_declared_on,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.construction_certificates_attached_on),
    source=(ACCESSIBILITY_ATTESTATION, ACOUSTIC_ATTESTATION, COMPLETION_SEISMIC_ATTESTATION),
    note=text(fr="Lesquelles sont dues est dit parmi les pièces.", en="Which of them are due is told among the documents."),
)

# It may be contested on the last day too.
conformity_contest = task(
    of=Operation,
    title=text(
        fr="Constater la fin du délai de contestation de la conformité", en="Record the end of the period for contesting conformity"
    ),
    display=is_building_work & happened(Operation.completion_declared_on),
    counts_to=conformity_contest_end + days(1),
    closed=passed(conformity_contest_end),
    delay_confidence=Confidence.PROPOSAL,
    source=COMPLETION_DECLARATION,
    note=text(
        fr="Le calendrier seul le dit fini : que rien n’ait été contesté, seule l’attestation de non-contestation le prouve. Cinq mois "
        "au lieu de trois si le récolement est obligatoire (R462-7).",
        en="The calendar alone says that it is over: only the no-contest certificate proves that nothing was contested. Five months "
        "instead of three where the inspection is mandatory (R462-7).",
    ),
)

no_contest_certificate = task(
    of=Operation,
    title=text(fr="Demander l’attestation de non-contestation", en="Ask for the no-contest certificate"),
    display=is_building_work,
    open_while=happened(Operation.completion_declared_on) & passed(conformity_contest_end),
    counts_to=conformity_contest_end + months(1),
    closed=happened(Operation.no_contest_certificate_received_on),
    delay_confidence=Confidence.PROPOSAL,
    source=NO_CONTEST_CERTIFICATE,
)

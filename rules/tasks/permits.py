"""Planning permissions: applying, posting, starting before they expire."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.permit_dates import missing_documents_limit, permit_expiry, permit_extension_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import BUILDING_PERMIT_FILE, DEMOLITION_PERMIT_FILE, PERMIT_DELAYS, PERMIT_INSTRUCTION, PERMIT_POSTING
from rules.vocabulary.operations import needs_building_permit, needs_demolition_permit

# Three months of instruction (from memory) and three months in which the permit may be withdrawn.
building_permit_filing = task(
    of=Operation,
    title=text(fr="Déposer la demande de permis de construire", en="File the building permit application"),
    display=needs_building_permit,
    counts_to=Operation.works_start - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.permit_filed_on),
    delay_confidence=Confidence.DERIVED,
    source=(BUILDING_PERMIT_FILE, PERMIT_INSTRUCTION, PERMIT_DELAYS),
)

# Two months of instruction and three months in which the permit may be withdrawn.
demolition_permit_filing = task(
    of=Operation,
    title=text(fr="Déposer la demande de permis de démolir", en="File the demolition permit application"),
    display=needs_demolition_permit,
    counts_to=Operation.works_start - months(5),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.permit_filed_on),
    delay_confidence=Confidence.DERIVED,
    source=(DEMOLITION_PERMIT_FILE, PERMIT_INSTRUCTION),
)

missing_permit_documents = task(
    of=Operation,
    title=text(fr="Envoyer les pièces manquantes du permis", en="Send the missing permit documents"),
    display=happened(Operation.missing_documents_notified_on),
    counts_to=missing_documents_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.permit_completed_on),
    source=PERMIT_INSTRUCTION,
    note=text(fr="Passé ce délai, la demande est rejetée tacitement.", en="After that day the application is implicitly rejected."),
)

permit_posting = task(
    of=Operation,
    title=text(fr="Afficher le permis sur le terrain", en="Post the permit on site"),
    display=happened(Operation.permit_granted_on),
    counts_to=Operation.permit_granted_on + days(15),
    alerts={Alert.CRITICAL: days(5)},
    closed=happened(Operation.permit_posted_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PERMIT_POSTING,
)

start_before_permit_expiry = task(
    of=Operation,
    title=text(fr="Démarrer les travaux avant la péremption du permis", en="Start the works before the permit expires"),
    display=happened(Operation.permit_granted_on),
    counts_to=permit_expiry,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.works_started_on),
    source=PERMIT_DELAYS,
)

permit_extension = task(
    of=Operation,
    title=text(fr="Demander la prorogation du permis", en="Ask for an extension of the permit"),
    display=happened(Operation.permit_granted_on),
    counts_to=permit_extension_limit,
    shown_from=months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.permit_extension_requested_on) | happened(Operation.works_started_on),
    source=PERMIT_DELAYS,
)

site_opening = task(
    of=Operation,
    title=text(fr="Déposer la déclaration d’ouverture de chantier", en="File the site opening declaration"),
    display=needs_building_permit & happened(Operation.works_started_on),
    counts_to=Operation.works_started_on,
    closed=happened(Operation.site_opening_declared_on),
    source=PERMIT_POSTING,
)

"""What the contractors hand over once the works are accepted."""

from domain.calendar import days
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import as_built_documents_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.sites import AS_BUILT_DOCUMENTS
from rules.vocabulary.operations import is_building_work

TITLE = text(fr="Dossier des ouvrages exécutés", en="As-built documents")

as_built_documents = task(
    of=Operation,
    title=text(fr="Recevoir le dossier des ouvrages exécutés (DOE)", en="Receive the as-built documents"),
    display=is_building_work,
    open_while=happened(Operation.accepted_on),
    counts_to=as_built_documents_day,
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.as_built_documents_received_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=AS_BUILT_DOCUMENTS,
    note=text(
        fr="Si le marché se réfère au CCAG Travaux de 2021 : notices de fonctionnement, prescriptions de maintenance et pièces du DIUO au "
        "plus tard quand l’entreprise demande la réception ; le reste (plans, garanties), un mois depuis la notification de la décision "
        "de réception, reporté au premier jour ouvrable. Tant que ce jour n’est pas indiqué, le mois est compté de la réception : pour "
        "le reste seul, l’échéance réelle peut être plus tardive.",
        en="Where the contract refers to the CCAG Travaux of 2021: operating notices, maintenance instructions and papers for the DIUO at "
        "the latest when the contractor asks for the acceptance; the rest (plans, guarantees), a month from the notification of the "
        "acceptance decision, moved to the next working day. As long as that day is not given, the month is counted from the acceptance: "
        "for the rest alone, the real due day may be later.",
    ),
)

"""What follows the intent to demolish: the answer of the prefect, which no text that was found gives a time to."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import DEMOLITION_CIRCULAR
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Suites du dossier d’intention de démolir", en="What follows the intent to demolish")

# A day to ask again, proposed: silence has none in the texts that were found.
intention_answer = task(
    of=Operation,
    title=text(
        fr="Obtenir la réponse du préfet au dossier d’intention (prise en considération)",
        en="Obtain the answer of the prefect to the intent-to-demolish file (prise en considération)",
    ),
    display=is_demolition & happened(Operation.intention_file_deposited_on),
    open_while=~happened(Operation.prefect_authorised_on),
    counts_to=Operation.intention_file_deposited_on + months(3),
    alerts={Alert.MODERATE: months(1)},
    closed=happened(Operation.intention_file_answered_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_CIRCULAR,
    note=text(
        fr="D’usage, le préfet prend le dossier en considération par écrit, et le relogement s’engage alors : la circulaire veut qu’il en "
        "soit informé en amont, sans délai de réponse. Après trois mois de silence, relancer par écrit, jusqu’à une réponse écrite.",
        en="In practice the prefect takes the file into consideration in writing, and the rehousing starts then: the circular wants the "
        "prefect informed beforehand, and sets no time to answer. After three months of silence ask again in writing, until there is a "
        "written answer.",
    ),
)

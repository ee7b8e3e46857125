"""What follows the intent to demolish: the answer of the prefect, then the request; no text that was found sets their days."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import DEMOLITION_AUTHORISATION, DEMOLITION_CIRCULAR
from rules.vocabulary.demolitions import is_demolition_to_authorise
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

# Nobody authorises what nobody asked for. Two months for the prefect: as for a file of a subsidy to be found complete.
authorisation_request = task(
    of=Operation,
    title=text(fr="Demander l’autorisation de démolir au préfet", en="Request the demolition authorisation of the prefect"),
    display=is_demolition_to_authorise,
    open_while=~happened(Operation.prefect_authorised_on),
    counts_to=Operation.works_start - months(8),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.prefect_authorisation_requested_on),
    blocks=("tasks.demolition.prefect_authorisation",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_AUTHORISATION,
    note=text(
        fr="Le dossier d’intention n’en tient pas lieu. Y joindre (de mémoire ; liste à demander à la DDT) : délibération, accords de la "
        "commune et des garants, état des prêts et des aides, plan de relogement, bilan de la concertation. Si l’État finance et que le "
        "préfet veut un seul dossier, déposer avec elle le dossier définitif.",
        en="The intention file does not take its place. Join to it (from memory; ask the DDT for its list): the resolution, the agreements "
        "of the commune and of the guarantors, the state of loans and aid, the rehousing plan, the outcome of the consultation. Where the "
        "State funds and the prefect wants a single file, file the final application with it.",
    ),
)

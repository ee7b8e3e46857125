"""How long the prefect has left the intent to demolish without an answer."""

from datetime import date

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import awaits_an_answer_for_long

TITLE = text(fr="Suites du dossier d’intention de démolir", en="What follows the intent to demolish")


@calculation(
    of=Operation,
    when=awaits_an_answer_for_long,
    title=text(
        fr="Dépôt du dossier d’intention resté sans réponse du préfet",
        en="Filing of the intent to demolish that the prefect has left without an answer",
    ),
    confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    headline=Headline.INTENTION_UNANSWERED.label,
    note=text(
        fr="Dit à partir de trois mois de silence : aucun texte trouvé ne fixe de délai pour répondre.",
        en="Told from three months of silence on: no text that was found sets a time to answer.",
    ),
)
def unanswered_intention(intention_file_deposited_on: date | None) -> date | None:
    """Return the day from which an answer is waited for."""
    return intention_file_deposited_on

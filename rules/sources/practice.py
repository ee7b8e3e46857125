"""What no text was found for."""

from domain.text import text
from rules.engine.declare import Source

NO_TEXT_FOUND = Source(
    reference="Usage de la profession, aucun texte trouvé",
    title=text(fr="Usage de la profession, aucun texte trouvé", en="Professional practice, no text found"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)

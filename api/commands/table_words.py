"""What stands in the tables of dated figures, in words."""

from collections.abc import Iterable

from domain.text import Language, Text, text
from rules.engine.language.words import said_unit
from rules.engine.plan import FactPlan

KEYS: dict[str, Text] = {
    "COUPLE": text(fr="Couple", en="Couple"),
    "EXTRA": text(fr="Par personne à charge de plus", en="Each further dependant"),
    "GREENHOUSE_GAS": text(fr="Gaz à effet de serre", en="Greenhouse gas"),
    "HOUSING": text(fr="Logement", en="Housing"),
    "INSPECTION_MANDATORY": text(fr="Récolement obligatoire", en="Inspection mandatory"),
    "LATEST": text(fr="Dernier indice", en="Latest index"),
    "LOWER": text(fr="Seuil bas", en="Lower threshold"),
    "ORDINARY": text(fr="Cas ordinaire", en="Ordinary case"),
    "PREVIOUS": text(fr="Indice d’un an avant", en="Index of the year before"),
    "PRIMARY_ENERGY": text(fr="Énergie primaire", en="Primary energy"),
    "REDUCED_FROM": text(fr="Réduite à partir de", en="Reduced from"),
    "SINGLE": text(fr="Personne seule", en="Single person"),
    "STOPPED_FROM": text(fr="Supprimée à partir de", en="Stopped from"),
    "UPPER": text(fr="Seuil haut", en="Upper threshold"),
    "WITHOUT_LIFT": text(fr="Sans ascenseur", en="Without lift"),
    "WITH_LIFT": text(fr="Avec ascenseur", en="With lift"),
    "extra_person": text(fr="Par personne de plus", en="Each further person"),
}
NUMBERS: dict[str, Text] = {
    "altitude": text(fr="au-delà de {} m", en="above {} m"),
    "apl": text(fr="{} à charge", en="{} dependants"),
    "energy": text(fr="{} pièces", en="{} rooms"),
    "plai": text(fr="Catégorie {}", en="Category {}"),
    "plus": text(fr="Catégorie {}", en="Category {}"),
    "rls": text(fr="{} à charge", en="{} dependants"),
    "sls": text(fr="à partir de {} %", en="from {}%"),
}
"""What a number stands for where it is the key of a table, by how the figure's id begins."""


def key_in_words(key: str, figure: str, facts: Iterable[FactPlan], language: Language) -> str:
    """Return a key of a table in words: its own, those of the choice of a fact, or of what is counted."""
    if key in KEYS:
        return KEYS[key].in_language(language)
    if key.isdigit():
        pattern = NUMBERS.get(figure.partition("_")[0])
        return key if pattern is None else pattern.in_language(language).format(key)
    found = next((fact.choices[key] for fact in facts if key in fact.choices), None)
    return key if found is None else found.in_language(language)


def unit_beside(unit: str | None, language: Language) -> str:
    """Return what stands beside a name that is counted in *unit*; nothing for a share, of which values say that it is one."""
    return "" if unit is None or unit == "ratio" else said_unit(unit, language)

"""What the command line says around dated figures: in force since when, without a newer value, without any; in French and English."""

from domain.text import Text, text
from rules.engine.language.doubts import EFFECT_NOT_FOUND, IN_FORCE_SINCE

FIGURE_WORDS: dict[str, Text] = {
    "in_force_since": IN_FORCE_SINCE,
    "in_force_then": EFFECT_NOT_FOUND,
    "sure_until": text(
        fr="après le {}, aucune valeur plus récente trouvée : à vérifier", en="after {}, no newer value found: to be verified"
    ),
    "missing_figures": text(
        fr="Valeurs publiées que cet outil n’a pas pour ce jour", en="Published figures that this tool does not hold for that day"
    ),
    "aged_figures": text(fr="Valeurs publiées peut-être dépassées", en="Published figures that may be out of date"),
    "doubts": text(fr="Ce qui est supposé ici, à vérifier", en="What is assumed here, to be verified"),
    "to_verify": text(fr="À vérifier", en="To be verified"),
    "concerns": text(fr="concerne", en="concerns"),
    "why_not_calculated": text(fr="Ce qui n’est pas encore calculable", en="What is not calculable yet"),
}

FIGURE_COUNTS: dict[str, tuple[Text, Text]] = {
    "missing_figures": (
        text(fr="{} valeur publiée que cet outil n’a pas", en="{} published figure that this tool does not hold"),
        text(fr="{} valeurs publiées que cet outil n’a pas", en="{} published figures that this tool does not hold"),
    ),
    "aged_figures": (
        text(fr="{} valeur publiée peut-être dépassée", en="{} published figure that may be out of date"),
        text(fr="{} valeurs publiées peut-être dépassées", en="{} published figures that may be out of date"),
    ),
}

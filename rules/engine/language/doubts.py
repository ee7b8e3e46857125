"""What is said of dated figures that are in doubt: since when they hold, that no newer value was found, that there is none for a day."""

from collections.abc import Iterable

from domain.text import Language, text
from rules.engine.answers.missing import MissingFigure
from rules.engine.language.words import said_day
from rules.engine.plan import FigurePeriod, Unit
from rules.engine.rule import Confidence

IN_FORCE_SINCE = text(fr="en vigueur depuis le {}", en="in force since {}")
EFFECT_NOT_FOUND = text(fr="date d’effet non trouvée : à vérifier", en="day of effect not found: to be verified")
NONE_NEWER = text(fr="aucune valeur plus récente trouvée : à vérifier", en="no newer value found: to be verified")
NO_VALUE = text(fr="cet outil n’a pas de valeur pour le {}", en="this tool holds no value for {}")
TO_VERIFY = text(fr="à vérifier", en="to be verified")
FROM_THEN = text(fr="la première trouvée ensuite vaut depuis le {}", en="the first found after it holds from {} on")
NONE_LATER = text(fr="à relever à la source", en="look it up at the source")


def said_period(period: FigurePeriod, language: Language, source: str = "", *, aged: bool) -> str:
    """
    Return since when a value holds, and how sure we are of it where no text says it outright.

    Args:
        period: it.
        language: to say it in.
        source: the text that it stands in, where that is to be said.
        aged: whether it is applied after its last sure day, as no newer one was found.
    """
    if period.dated:
        said = [IN_FORCE_SINCE.in_language(language).format(said_day(period.since, language)), source]
    else:
        said = [source, EFFECT_NOT_FOUND.in_language(language)]
    sure = Confidence[period.confidence]
    said.append("" if sure is Confidence.SOURCED else sure.label.in_language(language))
    return ", ".join(filter(None, [*said, NONE_NEWER.in_language(language) if aged else ""]))


def said_doubts(doubts: Iterable[Unit], language: Language, *, aged: bool) -> str:
    """Return what is to be verified of a value: that no newer figure was found, where it is *aged*, and what was taken for true."""
    said = NONE_NEWER.in_language(language) if aged else ""
    titles = (" ; " if language == "fr" else "; ").join(each.title.in_language(language) for each in doubts)
    if not titles:
        return said
    told = f"{TO_VERIFY.in_language(language)}{' : ' if language == 'fr' else ': '}{titles}"
    return f"{said}{' ; ' if language == 'fr' else '; '}{told}" if said else told


def said_missing(missing: MissingFigure, language: Language) -> str:
    """Return that a figure has no value on a day, and from which day it has one, or where to look it up."""
    said = NO_VALUE.in_language(language).format(said_day(missing.day.isoformat(), language))
    rest = NONE_LATER if missing.since is None else FROM_THEN
    later = rest.in_language(language).format("" if missing.since is None else said_day(missing.since, language))
    return f"{said}{' ; ' if language == 'fr' else '; '}{later}"

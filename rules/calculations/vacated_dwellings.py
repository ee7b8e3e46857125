"""Dwellings that households have left before a demolition: by when the last of them is secured."""

from datetime import date

from domain.calendar import days, shift
from domain.conditions import happened, values
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import leaves_vacated_dwellings_open

TITLE = text(fr="Logements libérés", en="Vacated dwellings")

departures = derived(
    values(Operation.rehousings, Rehousing.left_on, happened(Rehousing.left_on)),
    of=Operation,
    when=leaves_vacated_dwellings_open,
    title=text(fr="Départs de ménages", en="Departures of households"),
    source=NO_TEXT_FOUND,
)


@calculation(
    of=Operation,
    when=leaves_vacated_dwellings_open,
    title=text(fr="Repère de neutralisation des logements libérés", en="Date to secure the vacated dwellings"),
    confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Une semaine après le dernier départ : de quel logement un ménage est parti, le dossier ne le dit pas.",
        en="A week after the last departure: from which dwelling a household left, the file does not say.",
    ),
)
def securing_mark(departures: tuple[date | None, ...]) -> date | None:
    """Return a week after the last departure; none where nobody has left."""
    last = max((each for each in departures if each is not None), default=None)
    return None if last is None else shift(last, days(7))

"""Whom the housing benefit counts, and how."""

from domain.calendar import years
from domain.conditions import named, reached
from domain.persons import Person, Role
from domain.text import text

TITLE = text(fr="Aide au logement", en="Housing benefit")

is_spouse = named(
    text(fr="conjoint, partenaire de PACS ou concubin", en="spouse or partner"),
    Person.role == Role.SPOUSE,
)

# Disabled relatives and elderly parents who are dependants of the benefit are not told apart yet.
is_benefit_dependant = named(
    text(fr="enfant de moins de 21 ans", en="child under 21"),
    (Person.role == Role.CHILD) & ~reached(Person.born_on + years(21)),
)

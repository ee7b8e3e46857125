"""Whom the housing benefit counts, and how."""

from domain.calendar import years
from domain.conditions import any_of, named, reached
from domain.households import Household
from domain.persons import Person, Role
from domain.text import text
from rules.vocabulary.persons import is_in_alternating_custody, is_visiting_child

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

# No text was found that says whether the benefit counts them whole for each parent.
has_child_of_two_homes = named(
    text(
        fr="enfant qui vit aussi chez l’autre parent, compté entier pour l’aide au logement",
        en="child who also lives with the other parent, counted whole for the housing benefit",
    ),
    any_of(Household.persons, is_in_alternating_custody | is_visiting_child),
)

"""Who subsidises a demolition, and what belongs to urban renewal."""

from domain.conditions import named
from domain.funding import DemolitionFunder
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import is_construction, is_demolition, is_rehabilitation

TITLE = text(fr="Subventions", en="Subsidies")

is_funded_by_state = named(
    text(fr="démolition subventionnée par l’État", en="demolition that the State subsidises"),
    is_demolition & (Operation.demolition_funder == DemolitionFunder.STATE),
)

is_funded_by_anru = named(
    text(fr="démolition financée par l’ANRU", en="demolition that the ANRU funds"),
    is_demolition & (Operation.demolition_funder == DemolitionFunder.ANRU),
)

is_subsidised_by_anru = named(
    text(fr="opération que l’ANRU subventionne", en="operation that the ANRU subsidises"),
    Operation.anru_perimeter & (((is_construction | is_rehabilitation) & Operation.anru_subsidy) | is_funded_by_anru),
)

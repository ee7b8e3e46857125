"""Who subsidises a demolition, and what belongs to urban renewal."""

from decimal import Decimal

from domain.conditions import happened, named
from domain.funding import DemolitionFunder
from domain.operations import Operation
from domain.text import text
from rules.engine.figures import figure
from rules.vocabulary.operations import is_construction, is_demolition, is_not_complete, is_rehabilitation

TITLE = text(fr="Subventions", en="Subsidies")

is_funded_by_state = named(
    text(fr="démolition subventionnée par l’État", en="demolition that the State subsidises"),
    is_demolition & (Operation.demolition_funder == DemolitionFunder.STATE),
)

owes_the_final_application = named(
    text(fr="dossier définitif de démolition à déposer", en="final application for the demolition yet to be submitted"),
    is_funded_by_state & ~happened(Operation.demolition_file_deposited_on),
)

is_funded_by_anru = named(
    text(fr="démolition financée par l’ANRU", en="demolition that the ANRU funds"),
    is_demolition & (Operation.demolition_funder == DemolitionFunder.ANRU),
)

# That it opens at half of the works is our own proposal.
may_ask_an_intermediate_instalment = named(
    text(fr="acompte intermédiaire possible", en="an intermediate instalment may be asked for"),
    happened(Operation.works_started_on)
    & happened(Operation.first_instalment_requested_on)
    & is_not_complete
    & (Operation.works_progress >= figure("intermediate_instalment_progress", Decimal))
    & (Operation.instalments_paid < figure("instalments_ceiling", Decimal)),
)

is_subsidised_by_anru = named(
    text(fr="opération que l’ANRU subventionne", en="operation that the ANRU subsidises"),
    Operation.anru_perimeter & (((is_construction | is_rehabilitation) & Operation.anru_subsidy) | is_funded_by_anru),
)

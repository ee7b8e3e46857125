"""Who subsidises a demolition, and what belongs to urban renewal."""

from decimal import Decimal

from domain.conditions import exceeds, happened, known, named
from domain.funding import DemolitionFunder
from domain.operations import Operation
from domain.text import text
from rules.engine.figures import figure
from rules.vocabulary.conventions import is_to_sign_after_an_instalment
from rules.vocabulary.operations import (
    builds_or_acquires,
    is_construction,
    is_demolition,
    is_not_complete,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_subsidised,
)

TITLE = text(fr="Subventions", en="Subsidies")

# Who decides on State aid for dwellings, extends its days and pays: the prefect, or the local authority that they delegate it to.
AID_GRANTOR = text(
    fr="préfet ou délégataire des aides à la pierre (CCH, L301-5-1)",
    en="prefect, or the local authority that grants State housing aid in their place (CCH, L301-5-1)",
)

is_funded_by_state = named(
    text(fr="démolition subventionnée par l’État", en="demolition that the State subsidises"),
    is_demolition & (Operation.demolition_funder == DemolitionFunder.STATE),
)

is_taken_for_funded_by_state = named(
    text(
        fr="financeur de la démolition dans un périmètre ANRU : l’État d’après le dossier, l’ANRU d’ordinaire",
        en="who funds the demolition in an urban renewal area: the State by the file, usually the ANRU",
    ),
    is_funded_by_state & Operation.anru_perimeter,
    note=text(
        fr="À confirmer avant de déposer (de mémoire) : le dossier à remplir, qui le reçoit, ce qui autorise la démolition "
        "et le jour à attendre en dépendent.",
        en="To be confirmed before it is submitted (from memory): which file to fill in, who receives it, what authorises "
        "the demolition and which day to wait for depend on it.",
    ),
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

may_extend_palulos_works = named(
    text(fr="travaux PALULOS non achevés", en="PALULOS works not complete"),
    is_palulos_rehabilitation & is_not_complete,
)

is_subsidised_by_anru = named(
    text(fr="opération que l’ANRU subventionne", en="operation that the ANRU subsidises"),
    Operation.anru_perimeter & (((is_construction | is_rehabilitation) & Operation.anru_subsidy) | is_funded_by_anru),
)

supply_is_being_paid = named(
    text(fr="construction ou acquisition subventionnée, travaux démarrés", en="subsidised building or acquisition, works started"),
    builds_or_acquires & is_subsidised & happened(Operation.works_started_on),
)

# In proportion to what is spent: works ahead of what was paid tell that there is something to ask for.
may_ask_the_next_instalment = named(
    text(fr="acompte suivant possible : travaux plus avancés que les versements", en="next instalment possible: works ahead of payments"),
    supply_is_being_paid
    & happened(Operation.first_instalment_requested_on)
    & is_not_complete
    & (Operation.instalments_paid < figure("supply_instalments_ceiling", Decimal))
    & exceeds(Operation.works_progress, Operation.instalments_paid),
)

# Told where its parts are known, and asked of nobody.
instalment_waits_for_agreement = named(
    text(fr="acompte suivant possible, convention APL à signer", en="next instalment possible, APL agreement to sign"),
    known(Operation.works_progress) & is_to_sign_after_an_instalment & may_ask_the_next_instalment,
)

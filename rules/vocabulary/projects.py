"""What the plans and duties of an operation follow from, so that nobody is asked for them."""

from datetime import date

from domain.buildings import Building
from domain.conditions import happened, named
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import (
    has_works_of_its_own,
    is_demolition,
    is_new_supply,
    is_occupied,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_state_funded_supply,
)

TITLE = text(fr="Projets", en="Projects")

ENERGY_TAX_RELIEF = text(
    fr="L’outil ne suit pas le dégrèvement de taxe foncière d’un organisme HLM ou d’une SEM : un quart hors taxe des travaux d’économie "
    "d’énergie payés l’année d’avant, subventions déduites (CGI, art. 1391 E), à réclamer au plus tard le 31 décembre de l’année qui suit "
    "celle de l’imposition (de mémoire).",
    en="Not followed here: the property tax relief of an HLM body or a SEM, a quarter before tax of the energy-saving works paid in the "
    "year before, less the subsidies (CGI, art. 1391 E), to be claimed by 31 December of the year after that of the tax (from memory).",
)
WORKS_IN_DWELLINGS = text(
    fr="Avant des travaux dans un logement occupé, notifier aussi à chaque locataire leur nature et leurs modalités, en main propre ou par "
    "lettre recommandée (loi n° 89-462 du 6 juillet 1989, art. 7 e) : l’outil ne le suit pas.",
    en="Before works in an occupied dwelling, also notify each tenant of their nature and how they are carried out, by hand or by "
    "registered letter (loi n° 89-462 du 6 juillet 1989, art. 7 e): not followed here.",
)

# Nothing is let for the first time: its tenants stay.
renews_an_occupied_building = named(
    text(fr="réhabilitation d’un bâtiment occupé", en="renovation of an occupied building"),
    is_rehabilitation & is_occupied,
    otherwise=text(fr="pas de réhabilitation d’un bâtiment occupé", en="no renovation of an occupied building"),
)

renews_an_occupied_building_without_agreement = named(
    text(
        fr="réhabilitation d’un bâtiment occupé, convention APL non signée",
        en="renovation of an occupied building, no APL agreement signed yet",
    ),
    renews_an_occupied_building & ~happened(Operation.convention_signed_on),
)

asks_for_state_funding = named(
    text(fr="opération qui demande une décision de financement de l’État", en="operation that asks for a State funding decision"),
    is_state_funded_supply | is_palulos_rehabilitation,
)

# While none is granted, whether one is needed may not be known.
granted_permission = (
    has_works_of_its_own
    & (happened(Operation.permit_granted_on) | (Operation.permission != PlanningPermission.NONE))
    & happened(Operation.permit_granted_on)
)
posted_permission = (
    has_works_of_its_own
    & (happened(Operation.permit_posted_on) | (Operation.permission != PlanningPermission.NONE))
    & happened(Operation.permit_posted_on)
)

asks_for_permission = named(
    text(fr="opération soumise à autorisation d’urbanisme", en="operation that needs a planning permission"),
    has_works_of_its_own & (Operation.permission != PlanningPermission.NONE),
)

# Once the file is complete, or the permission granted, no notice is to come: one that came keeps its day.
may_lack_permit_documents = named(
    text(
        fr="demande d’autorisation dont des pièces ont été réclamées, ou peuvent l’être",
        en="planning application of which documents were asked for as missing, or may be",
    ),
    has_works_of_its_own
    & (
        happened(Operation.missing_documents_notified_on)
        | ~(happened(Operation.permit_completed_on) | happened(Operation.permit_granted_on))
    ),
)

has_energy_contribution = named(
    text(
        fr="réhabilitation avec contribution des locataires aux économies d’énergie",
        en="renovation to which tenants contribute",
    ),
    is_rehabilitation & Operation.energy_contribution,
)

changes_the_number_of_dwellings = named(
    text(fr="opération qui crée ou retire des logements", en="operation that adds dwellings or takes them away"),
    is_new_supply | is_demolition,
)

# What was permitted later was not built before; that a landlord of three dwellings at most owes it too, no fact tells.
may_ask_for_flat_contribution = named(
    text(fr="contribution à des travaux sur un bâtiment d’avant 1948", en="contribution to works on a building of before 1948"),
    has_energy_contribution & ~(Building.first_permit_granted_on >= date(1948, 1, 1)),
)

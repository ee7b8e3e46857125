"""What the plans and duties of an operation follow from, so that nobody is asked for them."""

from datetime import date

from domain.buildings import Building
from domain.conditions import any_of, happened, named
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.demolitions import argues_for_demolition
from rules.vocabulary.operations import (
    has_works_of_its_own,
    is_construction,
    is_demolition,
    is_new_supply,
    is_occupied,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_state_funded_supply,
    takes_an_eco_loan,
    works_are_ahead,
    works_on_existing_building,
)

TITLE = text(fr="Projets", en="Projects")

# CCH L126-35-4.
DWELLING_RECORDS_FROM = date(2023, 1, 1)

BOARD = text(
    fr="Avant la demande de permis de construire, s’il en faut un : elle se dépose six mois et un jour avant les travaux. Si le plan "
    "repose sur une PALULOS, la faire d’abord confirmer : elle n’est plus guère attribuée en métropole (de mémoire).",
    en="Before the application for the building permit, where one is needed: it is filed six months and a day before the works. Where "
    "the plan rests on a PALULOS, have that confirmed first: it is hardly granted any more in mainland France (from memory).",
)

CONSULTATION = text(
    fr="Pendant l’élaboration du projet (avant la décision de l’engager, l’article ne veut que la réunion), avec les représentants des "
    "locataires : contenu et coût des travaux, effet sur loyers et charges. La mener une fois que le maître d’œuvre ou l’audit a donné un "
    "programme et un coût. Le bilan, avec leur avis motivé s’il y en a un, vient avant le début des travaux : en informer les "
    "locataires, réunis pour cela (fin de l’article lue dans sa version de 2014). Informer aussi la commune.",
    en="While the project is drawn up (before the decision to go ahead, the article wants the meeting only), with the representatives of "
    "the tenants: content and cost of the works, effect on rents and charges. Hold it once the lead designer or the audit has given a "
    "programme and a cost. The report, with their reasoned opinion if there is one, comes before the works begin: tell the tenants of "
    "it, gathered for that (the end of the article was read in its version of 2014). Inform the commune too.",
)

concerns_its_tenants = (is_rehabilitation & (Operation.energy_contribution | Operation.impacts_rent_or_charges)) | is_demolition

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

# The order sets how far each kind of works must go: no fact tells that, so whoever renovates to save energy is told of it.
owes_dwelling_records = named(
    text(
        fr="construction ou rénovation énergétique, au permis, à la déclaration ou, s’il n’en faut pas, aux marchés postérieurs à 2022",
        en="new building, or renovation that saves energy, with a permit, declaration or, where none is needed, contracts of after 2022",
    ),
    (is_construction | (works_on_existing_building & (takes_an_eco_loan | Operation.energy_renovation)))
    & (
        (Operation.permit_filed_on >= DWELLING_RECORDS_FROM)
        | ((Operation.permission == PlanningPermission.NONE) & (Operation.works_contracts_signed_on >= DWELLING_RECORDS_FROM))
    ),
)

works_among_occupants = named(
    text(fr="travaux dans un bâtiment occupé", en="works in an occupied building"),
    works_on_existing_building & is_occupied,
)

saves_energy_as_social_landlord = named(
    text(fr="réhabilitation énergétique par un organisme HLM ou une SEM", en="renovation by an HLM body or a SEM that saves energy"),
    is_rehabilitation & Operation.hlm_or_sem_landlord & (Operation.eco_loan | Operation.energy_renovation),
)

# Forty years since the completion on the last day for 25 years, 31 December 2026: the permit comes before, so it is necessary only.
was_aided_before_1987 = named(
    text(
        fr="bâtiment construit avec l’aide de l’État, permis d’origine antérieur à 1987",
        en="building built with State aid, original permit before 1987",
    ),
    Building.state_aided & (Building.first_permit_granted_on < date(1987, 1, 1)),
)

may_be_renewed_free_of_property_tax = named(
    text(
        fr="réhabilitation énergétique, par un organisme HLM ou une SEM, d’un bâtiment aidé d’avant 1987",
        en="renovation that saves energy, by an HLM body or a SEM, of an aided building of before 1987",
    ),
    saves_energy_as_social_landlord & any_of(Operation.buildings, was_aided_before_1987),
)

may_be_renewed_and_is_not_started = named(
    text(
        fr="réhabilitation énergétique, non démarrée, d’un bâtiment aidé d’avant 1987, par un organisme HLM ou une SEM",
        en="renovation that saves energy, not started, of an aided building of before 1987, by an HLM body or a SEM",
    ),
    may_be_renewed_free_of_property_tax & works_are_ahead,
)

has_energy_contribution = named(
    text(
        fr="réhabilitation avec contribution des locataires aux économies d’énergie",
        en="renovation to which tenants contribute",
    ),
    is_rehabilitation & Operation.energy_contribution,
)

has_notified_new_rents = named(
    text(fr="nouveau loyer notifié aux locataires en place", en="new rent notified to the sitting tenants"),
    happened(Operation.new_rents_notified_on),
)

weighs_on_the_share_of_social_housing = named(
    text(
        fr="offre nouvelle, ou démolition dont le dossier d’intention est à déposer",
        en="new supply, or demolition whose intention file is yet to be filed",
    ),
    is_new_supply | argues_for_demolition,
)

# What was permitted later was not built before; that a landlord of three dwellings at most owes it too, no fact tells.
may_ask_for_flat_contribution = named(
    text(fr="contribution à des travaux sur un bâtiment d’avant 1948", en="contribution to works on a building of before 1948"),
    has_energy_contribution & ~(Building.first_permit_granted_on >= date(1948, 1, 1)),
)

"""The request for a favourable decision on a PLUS, PLAI or PLS operation (arrêté of 5 May 2017, annex II), and for other aids."""

from decimal import Decimal

from domain.conditions import happened
from domain.funding import FundingProduct
from domain.operation_choices import TargetPublic
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.funding import (
    FUNDING_FILE,
    FUNDING_FILE_PRESENTED,
    PALULOS_DELAYS,
    PLS_LOAN,
    RENT_TO_OWN,
    STUDENT_DWELLINGS,
    WORKS_DELAYS,
)
from rules.vocabulary.files import in_funding_file
from rules.vocabulary.operations import (
    is_new_building,
    is_new_supply,
    is_not_complete,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_state_funded_supply,
    is_subsidised,
    provides_dwellings,
)
from rules.vocabulary.phases import in_closure, in_funding, in_works
from rules.vocabulary.subsidies import may_ask_an_intermediate_instalment

TITLE = text(fr="Décision de financement de l’État", en="State funding decision")

location_plan = document(
    of=Operation,
    title=text(fr="Géolocalisation de l’opération ou plan de situation", en="Geolocation or situation plan of the operation"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

descriptive_sheet = document(
    of=Operation,
    title=text(fr="Fiche descriptive de l’opération", en="Summary sheet of the operation"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

layout_plan = document(
    of=Operation,
    title=text(fr="Plan de masse", en="Site layout plan"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

area_table = document(
    of=Operation,
    title=text(fr="Tableau des surfaces habitables et annexes par logement", en="Table of living and annex areas of each dwelling"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

cost_price = document(
    of=Operation,
    title=text(fr="Prix de revient prévisionnel hors taxes, décomposé par poste", en="Forecast cost price excluding VAT, by item"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

financing_plan = document(
    of=Operation,
    title=text(fr="Plan de financement prévisionnel et caractéristiques des prêts", en="Forecast financing plan and features of the loans"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

financial_balance = document(
    of=Operation,
    title=text(fr="Équilibre financier prévisionnel de l’opération", en="Forecast financial balance of the operation"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

schedule = document(
    of=Operation,
    title=text(fr="Échéancier prévisionnel de l’opération", en="Forecast schedule of the operation"),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

social_project = document(
    of=Operation,
    title=text(
        fr="Projet social (publics, cohésion sociale, solutions proposées)",
        en="Social project (groups to be housed, social cohesion, proposed solutions)",
    ),
    when=in_funding_file,
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE_PRESENTED,
)

# That there are such documents is sourced, their list is not.
young_people_project = document(
    of=Operation,
    title=text(
        fr="Pièces propres aux logements réservés aux étudiants ou aux jeunes de moins de 30 ans",
        en="Documents specific to dwellings for students or persons under 30",
    ),
    when=in_funding_file
    & ~happened(Operation.funding_decided_on)
    & Operation.target_public.one_of(TargetPublic.STUDENTS, TargetPublic.UNDER_30),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=STUDENT_DWELLINGS,
)

pls_loan_request = document(
    of=Operation,
    title=text(fr="Demande de prêt PLS auprès de l’établissement prêteur", en="PLS loan request to the lender"),
    when=in_funding & is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    obtained=Operation.pls_loan_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=PLS_LOAN,
    note=text(
        fr="Dans les six mois de la décision favorable (texte de 2005).", en="Within six months of the favourable decision (text of 2005)."
    ),
)

# The annex that lists what the file holds was not found; nor were those of instalments and of the closure.
palulos_file = document(
    of=Operation,
    title=text(fr="Dossier de demande de subvention PALULOS", en="PALULOS subsidy file"),
    when=in_funding & is_rehabilitation & Operation.funding_products.includes(FundingProduct.PALULOS),
    obtained=Operation.funding_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE_PRESENTED,
)

rent_to_own_file = document(
    of=Operation,
    title=text(fr="Dossier de demande d’agrément PSLA", en="Agreement file for a rent-to-own loan (PSLA)"),
    when=in_funding & is_new_building & Operation.funding_products.includes(FundingProduct.PSLA),
    requirement=Requirement.TO_PROCESS,
    source=RENT_TO_OWN,
)

instalment_request = document(
    of=Operation,
    title=text(fr="Dossier de demande du premier acompte", en="Request for the first instalment"),
    when=in_works & provides_dwellings & is_not_complete & is_subsidised & (Operation.works_progress > Decimal(0)),
    obtained=Operation.first_instalment_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE_PRESENTED,
)

intermediate_instalment_request = document(
    of=Operation,
    title=text(fr="Dossier de demande d’un acompte intermédiaire", en="Request for an intermediate instalment"),
    when=in_works & is_palulos_rehabilitation & may_ask_an_intermediate_instalment,
    obtained=Operation.intermediate_instalment_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE_PRESENTED,
)

closure_request = document(
    of=Operation,
    title=text(fr="Dossier de demande de clôture", en="Closure request file"),
    when=in_closure & (is_state_funded_supply | (is_rehabilitation & is_subsidised)) & happened(Operation.completed_on),
    obtained=Operation.closure_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=(FUNDING_FILE_PRESENTED, WORKS_DELAYS, PALULOS_DELAYS),
)

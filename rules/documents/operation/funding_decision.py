"""What goes with the request for a favourable decision on a PLUS, PLAI or PLS operation: arrêté of 5 May 2017, annex II."""

from domain.funding import FundingProduct
from domain.operation_choices import LandTitle
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.funding import FUNDING_FILE, FUNDING_FILE_PRESENTED, PLS_LOAN
from rules.vocabulary.operations import is_new_supply, is_state_funded_supply

location_plan = document(
    of=Operation,
    title=text(fr="Géolocalisation de l’opération ou plan de situation", en="Geolocation or situation plan of the operation"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

descriptive_sheet = document(
    of=Operation,
    title=text(fr="Fiche descriptive de l’opération", en="Descriptive sheet of the operation"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

layout_plan = document(
    of=Operation,
    title=text(fr="Plan de masse", en="Site layout plan"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

area_table = document(
    of=Operation,
    title=text(fr="Tableau des surfaces habitables et annexes par logement", en="Table of living and annex areas of each dwelling"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

cost_price = document(
    of=Operation,
    title=text(fr="Prix de revient prévisionnel hors taxes, décomposé par poste", en="Forecast cost price without VAT, by item"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

financing_plan = document(
    of=Operation,
    title=text(fr="Plan de financement prévisionnel et caractéristiques des prêts", en="Forecast financing plan and features of the loans"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

financial_balance = document(
    of=Operation,
    title=text(fr="Équilibre financier prévisionnel de l’opération", en="Forecast financial balance of the operation"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

schedule = document(
    of=Operation,
    title=text(fr="Échéancier prévisionnel de l’opération", en="Forecast schedule of the operation"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

social_project = document(
    of=Operation,
    title=text(fr="Projet social", en="Social project"),
    when=is_state_funded_supply,
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE_PRESENTED,
)

promise_of_sale = document(
    of=Operation,
    title=text(fr="Promesse de vente du terrain ou de l’immeuble", en="Promise of sale of the land or the building"),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.PROMISE_OF_SALE),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

deed_of_sale = document(
    of=Operation,
    title=text(fr="Acte de vente", en="Deed of sale"),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.OWNED),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

local_authority_deliberation = document(
    of=Operation,
    title=text(
        fr="Délibération de la collectivité mettant le bien à disposition", en="Deliberation of the local authority that makes it available"
    ),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.LOCAL_AUTHORITY),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

off_plan_reservation = document(
    of=Operation,
    title=text(fr="Contrat de réservation (VEFA)", en="Off-plan reservation contract"),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.OFF_PLAN_RESERVATION),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

long_lease = document(
    of=Operation,
    title=text(fr="Bail emphytéotique, à construction ou à réhabilitation, ou promesse de bail", en="Long lease, or promise of one"),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.LONG_LEASE),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

state_land_letter = document(
    of=Operation,
    title=text(fr="Lettre du service des domaines (terrain de l’État)", en="Letter of the State property service"),
    when=is_state_funded_supply & (Operation.land_title == LandTitle.STATE_LAND),
    requirement=Requirement.TO_PROCESS,
    source=FUNDING_FILE,
)

pls_loan_request = document(
    of=Operation,
    title=text(fr="Demande de prêt PLS auprès de l’établissement prêteur", en="PLS loan request to the lender"),
    when=is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    requirement=Requirement.TO_PROCESS,
    source=PLS_LOAN,
)

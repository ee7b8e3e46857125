"""What the law says of a building that is being emptied before it comes down."""

from domain.buildings import Building, Dwelling
from domain.conditions import all_of, happened, named
from domain.funding import Loan
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Bâtiments à démolir", en="Buildings to be demolished")

may_end_the_right_to_stay = named(
    text(
        fr="démolition autorisée par le préfet, ou nommée par une convention ANRU signée",
        en="demolition authorised by the prefect, or named in a signed ANRU agreement",
    ),
    happened(Operation.prefect_authorised_on) | (Operation.anru_perimeter & happened(Operation.anru_agreement_signed_on)),
    otherwise=text(
        fr="démolition ni autorisée par le préfet, ni nommée par une convention ANRU signée",
        en="demolition neither authorised by the prefect nor named in a signed ANRU agreement",
    ),
)

is_vacated = named(
    text(fr="bâtiment à démolir, libéré de ses occupants", en="building to be demolished, vacated by its occupants"),
    is_demolition & happened(Operation.building_empty_recorded_on),
)

argues_for_demolition = named(
    text(fr="démolition dont le dossier d’intention est à déposer", en="demolition whose intention file is yet to be filed"),
    is_demolition & ~happened(Operation.intention_file_deposited_on),
)

has_refused_three_offers = named(
    text(fr="ménage qui a refusé trois offres conformes", en="household that refused three offers that met the law"),
    happened(Rehousing.third_offer_on) & Rehousing.three_offers_refused,
)

is_loan_on_demolished_building = named(
    text(fr="prêt sur le bâtiment démoli, hors du plan de financement", en="loan on the demolished building, outside the funding plan"),
    is_demolition & ~Loan.in_funding_plan,
)

building_has_secured_vacated_dwellings = named(
    text(fr="bâtiment dont chaque logement libéré est neutralisé", en="building of which every vacated dwelling is secured"),
    all_of(Building.dwellings, happened(Dwelling.secured_on) | Dwelling.occupied),
)

has_secured_vacated_dwellings = named(
    text(fr="tous les logements libérés sont neutralisés", en="every vacated dwelling is secured"),
    all_of(Operation.buildings, building_has_secured_vacated_dwellings),
    otherwise=text(fr="logements libérés à neutraliser", en="vacated dwellings to be secured"),
)

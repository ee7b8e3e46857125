"""What the law says of a building that is being emptied before it comes down."""

from domain.buildings import Building, Dwelling
from domain.conditions import all_of, happened, named
from domain.operations import Operation
from domain.text import text

TITLE = text(fr="Bâtiments à démolir", en="Buildings to be demolished")

may_end_the_right_to_stay = named(
    text(
        fr="démolition autorisée par le préfet, ou en rénovation urbaine",
        en="demolition that the prefect has authorised, or in urban renewal",
    ),
    happened(Operation.prefect_authorised_on) | Operation.anru_perimeter,
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

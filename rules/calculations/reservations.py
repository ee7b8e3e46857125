"""How many dwellings of a programme may be reserved: CCH R441-5."""

from decimal import Decimal

from domain.money import round_down
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation
from rules.sources.policy import RESERVATIONS
from rules.vocabulary.operations import is_new_supply

TITLE = text(fr="Réservations de logements", en="Reservations of dwellings")


def _at_most(share: Decimal, dwellings: int) -> int:
    """Return the whole dwellings that a share allows."""
    return int(round_down(share * dwellings))


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Réservations des collectivités au plus", en="Dwellings reserved for local authorities, at most"),
    unit="dwelling",
    source=RESERVATIONS,
    note=text(
        fr="En contrepartie de la garantie d’emprunt. Gérées en flux depuis 2023 : d’un petit programme, aucun logement entier ne tient "
        "dans la part, sans que cela exclue une réservation.",
        en="In return for the loan guarantee. Managed in flow since 2023: of a small programme no whole dwelling may fit into the share, "
        "which rules out no reservation.",
    ),
)
def local_authority_reservations(dwellings: int, local_authority_reservation_share: Decimal) -> int:
    """Return the whole dwellings within the share."""
    return _at_most(local_authority_reservation_share, dwellings)


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Réservations du préfet au plus", en="Dwellings reserved for the prefect, at most"),
    unit="dwelling",
    source=RESERVATIONS,
    note=text(
        fr="Gérées en flux depuis 2023 : une part des attributions de l’année ; zéro logement d’un petit programme n’en exclut aucune.",
        en="Managed in flow since 2023: a share of the year’s lettings; no dwelling of a small programme rules out none of them.",
    ),
)
def prefect_reservations(dwellings: int, prefect_reservation_share: Decimal) -> int:
    """Return the whole dwellings within the share."""
    return _at_most(prefect_reservation_share, dwellings)


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Dont réservations pour les agents publics", en="Of which reservations for civil servants"),
    unit="dwelling",
    source=RESERVATIONS,
)
def civil_servant_reservations(dwellings: int, civil_servant_reservation_share: Decimal) -> int:
    """Return the whole dwellings within the share."""
    return _at_most(civil_servant_reservation_share, dwellings)

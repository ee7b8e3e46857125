"""How many dwellings of a programme may be reserved: CCH R441-5."""

from decimal import Decimal

from domain.money import round_down
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation
from rules.sources.policy import RESERVATIONS
from rules.vocabulary.operations import is_new_supply

TITLE = text(fr="Réservations de logements", en="Reservations of dwellings")


def _at_most(share: Decimal, dwellings: int) -> int | None:
    """Return the whole dwellings that a share allows; none below one: it rules out no reservation, which is managed in flow."""
    return int(round_down(share * dwellings)) or None


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Logements entiers dans la part des collectivités", en="Whole dwellings in the share of local authorities"),
    unit="dwelling",
    source=RESERVATIONS,
    note=text(
        fr="En contrepartie de la garantie d’emprunt. Les réservations sont gérées en flux depuis 2023 : elles portent sur une part des "
        "attributions de l’année. Sans nombre : la part ne fait pas un logement entier.",
        en="In return for the loan guarantee. Since 2023 reservations are managed as a flow (gestion en flux): they bear on a share of "
        "the year’s lettings. Without a number: the share is less than a whole dwelling.",
    ),
)
def local_authority_reservations(dwellings: int, local_authority_reservation_share: Decimal) -> int | None:
    """Return the whole dwellings within the share."""
    return _at_most(local_authority_reservation_share, dwellings)


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Logements entiers dans la part du préfet", en="Whole dwellings in the share of the prefect"),
    unit="dwelling",
    source=RESERVATIONS,
    note=text(
        fr="Les réservations sont gérées en flux depuis 2023 : elles portent sur une part des attributions de l’année. Sans "
        "nombre : la part ne fait pas un logement entier.",
        en="Since 2023 reservations are managed as a flow (gestion en flux): they bear on a share of the year’s lettings. Without a "
        "number: the share is less than a whole dwelling.",
    ),
)
def prefect_reservations(dwellings: int, prefect_reservation_share: Decimal) -> int | None:
    """Return the whole dwellings within the share."""
    return _at_most(prefect_reservation_share, dwellings)


@calculation(
    of=Operation,
    when=is_new_supply,
    title=text(fr="Logements entiers dans la part des agents publics", en="Whole dwellings in the share of civil servants"),
    unit="dwelling",
    source=RESERVATIONS,
)
def civil_servant_reservations(dwellings: int, civil_servant_reservation_share: Decimal) -> int | None:
    """Return the whole dwellings within the share."""
    return _at_most(civil_servant_reservation_share, dwellings)

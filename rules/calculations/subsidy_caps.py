"""What a State subsidy of new supply comes to at most, since 28 September 2022: an amount a dwelling (CCH D331-15)."""

from datetime import date
from decimal import Decimal

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation
from rules.sources.costs import SUBSIDY_CAP
from rules.vocabulary.operations import is_subsidised_supply

TITLE = text(fr="Plafonds des subventions", en="Caps of the subsidies")


@calculation(
    of=Operation,
    when=is_subsidised_supply,
    title=text(fr="Plafond de la subvention de l’État", en="Cap of the State subsidy"),
    unit="EUR",
    source=SUBSIDY_CAP,
    since=date(2022, 9, 28),
    note=text(
        fr="20 000 € par logement, PLUS ou PLAI : le texte ne les distingue pas. 60 000 € par logement PLAI adapté aux ménages en "
        "difficulté d’insertion particulière. Pour des surcoûts exceptionnels, le préfet de région peut ajouter 5 000 € par logement, 20 "
        "000 € s’il est adapté.",
        en="€20,000 a dwelling, PLUS or PLAI: the text makes no difference. €60,000 a PLAI dwelling adapted to households in particular "
        "difficulty. For exceptional costs the prefect of the region may add €5,000 a dwelling, €20,000 where it is adapted.",
    ),
)
def state_subsidy_cap(dwellings: int, state_subsidy_cap_per_dwelling: int) -> Decimal:
    """Multiply the dwellings and the cap of one that is not adapted."""
    return Decimal(state_subsidy_cap_per_dwelling * dwellings)

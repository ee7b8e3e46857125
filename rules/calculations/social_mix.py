"""The social mix of a PLUS programme: how many dwellings are let below 60 % of the ceiling, and above it (CCH D331-12)."""

from decimal import Decimal

from domain.buildings import Building, Dwelling
from domain.conditions import count, named, total
from domain.funding import FundingProduct
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.engine.figures import figure
from rules.sources.incomes import SOCIAL_MIX
from rules.vocabulary.operations import is_state_funded_supply

TITLE = text(fr="Mixité sociale", en="Social mix")

is_plus_dwelling = named(
    text(fr="logement PLUS", en="PLUS dwelling"),
    Dwelling.product == FundingProduct.PLUS,
)

is_let_to_very_modest_household = named(
    text(fr="attribué sous 60 % du plafond", en="let below 60% of the ceiling"),
    is_plus_dwelling & (Dwelling.tenant_income_ratio <= figure("very_modest_income_share", Decimal)),
)

is_let_above_ceiling = named(
    text(fr="attribué au-dessus du plafond", en="let above the ceiling"),
    is_plus_dwelling & (Dwelling.tenant_income_ratio > Decimal(1)),
)

is_let_far_above_ceiling = named(
    text(fr="attribué au-delà de 120 % du plafond", en="let beyond 120% of the ceiling"),
    is_plus_dwelling & (Dwelling.tenant_income_ratio > figure("highest_income_ratio", Decimal)),
)

plus_dwellings_of_building = derived(
    count(Building.dwellings, is_plus_dwelling),
    of=Building,
    when=is_state_funded_supply,
    title=text(fr="Logements PLUS du bâtiment", en="PLUS dwellings of the building"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

very_modest_lettings_of_building = derived(
    count(Building.dwellings, is_let_to_very_modest_household),
    of=Building,
    when=is_state_funded_supply,
    title=text(fr="Attributions PLUS du bâtiment sous 60 % du plafond", en="PLUS lettings of the building below 60% of the ceiling"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

lettings_above_ceiling_of_building = derived(
    count(Building.dwellings, is_let_above_ceiling),
    of=Building,
    when=is_state_funded_supply,
    title=text(fr="Attributions PLUS du bâtiment au-dessus du plafond", en="PLUS lettings of the building above the ceiling"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

lettings_far_above_ceiling_of_building = derived(
    count(Building.dwellings, is_let_far_above_ceiling),
    of=Building,
    when=is_state_funded_supply,
    title=text(
        fr="Attributions PLUS du bâtiment au-delà de 120 % du plafond", en="PLUS lettings of the building beyond 120% of the ceiling"
    ),
    unit="dwelling",
    source=SOCIAL_MIX,
)

plus_dwellings = derived(
    total(Operation.buildings, plus_dwellings_of_building),
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Logements PLUS de l’opération", en="PLUS dwellings of the operation"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

very_modest_lettings = derived(
    total(Operation.buildings, very_modest_lettings_of_building),
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Attributions PLUS sous 60 % du plafond", en="PLUS lettings below 60% of the ceiling"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

lettings_above_ceiling = derived(
    total(Operation.buildings, lettings_above_ceiling_of_building),
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Attributions PLUS au-dessus du plafond", en="PLUS lettings above the ceiling"),
    unit="dwelling",
    source=SOCIAL_MIX,
)

lettings_far_above_ceiling = derived(
    total(Operation.buildings, lettings_far_above_ceiling_of_building),
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Attributions PLUS au-delà de 120 % du plafond", en="PLUS lettings beyond 120% of the ceiling"),
    unit="dwelling",
    source=SOCIAL_MIX,
)


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Part des logements PLUS attribués sous 60 % du plafond", en="Share of PLUS dwellings let below 60% of the ceiling"),
    unit="ratio",
    source=SOCIAL_MIX,
)
def very_modest_lettings_share(very_modest_lettings: int, plus_dwellings: int) -> Decimal | None:
    """Divide the lettings by the PLUS dwellings; none without any."""
    return Decimal(very_modest_lettings) / plus_dwellings if plus_dwellings else None


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Part minimale sous 60 % du plafond respectée", en="Least share below 60% of the ceiling reached"),
    source=SOCIAL_MIX,
)
def very_modest_lettings_suffice(very_modest_lettings_share: Decimal | None, very_modest_lettings_minimum: Decimal) -> bool | None:
    """Tell whether the share reaches its minimum; none without PLUS dwellings."""
    return None if very_modest_lettings_share is None else very_modest_lettings_share >= very_modest_lettings_minimum


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Part des logements PLUS attribués entre 100 et 120 % du plafond", en="Share of PLUS dwellings let between 100 and 120%"),
    unit="ratio",
    source=SOCIAL_MIX,
)
def lettings_above_ceiling_share(lettings_above_ceiling: int, plus_dwellings: int) -> Decimal | None:
    """Divide the lettings by the PLUS dwellings; none without any."""
    return Decimal(lettings_above_ceiling) / plus_dwellings if plus_dwellings else None


@calculation(
    of=Operation,
    when=is_state_funded_supply,
    title=text(fr="Attributions au-dessus du plafond dans la limite", en="Lettings above the ceiling within the limit"),
    source=SOCIAL_MIX,
)
def lettings_above_ceiling_are_within_limit(
    lettings_above_ceiling_share: Decimal | None, lettings_far_above_ceiling: int, lettings_above_ceiling_maximum: Decimal
) -> bool | None:
    """Tell whether the share is within its maximum and no tenant earns too much; none without PLUS dwellings."""
    if lettings_above_ceiling_share is None:
        return None
    return lettings_above_ceiling_share <= lettings_above_ceiling_maximum and not lettings_far_above_ceiling

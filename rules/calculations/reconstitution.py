"""What replaces the dwellings that are pulled down: how many, with which funding, where; and how the stock changes."""

from decimal import Decimal

from domain.buildings import Building
from domain.conditions import count, total
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.demolitions import DEMOLITION_CIRCULAR
from rules.sources.policy import RENEWAL_RULES
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import argues_for_demolition
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Reconstitution de l’offre démolie", en="Replacement of demolished dwellings")

demolished_in_building = derived(
    count(Building.dwellings),
    of=Building,
    when=is_demolition,
    title=text(fr="Logements démolis dans le bâtiment", en="Dwellings demolished in the building"),
    unit="dwelling",
    source=DEMOLITION_CIRCULAR,
    confidence=Confidence.DERIVED,
)

demolished_in_operation = derived(
    total(Operation.buildings, demolished_in_building),
    of=Operation,
    when=is_demolition,
    title=text(fr="Logements démolis, d’après les bâtiments indiqués", en="Dwellings demolished, by the buildings listed"),
    unit="dwelling",
    source=DEMOLITION_CIRCULAR,
    confidence=Confidence.DERIVED,
    gives=Operation.dwellings_demolished,
)


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Taux de reconstitution de l’offre", en="Share of the supply that is rebuilt"),
    unit="ratio",
    source=(DEMOLITION_CIRCULAR, RENEWAL_RULES),
    note=text(
        fr="Un pour un sous l’ancien programme (PNRU) ; le NPNRU ne l’exige plus.",
        en="One for one under the former programme (PNRU); no longer required by the NPNRU.",
    ),
)
def reconstitution_ratio(dwellings_rebuilt: int, dwellings_demolished: int) -> Decimal | None:
    """Divide the dwellings rebuilt by those demolished; none without any demolished."""
    return Decimal(dwellings_rebuilt) / dwellings_demolished if dwellings_demolished else None


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Reconstitution de l’offre achevée", en="Rebuilding of the supply complete"),
    source=(DEMOLITION_CIRCULAR, RENEWAL_RULES),
)
def reconstitution_is_complete(reconstitution_ratio: Decimal | None, reconstitution_target: Decimal) -> bool:
    """Tell whether the share that is rebuilt reaches what the operation has to rebuild; not before anything is demolished."""
    return reconstitution_ratio is not None and reconstitution_ratio >= reconstitution_target


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Part de PLAI dans la reconstitution", en="Share of PLAI in what is rebuilt"),
    unit="%",
    source=RENEWAL_RULES,
    confidence=Confidence.FROM_MEMORY,
)
def plai_share_of_reconstitution(plai_dwellings_rebuilt: int, dwellings_rebuilt: int) -> Decimal | None:
    """Return the PLAI dwellings as a share of those rebuilt; none without any."""
    return Decimal(100 * plai_dwellings_rebuilt) / dwellings_rebuilt if dwellings_rebuilt else None


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Objectif de PLAI dans la reconstitution atteint", en="Target of PLAI in what is rebuilt reached"),
    source=RENEWAL_RULES,
    confidence=Confidence.FROM_MEMORY,
)
def plai_target_is_reached(plai_share_of_reconstitution: Decimal | None, reconstitution_plai_target: int) -> bool | None:
    """Tell whether the share reaches the target; none where nothing is rebuilt."""
    return None if plai_share_of_reconstitution is None else plai_share_of_reconstitution >= reconstitution_plai_target


@calculation(
    of=Operation,
    when=is_demolition,
    title=text(fr="Part de la reconstitution hors quartier prioritaire", en="Share rebuilt outside priority neighbourhoods"),
    unit="%",
    source=RENEWAL_RULES,
    note=text(fr="Principe : la totalité.", en="The principle is all of it."),
)
def share_rebuilt_elsewhere(dwellings_rebuilt_elsewhere: int, dwellings_rebuilt: int) -> Decimal | None:
    """Return the dwellings rebuilt elsewhere as a share of those rebuilt; none without any."""
    return Decimal(100 * dwellings_rebuilt_elsewhere) / dwellings_rebuilt if dwellings_rebuilt else None


@calculation(
    of=Operation,
    when=argues_for_demolition,
    title=text(fr="Solde du parc", en="Net change of the stock"),
    unit="dwelling",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def net_stock_change(dwellings_built: int, dwellings_acquired: int, dwellings_demolished: int, dwellings_sold: int) -> int:
    """Add what is built and acquired, take off what is demolished and sold."""
    return dwellings_built + dwellings_acquired - dwellings_demolished - dwellings_sold

"""What a building consumes before and after works: classes, gain, eco-loan, and the renovation of the worst classes."""

from collections.abc import Mapping
from decimal import Decimal

from domain.buildings import Building
from domain.conditions import total
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.costs import ENERGY_CLASSES
from rules.sources.funding import ECO_LOAN
from rules.sources.policy import SOCIAL_UTILITY_INDICATORS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import is_rehabilitation

TITLE = text(fr="Performance énergétique", en="Energy performance")

ClassLimits = Mapping[str, Mapping[str, Decimal]]
LAST_CLASS = "G"
WORST_CLASSES = ("F", "G")
OTHER_LIMITS = text(
    fr="D’autres limites valent pour un logement de moins de 40 m² et, dans certaines zones, au-dessus de 800 m.",
    en="Other limits hold for a dwelling of less than 40 m² and, in some zones, above 800 m.",
)


def _class(value: Decimal, limits: Mapping[str, Decimal]) -> str:
    """Return the first class whose limit *value* stays below."""
    return next((letter for letter, limit in sorted(limits.items()) if value < limit), LAST_CLASS)


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Classe énergétique avant travaux", en="Energy class before works"),
    source=ENERGY_CLASSES,
    note=OTHER_LIMITS,
)
def energy_class_before(primary_energy_before: Decimal, greenhouse_gas_before: Decimal, energy_class_limits: ClassLimits) -> str:
    """Return the worse of the classes for energy and for greenhouse gas."""
    return max(
        _class(primary_energy_before, energy_class_limits["PRIMARY_ENERGY"]),
        _class(greenhouse_gas_before, energy_class_limits["GREENHOUSE_GAS"]),
    )


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Classe énergétique après travaux", en="Energy class after works"),
    source=ENERGY_CLASSES,
    note=OTHER_LIMITS,
)
def energy_class_after(primary_energy_after: Decimal, greenhouse_gas_after: Decimal, energy_class_limits: ClassLimits) -> str:
    """Return the worse of the classes for energy and for greenhouse gas."""
    return max(
        _class(primary_energy_after, energy_class_limits["PRIMARY_ENERGY"]),
        _class(greenhouse_gas_after, energy_class_limits["GREENHOUSE_GAS"]),
    )


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Gain en énergie primaire", en="Gain of primary energy"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def primary_energy_gain(primary_energy_before: Decimal, primary_energy_after: Decimal) -> Decimal | None:
    """Return what the works save; none where nothing was used."""
    return 100 * (primary_energy_before - primary_energy_after) / primary_energy_before if primary_energy_before else None


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Bâtiment éligible à l’éco-prêt", en="Building eligible for the eco-loan"),
    source=ECO_LOAN,
)
def eco_loan_is_open(primary_energy_before: Decimal, greenhouse_gas_before: Decimal, eco_loan_thresholds: Mapping[str, Decimal]) -> bool:
    """Tell whether energy or greenhouse gas reaches its threshold before the works."""
    return primary_energy_before >= eco_loan_thresholds["PRIMARY_ENERGY"] or greenhouse_gas_before >= eco_loan_thresholds["GREENHOUSE_GAS"]


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Plafond de l’éco-prêt du bâtiment", en="Eco-loan maximum of the building"),
    unit="EUR",
    source=ECO_LOAN,
    note=text(
        fr="Le montant dépend du gain énergétique : le barème n’a pas été trouvé. Durée : 30 ans au plus.",
        en="The amount depends on the energy gain: the scale was not found. Duration: 30 years at most.",
    ),
)
def eco_loan_maximum_of_building(eco_loan_is_open: bool, dwellings_of_building: int, eco_loan_cap_per_dwelling: int) -> Decimal:
    """Multiply the dwellings by the cap, for a building that may have the loan."""
    return Decimal(dwellings_of_building * eco_loan_cap_per_dwelling if eco_loan_is_open else 0)


eco_loan_maximum = derived(
    total(Operation.buildings, eco_loan_maximum_of_building),
    of=Operation,
    when=is_rehabilitation,
    title=text(fr="Plafond de l’éco-prêt", en="Eco-loan maximum"),
    unit="EUR",
    source=ECO_LOAN,
)


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Logements classés F ou G avant travaux", en="Dwellings in class F or G before works"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)
def worst_class_dwellings_of_building(energy_class_before: str, dwellings_of_building: int) -> int:
    """Count the dwellings of a building in one of the two worst classes."""
    return dwellings_of_building if energy_class_before in WORST_CLASSES else 0


@calculation(
    of=Building,
    when=is_rehabilitation,
    title=text(fr="Logements sortis des classes F et G", en="Dwellings brought out of classes F and G"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)
def renovated_dwellings_of_building(worst_class_dwellings_of_building: int, energy_class_after: str) -> int:
    """Count those that the works bring to a class from A to E."""
    return 0 if energy_class_after in WORST_CLASSES else worst_class_dwellings_of_building


worst_class_dwellings = derived(
    total(Operation.buildings, worst_class_dwellings_of_building),
    of=Operation,
    when=is_rehabilitation,
    title=text(fr="Logements classés F ou G de l’opération", en="Dwellings of the operation in class F or G"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

renovated_dwellings = derived(
    total(Operation.buildings, renovated_dwellings_of_building),
    of=Operation,
    when=is_rehabilitation,
    title=text(fr="Logements de l’opération sortis des classes F et G", en="Dwellings of the operation brought out of F and G"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)


@calculation(
    of=Operation,
    when=is_rehabilitation,
    title=text(fr="CUS PP-2 : part des logements F ou G rénovés en A à E", en="CUS PP-2: share of F or G dwellings brought to A to E"),
    unit="%",
    source=SOCIAL_UTILITY_INDICATORS,
)
def renovated_share_of_worst_classes(renovated_dwellings: int, worst_class_dwellings: int) -> Decimal | None:
    """Return the share; none where no dwelling stands in the worst classes."""
    return Decimal(100 * renovated_dwellings) / worst_class_dwellings if worst_class_dwellings else None

"""What housing costs a household against what it earns: CCH R*441-3-1 and arrêté of 10 March 2011."""

from collections.abc import Mapping
from decimal import Decimal

from domain.conditions import known, named, present
from domain.households import Household
from domain.text import text
from rules.calculations.housing_benefit import apl_net
from rules.calculations.rent_solidarity_reduction import rls_is_due
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.benefits import RENT_REDUCTION
from rules.sources.conventions import RENT_REVISION
from rules.sources.incomes import EFFORT_RATE, RENT_REFERENCE_INDEX
from rules.sources.practice import NO_TEXT_FOUND

TITLE = text(fr="Taux d’effort et reste à vivre", en="Rent-to-income ratio (taux d’effort) and residual income")

DAYS_OF_A_MONTH = 30

# Of a benefit that is worked out here it is known.
is_benefit_taken_after_reduction = named(
    text(
        fr="aide au logement indiquée tenue pour celle qui reste versée après la réduction de loyer de solidarité",
        en="housing benefit stated taken for what is still paid after the rent solidarity reduction",
    ),
    present(Household.housing_benefit) & rls_is_due & (~known(apl_net) | (Household.housing_benefit != apl_net)),
    note=text(
        fr="Une simulation d’avant la réduction la dit trop élevée : l’aide baisse de presque autant que le loyer (CCH, art. L442-2-1). "
        "Le taux d’effort serait alors plus élevé, et le reste à vivre plus faible.",
        en="A simulation from before the reduction states too much: the benefit falls by almost as much as the rent (CCH, art. L442-2-1). "
        "The rent-to-income ratio would then be higher, and the residual income lower.",
    ),
)


is_benefit_taken_apart = named(
    text(
        fr="ressources mensuelles tenues pour ne pas contenir l’aide au logement",
        en="monthly resources taken not to contain the housing benefit",
    ),
    Household.housing_benefit > Decimal(0),
    note=text(
        fr="Vérifier que les ressources mensuelles indiquées, de toutes les personnes, ne la contiennent pas : elle compterait deux fois. "
        "Le taux d’effort serait alors plus élevé, et le reste à vivre plus faible.",
        en="Verify that the monthly resources stated, of all persons, do not contain it: it would count twice. The rent-to-income ratio "
        "would then be higher, and the residual income lower.",
    ),
)


@calculation(
    of=Household,
    title=text(fr="Dépense de logement", en="Housing expense"),
    unit="EUR/month",
    source=EFFORT_RATE,
    note=text(
        fr="Eau et chauffage individuels : compter dans les charges le forfait que prévoit l’arrêté de 2011.",
        en="Where water and heating are individual, count among the charges the flat amount that the arrêté of 2011 provides for.",
    ),
)
def housing_expense(rent: Decimal, annex_rents: Decimal, recoverable_charges: Decimal) -> Decimal:
    """Add rent, rents of the annexes and recoverable charges."""
    return rent + annex_rents + recoverable_charges


@calculation(
    of=Household,
    title=text(
        fr="Taux d’effort brut, pour comparaison (loyer, annexes et charges)",
        en="Gross rent-to-income ratio, for comparison (taux d’effort: rent, annexes and charges)",
    ),
    headline=Headline.GROSS_EFFORT_RATE.label,
    unit="ratio",
    source=EFFORT_RATE,
    note=text(
        fr="L’aide n’en est pas déduite : ce n’est pas le taux de l’arrêté de 2011.",
        en="The benefit is not taken off: it is not the ratio of the arrêté of 2011.",
    ),
)
def gross_effort_rate(housing_expense: Decimal, monthly_resources: Decimal) -> Decimal | None:
    """Divide the expense by the resources; none for a household without resources."""
    return housing_expense / monthly_resources if monthly_resources else None


@calculation(
    of=Household,
    title=text(
        fr="Taux d’effort (arrêté du 10 mars 2011 : aide déduite, contribution aux économies d’énergie comprise)",
        en="Rent-to-income ratio (taux d’effort of the arrêté of 10 March 2011: less the benefit, with the energy-savings contribution)",
    ),
    headline=Headline.EFFORT_RATE.label,
    doubt=(is_benefit_taken_apart, is_benefit_taken_after_reduction),
    unit="ratio",
    source=(EFFORT_RATE, RENT_REDUCTION),
    note=text(
        fr="Loyer avant réduction de loyer de solidarité, puis réduction et aide versée déduites ; ressources sans l’aide au logement. "
        "Vérifier que les charges du dossier contiennent le forfait de l’eau et du chauffage individuels, s’ils le sont : sans lui, le "
        "taux d’effort est trop faible.",
        en="Rent before the rent solidarity reduction, then less that reduction and the benefit that is paid; resources without the "
        "benefit. Check that the charges of the file contain the flat amount for water and heating, where these are individual: without "
        "it the ratio is too low.",
    ),
)
def net_effort_rate(
    housing_expense: Decimal, energy_contribution: Decimal, rls_amount: Decimal, housing_benefit: Decimal, monthly_resources: Decimal
) -> Decimal | None:
    """Add the energy contribution to the expense, take off rent reduction and housing benefit, divide by the resources."""
    net = housing_expense + energy_contribution - rls_amount - housing_benefit
    return net / monthly_resources if monthly_resources else None


@calculation(
    of=Household,
    title=text(
        fr="Reste à vivre par jour et par personne, sans unité de consommation",
        en="Residual income per person per day, without consumption units",
    ),
    headline=Headline.RESIDUAL_INCOME.label,
    doubt=(is_benefit_taken_apart, is_benefit_taken_after_reduction),
    unit="EUR/day/person",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Ressources (sans l’aide au logement) plus cette aide, moins loyer après réduction de solidarité et charges, par personne et "
        "par jour d’un mois de 30 jours ; ni annexes ni contribution aux économies d’énergie. Chaque personne compte pour une, l’enfant "
        "en garde alternée aussi : chaque bailleur fixe sa règle, ses unités de consommation et son seuil.",
        en="Resources (without the housing benefit) plus that benefit, less charges and rent after the solidarity reduction, per person "
        "and day of a month of 30 days; neither annexes nor the energy-savings contribution. Each person counts as one, a child in "
        "alternating custody too: each landlord fixes its own rule, consumption units and threshold.",
    ),
)
def rest_to_live_per_day(
    monthly_resources: Decimal,
    rent: Decimal,
    rls_amount: Decimal,
    recoverable_charges: Decimal,
    housing_benefit: Decimal,
    household_persons: int,
) -> Decimal | None:
    """Divide what housing leaves of the resources by the persons and by thirty days; none without persons."""
    left = monthly_resources - rent + rls_amount - recoverable_charges + housing_benefit
    return left / household_persons / DAYS_OF_A_MONTH if household_persons else None


@calculation(
    of=Household,
    title=text(fr="Loyer révisé au 1er janvier prochain", en="Rent revised on next 1 January"),
    unit="EUR/month",
    source=(RENT_REVISION, RENT_REFERENCE_INDEX),
    note=text(
        fr="D’année en année : le loyer révisé est celui de l’année suivante. Les valeurs de l’indice sont de mémoire.",
        en="Year by year: the revised rent is that of the next year. The values of the index are from memory.",
    ),
)
def revised_rent(rent: Decimal, second_quarter_rent_index: Mapping[str, Decimal]) -> Decimal:
    """Raise the rent as the index of the second quarter has risen in a year; not rounded."""
    return rent * second_quarter_rent_index["LATEST"] / second_quarter_rent_index["PREVIOUS"]

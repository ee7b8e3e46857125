"""What housing costs a household against what it earns: CCH R*441-3-1 and arrêté of 10 March 2011."""

from decimal import Decimal

from domain.households import Household
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.sources.benefits import RENT_REDUCTION
from rules.sources.conventions import RENT_REVISION
from rules.sources.incomes import EFFORT_RATE
from rules.sources.practice import NO_TEXT_FOUND

TITLE = text(fr="Taux d’effort et reste à vivre", en="Rent-to-income ratio (taux d’effort) and residual income")

DAYS_OF_A_MONTH = 30


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
        fr="Taux d’effort brut (loyer, annexes et charges)",
        en="Gross rent-to-income ratio (taux d’effort: rent, annexes and charges)",
    ),
    headline=text(fr="taux d’effort brut", en="gross rent-to-income ratio"),
    unit="ratio",
    source=EFFORT_RATE,
)
def gross_effort_rate(housing_expense: Decimal, monthly_resources: Decimal) -> Decimal | None:
    """Divide the expense by the resources; none for a household without resources."""
    return housing_expense / monthly_resources if monthly_resources else None


@calculation(
    of=Household,
    title=text(
        fr="Taux d’effort net (aide déduite, contribution aux économies d’énergie comprise)",
        en="Net rent-to-income ratio (taux d’effort: less the benefit, with the energy-savings contribution)",
    ),
    headline=text(fr="taux d’effort net", en="net rent-to-income ratio"),
    unit="ratio",
    source=(EFFORT_RATE, RENT_REDUCTION),
    note=text(
        fr="Loyer avant réduction de loyer de solidarité, puis réduction et aide versée déduites. Supposé ici : l’aide indiquée est celle "
        "qui reste versée une fois la réduction appliquée.",
        en="Rent before the rent solidarity reduction, then less that reduction and the benefit that is paid. Assumed here: the benefit "
        "stated is what is still paid once the reduction applies.",
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
    headline=text(fr="reste à vivre par jour et par personne", en="residual income per person per day"),
    unit="EUR/day/person",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    note=text(
        fr="Ressources et aide au logement, moins loyer après réduction de solidarité et charges, par personne et par jour d’un mois de 30 "
        "jours ; ni annexes ni contribution aux économies d’énergie. L’aide indiquée est supposée celle qui reste versée une fois la "
        "réduction appliquée. Chaque personne compte pour une, l’enfant en garde alternée aussi : chaque bailleur fixe sa règle, ses "
        "unités de consommation et son seuil.",
        en="Resources and housing benefit, less charges and rent after the solidarity reduction, per person and day of a month of "
        "30 days; neither annexes nor the energy-savings contribution. The benefit stated is assumed to be what is still paid once the "
        "reduction applies. Each person counts as one, a child in alternating custody too: each landlord fixes its own rule, consumption "
        "units and threshold.",
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
    title=text(fr="Loyer révisé au 1er janvier", en="Rent revised on 1 January"),
    unit="EUR/month",
    source=RENT_REVISION,
    note=text(
        fr="D’année en année : le loyer révisé est celui de l’année suivante. Indice du coût de la construction avant 2006.",
        en="Year by year: the revised rent is that of the next year. Index of construction costs before 2006.",
    ),
)
def revised_rent(rent: Decimal, rent_index_variation: Decimal) -> Decimal:
    """Raise the rent by the yearly change of the index."""
    return rent * (100 + rent_index_variation) / 100

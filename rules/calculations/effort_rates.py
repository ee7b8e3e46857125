"""What housing costs a household against what it earns: CCH R*441-3-1 and arrêté of 10 March 2011."""

from decimal import Decimal

from domain.households import Household
from domain.text import text
from rules.engine.declare import calculation
from rules.sources.incomes import EFFORT_RATE


@calculation(of=Household, title=text(fr="Dépense de logement", en="Housing expense"), unit="EUR/month", source=EFFORT_RATE)
def housing_expense(rent: Decimal, annex_rents: Decimal, recoverable_charges: Decimal) -> Decimal:
    """Add rent, rents of the annexes and recoverable charges."""
    return rent + annex_rents + recoverable_charges


@calculation(of=Household, title=text(fr="Taux d’effort brut", en="Gross effort rate"), unit="ratio", source=EFFORT_RATE)
def gross_effort_rate(housing_expense: Decimal, monthly_resources: Decimal) -> Decimal | None:
    """Divide the expense by the resources; none for a household without resources."""
    return housing_expense / monthly_resources if monthly_resources else None


@calculation(of=Household, title=text(fr="Taux d’effort net", en="Net effort rate"), unit="ratio", source=EFFORT_RATE)
def net_effort_rate(
    housing_expense: Decimal, energy_contribution: Decimal, housing_benefit: Decimal, monthly_resources: Decimal
) -> Decimal | None:
    """Add the energy contribution to the expense, take off the housing benefit, divide by the resources."""
    return (housing_expense + energy_contribution - housing_benefit) / monthly_resources if monthly_resources else None

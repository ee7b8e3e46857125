"""The funding plan of an operation: what pays for it, in which shares, and what the loans cost against the rents."""

from decimal import Decimal

from domain.conditions import total
from domain.funding import Loan
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import provides_dwellings

TITLE = text(fr="Plan de financement", en="Funding plan")

funding_loans = derived(
    total(Operation.loans, Loan.amount, Loan.in_funding_plan),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Prêts du plan de financement", en="Loans of the funding plan"),
    unit="EUR",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Total du plan de financement", en="Total of the funding plan"),
    unit="EUR",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def funding_total(funding_loans: Decimal, subsidy_amount: Decimal, other_subsidies: Decimal, own_funds: Decimal) -> Decimal:
    """Add loans, subsidies and own funds."""
    return funding_loans + subsidy_amount + other_subsidies + own_funds


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Écart de financement", en="Funding gap"),
    unit="EUR",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
    note=text(fr="Un plan équilibré a un écart nul.", en="A balanced plan has no gap."),
)
def funding_gap(cost_price: Decimal, funding_total: Decimal) -> Decimal:
    """Return what is still to be found; negative where there is too much."""
    return cost_price - funding_total


def _share(amount: Decimal, whole: Decimal) -> Decimal | None:
    """Return *amount* as a percentage of *whole*, none where there is nothing."""
    return 100 * amount / whole if whole else None


@calculation(
    of=Loan,
    when=provides_dwellings,
    title=text(fr="Part du prêt dans le financement", en="Share of the loan in the funding"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def loan_funding_share(amount: Decimal, in_funding_plan: bool, funding_total: Decimal) -> Decimal | None:
    """Return the share of a loan of the plan; none for a loan that is not part of it."""
    return _share(amount, funding_total) if in_funding_plan else None


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Part des subventions dans le financement", en="Share of the subsidies in the funding"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def subsidies_funding_share(subsidy_amount: Decimal, other_subsidies: Decimal, funding_total: Decimal) -> Decimal | None:
    """Return the share of the State's and other subsidies."""
    return _share(subsidy_amount + other_subsidies, funding_total)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Part des fonds propres dans le financement", en="Share of own funds in the funding"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def own_funds_funding_share(own_funds: Decimal, funding_total: Decimal) -> Decimal | None:
    """Return the share of own funds in the plan; with those of loans and subsidies it makes 100."""
    return _share(own_funds, funding_total)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Taux de fonds propres", en="Own funds against the cost"),
    unit="%",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def own_funds_share_of_cost(own_funds: Decimal, cost_price: Decimal) -> Decimal | None:
    """Return own funds as a share of the cost price."""
    return _share(own_funds, cost_price)


@calculation(
    of=Loan,
    when=provides_dwellings,
    title=text(fr="Annuité constante du prêt", en="Constant annuity of the loan"),
    unit="EUR/year",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def loan_annuity(amount: Decimal, yearly_rate: Decimal, years: int) -> Decimal:
    """Return P × r / (1 − (1 + r)^−n), or P / n without interest."""
    return amount * yearly_rate / (1 - (1 + yearly_rate) ** -years) if yearly_rate else amount / years


loan_annuities = derived(
    total(Operation.loans, loan_annuity, Loan.in_funding_plan),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Annuités des prêts", en="Annuities of the loans"),
    unit="EUR/year",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Produit locatif annuel théorique", en="Theoretical yearly rental income"),
    unit="EUR/year",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def yearly_rental_income(maximum_rents: Decimal) -> Decimal:
    """Multiply the maximum rents of a month by twelve."""
    return 12 * maximum_rents


@calculation(
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Annuités rapportées aux loyers", en="Annuities as a share of the rents"),
    unit="ratio",
    source=NO_TEXT_FOUND,
    confidence=Confidence.FROM_MEMORY,
)
def debt_cover_ratio(loan_annuities: Decimal, yearly_rental_income: Decimal) -> Decimal | None:
    """Divide annuities by rents; none without rents."""
    return loan_annuities / yearly_rental_income if yearly_rental_income else None

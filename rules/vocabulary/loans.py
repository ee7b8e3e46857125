"""What is said of the loans of an operation, by who lends."""

from decimal import Decimal

from domain.conditions import any_of, named
from domain.funding import Lender, Loan
from domain.operations import Operation
from domain.text import text

TITLE = text(fr="Prêts", en="Loans")

has_cdc_loans_to_guarantee = named(
    text(fr="emprunts à la Caisse des dépôts, à garantir", en="loans of the Caisse des Dépôts to be guaranteed"),
    any_of(Operation.loans, Loan.in_funding_plan & Loan.guaranteed & (Loan.amount > Decimal(0)) & (Loan.lender == Lender.CDC)),
)

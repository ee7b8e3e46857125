"""What is said of the loans of an operation, by who lends."""

from decimal import Decimal

from domain.conditions import any_of, happened, named
from domain.funding import Lender, Loan
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import borrows_from_action_logement, has_loans_to_guarantee

TITLE = text(fr="Prêts", en="Loans")

has_cdc_loans_to_guarantee = named(
    text(fr="emprunts à la Caisse des dépôts, à garantir", en="loans of the Caisse des Dépôts to be guaranteed"),
    any_of(Operation.loans, Loan.in_funding_plan & Loan.guaranteed & (Loan.amount > Decimal(0)) & (Loan.lender == Lender.CDC)),
)

awaits_its_employer_loan = named(
    text(fr="prêt Action Logement à signer", en="loan of Action Logement to be signed"),
    borrows_from_action_logement & ~happened(Operation.employer_loan_signed_on),
    otherwise=text(fr="aucun prêt Action Logement à signer", en="no loan of Action Logement to be signed"),
)

awaits_its_guarantee = named(
    text(fr="garantie d’emprunt à obtenir", en="loan guarantee to be obtained"),
    has_loans_to_guarantee & ~happened(Operation.guarantee_decided_on),
    otherwise=text(fr="aucune garantie d’emprunt à obtenir", en="no loan guarantee to be obtained"),
)

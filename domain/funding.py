"""
What funds an operation: the products that the State backs, and loans.

Form step: 3, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import Subject
from domain.text import Choice, text


class FundingProduct(Choice):
    """The State-backed products that fund an operation."""

    PLAI = text(fr="PLAI", en="PLAI (very social rental loan)")
    PLUS = text(fr="PLUS", en="PLUS (standard social rental loan)")
    PLS = text(fr="PLS", en="PLS (intermediate social rental loan)")
    PALULOS = text(fr="PALULOS", en="PALULOS (rehabilitation subsidy)")
    PSLA = text(fr="PSLA", en="PSLA (rent-to-own loan)")
    NONE = text(fr="Aucun", en="None")


class Lender(Choice):
    """Who lends."""

    CDC = text(fr="Caisse des dépôts (Banque des Territoires)", en="Caisse des Dépôts (CDC)")
    ACTION_LOGEMENT = text(fr="Action Logement (PEEC)", en="Action Logement (employer contribution)")
    OTHER = text(fr="Autre prêteur", en="Other lender")


class Loan(Subject, title=text(fr="Prêt", en="Loan")):
    """A loan that funds the operation, or is still owed on its buildings."""

    lender: Fact[Lender] = fact(fr="Prêteur", en="Lender", step=3)
    amount: Fact[Decimal] = fact(fr="Montant emprunté", en="Amount borrowed", unit="EUR", step=3, minimum=0)
    outstanding: Fact[Decimal] = fact(fr="Capital restant dû", en="Outstanding principal", unit="EUR", step=3, minimum=0)
    guaranteed: Fact[bool] = fact(fr="Garanti par un tiers", en="Guaranteed by a third party", step=3)

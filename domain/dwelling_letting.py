"""
How a dwelling of an operation is let: what funds it, what its rent rests on, what its tenant saves and earns.

Form step: 7, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.funding import FundingProduct
from domain.subjects import FactGroup
from domain.text import text


class DwellingLetting(FactGroup):
    """How a dwelling is let."""

    product: Fact[FundingProduct] = fact(fr="Financement du logement", en="Funding product of the dwelling", step=7)
    own_coefficient: Fact[Decimal] = fact(
        fr="Coefficient propre au logement", en="Coefficient specific to the dwelling", unit="coefficient", step=7, minimum=0
    )
    rented_annex_area: Fact[Decimal] = fact(
        fr="Surface de l’annexe louée à part", en="Area of the annex let separately", unit="m2", step=7, minimum=0
    )
    annex_rent_rate: Fact[Decimal] = fact(
        fr="Loyer de l’annexe au m²", en="Rent of the annex a square metre", unit="EUR/m2/month", step=7, minimum=0
    )
    main_rooms: Fact[int] = fact(fr="Pièces principales", en="Main rooms", unit="room", step=7, minimum=1)
    yearly_energy_saving: Fact[Decimal] = fact(
        fr="Économie de charges estimée du locataire",
        en="Estimated saving of the tenant",
        unit="EUR/year",
        step=7,
        minimum=0,
        hint=text(
            fr="Celle que calcule l’étude thermique préalable, non celle du DPE.",
            en="That which the thermal study of before the works computes, not that of the energy certificate.",
        ),
    )
    tenant_income_ratio: Fact[Decimal | None] = fact(
        fr="Ressources du locataire rapportées au plafond PLUS, une fois attribué",
        en="Tenant's income as a share of the PLUS ceiling, once let",
        unit="ratio",
        personal=True,
        step=7,
        minimum=0,
    )

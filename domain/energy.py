"""
What a building consumes, before and after works, and where it stands.

Form step: 2, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import FactGroup
from domain.text import text
from domain.zones import ClimateZone


class EnergyPerformance(FactGroup):
    """What a building consumes."""

    climate_zone: Fact[ClimateZone] = fact(fr="Zone climatique", en="Climate zone", step=2)
    altitude: Fact[Decimal] = fact(fr="Altitude", en="Altitude", unit="m", step=2)
    primary_energy_before: Fact[Decimal] = fact(
        fr="Énergie primaire consommée avant travaux", en="Primary energy used before works", unit="kWh/m2/year", step=2, minimum=0
    )
    greenhouse_gas_before: Fact[Decimal] = fact(
        fr="Gaz à effet de serre émis avant travaux", en="Greenhouse gas emitted before works", unit="kgCO2/m2/year", step=2, minimum=0
    )
    primary_energy_after: Fact[Decimal] = fact(
        fr="Énergie primaire consommée après travaux",
        en="Primary energy used after works",
        unit="kWh/m2/year",
        step=2,
        minimum=0,
        hint=text(
            fr="Pour la contribution énergie : celle que calcule l’étude thermique préalable, non celle du DPE (de mémoire).",
            en="For the energy contribution: that which the thermal study of before the works computes, not that of the energy "
            "certificate (from memory).",
        ),
    )
    greenhouse_gas_after: Fact[Decimal] = fact(
        fr="Gaz à effet de serre émis après travaux", en="Greenhouse gas emitted after works", unit="kgCO2/m2/year", step=2, minimum=0
    )

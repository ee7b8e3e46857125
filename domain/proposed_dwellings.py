"""
The dwelling that is proposed to a household: where it is, what it costs, what funds it.

Form step: 5, as for a household.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.funding import FundingProduct
from domain.subjects import FactGroup
from domain.text import Choice, text
from domain.zones import CeilingZone, RentZone


class Occupancy(Choice):
    """How much of the dwelling the household rents."""

    WHOLE_DWELLING = text(fr="Logement entier", en="Whole dwelling")
    FLATSHARE = text(fr="Colocation", en="Flatshare")
    ROOM = text(fr="Chambre", en="Room")
    ROOM_OF_ELDERLY_OR_DISABLED = text(
        fr="Chambre d’une personne âgée ou handicapée hébergée à titre onéreux",
        en="Room of an elderly or disabled person hosted for payment",
    )


class ProposedDwelling(FactGroup):
    """The dwelling that is proposed."""

    commune: Fact[str] = fact(fr="Commune du logement (code INSEE)", en="Commune of the dwelling (INSEE code)", personal=True, step=5)
    ceiling_zone: Fact[CeilingZone] = fact(fr="Zone des plafonds de ressources", en="Zone of the income ceilings", provided=True, step=5)
    rent_zone: Fact[RentZone] = fact(fr="Zone de loyer (1 bis, 1, 2 ou 3)", en="Rent zone (1 bis, 1, 2 or 3)", personal=True, step=5)
    dwelling_product: Fact[FundingProduct] = fact(
        fr="Financement du logement proposé", en="Funding product of the proposed dwelling", personal=True, step=5
    )
    dwelling_living_area: Fact[Decimal] = fact(
        fr="Surface habitable du logement proposé", en="Living area of the proposed dwelling", unit="m2", personal=True, step=5, minimum=0
    )
    occupancy: Fact[Occupancy] = fact(
        fr="Mode d’occupation",
        en="Kind of occupancy",
        personal=True,
        step=5,
        hint=text(
            fr="Sert à calculer l’APL. Une aide indiquée au dossier reste celle du taux d’effort : l’APL d’avant la CRDS, calculée ici, se "
            "compare alors à elle.",
            en="Serves to work out the housing benefit. A benefit stated in the file stays that of the rent-to-income ratio: the benefit "
            "before the CRDS levy, worked out here, is then held against it.",
        ),
    )
    under_apl_convention: Fact[bool] = fact(
        fr="Logement conventionné APL, hors logement-foyer",
        en="Dwelling under an APL agreement (convention APL), not in a hostel (logement-foyer)",
        personal=True,
        step=5,
    )
    in_priority_neighbourhood: Fact[bool] = fact(
        fr="Logement en quartier prioritaire (QPV)", en="Dwelling in a priority neighbourhood (QPV)", personal=True, step=5
    )
    in_rural_renewal_zone: Fact[bool] = fact(
        fr="Logement en zone de revitalisation rurale (FRR, ancienne ZRR)",
        en="Dwelling in a rural renewal zone (FRR)",
        personal=True,
        step=5,
    )
    rent: Fact[Decimal] = fact(
        fr="Loyer du logement proposé",
        en="Rent of the proposed dwelling",
        unit="EUR/month",
        personal=True,
        step=5,
        minimum=0,
        hint=text(
            fr="Hors charges, avant réduction de loyer de solidarité (RLS) : elle est déduite ici.",
            en="Without charges, before the rent solidarity reduction (RLS): it is taken off here.",
        ),
    )
    annex_rents: Fact[Decimal] = fact(
        fr="Loyers des annexes (garage, jardin)",
        en="Rents of the annexes (garage, garden)",
        unit="EUR/month",
        personal=True,
        step=5,
        minimum=0,
        hint=text(fr="0 s’il n’y en a pas.", en="0 if there is none."),
    )
    recoverable_charges: Fact[Decimal] = fact(
        fr="Charges récupérables", en="Recoverable charges", unit="EUR/month", personal=True, step=5, minimum=0
    )
    energy_contribution: Fact[Decimal] = fact(
        fr="Contribution aux économies d’énergie",
        en="Energy-savings contribution",
        unit="EUR/month",
        personal=True,
        step=5,
        minimum=0,
        hint=text(fr="0 s’il n’y en a pas.", en="0 if there is none."),
    )
    reference_supplement: Fact[Decimal] = fact(
        fr="Supplément de loyer de référence", en="Reference rent supplement", unit="EUR/m2/month", personal=True, step=5, minimum=0
    )
    benefit_resources: Fact[Decimal] = fact(
        fr="Ressources retenues pour l’aide au logement",
        en="Resources counted for the housing benefit",
        unit="EUR/year",
        personal=True,
        step=5,
        minimum=0,
        hint=text(
            fr="Telles que la CAF ou la MSA les compte sur un an.",
            en="As the CAF or MSA counts them over a year.",
        ),
    )
    housing_benefit: Fact[Decimal] = fact(
        fr="Aide au logement pour le logement proposé",
        en="Housing benefit for the proposed dwelling",
        unit="EUR/month",
        personal=True,
        step=5,
        minimum=0,
        hint=text(
            fr="Telle qu’elle est versée : après réduction de loyer de solidarité (RLS), s’il y en a une.",
            en="As it is paid: after the rent solidarity reduction (RLS), where there is one.",
        ),
    )

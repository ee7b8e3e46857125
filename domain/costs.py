"""
What an operation costs, on what the State's subsidy is counted, and what else pays for it.

Form step: 3, as for an operation.
"""

from decimal import Decimal

from domain.facts import Fact, fact
from domain.subjects import FactGroup
from domain.text import Choice, text


class SubsidyCase(Choice):
    """The cases for which the law caps the subsidy rate."""

    CONSTRUCTION = text(fr="Construction", en="Construction")
    DEROGATORY = text(fr="Construction, taux dérogatoire", en="Construction, special rate")
    EXPERIMENTAL = text(fr="Opération expérimentale", en="Experimental operation")
    DEMOLITION_REHOUSING = text(fr="Relogement après démolition", en="Rehousing after demolition")


class NewUse(Choice):
    """What a building that is no longer lived in serves for."""

    PRIVATE = text(fr="Activité privée", en="Private activity")
    PUBLIC = text(fr="Activité publique", en="Public activity")


class Costs(FactGroup):
    """What the operation costs, and what pays for it beside loans."""

    land_cost: Fact[Decimal] = fact(fr="Charge foncière hors taxes", en="Cost of the land, VAT excluded", unit="EUR", step=3, minimum=0)
    works_cost: Fact[Decimal] = fact(fr="Coût des travaux hors taxes", en="Cost of the works, VAT excluded", unit="EUR", step=3, minimum=0)
    off_plan_price: Fact[Decimal] = fact(
        fr="Prix de l’achat en VEFA, hors taxes",
        en="Price of the off-plan purchase, VAT excluded",
        unit="EUR",
        step=3,
        minimum=0,
        hint=text(
            fr="L’exonération de taxe foncière en dépend aussi : plus de 50 % de prêts réglementés, dont le PLS (en PLUS et PLAI, aides "
            "publiques et PEEC comprises).",
            en="The exemption from property tax hangs on it too: more than 50% of regulated loans, the PLS among them (for PLUS and PLAI, "
            "public and employers’ aid included).",
        ),
    )
    off_plan_calls_paid: Fact[Decimal] = fact(
        fr="Appels de fonds de la VEFA déjà payés, hors taxes",
        en="Calls of the off-plan purchase already paid, VAT excluded",
        unit="EUR",
        step=3,
        minimum=0,
        hint=text(
            fr="Noter au dossier par quoi : fonds propres, avance, prêt relais.", en="Note by what: own funds, advance, bridging loan."
        ),
    )
    fees: Fact[Decimal] = fact(fr="Honoraires hors taxes", en="Fees, VAT excluded", unit="EUR", step=3, minimum=0)
    value_added_tax: Fact[Decimal] = fact(fr="TVA", en="Value-added tax", unit="EUR", step=3, minimum=0)
    own_funds: Fact[Decimal] = fact(fr="Fonds propres", en="Own funds", unit="EUR", step=3, minimum=0)
    other_subsidies: Fact[Decimal] = fact(
        fr="Subventions autres que de l’État",
        en="Subsidies other than the State's",
        unit="EUR",
        step=3,
        minimum=0,
        hint=text(
            fr="Montant total : collectivités, ANRU, autres ; 0 seulement s’il n’y en a aucune.",
            en="In total: local authorities, the ANRU, others; 0 only where there is none at all.",
        ),
    )

    # The base values of the arrêté are known in francs of 1996 only (6,929 in zone 1; 5,774 elsewhere): the value in force is given.
    base_value: Fact[Decimal] = fact(
        fr="Valeur de base de l’assiette de subvention", en="Base value of the subsidy", unit="EUR/m2", step=3, minimum=0
    )
    subsidy_increase: Fact[Decimal] = fact(fr="Majoration de l’assiette", en="Increase of the base", unit="ratio", step=3, minimum=0)
    garages: Fact[int] = fact(fr="Garages", en="Garages", unit="garage", step=3, minimum=0)
    garage_flat_cost: Fact[Decimal] = fact(fr="Coût forfaitaire d’un garage", en="Flat cost of a garage", unit="EUR", step=3, minimum=0)
    subsidy_case: Fact[SubsidyCase] = fact(fr="Cas de subvention", en="Case of the subsidy", step=3)
    subsidy_rate: Fact[Decimal] = fact(
        fr="Taux de subvention demandé", en="Subsidy rate asked for", unit="ratio", step=3, minimum=0, maximum=1
    )
    demolition_base: Fact[Decimal] = fact(
        fr="Assiette de la subvention de démolition", en="Base of the demolition subsidy", unit="EUR", step=3, minimum=0
    )
    change_of_use_works: Fact[Decimal] = fact(
        fr="Travaux de changement d’usage, TVA comprise", en="Works to change the use, VAT included", unit="EUR", step=3, minimum=0
    )
    new_use: Fact[NewUse] = fact(fr="Nouvel usage du bâtiment", en="New use of the building", step=3)

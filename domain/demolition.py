"""
What a demolition needs before the works, and what it leaves to be settled.

Form step: 6, as for an operation.
"""

from datetime import date
from decimal import Decimal

from domain.facts import Fact, fact, milestone
from domain.subjects import FactGroup


class Demolition(FactGroup):
    """What a demolition needs before the works, and what it leaves to be settled."""

    public_aid_outstanding: Fact[Decimal] = fact(
        fr="Aides publiques restant à rembourser", en="Public aid still to be repaid", unit="EUR", step=6, minimum=0
    )
    demolished_under_convention: Fact[bool] = fact(
        fr="Logements à démolir conventionnés à l’APL",
        en="Dwellings to be demolished under an APL agreement (convention APL)",
        step=6,
    )
    intention_file_deposited_on: Fact[date | None] = milestone(
        fr="Dépôt du dossier d’intention de démolir", en="Intent-to-demolish file submitted", step=6
    )
    intention_file_answered_on: Fact[date | None] = milestone(
        fr="Réponse du préfet au dossier d’intention de démolir", en="Answer of the prefect to the intent-to-demolish file", step=6
    )
    demolition_file_deposited_on: Fact[date | None] = milestone(
        fr="Dépôt du dossier définitif de démolition", en="Final application for the demolition submitted", step=6
    )
    demolition_file_complete_on: Fact[date | None] = milestone(
        fr="Dossier définitif de démolition reconnu complet", en="Final application for the demolition acknowledged as complete", step=6
    )
    commune_agreed_on: Fact[date | None] = milestone(fr="Accord de la commune", en="Agreement of the commune", step=6)
    guarantors_agreed_on: Fact[date | None] = milestone(
        fr="Accord des garants des prêts", en="Agreement of the guarantors of the loans", step=6
    )
    prefect_authorisation_requested_on: Fact[date | None] = milestone(
        fr="Demande d’autorisation de démolir au préfet", en="Demolition authorisation requested of the prefect", step=6
    )
    prefect_authorised_on: Fact[date | None] = milestone(fr="Autorisation du préfet", en="Authorisation of the prefect", step=6)
    rehousing_plan_approved_on: Fact[date | None] = milestone(fr="Plan de relogement approuvé", en="Rehousing plan approved", step=6)
    building_empty_recorded_on: Fact[date | None] = milestone(fr="Libération complète constatée", en="Building recorded as vacated", step=6)
    utilities_disconnected_on: Fact[date | None] = milestone(fr="Réseaux coupés", en="Networks cut off", step=6)
    first_dwelling_vacated_on: Fact[date | None] = milestone(
        fr="Premier logement à démolir vacant depuis", en="First dwelling to be demolished vacant since", step=6
    )
    vacancy_relief_claimed_on: Fact[date | None] = milestone(
        fr="Dégrèvement de taxe foncière des logements vacants réclamé",
        en="Property tax relief of the vacant dwellings claimed",
        step=6,
    )
    public_aid_settled_on: Fact[date | None] = milestone(
        fr="Remboursement des aides publiques réglé", en="Repayment of public aid settled", step=6
    )

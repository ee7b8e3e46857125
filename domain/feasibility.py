"""
What is found out and decided before an operation is designed and funded: site, land, studies, consultation.

Form steps: 1 and 2, as for an operation.
"""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.subjects import FactGroup


class Feasibility(FactGroup):
    """What is found out and decided before an operation is designed and funded: site, land, studies, consultation."""

    impacts_rent_or_charges: Fact[bool] = fact(fr="Effet sur les loyers ou les charges", en="Effect on rents or charges")
    new_rents_planned: Fact[bool] = fact(
        fr="Nouveau loyer prévu pour les locataires en place", en="New rent planned for the sitting tenants"
    )
    significant_renovation: Fact[bool] = fact(fr="Rénovation significative", en="Significant renovation")
    seismic_zone: Fact[int] = fact(fr="Zone de sismicité", en="Seismic zone", unit="zone", step=2, minimum=1, maximum=5)
    environmental_review: Fact[bool] = fact(
        fr="Seuil de l’examen au cas par cas atteint", en="Threshold of the case-by-case review reached", step=2
    )
    water_law: Fact[bool] = fact(fr="Soumise à la loi sur l’eau", en="Subject to the water law", step=2)
    archaeology_zone: Fact[bool] = fact(fr="Zone d’archéologie préventive", en="Zone of preventive archaeology", step=2)
    former_industrial_site: Fact[bool] = fact(fr="Ancien site industriel", en="Former industrial site", step=2)
    termite_zone: Fact[bool] = fact(fr="Zone de termites", en="Termite zone", step=2)
    risk_zone: Fact[bool] = fact(fr="Zone à risques", en="Risk zone", step=2)
    risk_plan_requires_study: Fact[bool] = fact(
        fr="Étude préalable exigée par le plan de prévention des risques", en="Prior study required by the risk prevention plan", step=2
    )
    adjoining_buildings: Fact[bool] = fact(fr="Bâtiments mitoyens", en="Adjoining buildings", step=2)
    energy_renovation: Fact[bool] = fact(fr="Rénovation énergétique", en="Energy renovation", step=1)
    abandoned_on: Fact[date | None] = milestone(fr="Abandon de l’opération", en="Operation abandoned", step=1)
    funding_request_planned: Fact[date] = fact(
        fr="Dépôt prévu de la demande de financement", en="Planned day of the funding request", step=3, minimum=date(1900, 1, 1)
    )
    permit_request_planned: Fact[date] = fact(
        fr="Dépôt prévu de la demande d’autorisation d’urbanisme",
        en="Planned day of the planning application",
        step=4,
        minimum=date(1900, 1, 1),
    )
    preliminary_design_start: Fact[date] = fact(
        fr="Début prévu de l’avant-projet sommaire", en="Planned start of the preliminary design", step=1, minimum=date(1900, 1, 1)
    )
    land_secured_on: Fact[date | None] = milestone(fr="Maîtrise foncière acquise", en="Land or building secured", step=2)
    off_plan_deed_signed_on: Fact[date | None] = milestone(
        fr="Acte de vente en l’état futur d’achèvement signé", en="Deed of the off-plan sale signed", step=2
    )
    board_approved_on: Fact[date | None] = milestone(fr="Accord du conseil d’administration", en="Approval of the board", step=1)
    geotechnical_study_received_on: Fact[date | None] = milestone(fr="Étude géotechnique reçue", en="Geotechnical study received", step=2)
    project_manager_signed_on: Fact[date | None] = milestone(
        fr="Contrat de maîtrise d’œuvre signé", en="Contract of the lead designer (maître d’œuvre) signed", step=1
    )
    safety_coordinator_appointed_on: Fact[date | None] = milestone(
        fr="Coordonnateur SPS désigné", en="Safety coordinator appointed", step=1
    )
    technical_controller_signed_on: Fact[date | None] = milestone(
        fr="Contrat de contrôle technique signé", en="Contract of the building control body (contrôleur technique) signed", step=1
    )
    environmental_review_decided_on: Fact[date | None] = milestone(
        fr="Décision de l’autorité environnementale", en="Decision of the environmental authority", step=2
    )
    archaeology_file_received_on: Fact[date | None] = milestone(
        fr="Dossier d’archéologie reçu par le préfet", en="Archaeology file received by the prefect", step=2
    )
    archaeology_answered_on: Fact[date | None] = milestone(
        fr="Réponse du préfet sur l’archéologie", en="Answer of the prefect on archaeology", step=2
    )
    tenants_informed_on: Fact[date | None] = milestone(
        fr="Réunion d’information des locataires tenue", en="Meeting that informs the tenants held", step=1
    )
    consultation_reported_on: Fact[date | None] = milestone(
        fr="Compte rendu de la concertation locative", en="Report of the consultation of the tenants", step=1
    )
    thermal_study_received_on: Fact[date | None] = milestone(
        fr="Étude thermique préalable reçue", en="Thermal study of before the works received", step=2
    )
    energy_audit_received_on: Fact[date | None] = milestone(fr="Audit énergétique reçu", en="Energy audit received", step=2)

"""
The preparation of the works and the building site: surveys, declarations, safety, contracts, schedule.

Form step: 5, as for an operation.
"""

from datetime import date
from decimal import Decimal

from domain.facts import Fact, fact, milestone
from domain.subjects import FactGroup
from domain.text import text


class Works(FactGroup):
    """The preparation of the works and the building site: surveys, declarations, safety, contracts, schedule."""

    companies: Fact[int] = fact(fr="Entreprises sur le chantier", en="Contractors on the site", unit="company", step=5, minimum=0)
    peak_workers: Fact[int] = fact(fr="Effectif de pointe du chantier", en="Peak number of workers", unit="worker", step=5, minimum=0)
    working_days: Fact[int] = fact(fr="Durée du chantier en jours ouvrés", en="Working days of the site", unit="day", step=5, minimum=0)
    man_days: Fact[int] = fact(fr="Volume du chantier en hommes-jours", en="Man-days of the site", unit="man-day", step=5, minimum=0)
    special_risks: Fact[bool] = fact(fr="Travaux à risques particuliers", en="Works with special risks", step=5)
    works_near_networks: Fact[bool] = fact(
        fr="Travaux dans le sol ou près d’un réseau aérien",
        en="Works in the ground or near an overhead network",
        step=5,
        hint=text(
            fr="Oui aussi pour une façade, une toiture, un échafaudage ou une grue près d’une ligne ou de câbles posés en façade "
            "(guides de prévention du bâtiment, distances à y lire).",
            en="Yes too for a façade, a roof, scaffolding or a crane near a line or cables fixed to a façade (safety guides of the "
            "building trade, which give the distances).",
        ),
    )
    works_insurance_due: Fact[bool] = fact(
        fr="Maître d’ouvrage tenu à l’assurance dommages-ouvrage", en="Owner bound to take out works-damage insurance", step=5
    )
    works_progress: Fact[Decimal] = fact(fr="Avancement des travaux", en="Progress of the works", unit="%", step=5, minimum=0, maximum=100)
    works_started_on: Fact[date | None] = milestone(fr="Démarrage effectif des travaux", en="Actual start of works", step=5)
    site_opening_declared_on: Fact[date | None] = milestone(fr="Déclaration d’ouverture de chantier", en="Site opening declared", step=5)
    tender_launch: Fact[date] = fact(
        fr="Lancement prévu de la consultation des entreprises",
        en="Planned launch of the call for tenders",
        step=5,
        minimum=date(1900, 1, 1),
    )
    works_notified_on: Fact[date | None] = milestone(
        fr="Travaux notifiés à tous les locataires", en="All tenants notified of the works", step=5
    )
    rent_reduction_settled_on: Fact[date | None] = milestone(
        fr="Baisse de loyer pour travaux réglée, ou constatée non due",
        en="Rent reduction for works settled, or found not to be due",
        step=5,
    )
    tender_launched_on: Fact[date | None] = milestone(fr="Consultation des entreprises lancée", en="Call for tenders launched", step=5)
    neighbours_recorded_on: Fact[date | None] = milestone(
        fr="Constat des existants établi (référé préventif)", en="Condition survey of the neighbouring buildings made", step=5
    )
    waste_diagnosis_received_on: Fact[date | None] = milestone(fr="Diagnostic PEMD reçu", en="PEMD diagnosis received", step=5)
    asbestos_survey_received_on: Fact[date | None] = milestone(
        fr="Repérage amiante avant travaux reçu", en="Asbestos survey before works received", step=5
    )
    asbestos_demolition_survey_received_on: Fact[date | None] = milestone(
        fr="Repérage amiante avant démolition reçu", en="Asbestos survey before demolition received", step=5
    )
    asbestos_survey_completed_on: Fact[date | None] = milestone(
        fr="Complément du repérage amiante reçu (logements quittés après)",
        en="Rest of the asbestos survey received (dwellings left after it)",
        step=5,
    )
    asbestos_works_start: Fact[date] = fact(
        fr="Début prévu du retrait de l’amiante", en="Planned start of the asbestos removal", step=5, minimum=date(1900, 1, 1)
    )
    asbestos_plan_sent_on: Fact[date | None] = milestone(
        fr="Plan de retrait de l’amiante transmis", en="Asbestos removal plan sent", step=5
    )
    asbestos_works_ended_on: Fact[date | None] = milestone(fr="Fin du retrait de l’amiante", en="End of the asbestos removal", step=5)
    asbestos_report_received_on: Fact[date | None] = milestone(
        fr="Rapport de fin de travaux amiante reçu", en="Report at the end of the asbestos works received", step=5
    )
    network_declaration_filed_on: Fact[date | None] = milestone(
        fr="Dépôt de la déclaration de projet de travaux (DT)", en="Network project declaration (DT) filed", step=5
    )
    network_declaration_renewed_on: Fact[date | None] = milestone(
        fr="Renouvellement de la DT", en="Network project declaration renewed", step=5
    )
    intent_declarations_filed_on: Fact[date | None] = milestone(
        fr="Dépôt des déclarations d’intention (DICT)", en="Declarations of intent (DICT) filed", step=5
    )
    safety_declaration_sent_on: Fact[date | None] = milestone(
        fr="Déclaration préalable SPS envoyée", en="Prior notice of the works (déclaration préalable SPS) sent", step=5
    )
    works_coordinator_appointed_on: Fact[date | None] = milestone(
        fr="Coordonnateur SPS de la phase travaux désigné", en="Safety coordinator of the works phase appointed", step=5
    )
    coordination_plan_issued_on: Fact[date | None] = milestone(
        fr="Plan général de coordination établi", en="General coordination plan issued", step=5
    )
    safety_plans_received_on: Fact[date | None] = milestone(
        fr="Plans particuliers de sécurité (PPSPS) reçus", en="Safety plans of the contractors (PPSPS) received", step=5
    )
    inter_company_board_created_on: Fact[date | None] = milestone(
        fr="Collège interentreprises (CISSCT) constitué", en="Board of the contractors (CISSCT) set up", step=5
    )
    works_insurance_signed_on: Fact[date | None] = milestone(
        fr="Assurance dommages-ouvrage souscrite", en="Works-damage insurance taken out", step=5
    )
    ten_year_certificates_received_on: Fact[date | None] = milestone(
        fr="Attestations décennales reçues", en="Ten-year certificates received", step=5
    )
    contribution_certificates_received_on: Fact[date | None] = milestone(
        fr="Dernières attestations de vigilance des entreprises reçues",
        en="Last contribution certificates of the contractors received",
        step=5,
    )
    subcontractor_declared_on: Fact[date | None] = milestone(
        fr="Dernière déclaration d’un sous-traitant reçue", en="Last declaration of a subcontractor received", step=5
    )
    subcontractor_answered_on: Fact[date | None] = milestone(
        fr="Réponse à la dernière déclaration d’un sous-traitant", en="Last declaration of a subcontractor answered", step=5
    )
    tender_awarded_on: Fact[date | None] = milestone(fr="Attribution des marchés de travaux", en="Works contracts awarded", step=5)
    works_contracts_signed_on: Fact[date | None] = milestone(fr="Signature des marchés de travaux", en="Works contracts signed", step=5)
    start_order_issued_on: Fact[date | None] = milestone(fr="Ordre de service de démarrage notifié", en="Start order issued", step=5)
    overrun_detected_on: Fact[date | None] = milestone(fr="Constat du dépassement de délai", en="Schedule overrun found", step=5)
    schedule_updated_on: Fact[date | None] = milestone(fr="Mise à jour du planning", en="Schedule updated", step=5)

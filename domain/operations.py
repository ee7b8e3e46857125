"""
A building operation of a social landlord: what is built, renewed or pulled down, and when.

A planned day is a fact like any other: unknown until somebody says it. A milestone is a day on which something happened:
empty means that it has not.

Form steps: 1 what it is, 2 site and buildings, 3 funding, 4 permits, 5 works, 6 demolition and rehousing, 7 convention and
letting, 8 figures of the landlord.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.buildings import Building
from domain.facts import Fact, fact, milestone
from domain.funding import FundingProduct, Loan
from domain.operation_choices import LandTitle, OperationKind, OperationPhase, PlanningPermission, TargetPublic
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import text


class Rehousing(Subject, title=text(fr="Relogement", en="Rehousing")):
    """The rehousing of one household that the operation obliges to leave."""

    offers_notified: Fact[int] = fact(
        fr="Offres de relogement notifiées", en="Rehousing offers notified", unit="offer", personal=True, step=6, minimum=0
    )
    third_offer_on: Fact[date | None] = milestone(fr="Notification de la troisième offre", en="Third offer notified", personal=True, step=6)
    left_on: Fact[date | None] = milestone(fr="Départ du ménage", en="Household left", personal=True, step=6)


class Operation(Subject, title=text(fr="Opération", en="Operation")):
    """A building operation."""

    kind: Fact[OperationKind] = fact(fr="Nature de l’opération", en="Kind of operation")
    phases: Fact[frozenset[OperationPhase]] = fact(fr="Phases engagées", en="Phases begun")
    commune: Fact[str] = fact(fr="Commune (code INSEE)", en="Commune (INSEE code)")
    works_start: Fact[date] = fact(fr="Démarrage prévu des travaux", en="Planned start of works", minimum=date(1900, 1, 1))
    works_end: Fact[date] = fact(fr="Fin prévue des travaux", en="Planned end of works", minimum=date(1900, 1, 1))
    impacts_rent_or_charges: Fact[bool] = fact(fr="Effet sur les loyers ou les charges", en="Effect on rents or charges")
    significant_renovation: Fact[bool] = fact(fr="Rénovation significative", en="Significant renovation")
    thermal_regulation: Fact[bool] = fact(
        fr="Soumise à la réglementation thermique ou environnementale", en="Subject to the thermal or environmental regulation"
    )
    energy_contribution: Fact[bool] = fact(
        fr="Contribution des locataires aux économies d’énergie", en="Energy-savings contribution of the tenants"
    )
    includes_demolition: Fact[bool] = fact(fr="Comprend une démolition", en="Includes a demolition")
    target_public: Fact[TargetPublic] = fact(fr="Public accueilli", en="Persons it is meant for")

    buildings_complete: Fact[bool] = fact(fr="Tous les bâtiments sont indiqués", en="All buildings are listed", step=2)
    buildings: Parts[Building] = parts(fr="Bâtiments", en="Buildings", complete=buildings_complete)
    land_title: Fact[LandTitle] = fact(fr="Maîtrise foncière", en="Title to the land", step=2)
    seismic_zone: Fact[int] = fact(fr="Zone de sismicité", en="Seismic zone", unit="zone", step=2, minimum=1, maximum=5)
    environmental_review: Fact[bool] = fact(
        fr="Seuil de l’examen au cas par cas atteint", en="Threshold of the case-by-case review reached", step=2
    )
    water_law: Fact[bool] = fact(fr="Soumise à la loi sur l’eau", en="Subject to the water law", step=2)
    archaeology_zone: Fact[bool] = fact(fr="Zone d’archéologie préventive", en="Zone of preventive archaeology", step=2)
    former_industrial_site: Fact[bool] = fact(fr="Ancien site industriel", en="Former industrial site", step=2)
    termite_zone: Fact[bool] = fact(fr="Zone de termites", en="Termite zone", step=2)
    risk_zone: Fact[bool] = fact(fr="Zone à risques", en="Risk zone", step=2)
    adjoining_buildings: Fact[bool] = fact(fr="Bâtiments mitoyens", en="Adjoining buildings", step=2)

    funding_products: Fact[frozenset[FundingProduct]] = fact(fr="Financements", en="Funding products", step=3)
    loans_complete: Fact[bool] = fact(fr="Tous les prêts sont indiqués", en="All loans are listed", step=3)
    loans: Parts[Loan] = parts(fr="Prêts", en="Loans", complete=loans_complete)
    guarantors: Fact[int] = fact(fr="Garants des emprunts", en="Guarantors of the loans", unit="guarantor", step=3, minimum=0)
    subsidy_amount: Fact[Decimal] = fact(fr="Subvention de l’État", en="State subsidy", unit="EUR", step=3, minimum=0)
    local_subsidy: Fact[bool] = fact(
        fr="Subvention d’une région, d’un département, d’un EPCI ou d’une commune", en="Subsidy of a local authority", step=3
    )
    anru_perimeter: Fact[bool] = fact(
        fr="Dans un périmètre de rénovation urbaine (ANRU)", en="In an urban renewal perimeter (ANRU)", step=3
    )
    eco_loan: Fact[bool] = fact(fr="Éco-prêt logement social", en="Eco-loan for social housing", step=3)
    energy_certificates: Fact[bool] = fact(fr="Certificats d’économies d’énergie", en="Energy saving certificates", step=3)
    reduced_vat: Fact[bool] = fact(fr="TVA à taux réduit", en="Reduced rate of VAT", step=3)
    reserved_dwellings: Fact[int] = fact(fr="Logements réservés", en="Reserved dwellings", unit="dwelling", step=3, minimum=0)
    demolition_subsidy: Fact[bool] = fact(fr="Subvention de démolition demandée", en="Demolition subsidy asked for", step=3)
    funding_requested_on: Fact[date | None] = milestone(
        fr="Dépôt de la demande de décision favorable", en="Request for a favourable decision filed", step=3
    )
    funding_decided_on: Fact[date | None] = milestone(fr="Décision favorable de financement", en="Favourable funding decision", step=3)
    pls_loan_requested_on: Fact[date | None] = milestone(fr="Demande du prêt PLS", en="PLS loan requested", step=3)
    closure_requested_on: Fact[date | None] = milestone(fr="Demande de clôture", en="Closure requested", step=3)

    permission: Fact[PlanningPermission] = fact(fr="Autorisation d’urbanisme requise", en="Planning permission required", step=4)
    permit_filed_on: Fact[date | None] = milestone(fr="Dépôt de la demande de permis", en="Permit application filed", step=4)
    missing_documents_notified_on: Fact[date | None] = milestone(
        fr="Notification des pièces manquantes du permis", en="Notice of missing permit documents", step=4
    )
    permit_completed_on: Fact[date | None] = milestone(fr="Dossier de permis complet", en="Permit file complete", step=4)
    permit_granted_on: Fact[date | None] = milestone(fr="Permis accordé", en="Permit granted", step=4)
    permit_posted_on: Fact[date | None] = milestone(fr="Affichage du permis sur le terrain", en="Permit posted on site", step=4)
    permit_extensions: Fact[int] = fact(
        fr="Prorogations du permis obtenues", en="Extensions of the permit granted", unit="extension", step=4, minimum=0, maximum=2
    )
    permit_extension_requested_on: Fact[date | None] = milestone(
        fr="Demande de prorogation du permis", en="Extension of the permit requested", step=4
    )
    combined_permit: Fact[bool] = fact(
        fr="Permis de construire valant permis de démolir", en="Building permit that covers the demolition", step=4
    )

    companies: Fact[int] = fact(fr="Entreprises sur le chantier", en="Companies on the site", unit="company", step=5, minimum=0)
    peak_workers: Fact[int] = fact(fr="Effectif de pointe du chantier", en="Peak number of workers", unit="worker", step=5, minimum=0)
    working_days: Fact[int] = fact(fr="Durée du chantier en jours ouvrés", en="Working days of the site", unit="day", step=5, minimum=0)
    man_days: Fact[int] = fact(fr="Volume du chantier en hommes-jours", en="Man-days of the site", unit="man-day", step=5, minimum=0)
    special_risks: Fact[bool] = fact(fr="Travaux à risques particuliers", en="Works with special risks", step=5)
    ground_works: Fact[bool] = fact(fr="Travaux dans le sol", en="Works in the ground", step=5)
    works_insurance_due: Fact[bool] = fact(
        fr="Maître d’ouvrage tenu à l’assurance dommages-ouvrage", en="Owner bound to take out works-damage insurance", step=5
    )
    works_progress: Fact[Decimal] = fact(fr="Avancement des travaux", en="Progress of the works", unit="%", step=5, minimum=0, maximum=100)
    works_started_on: Fact[date | None] = milestone(fr="Démarrage effectif des travaux", en="Actual start of works", step=5)
    site_opening_declared_on: Fact[date | None] = milestone(fr="Déclaration d’ouverture de chantier", en="Site opening declared", step=5)
    completed_on: Fact[date | None] = milestone(fr="Achèvement des travaux", en="Completion of works", step=5)
    accepted_on: Fact[date | None] = milestone(fr="Réception des travaux", en="Acceptance of works", step=5)
    completion_declared_on: Fact[date | None] = milestone(
        fr="Dépôt de la déclaration d’achèvement", en="Completion declaration filed", step=5
    )
    acceptance_reserves: Fact[int] = fact(fr="Réserves à la réception", en="Reserves on acceptance", unit="reserve", step=5, minimum=0)

    public_aid_outstanding: Fact[Decimal] = fact(
        fr="Aides publiques restant à rembourser", en="Public aid still to be repaid", unit="EUR", step=6, minimum=0
    )
    demolition_file_deposited_on: Fact[date | None] = milestone(
        fr="Dépôt du dossier d’intention de démolir", en="Demolition file deposited", step=6
    )
    demolition_file_complete_on: Fact[date | None] = milestone(
        fr="Dossier d’intention de démolir reconnu complet", en="Demolition file acknowledged as complete", step=6
    )
    commune_agreed_on: Fact[date | None] = milestone(fr="Accord de la commune", en="Agreement of the commune", step=6)
    guarantors_agreed_on: Fact[date | None] = milestone(
        fr="Accord des garants des prêts", en="Agreement of the guarantors of the loans", step=6
    )
    prefect_authorised_on: Fact[date | None] = milestone(fr="Autorisation du préfet", en="Authorisation of the prefect", step=6)
    rehousing_plan_approved_on: Fact[date | None] = milestone(fr="Plan de relogement approuvé", en="Rehousing plan approved", step=6)
    rehousings_complete: Fact[bool] = fact(fr="Tous les relogements sont indiqués", en="All rehousings are listed", step=6)
    rehousings: Parts[Rehousing] = parts(fr="Relogements", en="Rehousings", complete=rehousings_complete)

    apl_convention_due: Fact[bool] = fact(fr="Convention APL à conclure", en="APL convention to be concluded", step=7)
    address_differs_from_deed: Fact[bool] = fact(fr="Adresse différente de celle de l’acte", en="Address other than in the deed", step=7)
    convention_signed_on: Fact[date | None] = milestone(fr="Signature de la convention APL", en="APL convention signed", step=7)
    convention_changed: Fact[bool] = fact(fr="Convention à modifier", en="Convention to be changed", step=7)
    convention_denounced_on: Fact[date | None] = milestone(fr="Dénonciation de la convention", en="Convention denounced", step=7)
    convention_terminated_on: Fact[date | None] = milestone(fr="Résiliation de la convention", en="Convention terminated", step=7)

    dwellings_let: Fact[int] = fact(
        fr="Logements loués du bailleur dans la commune",
        en="Dwellings let by the landlord in the commune",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    dwellings_vacant: Fact[int] = fact(
        fr="Logements proposés à la location et vacants",
        en="Dwellings offered for rent and vacant",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    dwellings_vacant_over_three_months: Fact[int] = fact(
        fr="Logements vacants depuis plus de trois mois",
        en="Dwellings vacant for more than three months",
        unit="dwelling",
        provided=True,
        step=8,
        minimum=0,
    )
    structural_vacancy_by_year: Fact[Mapping[int, Decimal]] = fact(
        fr="Vacance structurelle par année", en="Structural vacancy by year", unit="%", provided=True, step=8
    )

    contradictions = (
        Contradiction(
            works_end < works_start,
            code="WORKS_END_BEFORE_START",
            message=text(
                fr="Les travaux finissent avant d’avoir commencé : corriger l’une des deux dates.",
                en="The works end before they start: correct one of the two days.",
            ),
        ),
        Contradiction(
            completed_on < works_started_on,
            code="COMPLETED_BEFORE_START",
            message=text(
                fr="L’achèvement précède le démarrage effectif : corriger l’une des deux dates.",
                en="The completion comes before the actual start: correct one of the two days.",
            ),
        ),
        Contradiction(
            permit_granted_on < permit_filed_on,
            code="PERMIT_GRANTED_BEFORE_FILED",
            message=text(
                fr="Le permis est accordé avant d’avoir été demandé : corriger l’une des deux dates.",
                en="The permit is granted before it was applied for: correct one of the two days.",
            ),
        ),
        Contradiction(
            dwellings_vacant_over_three_months > dwellings_vacant,
            code="MORE_LONG_VACANT_THAN_VACANT",
            message=text(
                fr="Plus de logements vacants depuis trois mois que de logements vacants : corriger l’un des deux nombres.",
                en="More dwellings are vacant for three months than are vacant: correct one of the two numbers.",
            ),
        ),
    )

"""
A building operation of a social landlord: what is built, renewed or pulled down, and when.

A planned day is a fact like any other: unknown until somebody says it. A milestone is a day on which something happened:
empty means that it has not.

Form steps: 1 what it is, 2 buildings, 3 funding, 4 permits, 5 works, 6 demolition and rehousing, 7 figures of the landlord.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.buildings import Building
from domain.facts import Fact, fact, milestone
from domain.funding import FundingProduct, Loan
from domain.subjects import Contradiction, Parts, Subject, parts
from domain.text import Choice, text


class OperationKind(Choice):
    """What is done."""

    CONSTRUCTION = text(fr="Construction neuve", en="New building")
    OFF_PLAN_PURCHASE = text(fr="Vente en l’état futur d’achèvement (VEFA)", en="Off-plan purchase (VEFA)")
    ACQUISITION_IMPROVEMENT = text(fr="Acquisition-amélioration", en="Acquisition and improvement")
    REHABILITATION = text(fr="Réhabilitation", en="Rehabilitation")
    DEMOLITION = text(fr="Démolition", en="Demolition")


class LandTitle(Choice):
    """By what right the land or the building is available."""

    OWNED = text(fr="Propriété (acte de vente)", en="Owned (deed of sale)")
    PROMISE_OF_SALE = text(fr="Promesse de vente", en="Promise of sale")
    LOCAL_AUTHORITY = text(fr="Mise à disposition par une collectivité", en="Made available by a local authority")
    OFF_PLAN_RESERVATION = text(fr="Contrat de réservation (VEFA)", en="Off-plan reservation contract")
    LONG_LEASE = text(fr="Bail emphytéotique, à construction ou à réhabilitation", en="Long lease")
    STATE_LAND = text(fr="Terrain cédé par l’État", en="Land sold by the State")


class PlanningPermission(Choice):
    """What planning law requires before the works."""

    BUILDING_PERMIT = text(fr="Permis de construire", en="Building permit")
    DEMOLITION_PERMIT = text(fr="Permis de démolir", en="Demolition permit")
    PRIOR_DECLARATION = text(fr="Déclaration préalable", en="Prior declaration")
    NONE = text(fr="Aucune autorisation", en="None")


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
    commune: Fact[str] = fact(fr="Commune (code INSEE)", en="Commune (INSEE code)")
    works_start: Fact[date] = fact(fr="Démarrage prévu des travaux", en="Planned start of works", minimum=date(1900, 1, 1))
    works_end: Fact[date] = fact(fr="Fin prévue des travaux", en="Planned end of works", minimum=date(1900, 1, 1))
    impacts_rent_or_charges: Fact[bool] = fact(fr="Effet sur les loyers ou les charges", en="Effect on rents or charges")

    buildings_complete: Fact[bool] = fact(fr="Tous les bâtiments sont indiqués", en="All buildings are listed", step=2)
    buildings: Parts[Building] = parts(fr="Bâtiments", en="Buildings", complete=buildings_complete)
    land_title: Fact[LandTitle] = fact(fr="Maîtrise foncière", en="Title to the land", step=2)

    funding_products: Fact[frozenset[FundingProduct]] = fact(fr="Financements", en="Funding products", step=3)
    loans_complete: Fact[bool] = fact(fr="Tous les prêts sont indiqués", en="All loans are listed", step=3)
    loans: Parts[Loan] = parts(fr="Prêts", en="Loans", complete=loans_complete)
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

    works_started_on: Fact[date | None] = milestone(fr="Démarrage effectif des travaux", en="Actual start of works", step=5)
    site_opening_declared_on: Fact[date | None] = milestone(fr="Déclaration d’ouverture de chantier", en="Site opening declared", step=5)
    completed_on: Fact[date | None] = milestone(fr="Achèvement des travaux", en="Completion of works", step=5)
    accepted_on: Fact[date | None] = milestone(fr="Réception des travaux", en="Acceptance of works", step=5)

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

    dwellings_let: Fact[int] = fact(
        fr="Logements loués du bailleur dans la commune",
        en="Dwellings let by the landlord in the commune",
        unit="dwelling",
        provided=True,
        step=7,
        minimum=0,
    )
    dwellings_vacant: Fact[int] = fact(
        fr="Logements proposés à la location et vacants",
        en="Dwellings offered for rent and vacant",
        unit="dwelling",
        provided=True,
        step=7,
        minimum=0,
    )
    dwellings_vacant_over_three_months: Fact[int] = fact(
        fr="Logements vacants depuis plus de trois mois",
        en="Dwellings vacant for more than three months",
        unit="dwelling",
        provided=True,
        step=7,
        minimum=0,
    )
    structural_vacancy_by_year: Fact[Mapping[int, Decimal]] = fact(
        fr="Vacance structurelle par année", en="Structural vacancy by year", unit="%", provided=True, step=7
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

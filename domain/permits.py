"""
The planning permission of an operation: applied for, granted, posted, appealed against.

Form step: 4, as for an operation.
"""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.operation_choices import PlanningPermission
from domain.subjects import FactGroup
from domain.text import text


class Permits(FactGroup):
    """The planning permission of an operation: applied for, granted, posted, appealed against."""

    permission: Fact[PlanningPermission] = fact(
        fr="Autorisation d’urbanisme requise",
        en="Planning permission required",
        step=4,
        hint=text(
            fr="Celle des travaux ; le permis de démolir est celui d’une opération de démolition.",
            en="That of the works; the demolition permit is that of a demolition operation.",
        ),
    )
    permit_filed_on: Fact[date | None] = milestone(
        fr="Dépôt de la demande d’autorisation d’urbanisme", en="Planning application filed", step=4
    )
    missing_documents_notified_on: Fact[date | None] = milestone(
        fr="Notification des pièces manquantes de la demande", en="Notice of documents missing from the application", step=4
    )
    permit_completed_on: Fact[date | None] = milestone(
        fr="Dossier d’autorisation d’urbanisme complet", en="Planning application complete", step=4
    )
    permit_granted_on: Fact[date | None] = milestone(fr="Autorisation d’urbanisme accordée", en="Planning permission granted", step=4)
    permit_notified_on: Fact[date | None] = milestone(
        fr="Notification de l’autorisation d’urbanisme", en="Planning permission notified", step=4
    )
    permit_transmitted_on: Fact[date | None] = milestone(
        fr="Transmission de l’autorisation au préfet", en="Planning permission sent to the prefect", step=4
    )
    permit_posted_on: Fact[date | None] = milestone(
        fr="Affichage de l’autorisation sur le terrain", en="Planning permission posted on site", step=4
    )
    permit_extended_on: Fact[date | None] = milestone(
        fr="Prorogation de l’autorisation accordée", en="Extension of the permission granted", step=4
    )
    permit_extended_again_on: Fact[date | None] = milestone(
        fr="Seconde prorogation de l’autorisation accordée", en="Second extension of the permission granted", step=4
    )
    permit_extension_requested_on: Fact[date | None] = milestone(
        fr="Demande de prorogation de l’autorisation", en="Extension of the permission requested", step=4
    )
    combined_permit: Fact[bool] = fact(
        fr="Permis de construire valant permis de démolir", en="Building permit that covers the demolition", step=4
    )
    appeal_period_checked_on: Fact[date | None] = milestone(
        fr="Constat à la fin du délai de recours des tiers", en="Check at the end of third-party appeals", step=4
    )
    withdrawal_period_checked_on: Fact[date | None] = milestone(
        fr="Constat à la fin du délai de retrait", en="Check at the end of the withdrawal period", step=4
    )
    third_party_appeals: Fact[int] = fact(fr="Recours de tiers", en="Third-party appeals", unit="appeal", step=4, minimum=0)
    third_party_appeals_open: Fact[int] = fact(
        fr="Recours de tiers non réglés", en="Third-party appeals not settled", unit="appeal", step=4, minimum=0
    )

"""
The order of the steps of an operation, where it is certain: what asks comes before what answers, a start before its end.

Left out is what happens in practice though it should not: works before their permit, an acceptance before the completion, contracts
signed lot by lot, a second extension asked for after the first.
"""

from domain.completion import Completion
from domain.demolition import Demolition
from domain.feasibility import Feasibility
from domain.funding import Funding
from domain.letting import Letting
from domain.orders import too_early, too_many
from domain.permits import Permits
from domain.reconstitution import Reconstitution
from domain.stock import Stock
from domain.works import Works

OF_FEASIBILITY_AND_FUNDING = (
    too_early(
        Feasibility.archaeology_answered_on,
        before=Feasibility.archaeology_file_received_on,
        code="ARCHAEOLOGY_ANSWERED_BEFORE_FILE",
        fr="Le préfet répond sur l’archéologie avant d’avoir reçu le dossier",
        en="The prefect answers on archaeology before the file was received",
    ),
    too_early(
        Funding.funding_decided_on,
        before=Funding.funding_requested_on,
        code="FUNDING_DECIDED_BEFORE_REQUEST",
        fr="Le financement est décidé avant d’avoir été demandé",
        en="The funding is decided before it was requested",
    ),
    too_early(
        Funding.funding_notified_on,
        before=Funding.funding_decided_on,
        code="FUNDING_NOTIFIED_BEFORE_DECISION",
        fr="La décision de financement est notifiée avant d’avoir été prise",
        en="The funding decision is notified before it was taken",
    ),
    too_early(
        Funding.pls_loan_signed_on,
        before=Funding.pls_loan_requested_on,
        code="PLS_LOAN_SIGNED_BEFORE_REQUEST",
        fr="Le prêt PLS est signé avant d’avoir été demandé",
        en="The PLS loan is signed before it was requested",
    ),
    too_early(
        Funding.guarantee_decided_on,
        before=Funding.guarantee_requested_on,
        code="GUARANTEE_DECIDED_BEFORE_REQUEST",
        fr="La garantie d’emprunt est décidée avant d’avoir été demandée",
        en="The loan guarantee is decided before it was asked for",
    ),
)

OF_PERMITS = (
    too_early(
        Permits.missing_documents_notified_on,
        before=Permits.permit_filed_on,
        code="MISSING_DOCUMENTS_BEFORE_FILING",
        fr="Des pièces manquantes sont notifiées avant le dépôt de la demande de permis",
        en="Missing documents are notified before the permit was applied for",
    ),
    too_early(
        Permits.permit_completed_on,
        before=Permits.permit_filed_on,
        code="PERMIT_COMPLETED_BEFORE_FILED",
        fr="Le dossier de permis est complet avant d’avoir été déposé",
        en="The permit application is complete before it was filed",
    ),
    too_early(
        Permits.permit_granted_on,
        before=Permits.permit_filed_on,
        code="PERMIT_GRANTED_BEFORE_FILED",
        fr="Le permis est accordé avant d’avoir été demandé",
        en="The permit is granted before it was applied for",
    ),
    too_early(
        Permits.permit_notified_on,
        before=Permits.permit_granted_on,
        code="PERMIT_NOTIFIED_BEFORE_GRANTED",
        fr="Le permis est notifié avant d’avoir été accordé",
        en="The permit is notified before it was granted",
    ),
    too_early(
        Permits.permit_transmitted_on,
        before=Permits.permit_granted_on,
        code="PERMIT_TRANSMITTED_BEFORE_GRANTED",
        fr="Le permis est transmis au préfet avant d’avoir été accordé",
        en="The permit is sent to the prefect before it was granted",
    ),
    too_early(
        Permits.permit_posted_on,
        before=Permits.permit_granted_on,
        code="PERMIT_POSTED_BEFORE_GRANTED",
        fr="Le permis est affiché avant d’avoir été accordé",
        en="The permit is posted before it was granted",
    ),
    too_early(
        Permits.permit_extension_requested_on,
        before=Permits.permit_granted_on,
        code="PERMIT_EXTENSION_BEFORE_GRANTED",
        fr="La prorogation du permis est demandée avant qu’il ait été accordé",
        en="An extension of the permit is requested before it was granted",
    ),
    too_early(
        Permits.permit_extended_on,
        before=Permits.permit_granted_on,
        code="PERMIT_EXTENDED_BEFORE_GRANTED",
        fr="Le permis est prorogé avant d’avoir été accordé",
        en="The permit is extended before it was granted",
    ),
    too_early(
        Permits.permit_extended_again_on,
        before=Permits.permit_extended_on,
        code="PERMIT_EXTENDED_AGAIN_BEFORE_EXTENDED",
        fr="La seconde prorogation du permis précède la première",
        en="The second extension of the permit comes before the first",
    ),
    too_many(
        Permits.third_party_appeals_open,
        of=Permits.third_party_appeals,
        code="MORE_APPEALS_OPEN_THAN_MADE",
        fr="Plus de recours de tiers non réglés que de recours",
        en="More third-party appeals are not settled than were made",
    ),
)

OF_WORKS = (
    too_early(
        Works.network_declaration_renewed_on,
        before=Works.network_declaration_filed_on,
        code="NETWORK_DECLARATION_RENEWED_BEFORE_FILED",
        fr="La déclaration de projet de travaux (DT) est renouvelée avant d’avoir été déposée",
        en="The network project declaration (DT) is renewed before it was filed",
    ),
    too_early(
        Completion.completed_on,
        before=Works.works_started_on,
        code="COMPLETED_BEFORE_START",
        fr="L’achèvement précède le démarrage effectif",
        en="The completion comes before the actual start",
    ),
    too_early(
        Completion.accepted_on,
        before=Works.works_started_on,
        code="ACCEPTED_BEFORE_START",
        fr="La réception des travaux précède leur démarrage effectif",
        en="The works are accepted before their actual start",
    ),
    too_early(
        Completion.reserves_due_on,
        before=Completion.accepted_on,
        code="RESERVES_DUE_BEFORE_ACCEPTANCE",
        fr="La date limite pour lever les réserves précède la réception qui la fixe",
        en="The last day to put right the defects noted at acceptance (réserves) comes before the acceptance that fixes it",
    ),
    too_early(
        Completion.reserves_lifted_on,
        before=Completion.accepted_on,
        code="RESERVES_LIFTED_BEFORE_ACCEPTANCE",
        fr="Les réserves sont levées avant la réception qui les note",
        en="The defects (réserves) are put right before the acceptance that notes them",
    ),
    too_many(
        Completion.acceptance_reserves_open,
        of=Completion.acceptance_reserves,
        code="MORE_RESERVES_OPEN_THAN_NOTED",
        fr="Plus de réserves non levées que de réserves notées à la réception",
        en="More defects (réserves) are still to be put right than were noted at acceptance",
    ),
    too_early(
        Completion.delivered_on,
        before=Feasibility.off_plan_deed_signed_on,
        code="DELIVERED_BEFORE_DEED",
        fr="La livraison (VEFA) précède la signature de l’acte de vente",
        en="The off-plan delivery comes before the deed of sale was signed",
    ),
)

OF_DEMOLITION_AND_LETTING = (
    too_early(
        Demolition.demolition_file_complete_on,
        before=Demolition.demolition_file_deposited_on,
        code="DEMOLITION_FILE_COMPLETE_BEFORE_SUBMITTED",
        fr="Le dossier définitif de démolition est reconnu complet avant d’avoir été déposé",
        en="The final application for the demolition is acknowledged as complete before it was submitted",
    ),
    too_many(
        Reconstitution.plai_dwellings_rebuilt,
        of=Reconstitution.dwellings_rebuilt,
        code="MORE_PLAI_REBUILT_THAN_REBUILT",
        fr="Plus de logements reconstruits en PLAI que de logements reconstruits",
        en="More dwellings are rebuilt with PLAI than are rebuilt",
    ),
    too_many(
        Reconstitution.dwellings_rebuilt_elsewhere,
        of=Reconstitution.dwellings_rebuilt,
        code="MORE_REBUILT_ELSEWHERE_THAN_REBUILT",
        fr="Plus de logements reconstruits hors quartier prioritaire que de logements reconstruits",
        en="More dwellings are rebuilt outside priority neighbourhoods than are rebuilt",
    ),
    too_early(
        Letting.convention_published_on,
        before=Letting.convention_signed_on,
        code="CONVENTION_PUBLISHED_BEFORE_SIGNED",
        fr="La convention APL est publiée avant d’avoir été signée",
        en="The APL agreement is published before it was signed",
    ),
    too_early(
        Letting.energy_contribution_stopped_on,
        before=Letting.energy_contribution_started_on,
        code="ENERGY_CONTRIBUTION_ENDS_BEFORE_START",
        fr="La contribution aux économies d’énergie prend fin avant d’avoir commencé",
        en="The energy-savings contribution stops before it started",
    ),
    too_many(
        Stock.dwellings_vacant_over_three_months,
        of=Stock.dwellings_vacant,
        code="MORE_LONG_VACANT_THAN_VACANT",
        fr="Plus de logements vacants depuis trois mois que de logements vacants",
        en="More dwellings are vacant for three months than are vacant",
    ),
)

PROCEDURES = (*OF_FEASIBILITY_AND_FUNDING, *OF_PERMITS, *OF_WORKS, *OF_DEMOLITION_AND_LETTING)

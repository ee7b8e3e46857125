"""Contracts, insurance and acceptance of the works."""

from domain.conditions import happened
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.acceptance import ACCEPTANCE, FINAL_ACCOUNTS
from rules.sources.certificates import SEISMIC_ATTESTATION
from rules.sources.contractors import CONTRIBUTION_CERTIFICATES
from rules.sources.off_plan import OFF_PLAN_SALE
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.sites import AS_BUILT_DOCUMENTS, PROJECT_MANAGEMENT, TECHNICAL_CONTROL, TEN_YEAR_CERTIFICATES, WORKS_INSURANCE
from rules.vocabulary.buildings import needs_a_technical_controller, needs_technical_control
from rules.vocabulary.operations import has_works_of_its_own, is_building_work
from rules.vocabulary.phases import in_closure, in_completion, in_feasibility, in_preparation, in_works

TITLE = text(fr="Marchés, assurances et réception", en="Contracts, insurance and acceptance")

project_manager_contract = document(
    of=Operation,
    title=text(fr="Contrat de maîtrise d’œuvre", en="Contract of the lead designer (maître d’œuvre)"),
    when=in_feasibility & has_works_of_its_own,
    obtained=Operation.project_manager_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=PROJECT_MANAGEMENT,
)

technical_controller_contract = document(
    of=Operation,
    title=text(fr="Contrat de contrôle technique", en="Contract of the building control body (contrôleur technique)"),
    when=in_feasibility & needs_a_technical_controller,
    obtained=Operation.technical_controller_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=(TECHNICAL_CONTROL, SEISMIC_ATTESTATION),
)

# Due where the control is mandatory.
technical_control_report = document(
    of=Operation,
    title=text(fr="Rapport final de contrôle technique", en="Final report of the building control body (contrôleur technique)"),
    when=in_completion & is_building_work & needs_technical_control,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

works_damage_insurance = document(
    of=Operation,
    title=text(fr="Attestation d’assurance dommages-ouvrage", en="Works-damage insurance certificate"),
    when=in_preparation & is_building_work & Operation.works_insurance_due,
    obtained=Operation.works_insurance_signed_on,
    requirement=Requirement.TO_PROCESS,
    source=WORKS_INSURANCE,
    note=text(
        fr="De grandes personnes publiques en sont dispensées, mais pas pour des logements.",
        en="Large public bodies are exempt, but not for dwellings.",
    ),
)

ten_year_liability_certificates = document(
    of=Operation,
    title=text(fr="Attestations d’assurance décennale des entreprises", en="Ten-year liability insurance certificates of the contractors"),
    when=in_preparation & is_building_work,
    obtained=Operation.ten_year_certificates_received_on,
    requirement=Requirement.TO_PROCESS,
    source=TEN_YEAR_CERTIFICATES,
)

contribution_certificates = document(
    of=Operation,
    title=text(
        fr="Attestations de vigilance des entreprises", en="Contribution certificates (attestations de vigilance) of the contractors"
    ),
    when=in_preparation & has_works_of_its_own,
    obtained=Operation.contribution_certificates_received_on,
    requirement=Requirement.TO_PROCESS,
    source=CONTRIBUTION_CERTIFICATES,
)

works_contracts = document(
    of=Operation,
    title=text(fr="Marchés de travaux signés", en="Signed works contracts"),
    when=in_preparation & has_works_of_its_own,
    obtained=Operation.works_contracts_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

start_order = document(
    of=Operation,
    title=text(fr="Ordre de service de démarrage", en="Start order (ordre de service)"),
    when=in_works & has_works_of_its_own,
    obtained=Operation.start_order_issued_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

acceptance_report = document(
    of=Operation,
    title=text(fr="Procès-verbal de réception", en="Acceptance report"),
    when=is_building_work & happened(Operation.completed_on),
    obtained=Operation.accepted_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=ACCEPTANCE,
)

reserves_lifting_report = document(
    of=Operation,
    title=text(
        fr="Procès-verbal de levée des réserves", en="Record that the defects noted at acceptance were put right (levée des réserves)"
    ),
    when=in_closure & is_building_work & (Operation.acceptance_reserves > 0),
    obtained=Operation.reserves_lifted_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=ACCEPTANCE,
)

as_built_documents = document(
    of=Operation,
    title=text(fr="Dossier des ouvrages exécutés (DOE)", en="As-built documents"),
    when=in_completion & is_building_work,
    obtained=Operation.as_built_documents_received_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=AS_BUILT_DOCUMENTS,
)

final_accounts = document(
    of=Operation,
    title=text(fr="Décomptes généraux définitifs (DGD)", en="Final accounts"),
    when=in_closure & has_works_of_its_own,
    obtained=Operation.final_accounts_closed_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=FINAL_ACCOUNTS,
)

off_plan_deed = document(
    of=Operation,
    title=text(fr="Acte de VEFA", en="Off-plan deed"),
    when=in_completion & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE),
    obtained=Operation.off_plan_deed_signed_on,
    requirement=Requirement.TO_PROCESS,
    source=OFF_PLAN_SALE,
)

off_plan_delivery_report = document(
    of=Operation,
    title=text(fr="Procès-verbal de livraison (VEFA)", en="Off-plan delivery report"),
    when=in_completion & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE),
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=OFF_PLAN_SALE,
)

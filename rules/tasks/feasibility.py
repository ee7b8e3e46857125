"""Before an operation is funded and designed: land, approval, studies, consultation. Hardly any of the days has a text."""

from domain.calendar import days, months
from domain.conditions import happened, known
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.certificates import SEISMIC_ATTESTATION
from rules.sources.demolitions import TENANT_CONSULTATION
from rules.sources.funding import ECO_LOAN, FUNDING_FILE
from rules.sources.off_plan import OFF_PLAN_SALE
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.site_safety import SAFETY_COORDINATOR
from rules.sources.sites import ENVIRONMENT, GEOTECHNICS, PROJECT_MANAGEMENT, TECHNICAL_CONTROL
from rules.vocabulary.building_sites import has_several_companies
from rules.vocabulary.buildings import needs_a_technical_controller
from rules.vocabulary.operations import (
    builds_or_acquires,
    has_works_of_its_own,
    is_construction,
    is_demolition,
    is_new_supply,
    is_not_complete,
    is_rehabilitation,
    works_are_ahead,
)
from rules.vocabulary.projects import BOARD, CONSULTATION, concerns_its_tenants

TITLE = text(fr="Faisabilité", en="Feasibility")

# The funding file holds a proof that the land is available: once it is said by what right, the land is secured.
land = task(
    of=Operation,
    title=text(fr="Sécuriser le foncier (promesse, réservation, bail, délibération)", en="Secure the land or building"),
    display=is_new_supply,
    open_while=~happened(Operation.abandoned_on),
    counts_to=Operation.funding_request_planned,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.land_secured_on) | known(Operation.land_title),
    blocks=("tasks.funding.funding_request",),
    delay_confidence=Confidence.PROPOSAL,
    source=FUNDING_FILE,
)

off_plan_deed = task(
    of=Operation,
    title=text(fr="Signer l’acte de VEFA chez le notaire", en="Sign the deed of the off-plan sale"),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=~happened(Operation.delivered_on),
    closed=happened(Operation.off_plan_deed_signed_on),
    source=OFF_PLAN_SALE,
)

board_approval = task(
    of=Operation,
    title=text(fr="Faire approuver l’opération par le conseil d’administration", en="Have the operation approved by the board"),
    display=has_works_of_its_own,
    open_while=is_not_complete,
    counts_to=Operation.funding_request_planned - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.board_approved_on),
    blocks=(
        "tasks.funding.funding_request",
        "tasks.funding.palulos_request",
        "tasks.loans.eco_loan_request",
        "tasks.works_contracts.works_contracts",
        "tasks.works_contracts.start_order",
    ),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=BOARD,
)

geotechnical_study = task(
    of=Operation,
    title=text(fr="Recevoir l’étude géotechnique", en="Receive the geotechnical study"),
    display=is_construction,
    open_while=works_are_ahead,
    counts_to=Operation.permit_request_planned - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.geotechnical_study_received_on),
    blocks=("tasks.works_contracts.tender_launch",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=GEOTECHNICS,
)

project_manager = task(
    of=Operation,
    title=text(fr="Désigner le maître d’œuvre", en="Appoint the lead designer (maître d’œuvre)"),
    display=builds_or_acquires | is_demolition,
    open_while=works_are_ahead,
    counts_to=Operation.permit_request_planned - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.project_manager_signed_on),
    blocks=("tasks.works_contracts.tender_launch",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=PROJECT_MANAGEMENT,
)

safety_coordinator = task(
    of=Operation,
    title=text(fr="Désigner le coordonnateur SPS (phase conception)", en="Appoint the safety coordinator (design phase)"),
    display=has_works_of_its_own & has_several_companies,
    open_while=is_not_complete,
    counts_to=Operation.preliminary_design_start,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.safety_coordinator_appointed_on),
    source=SAFETY_COORDINATOR,
)

technical_controller = task(
    of=Operation,
    title=text(fr="Désigner le contrôleur technique", en="Appoint the building control body (contrôleur technique)"),
    display=needs_a_technical_controller,
    open_while=is_not_complete,
    counts_to=Operation.permit_request_planned - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.technical_controller_signed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(TECHNICAL_CONTROL, SEISMIC_ATTESTATION),
)

environmental_review = task(
    of=Operation,
    title=text(fr="Saisir l’autorité environnementale (cas par cas)", en="Ask the environmental authority for a case-by-case review"),
    display=is_construction & Operation.environmental_review,
    open_while=works_are_ahead,
    counts_to=Operation.permit_request_planned - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.environmental_review_decided_on),
    delay_confidence=Confidence.PROPOSAL,
    source=ENVIRONMENT,
    note=text(fr="La réponse vient sous 35 jours (de mémoire).", en="The answer comes within 35 days (from memory)."),
)

# The text only puts it before the decision to go ahead, which the board takes: the day is a fortnight before the consultation.
# The report of the consultation does not prove that it was held.
tenant_meeting = task(
    of=Operation,
    title=text(
        fr="Réunir les locataires pour les informer, avant l’accord du conseil d’administration",
        en="Hold the meeting that informs the tenants, before the approval of the board",
    ),
    display=concerns_its_tenants,
    open_while=~happened(Operation.board_approved_on),
    counts_to=Operation.funding_request_planned - months(3) - days(15),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.tenants_informed_on),
    blocks=("tasks.feasibility.board_approval", "tasks.feasibility.tenant_consultation"),
    delay_confidence=Confidence.PROPOSAL,
    source=TENANT_CONSULTATION,
    note=text(
        fr="En garder le compte rendu. L’afficher dans l’immeuble (de mémoire : l’article, lu dans sa version de 2014, n’en dit rien).",
        en="Keep its record. Post it in the building (from memory: the article, read in its version of 2014, says nothing of it).",
    ),
)

tenant_consultation = task(
    of=Operation,
    title=text(fr="Mener la concertation locative et en dresser le bilan", en="Consult the tenants and report on it"),
    display=concerns_its_tenants,
    open_while=is_not_complete,
    counts_to=Operation.funding_request_planned - months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.consultation_reported_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=TENANT_CONSULTATION,
    note=CONSULTATION,
)

energy_audit = task(
    of=Operation,
    title=text(fr="Réaliser l’audit énergétique 3CL", en="Carry out the energy audit (3CL)"),
    display=is_rehabilitation & (Operation.eco_loan | Operation.energy_renovation),
    open_while=works_are_ahead,
    counts_to=Operation.funding_request_planned - months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_audit_received_on),
    blocks=(
        "tasks.surveys.asbestos_survey_before_approval",
        "tasks.surveys.asbestos_survey_before_works",
        "tasks.feasibility.tenant_consultation",
        "tasks.feasibility.board_approval",
        "tasks.loans.eco_loan_request",
    ),
    delay_confidence=Confidence.PROPOSAL,
    source=ECO_LOAN,
    note=text(
        fr="Avant la concertation et l’accord du conseil d’administration : il fixe le programme (de mémoire). Pour l’éco-prêt, y vérifier "
        "la classe avant travaux et le gain que veut la Banque des Territoires (conditions à lire).",
        en="Before the consultation and the approval of the board: it settles the programme (from memory). For the eco-loan, check in it "
        "the class before the works and the gain that the Banque des Territoires wants (terms to be read).",
    ),
)

"""What the seller hands over to who buys off plan: guarantees at the deed, papers of the building at delivery."""

from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.acceptance import EQUIPMENT_GUARANTEE, TEN_YEAR_GUARANTEE
from rules.sources.certificates import DWELLING_RECORD
from rules.sources.off_plan import OFF_PLAN_COMPLETION, OFF_PLAN_GUARANTEE, SELLER_GUARANTEES, SELLER_INSURANCE
from rules.sources.planning import COMPLETION_DECLARATION
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.site_safety import LATER_WORKS_FILE
from rules.sources.sites import ELECTRICITY_CERTIFICATE, TEN_YEAR_CERTIFICATES, WORKS_INSURANCE
from rules.vocabulary.phases import in_completion, in_funding

TITLE = text(fr="Remise par le vendeur (VEFA)", en="Handed over by the seller (off-plan)")

# From memory or derived but for the guarantee: the texts bind the seller, and the deed says what the buyer gets.
is_handed_over = in_completion & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE)

# The buyer who borrows on a plan looks for what comes with the deed before it.
is_off_plan_with_deed = (in_funding | in_completion) & (Operation.kind == OperationKind.OFF_PLAN_PURCHASE)

completion_guarantee = document(
    of=Operation,
    title=text(fr="Garantie financière d’achèvement (GFA) du vendeur", en="Completion guarantee of the seller"),
    when=is_off_plan_with_deed,
    obtained=Operation.off_plan_deed_signed_on,
    requirement=Requirement.TO_PROCESS,
    source=OFF_PLAN_GUARANTEE,
)

# The seller owes the buyer the ten-year guarantee himself: his own insurance, apart from that of the contractors.
seller_ten_year_certificate = document(
    of=Operation,
    title=text(
        fr="Attestation d’assurance décennale du vendeur (constructeur non réalisateur, CNR), annexée à l’acte",
        en="Ten-year insurance certificate of the seller (constructeur non réalisateur, CNR), annexed to the deed",
    ),
    when=is_off_plan_with_deed,
    obtained=Operation.off_plan_deed_signed_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(SELLER_INSURANCE, SELLER_GUARANTEES),
)

works_insurance = document(
    of=Operation,
    title=text(fr="Attestation d’assurance dommages-ouvrage du vendeur", en="Works-damage insurance certificate of the seller"),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=WORKS_INSURANCE,
)

ten_year_certificates = document(
    of=Operation,
    title=text(
        fr="Attestations décennales des entreprises, remises par le vendeur",
        en="Ten-year certificates of the contractors, from the seller",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=TEN_YEAR_CERTIFICATES,
)

completion_certificate = document(
    of=Operation,
    title=text(fr="Attestation ou constat d’achèvement (VEFA)", en="Certificate or record of completion (off-plan)"),
    when=is_handed_over,
    obtained=Operation.completed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=OFF_PLAN_COMPLETION,
)

# The guarantees that the seller owes the buyer run from the acceptance of the works, not from the delivery.
acceptance_report = document(
    of=Operation,
    title=text(
        fr="Procès-verbal de réception des travaux et, s’il y a des réserves, de leur levée, remis par le vendeur",
        en="Acceptance report of the works and, if it notes defects (réserves), the record that they were put right, from the seller",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(SELLER_GUARANTEES, TEN_YEAR_GUARANTEE, EQUIPMENT_GUARANTEE),
)

completion_declaration = document(
    of=Operation,
    title=text(
        fr="Copie de la DAACT du vendeur et de ses attestations (RE2020, accessibilité, acoustique ; parasismique s’il y a lieu)",
        en="Copy of the seller’s completion declaration (DAACT) and its certificates (RE2020, accessibility, acoustics; seismic if due)",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=COMPLETION_DECLARATION,
)

dwelling_records = document(
    of=Operation,
    title=text(
        fr="Carnets d’information du logement, un par logement (permis demandé depuis 2023), remis par le vendeur",
        en="Records of the dwellings (carnet d’information), one each (permit filed from 2023 on), from the seller",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=DWELLING_RECORD,
)

technical_control_report = document(
    of=Operation,
    title=text(
        fr="Rapport final de contrôle technique, remis par le vendeur",
        en="Final report of the building control body (contrôleur technique), from the seller",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

utilities_certificates = document(
    of=Operation,
    title=text(
        fr="Attestations de conformité de l’électricité (Consuel) et, s’il y en a, du gaz",
        en="Conformity certificates of the electricity (Consuel) and of the gas, if there is any",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=ELECTRICITY_CERTIFICATE,
)

as_built_documents = document(
    of=Operation,
    title=text(fr="Dossier des ouvrages exécutés (DOE), remis par le vendeur", en="As-built documents, from the seller"),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

subsequent_works_file = document(
    of=Operation,
    title=text(
        fr="Dossier d’intervention ultérieure sur l’ouvrage (DIUO), remis par le vendeur",
        en="File for later works on the building (DIUO), from the seller",
    ),
    when=is_handed_over,
    obtained=Operation.delivered_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=LATER_WORKS_FILE,
)

"""Health and safety on the building site, its neighbours and networks, asbestos removal (code du travail, R4532-2 ff., R4412-97 ff.)."""

from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.asbestos import ASBESTOS_END_REPORT, ASBESTOS_FILE_UPDATE, ASBESTOS_HANDBACK, ASBESTOS_REMOVAL_PLAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.site_safety import (
    COMPANY_SAFETY_PLANS,
    COORDINATION_PLAN,
    LATER_WORKS_FILE,
    SAFETY_COORDINATOR,
    SAFETY_DECLARATION,
    SITE_BOARD,
)
from rules.sources.sites import NEIGHBOURS_RECORD, NETWORK_DECLARATIONS
from rules.vocabulary.building_sites import has_several_companies, needs_coordination_plan, needs_site_board, needs_site_declaration
from rules.vocabulary.buildings import holds_asbestos
from rules.vocabulary.operations import (
    concerns_existing_building,
    has_works_of_its_own,
    is_building_work,
    is_construction,
    is_demolition,
    is_rehabilitation,
    works_are_ahead,
    works_on_existing_building,
)
from rules.vocabulary.phases import in_completion, in_feasibility, in_preparation

TITLE = text(fr="Sécurité et santé sur le chantier", en="Safety and health on the building site")

coordinator_contract = document(
    of=Operation,
    title=text(fr="Contrat du coordonnateur SPS", en="Contract of the health and safety coordinator"),
    when=in_feasibility & has_works_of_its_own & has_several_companies,
    obtained=Operation.safety_coordinator_appointed_on,
    requirement=Requirement.TO_PROCESS,
    source=SAFETY_COORDINATOR,
)

site_declaration = document(
    of=Operation,
    title=text(
        fr="Déclaration préalable de chantier", en="Prior notice of the works to the safety authorities (déclaration préalable SPS)"
    ),
    when=in_preparation & has_works_of_its_own & needs_site_declaration,
    obtained=Operation.safety_declaration_sent_on,
    requirement=Requirement.TO_PROCESS,
    source=SAFETY_DECLARATION,
)

coordination_plan = document(
    of=Operation,
    title=text(fr="Plan général de coordination (PGC)", en="General coordination plan"),
    when=in_preparation & has_works_of_its_own & needs_coordination_plan,
    obtained=Operation.coordination_plan_issued_on,
    requirement=Requirement.TO_PROCESS,
    source=COORDINATION_PLAN,
)

# Each company writes its own from the general plan: due wherever that is.
company_safety_plans = document(
    of=Operation,
    title=text(fr="Plans particuliers de sécurité (PPSPS) des entreprises", en="Safety plans of the contractors (PPSPS)"),
    when=in_preparation & has_works_of_its_own & needs_coordination_plan,
    obtained=Operation.safety_plans_received_on,
    requirement=Requirement.TO_PROCESS,
    source=COMPANY_SAFETY_PLANS,
    note=text(
        fr="Depuis la réception du contrat signé, l’entreprise a trente jours pour l’établir (R4532-56), un sous-traitant de second œuvre "
        "sans risques particuliers huit (R4532-62) : à compter avant le démarrage.",
        en="From the day on which it gets the signed contract, a contractor has thirty days to draw it up (R4532-56), a subcontractor for "
        "finishings without special risks eight (R4532-62): to be counted before the start.",
    ),
)

site_board_rules = document(
    of=Operation,
    title=text(fr="Règlement du collège interentreprises (CISSCT)", en="Rules of the board of the contractors (CISSCT)"),
    when=in_preparation & (is_construction | is_rehabilitation | is_demolition) & needs_site_board,
    obtained=Operation.inter_company_board_created_on,
    requirement=Requirement.TO_PROCESS,
    source=SITE_BOARD,
)

subsequent_works_file = document(
    of=Operation,
    title=text(fr="Dossier d’intervention ultérieure sur l’ouvrage (DIUO)", en="File for later works on the building"),
    when=in_completion & is_building_work,
    obtained=Operation.later_works_file_received_on,
    requirement=Requirement.TO_PROCESS,
    source=LATER_WORKS_FILE,
)

network_declaration = document(
    of=Operation,
    title=text(fr="Déclaration de projet de travaux (DT, réseaux)", en="Network project declaration (DT)"),
    when=in_preparation & has_works_of_its_own & Operation.works_near_networks,
    obtained=Operation.network_declaration_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=NETWORK_DECLARATIONS,
    note=text(
        fr="Par le maître d’ouvrage, avant la consultation des entreprises, dont le dossier comprend les réponses des exploitants.",
        en="By the client (project owner), before the call for tenders, whose file holds the answers of those who run the networks.",
    ),
)

intent_declarations = document(
    of=Operation,
    title=text(
        fr="Déclarations d’intention de commencement de travaux (DICT, réseaux)", en="Declarations that works are about to start (DICT)"
    ),
    when=in_preparation & has_works_of_its_own & Operation.works_near_networks,
    obtained=Operation.intent_declarations_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=NETWORK_DECLARATIONS,
    note=text(
        fr="Par chaque entreprise qui travaille dans le sol ou près d’un réseau aérien.",
        en="By each contractor that works in the ground or near an overhead network.",
    ),
)

asbestos_removal_plan = document(
    of=Operation,
    title=text(fr="Plan de démolition, de retrait ou d’encapsulage", en="Plan to demolish, remove or encapsulate asbestos"),
    when=in_preparation & concerns_existing_building & holds_asbestos,
    obtained=Operation.asbestos_plan_sent_on,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS_REMOVAL_PLAN,
)

asbestos_final_report = document(
    of=Operation,
    title=text(fr="Rapport de fin de travaux amiante", en="Report at the end of the asbestos works"),
    when=in_completion & concerns_existing_building & holds_asbestos,
    obtained=Operation.asbestos_report_received_on,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS_END_REPORT,
)

updated_asbestos_files = document(
    of=Operation,
    title=text(
        fr="Dossiers amiante mis à jour (DTA, DAPP), avec l’examen visuel et la mesure d’empoussièrement après retrait",
        en="Asbestos files brought up to date (DTA, DAPP), with the visual examination and the dust measurement after removal",
    ),
    when=in_completion & works_on_existing_building & holds_asbestos & happened(Operation.asbestos_report_received_on),
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(ASBESTOS_FILE_UPDATE, ASBESTOS_HANDBACK),
    note=text(
        fr="Y porter ce qui a été retiré ou encapsulé, et le rapport de fin de travaux. Pour la liste A, ou la liste B à l’intérieur d’un "
        "bâtiment occupé ou fréquenté, aussi l’examen visuel et la mesure d’empoussièrement que le propriétaire fait faire avant de "
        "rendre les locaux (R1334-29-3) : à retrouver ; s’ils n’ont pas été faits, les commander sans attendre. Liste A non "
        "retirée en totalité : réévaluer l’état du reste dans les trois ans de ce contrôle (même article, II, de mémoire).",
        en="They tell what was removed or encapsulated, and hold the report at the end of the works. For list A, or list B inside a "
        "building that is occupied or visited, also the visual examination and the dust measurement that the owner has made before the "
        "premises are given back (R1334-29-3): to be found; where they were not made, order them without waiting. List A not wholly "
        "removed: have the condition of the rest assessed again within three years of that check (same article, II, from memory).",
    ),
)

disconnection_certificates = document(
    of=Operation,
    title=text(fr="Attestations de coupure des réseaux", en="Certificates that the networks are cut off"),
    when=in_preparation & is_demolition,
    obtained=Operation.utilities_disconnected_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

neighbouring_buildings_record = document(
    of=Operation,
    title=text(fr="Constat des existants (référé préventif)", en="Condition survey of the neighbouring buildings (référé préventif)"),
    when=in_preparation & (is_construction | is_demolition) & works_are_ahead & Operation.adjoining_buildings,
    obtained=Operation.neighbours_recorded_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=NEIGHBOURS_RECORD,
)

"""What must be looked into before works: ground, asbestos, lead, waste, energy, environment."""

from domain.buildings import Building
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.asbestos import ASBESTOS_BEFORE_DEMOLITION, ASBESTOS_BEFORE_WORKS, ASBESTOS_FILES
from rules.sources.planning import BLOCK_CERTIFICATE, ENERGY_CERTIFICATE, LEAD_SURVEY, TERMITES, WASTE_DIAGNOSIS
from rules.sources.sites import ARCHAEOLOGY, ENVIRONMENT, GEOTECHNICS, RISK_STATEMENT, SOIL_POLLUTION
from rules.vocabulary.buildings import ASBESTOS_LIMIT, ASBESTOS_WORKS_LIMIT, BLOCK_DPE, is_built_before_1949, needs_waste_diagnosis
from rules.vocabulary.files import awaits_its_permit, is_let_within_six_months
from rules.vocabulary.operations import (
    completion_is_announced,
    concerns_existing_building,
    is_construction,
    is_demolition,
    is_new_building,
    may_hold_asbestos,
    provides_dwellings,
    works_are_ahead,
    works_on_existing_building,
)
from rules.vocabulary.phases import in_completion, in_feasibility, in_letting, in_permits, in_preparation

TITLE = text(fr="Diagnostics et études", en="Surveys and studies")

geotechnical_study = document(
    of=Operation,
    title=text(fr="Étude géotechnique", en="Geotechnical study"),
    when=in_feasibility & is_construction,
    obtained=Operation.geotechnical_study_received_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=GEOTECHNICS,
)

soil_pollution_attestation = document(
    of=Operation,
    title=text(
        fr="Attestation sur la prise en compte de la pollution des sols", en="Certificate that soil pollution is taken into account"
    ),
    when=awaits_its_permit & is_construction & Operation.former_industrial_site,
    requirement=Requirement.TO_PROCESS,
    source=SOIL_POLLUTION,
)

impact_study = document(
    of=Operation,
    title=text(fr="Étude d’impact ou formulaire d’examen au cas par cas", en="Impact study, or form of the case-by-case review"),
    when=in_feasibility & is_construction & Operation.environmental_review,
    obtained=Operation.environmental_review_decided_on,
    requirement=Requirement.TO_PROCESS,
    source=ENVIRONMENT,
    note=text(
        fr="Les seuils du texte de 2015 ont changé : le dossier dit s’ils sont atteints.",
        en="The thresholds of the text of 2015 have changed: the file says whether they are reached.",
    ),
)

water_law_file = document(
    of=Operation,
    title=text(fr="Dossier de déclaration ou d’autorisation loi sur l’eau", en="Water law declaration or authorisation file"),
    when=in_permits & (is_construction | is_demolition) & works_are_ahead & Operation.water_law,
    requirement=Requirement.TO_PROCESS,
    source=ENVIRONMENT,
)

archaeology_file = document(
    of=Operation,
    title=text(fr="Saisine et prescriptions d’archéologie préventive", en="Referral to preventive archaeology, and what it requires"),
    when=in_permits & (is_construction | is_demolition) & Operation.archaeology_zone,
    obtained=Operation.archaeology_answered_on,
    requirement=Requirement.TO_PROCESS,
    source=ARCHAEOLOGY,
)

# They go to whoever surveys and tenders before the works: once these have begun, the operation wants them no more.
asbestos_files = document(
    of=Building,
    title=text(fr="Dossiers amiante (listes A et B, DTA, DAPP)", en="Asbestos files (lists A and B, DTA, DAPP)"),
    when=in_feasibility & concerns_existing_building & may_hold_asbestos & works_are_ahead,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS_FILES,
    note=ASBESTOS_LIMIT,
)

asbestos_survey_before_works = document(
    of=Building,
    title=text(fr="Repérage amiante avant travaux", en="Asbestos survey before works"),
    when=in_preparation & works_on_existing_building & may_hold_asbestos,
    obtained=Operation.asbestos_survey_received_on,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS_BEFORE_WORKS,
    note=ASBESTOS_WORKS_LIMIT,
)

asbestos_survey_before_demolition = document(
    of=Building,
    title=text(fr="Repérage amiante avant démolition", en="Asbestos survey before demolition"),
    when=in_preparation & is_demolition & may_hold_asbestos,
    obtained=Operation.asbestos_demolition_survey_received_on,
    requirement=Requirement.TO_PROCESS,
    source=ASBESTOS_BEFORE_DEMOLITION,
    note=text(
        fr="Complété après le départ des ménages dans les logements encore occupés.",
        en="Completed once the households have left what is still lived in.",
    ),
)

lead_survey = document(
    of=Building,
    title=text(fr="Constat de risque d’exposition au plomb (CREP)", en="Lead risk survey"),
    when=in_feasibility & concerns_existing_building & is_built_before_1949,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=LEAD_SURVEY,
    note=text(
        fr="Le texte l’annexe à tout nouveau bail ; ici, il dit avant les travaux où sont les peintures au plomb.",
        en="The text annexes it to each new lease; here it tells, before the works, where the lead paint is.",
    ),
)

waste_diagnosis = document(
    of=Building,
    title=text(
        fr="Diagnostic PEMD (produits, équipements, matériaux et déchets)",
        en="Diagnosis of products, equipment, materials and waste (PEMD)",
    ),
    when=in_permits & needs_waste_diagnosis,
    obtained=Operation.waste_diagnosis_received_on,
    requirement=Requirement.TO_PROCESS,
    source=WASTE_DIAGNOSIS,
)

waste_final_form = document(
    of=Building,
    title=text(fr="Formulaire de récolement PEMD", en="Final form of the PEMD diagnosis"),
    when=in_completion & needs_waste_diagnosis,
    obtained=Operation.waste_form_sent_on,
    requirement=Requirement.TO_PROCESS,
    source=WASTE_DIAGNOSIS,
)

termite_statement = document(
    of=Operation,
    title=text(fr="État parasitaire termites avant démolition", en="Termite statement before demolition"),
    when=in_preparation & is_demolition & Operation.termite_zone,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=TERMITES,
    note=text(
        fr="Le texte n’exige pas l’état ; il fait brûler ou traiter avant transport les bois contaminés, puis le déclarer en mairie.",
        en="The text does not demand it; contaminated wood is burnt or treated before transport, and that is declared to the town hall.",
    ),
)

energy_performance_before = document(
    of=Operation,
    title=text(fr="DPE du bâtiment, avant travaux", en="Energy performance certificate of the building, before works"),
    when=in_feasibility & works_on_existing_building & works_are_ahead,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=BLOCK_CERTIFICATE,
    note=BLOCK_DPE,
)

energy_performance_of_new_building = document(
    of=Operation,
    title=text(fr="DPE de la construction neuve", en="Energy performance certificate of the new building"),
    when=is_new_building & completion_is_announced,
    obtained=Operation.energy_certificate_received_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=ENERGY_CERTIFICATE,
)

energy_performance_after = document(
    of=Operation,
    title=text(fr="DPE après travaux", en="Energy performance certificate after works"),
    when=works_on_existing_building & happened(Operation.completed_on),
    obtained=Operation.energy_certificate_received_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=(BLOCK_CERTIFICATE, ENERGY_CERTIFICATE),
)

risk_statement = document(
    of=Operation,
    title=text(fr="État des risques remis au locataire", en="Statement of risks for the tenant"),
    when=in_letting & provides_dwellings & ((Operation.seismic_zone >= 2) | Operation.risk_zone) & is_let_within_six_months,
    requirement=Requirement.TO_PROCESS,
    source=RISK_STATEMENT,
    note=text(
        fr="Dû dès la zone de sismicité 2 (R125-23, de mémoire) ou en zone à risques ; aussi selon le radon ou le recul de la côte, non "
        "demandés ici. Établi moins de six mois avant la première visite, où il est remis ; à jour et joint au bail (R125-25).",
        en="Due from seismic zone 2 on (R125-23, from memory) or in a risk zone; also by radon or a retreating coast, not asked for here. "
        "Made out less than six months before the first visit, at which it is given; up to date and annexed to the lease (R125-25).",
    ),
)

"""The file of a building permit (urbanisme R431-7 to R431-10): its form, PC1 to PC8, and what goes with them."""

from datetime import date

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.certificates import HIGH_RISE, PERMIT_ATTESTATIONS, RISK_STUDY, SEISMIC_ATTESTATION, SEISMIC_CATEGORIES
from rules.sources.planning import BUILDING_PERMIT_FILE, COMBINED_PERMIT, DEVELOPMENT_LEVY
from rules.vocabulary.buildings import has_high_rise_building, needs_seismic_attestation
from rules.vocabulary.files import awaits_its_permit, in_building_permit_file
from rules.vocabulary.operations import is_construction

TITLE = text(fr="Permis de construire", en="Building permit")

application = document(
    of=Operation,
    title=text(fr="Demande de permis de construire (Cerfa 13409)", en="Building permit application (Cerfa 13409)"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

situation_plan = document(
    of=Operation,
    title=text(fr="PC1 Plan de situation du terrain", en="PC1 Situation plan of the land"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

site_plan = document(
    of=Operation,
    title=text(fr="PC2 Plan de masse des constructions", en="PC2 Site plan of the buildings"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

section_plan = document(
    of=Operation,
    title=text(fr="PC3 Plan en coupe du terrain et de la construction", en="PC3 Section of the land and the building"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

descriptive_notice = document(
    of=Operation,
    title=text(fr="PC4 Notice décrivant le terrain et le projet", en="PC4 Notice describing the land and the project"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

elevations = document(
    of=Operation,
    title=text(fr="PC5 Plan des façades et des toitures", en="PC5 Elevations and roofs"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

insertion_drawing = document(
    of=Operation,
    title=text(fr="PC6 Document graphique d’insertion", en="PC6 Drawing of the project in its surroundings"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

near_photograph = document(
    of=Operation,
    title=text(fr="PC7 Photographie de l’environnement proche", en="PC7 Photograph of the near surroundings"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

far_photograph = document(
    of=Operation,
    title=text(fr="PC8 Photographie du paysage lointain", en="PC8 Photograph of the distant landscape"),
    when=in_building_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

environmental_attestation = document(
    of=Operation,
    title=text(
        fr="Attestation de prise en compte de la RE2020 au dépôt", en="Certificate, with the application, of compliance with RE2020"
    ),
    when=in_building_permit_file & is_construction,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=PERMIT_ATTESTATIONS,
)

seismic_attestation = document(
    of=Operation,
    title=text(
        fr="Attestation parasismique du contrôleur technique (CCH, R122-36 : bâtiments de catégorie II en zones 3 à 5 ; III, ainsi plus de "
        "28 m, et IV, dès la zone 2)",
        en="Certificate of the building control body on earthquakes (CCH, R122-36: buildings of category II in zones 3 to 5; III, such as "
        "those above 28 m, and IV, from zone 2)",
    ),
    when=in_building_permit_file & is_construction & needs_seismic_attestation,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=(PERMIT_ATTESTATIONS, SEISMIC_ATTESTATION, SEISMIC_CATEGORIES),
)

risk_study_attestation = document(
    of=Operation,
    title=text(
        fr="PC13 Attestation de l’étude préalable qu’exige le plan de prévention des risques",
        en="PC13 Certificate of the prior study that the risk prevention plan requires",
    ),
    when=in_building_permit_file & Operation.risk_zone & Operation.risk_plan_requires_study,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=RISK_STUDY,
    note=text(fr="De l’architecte du projet, ou d’un expert.", en="By the architect of the project, or an expert."),
)

high_rise_receipt = document(
    of=Operation,
    title=text(
        fr="Récépissé du dossier d’immeuble de grande hauteur déposé en préfecture",
        en="Receipt of the file of a high-rise building, lodged with the prefecture",
    ),
    when=in_building_permit_file & awaits_its_permit & has_high_rise_building,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=HIGH_RISE,
)

demolition_part = document(
    of=Operation,
    title=text(fr="Volet démolition du permis de construire", en="Demolition part of the building permit"),
    when=awaits_its_permit & is_construction & Operation.includes_demolition & Operation.combined_permit,
    requirement=Requirement.TO_PROCESS,
    source=COMBINED_PERMIT,
)

development_levy = document(
    of=Operation,
    title=text(
        fr="Éléments de la taxe d’aménagement (exonération, abattement de 50 %)", en="Development levy: exemption, or relief of 50%"
    ),
    when=in_building_permit_file & is_construction & (Operation.permit_filed_on < date(2022, 9, 1)),
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEVELOPMENT_LEVY,
    note=text(
        fr="Seulement avec un permis déposé avant le 1er septembre 2022 : depuis, la taxe se déclare à l’administration fiscale à "
        "l’achèvement (ordonnance n° 2022-883).",
        en="Only with a permit filed before 1 September 2022: since then the levy is declared to the tax authority at completion "
        "(ordonnance n° 2022-883).",
    ),
)

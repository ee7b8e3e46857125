"""The files of a building permit (urbanisme R431-7 to R431-10) and of a demolition permit (R451-1)."""

from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.planning import BUILDING_PERMIT_FILE, DEMOLITION_PERMIT_FILE, PERMIT_POSTING
from rules.vocabulary.operations import needs_building_permit, needs_demolition_permit

building_permit_application = document(
    of=Operation,
    title=text(fr="Demande de permis de construire (Cerfa 13409)", en="Building permit application (Cerfa 13409)"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

situation_plan = document(
    of=Operation,
    title=text(fr="PC1 Plan de situation du terrain", en="PC1 Situation plan of the land"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

site_plan = document(
    of=Operation,
    title=text(fr="PC2 Plan de masse des constructions", en="PC2 Site plan of the buildings"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

section_plan = document(
    of=Operation,
    title=text(fr="PC3 Plan en coupe du terrain et de la construction", en="PC3 Section of the land and the building"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

descriptive_notice = document(
    of=Operation,
    title=text(fr="PC4 Notice décrivant le terrain et le projet", en="PC4 Notice describing the land and the project"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

elevations = document(
    of=Operation,
    title=text(fr="PC5 Plan des façades et des toitures", en="PC5 Elevations and roofs"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

insertion_drawing = document(
    of=Operation,
    title=text(fr="PC6 Document graphique d’insertion", en="PC6 Insertion drawing"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

near_photograph = document(
    of=Operation,
    title=text(fr="PC7 Photographie de l’environnement proche", en="PC7 Photograph of the near surroundings"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

far_photograph = document(
    of=Operation,
    title=text(fr="PC8 Photographie du paysage lointain", en="PC8 Photograph of the distant landscape"),
    when=needs_building_permit,
    requirement=Requirement.TO_PROCESS,
    source=BUILDING_PERMIT_FILE,
)

demolition_permit_application = document(
    of=Operation,
    title=text(fr="Demande de permis de démolir (Cerfa 13405)", en="Demolition permit application (Cerfa 13405)"),
    when=needs_demolition_permit,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_PERMIT_FILE,
)

# Posting is a duty; a bailiff's record of it is practice.
posting_evidence = document(
    of=Operation,
    title=text(fr="Constats d’affichage du permis sur le terrain", en="Evidence that the permit is posted on site"),
    when=happened(Operation.permit_granted_on),
    requirement=Requirement.TO_PROCESS,
    source=PERMIT_POSTING,
)

site_opening_declaration = document(
    of=Operation,
    title=text(fr="Déclaration d’ouverture de chantier (Cerfa 13407)", en="Site opening declaration (Cerfa 13407)"),
    when=needs_building_permit & happened(Operation.works_started_on),
    requirement=Requirement.TO_PROCESS,
    source=PERMIT_POSTING,
)

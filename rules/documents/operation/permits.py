"""Prior declaration, demolition permit (urbanisme R451-1), and the posting of any permit."""

from domain.conditions import happened
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.planning import DEMOLITION_PERMIT_FILE, DEMOLITION_PERMIT_PLANS, PERMIT_APPEALS, PERMIT_POSTING, PRIOR_DECLARATION
from rules.vocabulary.files import in_demolition_permit_file
from rules.vocabulary.operations import has_works_of_its_own, is_rehabilitation
from rules.vocabulary.phases import in_permits

TITLE = text(fr="Autres autorisations d’urbanisme", en="Other planning permissions")

prior_declaration = document(
    of=Operation,
    title=text(fr="Déclaration préalable de travaux (Cerfa 13404)", en="Prior declaration of works (Cerfa 13404)"),
    when=in_permits & is_rehabilitation & (Operation.permission == PlanningPermission.PRIOR_DECLARATION),
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=PRIOR_DECLARATION,
    note=text(fr="Changement de façade, isolation par l’extérieur (R421-17).", en="Change of a façade, insulation from outside (R421-17)."),
)

demolition_permit_application = document(
    of=Operation,
    title=text(fr="Demande de permis de démolir (Cerfa 13405)", en="Demolition permit application (Cerfa 13405)"),
    when=in_demolition_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_PERMIT_FILE,
)

demolition_situation_plan = document(
    of=Operation,
    title=text(fr="PD1 Plan de situation du terrain", en="PD1 Situation plan of the land"),
    when=in_demolition_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_PERMIT_PLANS,
)

demolition_site_plan = document(
    of=Operation,
    title=text(
        fr="PD2 Plan de masse des constructions à démolir ou à conserver", en="PD2 Site plan of the buildings to demolish or to keep"
    ),
    when=in_demolition_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_PERMIT_PLANS,
)

demolition_photograph = document(
    of=Operation,
    title=text(fr="PD3 Photographie du bâtiment et de son insertion", en="PD3 Photograph of the building and its surroundings"),
    when=in_demolition_permit_file,
    obtained=Operation.permit_filed_on,
    requirement=Requirement.TO_PROCESS,
    source=DEMOLITION_PERMIT_PLANS,
)

# Posting is a duty; a bailiff's record of it is practice, and the day of the posting proves the first alone.
posting_evidence = document(
    of=Operation,
    title=text(
        fr="Premier constat d’affichage de l’autorisation sur le terrain", en="First evidence that the permission is posted on site"
    ),
    when=has_works_of_its_own & happened(Operation.permit_granted_on),
    obtained=Operation.permit_posted_on,
    requirement=Requirement.TO_PROCESS,
    source=PERMIT_POSTING,
)

posting_period_evidence = document(
    of=Operation,
    title=text(
        fr="Constats d’affichage jusqu’à la fin des deux mois de recours", en="Evidence of the posting until the two months of appeals end"
    ),
    when=has_works_of_its_own & happened(Operation.permit_posted_on),
    obtained=Operation.appeal_period_checked_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=PERMIT_APPEALS,
    note=text(
        fr="Aucun texte trouvé n’exige de constat : il prouve que l’affichage n’a pas cessé pendant deux mois. Les deux mois passés, "
        "réclamer ceux qui ont été dressés : aucun ne peut plus l’être.",
        en="No text was found that requires it: it proves that the posting did not stop for two months. Once these are over, ask for "
        "the records that were made: it is too late to make others.",
    ),
)

"""What is searched for in a building before works or demolition, and what follows: waste and asbestos."""

from domain.calendar import days, months
from domain.conditions import any_of, happened, known
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.asbestos import ASBESTOS_BEFORE_DEMOLITION, ASBESTOS_BEFORE_WORKS, ASBESTOS_END_REPORT, ASBESTOS_REMOVAL_PLAN
from rules.sources.planning import WASTE_DIAGNOSIS
from rules.sources.sites import NEIGHBOURS_RECORD
from rules.vocabulary.buildings import ASBESTOS_WORKS_LIMIT, REMOVAL_PLAN, holds_asbestos, needs_waste_diagnosis
from rules.vocabulary.operations import (
    concerns_existing_building,
    is_construction,
    is_demolition,
    is_not_complete,
    is_rehabilitation,
    may_hold_asbestos,
    works_are_ahead,
    works_on_existing_building,
)

TITLE = text(fr="Diagnostics, avoisinants, déchets et amiante", en="Surveys, neighbours, waste and asbestos")

# One task for whoever reads: which of the two rules tells it, the approval of the board says.
ASBESTOS_SURVEY = text(fr="Faire le repérage amiante avant travaux", en="Obtain the asbestos survey before works")
WORKS = ("tasks.works_contracts.tender_launch", "tasks.works_contracts.start_order")

needs_an_asbestos_survey = works_on_existing_building & any_of(Operation.buildings, may_hold_asbestos)
awaits_the_board = known(Operation.funding_request_planned) & ~happened(Operation.board_approved_on)

WASTE = text(fr="Réaliser le diagnostic PEMD", en="Obtain the PEMD diagnosis")
WASTE_DAY = text(
    fr="Avant le dépôt de la demande ; sans autorisation, avant d’accepter les devis ou de passer les marchés. Dès qu’il est reçu, le "
    "transmettre au CSTB, sur la plateforme PEMD (texte non lu), et le joindre à la consultation des entreprises.",
    en="Before the application is filed; where no permission is needed, before quotes are accepted or contracts placed. As soon as it is "
    "received, send it to the CSTB, on the PEMD platform (text not read), and put it into the tender file.",
)
calls_for_waste_diagnosis = (is_rehabilitation | is_demolition) & any_of(Operation.buildings, needs_waste_diagnosis)
needs_no_permission = known(Operation.permission) & (Operation.permission == PlanningPermission.NONE)

# An independent assessor makes it before the permit is applied for; it goes to the contractors.
waste_diagnosis = task(
    of=Operation,
    title=WASTE,
    display=calls_for_waste_diagnosis & ~needs_no_permission,
    open_while=is_not_complete,
    counts_to=Operation.permit_request_planned,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.waste_diagnosis_received_on),
    blocks=("tasks.works_contracts.tender_launch",),
    source=WASTE_DIAGNOSIS,
    note=WASTE_DAY,
)

# The text wants it before the contracts are placed: whoever bids reads it.
waste_diagnosis_without_permission = task(
    of=Operation,
    title=WASTE,
    display=calls_for_waste_diagnosis & needs_no_permission,
    open_while=is_not_complete,
    counts_to=Operation.tender_launch,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.waste_diagnosis_received_on),
    blocks=("tasks.works_contracts.tender_launch",),
    delay_confidence=Confidence.PROPOSAL,
    source=WASTE_DIAGNOSIS,
    note=WASTE_DAY,
)

waste_final_form = task(
    of=Operation,
    title=text(fr="Transmettre le récolement PEMD", en="Send the final PEMD form"),
    display=calls_for_waste_diagnosis | ((is_rehabilitation | is_demolition) & happened(Operation.waste_diagnosis_received_on)),
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + days(90),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.waste_form_sent_on),
    delay_confidence=Confidence.FROM_MEMORY,
    source=WASTE_DIAGNOSIS,
    note=text(
        fr="Le maître d’ouvrage remplit le formulaire d’après les bordereaux de déchets et les justificatifs de réemploi des entreprises, "
        "et le transmet au CSTB, sur sa plateforme (de mémoire).",
        en="The owner fills in the form from the waste slips and the proofs of reuse of the contractors, and sends it to the CSTB, on its "
        "platform (from memory).",
    ),
)

# Three months leave time for the court to appoint an expert, and for the visits.
neighbouring_buildings_record = task(
    of=Operation,
    title=text(
        fr="Faire constater l’état des bâtiments voisins (référé préventif)",
        en="Have the condition of the neighbouring buildings recorded (référé préventif)",
    ),
    display=(is_construction | is_demolition) & Operation.adjoining_buildings,
    open_while=works_are_ahead,
    counts_to=Operation.works_start - months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.neighbours_recorded_on),
    blocks=("tasks.works_contracts.start_order",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=NEIGHBOURS_RECORD,
    note=text(
        fr="Expert désigné en référé, ou constat amiable ; sans valeur une fois les travaux démarrés.",
        en="By an expert whom the court appoints, or by agreement; it has no value as evidence once the works have started.",
    ),
)

# Tenants are consulted, and the board decides, on a cost that asbestos may change: the mark is a fortnight before the consultation.
asbestos_survey_before_approval = task(
    of=Operation,
    title=ASBESTOS_SURVEY,
    display=needs_an_asbestos_survey & awaits_the_board,
    open_while=is_not_complete,
    counts_to=Operation.funding_request_planned - months(3) - days(15),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.asbestos_survey_received_on),
    blocks=("tasks.feasibility.tenant_consultation", "tasks.feasibility.board_approval", *WORKS),
    delay_confidence=Confidence.PROPOSAL,
    source=ASBESTOS_BEFORE_WORKS,
    note=text(
        fr="L’envoi du dossier aux entreprises est le dernier jour (R4412-97) ; mais le programme et le coût en dépendent : avant "
        "la concertation et l’accord du conseil d’administration. " + ASBESTOS_WORKS_LIMIT.fr,
        en="The day on which the file goes to the contractors is the last (R4412-97); but programme and cost depend on it: before the "
        "consultation of the tenants and the approval of the board. " + ASBESTOS_WORKS_LIMIT.en,
    ),
)

# It is given to the companies with the tender documents.
asbestos_survey_before_works = task(
    of=Operation,
    title=ASBESTOS_SURVEY,
    display=needs_an_asbestos_survey & ~awaits_the_board,
    open_while=is_not_complete,
    counts_to=Operation.tender_launch,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.asbestos_survey_received_on),
    blocks=WORKS,
    source=ASBESTOS_BEFORE_WORKS,
    note=text(
        fr="L’envoi du dossier aux entreprises est le dernier jour. Le programme et le coût en dépendent : viser l’avant-projet. "
        + ASBESTOS_WORKS_LIMIT.fr,
        en="The day on which the file goes to the contractors is the last. Programme and cost depend on it: aim for the preliminary "
        "design. " + ASBESTOS_WORKS_LIMIT.en,
    ),
)

# It is given to the companies with the tender documents; what is lived in then is surveyed once left (tasks.demolition_asbestos).
asbestos_survey_before_demolition = task(
    of=Operation,
    title=text(fr="Faire le repérage amiante avant démolition", en="Obtain the asbestos survey before demolition"),
    display=is_demolition & any_of(Operation.buildings, may_hold_asbestos),
    open_while=is_not_complete,
    counts_to=Operation.tender_launch,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.asbestos_demolition_survey_received_on),
    blocks=WORKS,
    source=ASBESTOS_BEFORE_DEMOLITION,
    note=text(
        fr="Remis aux entreprises consultées : celui des logements vides et des parties communes suffit alors, si le dossier de "
        "consultation dit ce qui reste à repérer ; un logement occupé se repère après le départ du ménage.",
        en="Given to the contractors who bid: that of the empty dwellings and common parts is enough then, if the tender documents say "
        "what is still to be surveyed; a dwelling that is lived in is surveyed once the household has left.",
    ),
)

asbestos_removal_plan = task(
    of=Operation,
    title=REMOVAL_PLAN,
    display=works_on_existing_building & holds_asbestos,
    open_while=is_not_complete,
    counts_to=Operation.asbestos_works_start - days(30),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.asbestos_plan_sent_on),
    source=ASBESTOS_REMOVAL_PLAN,
    note=text(
        fr="Huit jours en cas d’urgence liée à un sinistre (R4412-137).", en="Eight days in an emergency after a disaster (R4412-137)."
    ),
)

asbestos_end_report = task(
    of=Operation,
    title=text(fr="Recevoir le rapport de fin de travaux amiante", en="Receive the report at the end of the asbestos works"),
    display=concerns_existing_building & holds_asbestos,
    open_while=happened(Operation.asbestos_works_ended_on),
    counts_to=Operation.asbestos_works_ended_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.asbestos_report_received_on),
    delay_confidence=Confidence.PROPOSAL,
    source=ASBESTOS_END_REPORT,
    note=text(
        fr="Si le bâtiment reste, avant de rendre les locaux : examen visuel et mesure d’empoussièrement, que le propriétaire commande, "
        "pour la liste A, et pour la liste B à l’intérieur d’un bâtiment occupé ou fréquenté (code de la santé publique, R1334-29-3).",
        en="If the building stays, before the premises are given back: visual examination and dust measurement, ordered by the owner, for "
        "list A, and for list B inside a building that is occupied or visited (code de la santé publique, R1334-29-3).",
    ),
)

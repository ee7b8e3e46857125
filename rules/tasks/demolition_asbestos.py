"""Asbestos in a building that comes down: what is surveyed once the last households have left, and the plan before it is removed."""

from domain.calendar import days, months
from domain.conditions import any_of, happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.asbestos import ASBESTOS_BEFORE_DEMOLITION, ASBESTOS_REMOVAL_PLAN
from rules.vocabulary.buildings import REMOVAL_PLAN, is_demolition_with_asbestos
from rules.vocabulary.demolitions import leaves_after_the_survey
from rules.vocabulary.operations import is_demolition, is_not_complete, may_hold_asbestos

TITLE = text(fr="Amiante d’un bâtiment à démolir", en="Asbestos in a building to be demolished")

# A dwelling is surveyed once it is empty; where the survey came when all had left, nothing is left of it.
survey_of_dwellings_left_last = task(
    of=Operation,
    title=text(
        fr="Compléter le repérage amiante (logements quittés en dernier)",
        en="Complete the asbestos survey (dwellings left last)",
    ),
    display=is_demolition & any_of(Operation.buildings, may_hold_asbestos) & any_of(Operation.rehousings, leaves_after_the_survey),
    open_while=is_not_complete & happened(Operation.building_empty_recorded_on),
    counts_to=Operation.building_empty_recorded_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.asbestos_survey_completed_on),
    blocks=("tasks.demolition_asbestos.removal_plan_before_demolition", "tasks.works_contracts.start_order"),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=ASBESTOS_BEFORE_DEMOLITION,
    note=text(
        fr="À remettre aux entreprises avant leur plan de retrait.",
        en="To be given to the contractors before their removal plan.",
    ),
)

removal_plan_before_demolition = task(
    of=Operation,
    title=REMOVAL_PLAN,
    display=is_demolition_with_asbestos,
    open_while=is_not_complete,
    counts_to=Operation.asbestos_works_start - days(30),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.asbestos_plan_sent_on),
    blocks=("tasks.works_contracts.start_order",),
    source=ASBESTOS_REMOVAL_PLAN,
    note=text(
        fr="L’entreprise l’écrit une fois son marché signé et le repérage complet. Retrait supposé ouvrir le chantier, tant que son début "
        "n’est pas donné. Huit jours en cas d’urgence liée à un sinistre.",
        en="The contractor writes it once its contract is signed and the survey complete. The removal is supposed to open the site, until "
        "its start is given. Eight days in an emergency after a disaster.",
    ),
)

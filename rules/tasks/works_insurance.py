"""What the insurer of the works (dommages-ouvrage) is sent once they are complete and accepted."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, task
from rules.sources.sites import INSURANCE_CLAUSES
from rules.vocabulary.operations import is_building_work

TITLE = text(fr="Assurance des travaux", en="Insurance of the works")

acceptance_to_insurer = task(
    of=Operation,
    title=text(
        fr="Envoyer le procès-verbal de réception à l’assureur dommages-ouvrage",
        en="Send the acceptance record to the works-damage insurer (dommages-ouvrage)",
    ),
    display=is_building_work & happened(Operation.works_insurance_signed_on),
    open_while=happened(Operation.accepted_on),
    counts_to=Operation.accepted_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.acceptance_sent_to_insurer_on),
    source=INSURANCE_CLAUSES,
    note=text(
        fr="Avec les réserves non levées du contrôleur technique, s’il y en a un. De même le constat de chaque levée de réserves, dans "
        "le mois qui la suit ; et le coût définitif, une fois connu. Passé ce jour, envoyer sans attendre, les constats déjà faits aussi.",
        en="With the remarks of the building control body (réserves) that are not lifted, where there is one. Likewise the record of each "
        "defect put right, within a month of it; and the final cost, once it is known. Once that day is past, send it without "
        "delay, the records already made too.",
    ),
)

# The month of the completion is mostly over before that of the acceptance.
plans_to_insurer = task(
    of=Operation,
    title=text(
        fr="Envoyer à l’assureur dommages-ouvrage les plans et descriptifs de ce qui est exécuté",
        en="Send the works-damage insurer (dommages-ouvrage) the plans and descriptions of what was built",
    ),
    display=is_building_work & happened(Operation.works_insurance_signed_on),
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.built_plans_sent_to_insurer_on),
    source=INSURANCE_CLAUSES,
    note=text(
        fr="Des travaux réellement exécutés. Passé ce jour, envoyer sans attendre ce que les entreprises ont déjà remis, et leur "
        "réclamer le reste.",
        en="Of the works as carried out. Once that day is past, send without delay what the contractors have handed over, and claim the "
        "rest from them.",
    ),
)

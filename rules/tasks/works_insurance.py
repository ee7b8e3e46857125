"""What the insurer of the works (dommages-ouvrage) is sent once they are accepted."""

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
        fr="Avec les réserves non levées du contrôleur technique, s’il y en a un. Puis, dans le mois aussi : de l’achèvement, plans et "
        "descriptifs de ce qui est exécuté ; de chaque levée de réserves, son constat. Enfin le coût définitif. Passé ce jour, envoyer "
        "sans attendre.",
        en="With the reservations of the building control body that are not lifted, where there is one. Then, within a month too: of the "
        "completion, plans and descriptions of what was built; of each lifting of reservations, its record. At last the final cost. Once "
        "that day is past, send it without delay.",
    ),
)

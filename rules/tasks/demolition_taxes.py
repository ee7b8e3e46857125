"""What a demolition has the landlord tell the tax office, and ask of it."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.demolition_taxes import vacancy_relief_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import PROPERTY_TAX_DECLARATION
from rules.sources.taxes import CHANGES_TO_DECLARE, VACANCY_RELIEF, VACANCY_RELIEF_CLAIM
from rules.vocabulary.demolitions import may_claim_relief_for_vacancy
from rules.vocabulary.operations import is_demolition

TITLE = text(fr="Impôts d’une démolition", en="Taxes of a demolition")

vacancy_relief = task(
    of=Operation,
    title=text(
        fr="Réclamer le dégrèvement de taxe foncière des logements vacants",
        en="Claim the property tax relief of the vacant dwellings",
    ),
    display=may_claim_relief_for_vacancy,
    counts_to=vacancy_relief_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(1)},
    closed=happened(Operation.vacancy_relief_claimed_on),
    delay_confidence=Confidence.DERIVED,
    source=(VACANCY_RELIEF, VACANCY_RELIEF_CLAIM),
    note=text(
        fr="Pour les logements vacants depuis plus de trois mois, sur présentation de l’autorisation du préfet (L443-15-1) ; si elle "
        "tarde, réclamer sans l’attendre. Le jour est celui du premier logement libéré : l’outil ne suit pas les autres, ni la "
        "réclamation à refaire pour chaque année (de mémoire).",
        en="For dwellings vacant for more than three months, on presentation of the authorisation of the prefect (L443-15-1); where it is "
        "late, claim without waiting for it. The day is that of the first dwelling vacated: this tool follows neither the others nor the "
        "claim to be made anew for each year (from memory).",
    ),
)

demolition_declaration = task(
    of=Operation,
    title=text(fr="Déclarer la démolition à l’administration fiscale (IL)", en="Declare the demolition to the tax office (form IL)"),
    display=is_demolition,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + days(90),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.property_tax_declared_on),
    source=(PROPERTY_TAX_DECLARATION, CHANGES_TO_DECLARE),
)

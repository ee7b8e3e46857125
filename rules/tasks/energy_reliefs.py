"""The relief from property tax that a social landlord claims for energy-saving works, a year of payments at a time."""

from domain.calendar import months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.calculations.energy_reliefs import first_energy_relief_limit, last_energy_relief_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.taxes import ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS
from rules.vocabulary.projects import saves_energy_as_social_landlord

TITLE = text(fr="Dégrèvement de taxe foncière", en="Relief from property tax")

RELIEF = text(
    fr="Un quart (hors TVA, de mémoire) des travaux d’économie d’énergie payés cette année-là, subventions déduites, sur la taxe "
    "foncière de l’année suivante : possible dès son avis reçu, à l’automne, sans attendre le dernier jour. Chaque année de paiement, "
    "celle du solde aussi, a sa réclamation et son dernier jour ; l’outil ne suit que la première et celle de l’achèvement.",
    en="A quarter (excluding VAT, from memory) of the energy-saving works paid in that year, less the subsidies, off the property tax "
    "of the next year: possible as soon as its notice has come, in autumn, without waiting for the last day. Each year of payments, "
    "that of the balance too, has its claim and its last day; this tool follows only the first and that of the completion.",
)

# The notice of the tax comes in autumn: from October on the claim is open, more than a year before its last day.
first_energy_relief = task(
    of=Operation,
    title=text(
        fr="Réclamer le dégrèvement de taxe foncière pour les travaux d’énergie payés l’année du démarrage",
        en="Claim the property tax relief for the energy works paid in the year of the start",
    ),
    display=saves_energy_as_social_landlord,
    open_while=happened(Operation.works_started_on),
    counts_to=first_energy_relief_limit,
    alerts={Alert.MODERATE: months(15), Alert.CRITICAL: months(2)},
    closed=happened(Operation.first_energy_relief_claimed_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=(ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS),
    note=RELIEF,
)

# In one and the same year there is one claim.
last_energy_relief = task(
    of=Operation,
    title=text(
        fr="Réclamer le dégrèvement de taxe foncière pour les travaux d’énergie payés l’année de l’achèvement",
        en="Claim the property tax relief for the energy works paid in the year of the completion",
    ),
    display=saves_energy_as_social_landlord & later(last_energy_relief_limit, than=first_energy_relief_limit),
    open_while=happened(Operation.completed_on),
    counts_to=last_energy_relief_limit,
    alerts={Alert.MODERATE: months(15), Alert.CRITICAL: months(2)},
    closed=happened(Operation.last_energy_relief_claimed_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=(ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS),
    note=text(
        fr="Comme pour l’année du démarrage : un quart de ce qui a été payé cette année-là, subventions déduites, dès l’avis de taxe "
        "de l’année suivante reçu, à l’automne.",
        en="As for the year of the start: a quarter of what was paid in that year, less the subsidies, as soon as the tax notice of "
        "the next year has come, in autumn.",
    ),
)

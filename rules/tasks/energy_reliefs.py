"""Less property tax for the energy-saving works of a social landlord: claimed by year of payments, or exempt once approved."""

from datetime import date

from domain.calendar import months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.calculations.energy_reliefs import first_energy_relief_limit, last_energy_relief_limit, renewal_approval_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.taxes import ENERGY_TAX_RELIEF, LOCAL_TAX_CLAIMS, RENEWAL_TAX_EXEMPTION
from rules.vocabulary.operations import works_are_ahead
from rules.vocabulary.projects import may_be_renewed_free_of_property_tax, saves_energy_as_social_landlord

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

# Whether the approval must be asked for before the works was not read: it is told before they start.
renewal_approval = task(
    of=Operation,
    title=text(
        fr="Demander l’agrément « seconde vie » (exonération de taxe foncière de 15 ans, de 25 si demandé avant 2027)",
        en="Ask for the “seconde vie” approval (exemption from property tax for 15 years, 25 if asked for before 2027)",
    ),
    display=may_be_renewed_free_of_property_tax,
    open_while=works_are_ahead,
    counts_to=renewal_approval_limit,
    alerts={Alert.MODERATE: months(6), Alert.CRITICAL: months(2)},
    closed=happened(Operation.renewal_approval_requested_on),
    confidence=Confidence.DERIVED,
    source=RENEWAL_TAX_EXEMPTION,
    since=date(2024, 1, 1),
    note=text(
        fr="Au représentant de l’État ; après le 31 décembre 2026, 15 ans. Ne sont pas vérifiés ici : le bâtiment achevé, et social, "
        "depuis quarante ans au jour de la demande (le permis est antérieur à l’achèvement), la classe E, F ou G avant travaux, la "
        "rénovation lourde et le niveau à atteindre (annexe III, art. 315 ter A). Demande avant les travaux : à vérifier ; une SEM "
        "aussi (278 sexies, I, 1°).",
        en="To the State’s representative; after 31 December 2026, 15 years. Not checked here: a building complete, and social, for "
        "forty years on the day of the request (the permit comes before the completion), class E, F or G before the works, a heavy "
        "renovation and the level to be reached (annexe III, art. 315 ter A). Whether to ask before the works is to be verified; so is "
        "a SEM (278 sexies, I, 1°).",
    ),
)

"""
What a landlord owes each year, or every six years.

A year under way is a part of the landlord: each year's duty is an item of its own.
"""

from domain.calendar import months, years
from domain.conditions import happened
from domain.landlords import Landlord, LandlordYear
from domain.text import text
from rules.calculations.landlord_years import income_survey_end, rental_stock_due, reservation_report_due, year_start
from rules.calculations.social_utility import (
    has_recent_asset_strategy,
    next_agreement_is_engaged,
    next_agreement_is_signed,
    next_draft_is_sent,
)
from rules.engine.declare import Alert, Confidence, task
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import (
    ASSET_STRATEGY,
    INCOME_SURVEY,
    OCCUPATION_SURVEY,
    RENT_RESOLUTION,
    RESERVATION_REPORT,
    SOCIAL_UTILITY_AGREEMENT,
    SOCIAL_UTILITY_BASIS,
    SOCIAL_UTILITY_DRAFT,
    SOCIAL_UTILITY_RESOLUTION,
    SOCIAL_UTILITY_STEPS,
)
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Obligations périodiques du bailleur", en="Recurring duties of the landlord")

rental_stock_file = task(
    of=LandlordYear,
    title=text(fr="Transmettre le RPLS avant le 1er mars", en="Send the RPLS file before 1 March"),
    counts_to=rental_stock_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rental_stock_sent_on),
    source=RENTAL_STOCK,
    note=text(fr="« Avant le 1er mars » : le dernier jour utile est la fin de février.", en="“Before 1 March”: by the end of February."),
)

reservation_report = task(
    of=LandlordYear,
    title=text(
        fr="Adresser le bilan aux réservataires avant le 28 février",
        en="Send the yearly report to the holders of reservation rights (réservataires) before 28 February",
    ),
    counts_to=reservation_report_due,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.reservation_report_sent_on),
    source=RESERVATION_REPORT,
    note=text(fr="« Avant le 28 février » : le 27 est le dernier jour utile.", en="“Before 28 February”: the 27th is the last day."),
)

# Each tenant has one month to answer. L442-5: the occupation survey counts as this one; this one, which leaves out some, does not as that.
income_survey_sending = task(
    of=LandlordYear,
    title=text(
        fr="Envoyer aux locataires l’enquête ressources (SLS) de l’année",
        en="Send the income survey (SLS) of the year to the tenants",
    ),
    counts_to=income_survey_end - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.income_survey_sent_on)
    | happened(LandlordYear.occupation_survey_sent_on)
    | happened(LandlordYear.income_survey_closed_on),
    blocks=("tasks.landlords.income_survey",),
    delay_confidence=Confidence.PROPOSAL,
    source=(INCOME_SURVEY, OCCUPATION_SURVEY),
    note=text(
        fr="Jour proposé pour que chaque locataire ait son mois de réponse avant la fin visée de l’enquête. L’outil compte ce mois de date "
        "à date ; si ce jour est férié ou chômé, envoyer l’enquête avant. Le bailleur n’est pas tenu d’interroger ceux qui reçoivent l’APL "
        "ou l’AL. L’année d’une enquête d’occupation (OPS), celle-ci tient lieu d’enquête ressources : un seul envoi.",
        en="A day proposed so that each tenant has the month to answer before the intended end of the survey. The tool counts this month "
        "from date to date; where that day is a holiday or a day off, send the survey before it. The landlord need not ask those who "
        "receive housing benefit. In the year of an occupation survey (OPS), that one counts as the income survey: one letter for both.",
    ),
)

income_survey = task(
    of=LandlordYear,
    title=text(
        fr="Clore l’enquête ressources (SLS) de l’année",
        en="Close the income survey (SLS) of the year",
    ),
    counts_to=income_survey_end,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.income_survey_closed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
    note=text(
        fr="Les locataires qui n’ont pas répondu dans le mois peuvent être mis en demeure sans attendre : le jour se lit sous « Année du "
        "bailleur », une fois l’enquête envoyée. Ils ont alors quinze jours. Close à ce repère, l’enquête laisse un mois avant le "
        "supplément du 1er janvier suivant.",
        en="Tenants who have not answered within the month may be sent formal notice without delay: the day stands under “Year of the "
        "landlord”, once the survey is sent. They then have fifteen days. Closed by this date, the survey leaves a month before the "
        "supplement of the next 1 January.",
    ),
)

occupation_survey = task(
    of=LandlordYear,
    title=text(fr="Réaliser l’enquête d’occupation (OPS) de l’année", en="Run the occupation survey (OPS) of the year"),
    display=LandlordYear.occupation_survey_planned,
    counts_to=LandlordYear.occupation_survey_due_on,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.occupation_survey_results_sent_on),
    source=OCCUPATION_SURVEY,
    note=text(
        fr="L’échéance est celle que le bailleur indique. L’envoi aux locataires vaut aussi envoi de l’enquête ressources (SLS). "
        "L’enquête d’occupation n’est close qu’une fois ses renseignements statistiques communiqués au préfet.",
        en="The due day is the one that the landlord gives. Sending it to the tenants sends the income survey (SLS) too. The "
        "occupation survey is closed only once its statistics have gone to the prefect.",
    ),
)

# L442-1-2: the resolution goes to the prefect two months before it takes effect, and so it is taken by then.
rent_revision = task(
    of=LandlordYear,
    title=text(fr="Décider de la révision, ou non, des loyers au 1er janvier", en="Decide whether to revise the rents on 1 January"),
    counts_to=year_start - months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.rents_revised_on),
    delay_confidence=Confidence.DERIVED,
    source=(RENT_REVISION, RENT_RESOLUTION),
    note=text(
        fr="La délibération d’un organisme HLM sur les loyers est transmise au préfet deux mois avant son entrée en vigueur ; il peut en "
        "demander une nouvelle dans le mois. Réviser n’est pas une obligation : une décision de ne pas augmenter clôt aussi la tâche.",
        en="The resolution of an HLM body on rents goes to the prefect two months before it takes effect; the prefect may ask for another "
        "within a month. There is no duty to revise: a decision on no rise closes the task too.",
    ),
)

asset_strategy = task(
    of=Landlord,
    title=text(fr="Approuver ou actualiser le plan stratégique de patrimoine (PSP)", en="Approve or update the asset strategy (PSP)"),
    counts_to=Landlord.social_utility_agreement_ends_on - years(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=has_recent_asset_strategy,
    blocks=("tasks.landlords.agreement_engagement",),
    delay_confidence=Confidence.PROPOSAL,
    source=(ASSET_STRATEGY, SOCIAL_UTILITY_BASIS),
    note=text(
        fr="La convention est conclue sur la base du plan, qui a moins de trois ans le jour où elle prend effet et qui est transmis au "
        "préfet avec la délibération.",
        en="The agreement rests on the strategy, which is less than three years old on the day it takes effect and goes to the prefect "
        "with the resolution.",
    ),
)

agreement_engagement = task(
    of=Landlord,
    title=text(
        fr="Engager par délibération la prochaine convention d’utilité sociale (CUS)",
        en="Begin the next social utility agreement (CUS) by a resolution of the board",
    ),
    counts_to=Landlord.social_utility_agreement_ends_on - months(9),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_agreement_is_engaged,
    blocks=("tasks.landlords.agreement_draft",),
    delay_confidence=Confidence.PROPOSAL,
    source=(SOCIAL_UTILITY_RESOLUTION, SOCIAL_UTILITY_STEPS),
    note=text(
        fr="La délibération dit comment les intercommunalités dotées d’un programme local de l’habitat et le département sont associés.",
        en="The resolution says how the local authorities with a housing programme and the department take part.",
    ),
)

agreement_draft = task(
    of=Landlord,
    title=text(fr="Transmettre au préfet le projet de CUS", en="Send the draft of the CUS to the prefect"),
    counts_to=Landlord.social_utility_agreement_ends_on - months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=next_draft_is_sent,
    blocks=("tasks.landlords.social_utility_agreement",),
    delay_confidence=Confidence.DERIVED,
    source=(SOCIAL_UTILITY_DRAFT, SOCIAL_UTILITY_AGREEMENT),
    note=text(
        fr="La convention est conclue dans les six mois de son dépôt. Déposée à temps, elle succède sans interruption à la précédente. "
        "Les collectivités y sont associées avant l’envoi. En 2010 et en 2011, le code voulait aussi une concertation avec les "
        "locataires : à vérifier dans le texte en vigueur.",
        en="The agreement is concluded within six months of its filing. Filed in time, it follows the one before without a gap. The local "
        "authorities take part before it is sent. In 2010 and 2011 the code also had the tenants consulted: to be verified in the text "
        "in force.",
    ),
)

social_utility_agreement = task(
    of=Landlord,
    title=text(fr="Signer la prochaine convention d’utilité sociale (6 ans)", en="Sign the next social utility agreement (6 years)"),
    counts_to=Landlord.social_utility_agreement_ends_on,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=next_agreement_is_signed,
    delay_confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
)

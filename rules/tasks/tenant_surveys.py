"""What a landlord asks its tenants each year: their income (SLS), and in some years who lives there (OPS); a year is a part of it."""

from domain.calendar import days, months
from domain.conditions import happened, reached
from domain.landlords import LandlordYear
from domain.text import text
from rules.calculations.landlord_years import formal_notice_from, formal_notice_mark, income_survey_end, income_survey_is_under_way
from rules.engine.declare import Alert, Confidence, task
from rules.sources.landlords import INCOME_SURVEY, OCCUPATION_SURVEY

TITLE = text(fr="Enquêtes auprès des locataires", en="Surveys of the tenants")

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
    blocks=("tasks.tenant_surveys.income_survey",),
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

# Without it no supplement may be set for who does not answer; its fifteen days run out before that supplement.
formal_notices = task(
    of=LandlordYear,
    title=text(
        fr="Mettre en demeure les locataires qui n’ont pas répondu à l’enquête ressources (SLS)",
        en="Send formal notice to the tenants who have not answered the income survey (SLS)",
    ),
    open_while=income_survey_is_under_way & reached(formal_notice_from),
    counts_to=formal_notice_mark,
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(LandlordYear.formal_notices_sent_on),
    blocks=("tasks.tenant_surveys.income_survey",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(INCOME_SURVEY, OCCUPATION_SURVEY),
    note=text(
        fr="Possible dès la fin du mois de réponse. Le locataire a alors quinze jours ; ensuite, sans réponse, le supplément maximal "
        "provisoire s’applique. Envoyée après ce repère, la mise en demeure court au-delà de la fin visée de l’enquête ; ses quinze jours "
        "doivent au moins finir avant le 1er janvier, jour du supplément. Si tous ont répondu, clore l’enquête.",
        en="Possible as soon as the month to answer has ended. The tenant then has fifteen days; after that, without an answer, the "
        "maximum provisional supplement applies. Sent after this date, the notice runs past the intended end of the survey; its fifteen "
        "days must at least end before 1 January, the day of the supplement. Where all have answered, close the survey.",
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
        fr="Close à ce repère, l’enquête laisse un mois avant le supplément du 1er janvier suivant.",
        en="Closed by this date, the survey leaves a month before the supplement of the next 1 January.",
    ),
)

occupation_survey_sending = task(
    of=LandlordYear,
    title=text(
        fr="Envoyer aux locataires l’enquête d’occupation (OPS) de l’année",
        en="Send the occupation survey (OPS) of the year to the tenants",
    ),
    display=LandlordYear.occupation_survey_planned,
    counts_to=LandlordYear.occupation_survey_due_on - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.occupation_survey_sent_on) | happened(LandlordYear.occupation_survey_results_sent_on),
    blocks=("tasks.tenant_surveys.occupation_survey",),
    delay_confidence=Confidence.PROPOSAL,
    source=OCCUPATION_SURVEY,
    note=text(
        fr="Le locataire a un mois pour répondre ; il faut encore le temps d’exploiter les réponses. Cet envoi vaut aussi envoi de "
        "l’enquête ressources (SLS).",
        en="The tenant has a month to answer; the answers then take time to work up. Sending it sends the income survey (SLS) too.",
    ),
)

occupation_survey = task(
    of=LandlordYear,
    title=text(
        fr="Transmettre au préfet les résultats de l’enquête d’occupation (OPS) de l’année",
        en="Send the results of the occupation survey (OPS) of the year to the prefect",
    ),
    display=LandlordYear.occupation_survey_planned,
    counts_to=LandlordYear.occupation_survey_due_on,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.occupation_survey_results_sent_on),
    source=OCCUPATION_SURVEY,
    note=text(
        fr="Ce sont ses renseignements statistiques. L’échéance est celle que le bailleur indique.",
        en="These are its statistics. The due day is the one that the landlord gives.",
    ),
)

"""What a landlord asks its tenants each year: their income (SLS), and in some years who lives there (OPS); a year is a part of it."""

from domain.calendar import days, months
from domain.conditions import happened, reached
from domain.landlords import LandlordYear
from domain.text import text
from rules.calculations.landlord_years import (
    formal_notice_from,
    formal_notice_target,
    income_survey_closing,
    income_survey_is_under_way,
    income_survey_target,
)
from rules.engine.declare import Alert, Confidence, task
from rules.sources.landlords import INCOME_SURVEY, OCCUPATION_SURVEY
from rules.sources.supplements import SUPPLEMENT_SCOPE

TITLE = text(fr="Enquêtes auprès des locataires", en="Surveys of the tenants")

# Each tenant has one month to answer. L442-5: the occupation survey counts as this one; this one, which leaves out some, does not as that.
income_survey_sending = task(
    of=LandlordYear,
    title=text(
        fr="Envoyer aux locataires l’enquête ressources (SLS) de l’année",
        en="Send the income survey (SLS) of the year to the tenants",
    ),
    counts_to=income_survey_target,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.income_survey_sent_on)
    | happened(LandlordYear.occupation_survey_sent_on)
    | happened(LandlordYear.income_survey_closed_on),
    blocks=("tasks.tenant_surveys.income_survey",),
    delay_confidence=Confidence.PROPOSAL,
    source=(INCOME_SURVEY, OCCUPATION_SURVEY),
    note=text(
        fr="Envoyée ce jour, elle laisse à chaque locataire son mois de réponse ; la mise en demeure part ensuite au jour visé, et "
        "l’enquête se clôt après ses quinze jours. Le bailleur n’est pas tenu d’interroger ceux qui reçoivent l’APL ou l’AL. L’année "
        "d’une enquête d’occupation (OPS), celle-ci tient lieu d’enquête ressources : un seul envoi.",
        en="Sent on that day, it leaves each tenant the month to answer; the formal notice then goes out on its intended day, and the "
        "survey is closed after its fifteen days. The landlord need not ask those who receive housing benefit (APL or AL). In the year of "
        "an occupation survey (OPS), that one counts as the income survey: one letter for both.",
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
    counts_to=formal_notice_target,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(15)},
    closed=happened(LandlordYear.formal_notices_sent_on),
    blocks=("tasks.tenant_surveys.income_survey",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(INCOME_SURVEY, OCCUPATION_SURVEY, SUPPLEMENT_SCOPE),
    note=text(
        fr="À envoyer dès la fin du mois de réponse, sans attendre le jour visé, avec une preuve de réception. L’article ne dit pas si les "
        "quinze jours courent de l’envoi ou de la réception : pour qu’ils finissent avant le supplément du 1er janvier, viser une "
        "réception bien avant le 16 décembre ; plus tard, elle reste à envoyer. Elle ne vise que les non-répondants qui peuvent devoir le "
        "supplément : ni bénéficiaire de l’APL ou de l’AL, ni logement en QPV, en zone de revitalisation rurale (FRR, ancienne ZRR) ou "
        "dans une zone que le programme local de l’habitat en exclut (de mémoire, à vérifier). Elle reproduit l’article L441-9. Sans "
        "réponse sous quinze jours, et même après le 1er janvier, le supplément est liquidé provisoirement au coefficient le plus haut, "
        "avec des frais de dossier plafonnés par décret. Si tous ont répondu, clore l’enquête.",
        en="To be sent as soon as the month to answer has ended, without waiting for the intended day, with proof of receipt. The article "
        "does not say whether the fifteen days run from the sending or the receipt: for them to end before the supplement of 1 January, it "
        "should be received well before 16 December; later, it is still to be sent. It goes only to those who have not answered and may "
        "owe the supplement: no recipient of housing benefit (APL or AL), no dwelling in a priority neighbourhood (QPV), a rural renewal "
        "zone (FRR, formerly ZRR) or a zone that the local housing programme exempts (from memory, to be verified). It quotes article "
        "L441-9 in full. Without an answer within fifteen days, and after 1 January too, the supplement is provisionally set at the "
        "highest coefficient, with a file fee that a decree caps. Where all have answered, close the survey.",
    ),
)

income_survey = task(
    of=LandlordYear,
    title=text(
        fr="Clore l’enquête ressources (SLS) de l’année",
        en="Close the income survey (SLS) of the year",
    ),
    counts_to=income_survey_closing,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(LandlordYear.income_survey_closed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
    note=text(
        fr="Possible dès que tous ont répondu, sinon le lendemain des quinze jours de la mise en demeure, comptés ici de l’envoi. "
        "L’article ne dit pas s’ils courent de là ou de la réception : clore plutôt seize jours après la dernière réception, si elle est "
        "plus tardive. Tant qu’elle n’est pas partie au jour visé, ce jour est compté d’un envoi le jour de référence.",
        en="Possible as soon as all have answered, otherwise the day after the fifteen days of the formal notice, counted here from the "
        "sending. The article does not say whether they run from there or from the receipt: it is better to close sixteen days after the "
        "last receipt, where that is later. While it has not gone out by its intended day, this day is counted from a sending on the "
        "reference day.",
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
        fr="Les renseignements statistiques tirés de l’enquête vont au préfet du département où sont les logements. L’échéance est celle "
        "que le bailleur indique. Tout locataire qui n’a pas répondu sous un mois, même s’il échappe au supplément, doit 7,62 € au "
        "bailleur, et 7,62 € de plus par mois entier de retard, sauf difficultés particulières.",
        en="The statistics drawn from the survey go to the prefect of the département where the dwellings stand. The due day is the one "
        "that the landlord gives. Any tenant who has not answered within a month, even if exempt from the supplement, owes the landlord "
        "€7.62, and €7.62 more for each full month late, except in particular difficulty.",
    ),
)

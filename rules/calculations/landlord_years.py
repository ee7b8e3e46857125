"""The calendar year of a landlord, from which its yearly duties are counted."""

from datetime import date, timedelta

from domain.calendar import days, months, shift
from domain.conditions import happened, named
from domain.landlords import LandlordYear
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.conventions import RENT_REVISION
from rules.sources.landlords import INCOME_SURVEY, OCCUPATION_SURVEY, RESERVATION_REPORT
from rules.sources.occupancy import RENTAL_STOCK

TITLE = text(fr="Année du bailleur", en="Year of the landlord")


@calculation(
    of=LandlordYear,
    title=text(fr="Premier jour de l’année", en="First day of the year"),
    source=RENT_REVISION,
)
def year_start(year: int) -> date:
    """Return 1 January, the day of yearly revisions and supplements."""
    return date(year, 1, 1)


# A month before the supplement of the next 1 January, for the formal notice of fifteen days.
income_survey_end = derived(
    year_start + months(11),
    of=LandlordYear,
    title=text(fr="Fin visée de l’enquête ressources (SLS)", en="Intended end of the income survey (SLS)"),
    confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
)


# L442-5: the occupation survey counts as the income survey.
income_survey_is_under_way = named(
    text(fr="enquête ressources (SLS) envoyée aux locataires et non close", en="income survey (SLS) sent to the tenants and not closed"),
    ~happened(LandlordYear.income_survey_closed_on)
    & (happened(LandlordYear.income_survey_sent_on) | happened(LandlordYear.occupation_survey_sent_on)),
)


@calculation(
    of=LandlordYear,
    when=income_survey_is_under_way,
    title=text(
        fr="Mise en demeure de répondre à l’enquête ressources (SLS), au plus tôt",
        en="Formal notice to answer the income survey (SLS), at the earliest",
    ),
    source=(INCOME_SURVEY, OCCUPATION_SURVEY),
    confidence=Confidence.DERIVED,
    note=text(
        fr="Le lendemain du mois de réponse, compté ici de l’envoi. L’article ne dit pas s’il court de l’envoi ou de la réception : si la "
        "demande est arrivée plus tard, compter de ce jour.",
        en="The day after the month to answer, counted here from the sending. The article does not say whether it runs from the sending or "
        "the receipt: where the request arrived later, count from that day.",
    ),
)
def formal_notice_from(income_survey_sent_on: date | None, occupation_survey_sent_on: date | None) -> date:
    """Return the day after the month in which a tenant answers, counted from the first of the two surveys."""
    sent = min(each for each in (income_survey_sent_on, occupation_survey_sent_on) if each is not None)
    return shift(sent, months(1)) + timedelta(days=1)


@calculation(
    of=LandlordYear,
    when=income_survey_is_under_way,
    title=text(
        fr="Repère de la mise en demeure de répondre à l’enquête ressources (SLS)",
        en="Date for the formal notice to answer the income survey (SLS)",
    ),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Quinze jours avant la fin visée de l’enquête ; dès qu’elle est possible, si c’est plus tard.",
        en="Fifteen days before the intended end of the survey; as soon as it is possible, where that is later.",
    ),
)
def formal_notice_mark(formal_notice_from: date, income_survey_end: date) -> date:
    """Return the last day that leaves the fifteen days of the notice before the intended end, or the first possible one."""
    return max(formal_notice_from, shift(income_survey_end, -days(15)))


@calculation(
    of=LandlordYear,
    title=text(fr="Dernier jour avant le 28 février", en="Last day before 28 February"),
    source=RESERVATION_REPORT,
)
def reservation_report_due(year: int) -> date:
    """Return 27 February: the report is sent before the 28th."""
    return date(year, 2, 27)


@calculation(of=LandlordYear, title=text(fr="Dernier jour avant le 1er mars", en="Last day before 1 March"), source=RENTAL_STOCK)
def rental_stock_due(year: int) -> date:
    """Return the last day of February: the file is sent before 1 March."""
    return date(year, 3, 1) - timedelta(days=1)

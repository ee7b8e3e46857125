"""The calendar year of a landlord, from which its yearly duties are counted."""

from datetime import date, timedelta

from domain.calendar import Period, days, months, shift
from domain.conditions import happened, named
from domain.days_off import working_day_from, working_day_to
from domain.landlords import LandlordYear
from domain.text import text
from rules.engine.declare import Confidence, calculation
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


# Planned backwards: the survey ends on 1 December, a month before the supplement of the next 1 January, after the fifteen days of the
# notice, which goes out on 15 November after the month to answer. Each is a day on which offices are open.
@calculation(
    of=LandlordYear,
    title=text(fr="Jour visé d’envoi de l’enquête ressources (SLS)", en="Intended day to send the income survey (SLS)"),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
)
def income_survey_target(year: int) -> date:
    """Return 14 October, or sooner: the month to answer ends the day before the intended day of the notice."""
    return working_day_to(shift(_notice_day(year), Period(months=-1, days=-1)))


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
def formal_notice_from(income_survey_sent_on: date | None, occupation_survey_sent_on: date | None) -> date | None:
    """Return the day after the month in which a tenant answers."""
    return _day_after_answers(income_survey_sent_on, occupation_survey_sent_on)


@calculation(
    of=LandlordYear,
    title=text(fr="Jour visé de la mise en demeure", en="Intended day of the formal notice"),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Le 15 novembre, ou le dernier jour ouvré avant : ses quinze jours finissent avant le 1er décembre. Si l’enquête est partie "
        "trop tard pour cela, le premier jour ouvré où la mise en demeure est possible.",
        en="15 November, or the last working day before it: its fifteen days end before 1 December. Where the survey went out too late for "
        "that, the first working day on which the notice is possible.",
    ),
)
def formal_notice_target(year: int, income_survey_sent_on: date | None, occupation_survey_sent_on: date | None) -> date:
    """Return 15 November or the working day before it, or the first on which the notice is possible where that is later."""
    target = _notice_day(year)
    return max(target, working_day_from(_day_after_answers(income_survey_sent_on, occupation_survey_sent_on) or target))


@calculation(
    of=LandlordYear,
    title=text(fr="Jour visé de clôture de l’enquête ressources (SLS)", en="Intended day to close the income survey (SLS)"),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Le 1er décembre, ou le lendemain des quinze jours de la mise en demeure s’il vient après, partie au plus tôt le jour de "
        "référence ; le jour ouvré suivant, au besoin. Compté de l’envoi : si les quinze jours courent de la réception, plus tard.",
        en="1 December, or the day after the fifteen days of the formal notice where that comes later, sent on the reference day at the "
        "soonest; the next working day, if need be. Counted from the sending: later, if the fifteen days run from the receipt.",
    ),
)
def income_survey_closing(
    year: int,
    formal_notice_target: date,
    formal_notices_sent_on: date | None,
    income_survey_sent_on: date | None,
    occupation_survey_sent_on: date | None,
    as_of: date,
) -> date:
    """Return 1 December, or the day after the fifteen days of the notice, sent today at the soonest; the next working day, if need be."""
    is_sent = (income_survey_sent_on or occupation_survey_sent_on) is not None
    notice = formal_notices_sent_on or max(formal_notice_target, as_of if is_sent else formal_notice_target)
    return working_day_from(max(date(year, 12, 1), shift(notice, days(16))))


def _notice_day(year: int) -> date:
    """Return the last working day by 15 November."""
    return working_day_to(date(year, 11, 15))


def _day_after_answers(*sent_on: date | None) -> date | None:
    """Return the day after the month in which a tenant answers, counted from the first of the two surveys."""
    sent = [each for each in sent_on if each is not None]
    return shift(min(sent), months(1)) + timedelta(days=1) if sent else None


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

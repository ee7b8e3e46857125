"""The calendar year of a landlord, from which its yearly duties are counted."""

from datetime import date, timedelta

from domain.calendar import days, months, shift, years
from domain.conditions import happened, named, today_within
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


# Planned backwards: the survey ends a month before the supplement of the next 1 January, after the fifteen days of the notice, which goes
# out after the month to answer.
income_survey_end = derived(
    year_start + months(11),
    of=LandlordYear,
    title=text(fr="Fin visée de l’enquête ressources (SLS)", en="Intended end of the income survey (SLS)"),
    confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
)

formal_notice_target = derived(
    income_survey_end - days(16),
    of=LandlordYear,
    title=text(fr="Jour visé de la mise en demeure", en="Intended day of the formal notice"),
    confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
    note=text(
        fr="Ses quinze jours finissent la veille de la fin visée de l’enquête.",
        en="Its fifteen days end the day before the intended end of the survey.",
    ),
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
def formal_notice_from(income_survey_sent_on: date | None, occupation_survey_sent_on: date | None) -> date | None:
    """Return the day after the month in which a tenant answers."""
    return _day_after_answers(income_survey_sent_on, occupation_survey_sent_on)


formal_notice_target_reached = derived(
    today_within(formal_notice_target, formal_notice_target + days(1)),
    of=LandlordYear,
    title=text(
        fr="Jour visé de la mise en demeure, ou son lendemain dès qu’il est passé",
        en="Intended day of the formal notice, or the next day once it is past",
    ),
    confidence=Confidence.PROPOSAL,
    source=INCOME_SURVEY,
)


@calculation(
    of=LandlordYear,
    title=text(fr="Repère d’envoi de la mise en demeure", en="Date to send the formal notice"),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Le jour visé ; une fois passé, le 16 décembre, dernier envoi dont les quinze jours finissent avant le supplément du 1er "
        "janvier. Ils sont comptés de l’envoi ; s’ils courent de la réception, envoyer plus tôt. Si l’enquête est partie trop tard pour "
        "cela, le jour où la mise en demeure devient possible.",
        en="The intended day; once it is past, 16 December, the last sending whose fifteen days end before the supplement of 1 January. "
        "They are counted from the sending; where they run from the receipt, send it sooner. Where the survey went out too late for that, "
        "the day on which the notice becomes possible.",
    ),
)
def formal_notice_mark(
    year_start: date,
    formal_notice_target: date,
    formal_notice_target_reached: date,
    income_survey_sent_on: date | None,
    occupation_survey_sent_on: date | None,
) -> date:
    """Return the intended day; once it is past, the last from which the fifteen days end before 1 January; or the first possible one."""
    is_past = formal_notice_target_reached > formal_notice_target
    mark = shift(shift(year_start, years(1)), -days(16)) if is_past else formal_notice_target
    return max(mark, _day_after_answers(income_survey_sent_on, occupation_survey_sent_on) or mark)


@calculation(
    of=LandlordYear,
    title=text(fr="Repère de clôture de l’enquête ressources (SLS)", en="Date to close the income survey (SLS)"),
    source=INCOME_SURVEY,
    confidence=Confidence.PROPOSAL,
    note=text(
        fr="Le lendemain des quinze jours de la mise en demeure, envoyée ou à son repère ; pas avant la fin visée.",
        en="The day after the fifteen days of the formal notice, as sent or on its date; not before the intended end.",
    ),
)
def income_survey_closing(income_survey_end: date, formal_notice_mark: date, formal_notices_sent_on: date | None) -> date:
    """Return the day after the fifteen days of the notice, not before the intended end."""
    return max(income_survey_end, shift(formal_notices_sent_on or formal_notice_mark, days(16)))


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

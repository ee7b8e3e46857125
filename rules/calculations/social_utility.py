"""The indicators of a landlord's social utility agreement (CUS): CCH R445-5."""

from datetime import date, timedelta
from decimal import Decimal

from domain.calendar import days, years
from domain.conditions import named, reached, total
from domain.landlords import Landlord, LandlordYear
from domain.text import text
from rules.calculations.landlord_years import year_start
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.landlords import SOCIAL_UTILITY_AGREEMENT, SOCIAL_UTILITY_BASIS
from rules.sources.policy import SOCIAL_UTILITY_INDICATORS

TITLE = text(fr="Convention d’utilité sociale (CUS)", en="Social utility agreement (CUS)")

previous_agreement_end = derived(
    Landlord.social_utility_agreement_ends_on - years(6),
    of=Landlord,
    title=text(fr="Fin de la convention d’utilité sociale précédente", en="End of the previous social utility agreement"),
    confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
    note=text(
        fr="La convention en cours dure six ans. Si elle est la première, c’est la veille de son début.",
        en="The agreement under way runs for six years. Where it is the first, this is the day before it began.",
    ),
)


@calculation(
    of=Landlord,
    title=text(
        fr="Première année de la convention en cours, d’après sa fin",
        en="First year of the agreement under way, from the day on which it ends",
    ),
    unit="calendar year",
    confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
    gives=Landlord.agreement_first_year,
)
def first_year(previous_agreement_end: date) -> int:
    """Return the calendar year in which the six years began."""
    return (previous_agreement_end + timedelta(days=1)).year


next_agreement_start = derived(
    Landlord.social_utility_agreement_ends_on + days(1),
    of=Landlord,
    title=text(fr="Début de la prochaine convention", en="Start of the next agreement"),
    confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_AGREEMENT,
)

# The next agreement rests on a strategy of less than three years on the day it begins.
oldest_asset_strategy = derived(
    next_agreement_start - years(3),
    of=Landlord,
    title=text(fr="Trois ans avant la prochaine convention", en="Three years before the next agreement"),
    confidence=Confidence.DERIVED,
    source=SOCIAL_UTILITY_BASIS,
)

last_agreement_year_start = derived(
    next_agreement_start - years(1),
    of=Landlord,
    title=text(
        fr="Premier jour de la dernière année de la convention en cours", en="First day of the last year of the agreement under way"
    ),
    source=SOCIAL_UTILITY_AGREEMENT,
)


@calculation(
    of=Landlord,
    title=text(fr="Dernière année civile que comptent les indicateurs", en="Last calendar year that the indicators count"),
    unit="calendar year",
    source=SOCIAL_UTILITY_INDICATORS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="La sixième à partir de celle où la convention commence. Si elle commence en cours d’année, elle en touche une septième, que "
        "l’outil ne compte pas : les indicateurs sont sur six ans.",
        en="The sixth from the one in which the agreement begins. Where it begins during a year, it touches a seventh, which this tool "
        "does not count: the indicators are over six years.",
    ),
)
def last_counted_year(agreement_first_year: int) -> int:
    """Return the sixth calendar year of the agreement."""
    return agreement_first_year + 5


@calculation(
    of=LandlordYear,
    title=text(
        fr="Rang de l’année civile, la première de la convention comptant pour 1",
        en="Place of the calendar year, the first of the agreement being 1",
    ),
    source=SOCIAL_UTILITY_INDICATORS,
    note=text(fr="Les indicateurs comptent les années de rang 1 à 3, ou 1 à 6.", en="The indicators count years 1 to 3, or 1 to 6."),
)
def agreement_year(year: int, agreement_first_year: int) -> int | None:
    """Count the six years of the agreement, from 1; none before and after them."""
    return place if 1 <= (place := year - agreement_first_year + 1) <= 6 else None


is_in_first_three_years = named(
    text(fr="dans les trois premières années de la convention", en="in the first three years of the agreement"),
    agreement_year <= 3,
)

is_in_six_years = named(
    text(fr="dans les six années de la convention", en="in the six years of the agreement"),
    agreement_year <= 6,
)

plai_approved_in_three_years = derived(
    total(Landlord.years, LandlordYear.plai_approved, is_in_first_three_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLAI agréés à trois ans", en="CUS PP-1: PLAI dwellings approved in three years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

plai_approved_in_six_years = derived(
    total(Landlord.years, LandlordYear.plai_approved, is_in_six_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLAI agréés à six ans", en="CUS PP-1: PLAI dwellings approved in six years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

plus_approved_in_three_years = derived(
    total(Landlord.years, LandlordYear.plus_approved, is_in_first_three_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLUS agréés à trois ans", en="CUS PP-1: PLUS dwellings approved in three years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

plus_approved_in_six_years = derived(
    total(Landlord.years, LandlordYear.plus_approved, is_in_six_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLUS agréés à six ans", en="CUS PP-1: PLUS dwellings approved in six years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

pls_approved_in_three_years = derived(
    total(Landlord.years, LandlordYear.pls_approved, is_in_first_three_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLS agréés à trois ans", en="CUS PP-1: PLS dwellings approved in three years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)

pls_approved_in_six_years = derived(
    total(Landlord.years, LandlordYear.pls_approved, is_in_six_years),
    of=Landlord,
    title=text(fr="CUS PP-1 : logements PLS agréés à six ans", en="CUS PP-1: PLS dwellings approved in six years"),
    unit="dwelling",
    source=SOCIAL_UTILITY_INDICATORS,
)


has_begun = named(
    text(fr="année commencée", en="year that has begun"),
    reached(year_start),
    otherwise=text(fr="année qui n’a pas commencé", en="year that has not begun"),
)


@calculation(
    of=LandlordYear,
    when=has_begun,
    title=text(fr="CUS PP-3 : part des logements réhabilités dans l’année", en="CUS PP-3: share of dwellings renovated in the year"),
    unit="%",
    source=SOCIAL_UTILITY_INDICATORS,
)
def rehabilitated_share(dwellings_rehabilitated: int, dwellings_owned: int) -> Decimal | None:
    """Return the dwellings renovated as a share of those owned; none without any."""
    return Decimal(100 * dwellings_rehabilitated) / dwellings_owned if dwellings_owned else None

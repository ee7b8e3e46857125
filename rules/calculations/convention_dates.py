"""How long an APL convention runs, and until which day, as the State's own application checks it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from domain.calendar import shift
from domain.calendar import years as calendar_years
from domain.conditions import values
from domain.funding import FundingProduct, Lender, Loan
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.conventions import APL_CONVENTION, CONVENTION_EFFECT, LONGEST_LOAN, SITTING_TENANTS
from rules.sources.funding import AGREEMENT_BEFORE_PALULOS, PLS_LOAN
from rules.vocabulary.conventions import (
    has_convention_with_works,
    has_convention_without_works,
    has_one_funding_product,
    has_pls_convention,
    has_signed_convention,
    is_palulos_taken_for_granted,
    may_notify_new_rents,
)
from rules.vocabulary.operations import provides_dwellings
from rules.vocabulary.projects import renews_an_occupied_building_without_agreement

TITLE = text(fr="Durée de la convention APL", en="Duration of the APL agreement (convention APL)")


def _end(signed_on: date, duration: int, *, hostel: bool) -> date:
    """Return 30 June of the last year, a year later when signed after June; 31 December for a hostel or residence."""
    last_year = signed_on.year + duration
    return date(last_year, 12, 31) if hostel else date(last_year + (signed_on.month > 6), 6, 30)


@calculation(
    of=Operation,
    when=has_signed_convention,
    title=text(fr="Date de fin de la convention", en="End of the APL agreement"),
    source=APL_CONVENTION,
    note=text(
        fr="Le 30 juin de la dernière année, un an plus tard pour une convention signée après juin ; le 31 décembre pour un foyer. Comptée "
        "sur la durée indiquée : « Durée minimale de la convention » dit si un prêt de la Caisse des dépôts en demande une plus longue.",
        en="30 June of the last year, a year later where signed after June; 31 December for a residence with shared services (foyer). "
        "Counted on the duration that was given: “Minimum duration of the APL agreement” says whether a CDC loan calls for a longer one.",
    ),
)
def convention_end(convention_signed_on: date | None, convention_years: int, hostel: bool) -> date | None:
    """Return the last day of a signed convention."""
    return None if convention_signed_on is None else _end(convention_signed_on, convention_years, hostel=hostel)


@calculation(
    of=Operation,
    when=has_signed_convention,
    title=text(fr="Prise d’effet de la convention", en="Day from which the APL agreement has effect"),
    source=CONVENTION_EFFECT,
    note=text(
        fr="La signature pour un organisme HLM ou une SEM, la publication pour les autres bailleurs.",
        en="The signature for an HLM body or a semi-public company (SEM), the publication for other landlords.",
    ),
)
def agreement_effect(convention_signed_on: date | None, convention_published_on: date | None, hlm_or_sem_landlord: bool) -> date | None:
    """Return the day of the signature or, for a landlord that is neither, that of the publication."""
    return convention_signed_on if hlm_or_sem_landlord else convention_published_on


@calculation(
    of=Operation,
    when=may_notify_new_rents,
    title=text(
        fr="Jour dès lequel un nouveau loyer peut être notifié",
        en="Day from which a new rent may be notified",
    ),
    source=SITTING_TENANTS,
    confidence=Confidence.DERIVED,
    note=text(
        fr="Le plus tardif de la signature et de l’achèvement des travaux : quoi que retienne la convention, ce jour est passé.",
        en="The later of the signature and the completion of the works: whichever of the two the agreement chooses is past.",
    ),
)
def new_rent_day(convention_signed_on: date | None, completed_on: date | None) -> date | None:
    """Return the later of the two days; none until both have come."""
    return None if convention_signed_on is None or completed_on is None else max(convention_signed_on, completed_on)


@calculation(of=Loan, when=provides_dwellings, title=text(fr="Fin du prêt", en="End of the loan"), source=APL_CONVENTION)
def loan_end(granted_on: date, years: int) -> date:
    """Count the years from the day on which the loan is granted."""
    return shift(granted_on, calendar_years(years))


cdc_loan_ends = derived(
    values(Operation.loans, loan_end, (Loan.lender == Lender.CDC) & Loan.in_funding_plan),
    of=Operation,
    when=provides_dwellings,
    title=text(fr="Fins des prêts de la Caisse des dépôts", en="Ends of the CDC loans"),
    source=APL_CONVENTION,
)


@calculation(
    of=Operation,
    when=renews_an_occupied_building_without_agreement,
    title=text(
        fr="Jour qui tient lieu de mise en location dans un bâtiment occupé",
        en="Day that stands for the first letting of an occupied building",
    ),
    source=(AGREEMENT_BEFORE_PALULOS, APL_CONVENTION),
    confidence=Confidence.DERIVED,
    gives=Operation.first_letting,
    note=text(
        fr="Le démarrage prévu, que suit l’acompte de démarrage : la convention est conclue au plus tard quand le premier acompte est "
        "versé. Les locataires restent : après sa signature, un bail ou un nouveau loyer conforme leur est proposé ou notifié.",
        en="The planned start, which the instalment of the start follows: the agreement is concluded at the latest when the first "
        "instalment is paid. The tenants stay: once it is signed, a lease or a new rent that conforms to it is proposed or notified.",
    ),
)
def occupied_letting(works_start: date) -> date:
    """Return the planned start of the works: the tenants stay, and the agreement comes before the subsidy is paid."""
    return works_start


@calculation(
    of=Operation,
    when=has_one_funding_product,
    doubt=is_palulos_taken_for_granted,
    title=text(fr="Financement qui régit la convention", en="Funding product that governs the APL agreement"),
    source=APL_CONVENTION,
    gives=Operation.convention_product,
)
def only_funding_product(funding_products: frozenset[FundingProduct]) -> FundingProduct:
    """Return the one product that funds the operation, beside whatever loans and subsidies: its convention follows no other."""
    return next(iter(funding_products))


@calculation(
    of=Operation,
    when=has_pls_convention,
    title=text(fr="Durée minimale de la convention PLS", en="Minimum duration of the APL agreement of PLS dwellings"),
    unit="year",
    source=(APL_CONVENTION, PLS_LOAN),
    note=text(
        fr="Et au moins la durée initiale du prêt, hors la part qui finance le foncier (ancien R331-19).",
        en="And at least the initial duration of the loan, but for the part that funds the land (former R331-19).",
    ),
)
def pls_convention_minimum_duration(convention_minimum_durations: Mapping[str, Decimal]) -> int:
    """Return the whole years a PLS convention must run."""
    return int(convention_minimum_durations["PLS"])


@calculation(
    of=Operation,
    when=has_convention_with_works,
    title=text(fr="Durée minimale de la convention", en="Minimum duration of the APL agreement"),
    unit="year",
    source=(APL_CONVENTION, LONGEST_LOAN),
)
def convention_minimum_duration(
    convention_signed_on: date | None,
    hostel: bool,
    cdc_loan_ends: tuple[date, ...],
    convention_minimum_durations: Mapping[str, Decimal],
) -> int | None:
    """Return the whole years: nine, and until the longest CDC loan is repaid; none until it is signed, where loans count."""
    duration = int(convention_minimum_durations["ORDINARY"])
    if not cdc_loan_ends:
        return duration
    if convention_signed_on is None:
        return None
    while _end(convention_signed_on, duration, hostel=hostel) < max(cdc_loan_ends):
        duration += 1
    return duration


@calculation(
    of=Operation,
    when=has_convention_without_works,
    title=text(fr="Durée minimale de la convention, sans travaux", en="Minimum duration of the APL agreement, without works"),
    unit="year",
    source=APL_CONVENTION,
)
def minimum_duration_without_works(convention_minimum_durations: Mapping[str, Decimal]) -> int:
    """Return the whole years a convention must run, whatever loans there are."""
    return int(convention_minimum_durations["ORDINARY"])


@calculation(
    of=Operation,
    when=has_pls_convention,
    title=text(fr="Durée maximale de la convention PLS", en="Maximum duration of the APL agreement of PLS dwellings"),
    unit="year",
    source=APL_CONVENTION,
)
def convention_maximum_duration(pls_convention_maximum_duration: int) -> int:
    """Return the most years a PLS convention may run; for other products there is no such limit."""
    return pls_convention_maximum_duration

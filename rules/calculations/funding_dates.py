"""The last days that a favourable funding decision and a completion set."""

from datetime import date

from domain.calendar import months, shift, years
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.funding import PALULOS_DELAYS, WORKS_DELAYS
from rules.vocabulary.operations import is_new_supply, is_palulos_rehabilitation, is_rehabilitation
from rules.vocabulary.subsidies import may_extend_palulos_works

TITLE = text(fr="Dates de la décision de financement", en="Dates of the funding decision")

PALULOS_YEARS = text(
    fr="Cinq ans depuis la notification, deux avant le 15 juillet 2024 : pour une décision notifiée plus tôt, à faire confirmer.",
    en="Five years from the notification, two before 15 July 2024: have it confirmed for a decision notified before.",
)

works_start_limit = derived(
    Operation.funding_decided_on + months(18),
    of=Operation,
    when=is_new_supply,
    title=text(fr="Date limite de démarrage", en="Last day to start the works"),
    source=WORKS_DELAYS,
)

works_completion_limit = derived(
    Operation.funding_decided_on + years(4),
    of=Operation,
    when=is_new_supply,
    title=text(fr="Date limite d’achèvement", en="Last day to complete the works"),
    source=WORKS_DELAYS,
)

closure_request_limit = derived(
    Operation.completed_on + months(6),
    of=Operation,
    when=is_rehabilitation,
    title=text(fr="Date limite de la demande de clôture", en="Last day to request the closure"),
    source=PALULOS_DELAYS,
)


@calculation(
    of=Operation,
    when=is_palulos_rehabilitation,
    title=text(fr="Date limite d’achèvement PALULOS", en="Last day to complete PALULOS works"),
    source=PALULOS_DELAYS,
    note=PALULOS_YEARS,
)
def palulos_completion_limit(funding_notified_on: date | None, palulos_completion_years: int) -> date | None:
    """Count the years in force from the notification; none before it."""
    return None if funding_notified_on is None else shift(funding_notified_on, years(palulos_completion_years))


@calculation(
    of=Operation,
    when=may_extend_palulos_works,
    title=text(fr="Date limite d’achèvement PALULOS prorogée d’un an au plus", en="Last day to complete PALULOS works, extended by a year"),
    source=PALULOS_DELAYS,
)
def palulos_extended_completion_limit(palulos_completion_limit: date | None) -> date | None:
    """Add the one year that may be granted; none before the notification."""
    return None if palulos_completion_limit is None else shift(palulos_completion_limit, years(1))

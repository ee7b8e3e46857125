"""The last days that a favourable funding decision and a completion set."""

from domain.calendar import months, years
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import derived
from rules.sources.funding import PALULOS_DELAYS, WORKS_DELAYS
from rules.vocabulary.operations import is_new_supply, is_palulos_rehabilitation, is_rehabilitation

TITLE = text(fr="Dates de la décision de financement", en="Dates of the funding decision")

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

palulos_completion_limit = derived(
    Operation.funding_notified_on + years(2),
    of=Operation,
    when=is_palulos_rehabilitation,
    title=text(fr="Date limite d’achèvement PALULOS", en="Last day to complete PALULOS works"),
    source=PALULOS_DELAYS,
)

palulos_extended_completion_limit = derived(
    Operation.funding_notified_on + years(3),
    of=Operation,
    when=is_palulos_rehabilitation,
    title=text(fr="Date limite d’achèvement PALULOS prorogée d’un an au plus", en="Last day to complete PALULOS works, extended by a year"),
    source=PALULOS_DELAYS,
)

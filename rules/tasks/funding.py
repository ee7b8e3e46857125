"""State funding of an operation: asking for the decision, and the days it sets."""

from domain.calendar import months
from domain.conditions import happened
from domain.funding import FundingProduct
from domain.operations import Operation
from domain.text import text
from rules.calculations.funding_dates import closure_request_limit, works_completion_limit, works_start_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.funding import FUNDING_DECISION, FUNDING_FILE, PALULOS_DELAYS, PLS_LOAN, WORKS_DELAYS
from rules.vocabulary.operations import is_new_supply, is_state_funded_supply

# The decision comes before the works, and four months of silence mean refusal.
funding_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de décision favorable (PLUS, PLAI, PLS)", en="File the request for a favourable decision"),
    display=is_state_funded_supply,
    counts_to=Operation.works_start - months(4),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.funding_requested_on),
    delay_confidence=Confidence.DERIVED,
    source=(FUNDING_FILE, FUNDING_DECISION),
)

funding_decision = task(
    of=Operation,
    title=text(fr="Suivre la décision favorable", en="Follow up the favourable decision"),
    display=is_state_funded_supply & happened(Operation.funding_requested_on),
    counts_to=Operation.funding_requested_on + months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.funding_decided_on),
    source=FUNDING_DECISION,
    note=text(fr="Quatre mois de silence valent rejet.", en="Four months of silence mean refusal."),
)

start_after_decision = task(
    of=Operation,
    title=text(fr="Démarrer dans les 18 mois de la décision favorable", en="Start within 18 months of the favourable decision"),
    display=is_new_supply & happened(Operation.funding_decided_on),
    counts_to=works_start_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.works_started_on),
    source=WORKS_DELAYS,
)

completion_after_decision = task(
    of=Operation,
    title=text(fr="Achever dans les 4 ans de la décision favorable", en="Complete within 4 years of the favourable decision"),
    display=is_new_supply & happened(Operation.funding_decided_on),
    counts_to=works_completion_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.completed_on),
    source=WORKS_DELAYS,
)

pls_loan_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de prêt PLS", en="File the PLS loan request"),
    display=Operation.funding_products.includes(FundingProduct.PLS) & happened(Operation.funding_decided_on),
    counts_to=Operation.funding_decided_on + months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.pls_loan_requested_on),
    source=PLS_LOAN,
    note=text(fr="Passé ce délai, la décision favorable est caduque.", en="After that day the favourable decision lapses."),
)

closure_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de clôture", en="File the closure request"),
    display=happened(Operation.funding_decided_on) & happened(Operation.completed_on),
    counts_to=closure_request_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    source=PALULOS_DELAYS,
)

"""State funding of an operation: asking for the decision, and the days it sets."""

from domain.calendar import months
from domain.conditions import happened
from domain.funding import FundingProduct
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.calculations.funding_dates import palulos_completion_limit, works_completion_limit, works_start_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.funding import FUNDING_DECISION, FUNDING_FILE, PALULOS_DELAYS, PLS_LOAN, RENT_TO_OWN, WORKS_DELAYS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import (
    borrows_from_cdc,
    is_building_work,
    is_construction,
    is_new_supply,
    is_not_complete,
    is_palulos_rehabilitation,
    is_state_funded_supply,
)
from rules.vocabulary.subsidies import AID_GRANTOR

TITLE = text(fr="Financement de l’État", en="State funding")

# The permit is the seller's: nothing but the funding waits for the board.
off_plan_board_approval = task(
    of=Operation,
    title=text(fr="Faire approuver l’achat en VEFA par le conseil d’administration", en="Have the off-plan purchase approved by the board"),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=is_not_complete,
    counts_to=Operation.funding_request_planned - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.board_approved_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
)

# Local guides fix earlier days.
funding_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de décision favorable (PLUS, PLAI, PLS)", en="File the request for a favourable decision"),
    display=is_state_funded_supply,
    counts_to=Operation.works_start - months(5),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.funding_requested_on) | happened(Operation.funding_decided_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(FUNDING_FILE, FUNDING_DECISION),
    note=text(
        fr="La décision précède les travaux (de mémoire), et quatre mois de silence valent rejet.",
        en="The decision comes before the works (from memory), and four months of silence mean refusal.",
    ),
)

funding_decision = task(
    of=Operation,
    title=text(fr="Suivre la décision favorable", en="Follow up the favourable decision"),
    display=is_new_supply,
    open_while=happened(Operation.funding_requested_on),
    counts_to=Operation.funding_requested_on + months(4),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.funding_decided_on),
    source=FUNDING_DECISION,
    note=text(fr="Quatre mois de silence valent rejet.", en="Four months of silence mean refusal."),
)

# The board, the audit and the tenants come before it, by a month at least: its critical alert waits for them.
palulos_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de subvention PALULOS", en="File the PALULOS request"),
    display=is_palulos_rehabilitation,
    counts_to=Operation.works_start - months(5),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.funding_requested_on) | happened(Operation.funding_decided_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PALULOS_DELAYS,
    note=text(
        fr="Auprès de l’État ou de la collectivité à qui il délègue les aides à la pierre, dès l’accord du conseil d’administration si "
        "possible : ce repère laisse deux mois au moins à la décision. La PALULOS n’est plus guère attribuée aux organismes HLM de "
        "métropole (de mémoire) : se le faire confirmer avant d’y fonder le plan de financement.",
        en="With the State, or the local authority to which it delegates housing aid, as soon as the board has approved if possible: this "
        "mark leaves two months at least for the decision. PALULOS is hardly granted any more to HLM bodies of mainland France (from "
        "memory): have it confirmed before the funding plan rests on it.",
    ),
)

rent_to_own_agreement = task(
    of=Operation,
    title=text(fr="Demander l’agrément PSLA avant travaux", en="Ask for the rent-to-own agreement (PSLA) before the works"),
    display=is_construction & Operation.funding_products.includes(FundingProduct.PSLA),
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.psla_agreed_on),
    source=RENT_TO_OWN,
)

# No deadline: works sold off plan need not wait for it.
off_plan_rent_to_own_agreement = task(
    of=Operation,
    title=text(fr="Demander l’agrément PSLA (VEFA)", en="Ask for the rent-to-own agreement (PSLA, off-plan)"),
    display=(Operation.kind == OperationKind.OFF_PLAN_PURCHASE) & Operation.funding_products.includes(FundingProduct.PSLA),
    closed=happened(Operation.psla_agreed_on),
    source=RENT_TO_OWN,
    note=text(
        fr="L’agrément précède les travaux, sauf pour des logements vendus en l’état futur d’achèvement.",
        en="The agreement comes before the works, but for dwellings sold off plan.",
    ),
)

start_after_decision = task(
    of=Operation,
    title=text(fr="Démarrer dans les 18 mois de la décision favorable", en="Start within 18 months of the favourable decision"),
    display=is_new_supply & happened(Operation.funding_decided_on),
    counts_to=works_start_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.works_started_on),
    source=WORKS_DELAYS,
    note=text(
        fr="Passé ce délai, la décision peut être retirée : si le démarrage risque d’en approcher (diagnostic ou fouille archéologique, "
        f"recours), en parler avant avec qui l’a prise (usage) : {AID_GRANTOR.fr}.",
        en="After that day the decision may be withdrawn: where the start may come near it (archaeological survey or excavation, appeals), "
        f"talk before with whoever took it (practice): {AID_GRANTOR.en}.",
    ),
)

completion_after_decision = task(
    of=Operation,
    title=text(fr="Achever dans les 4 ans de la décision favorable", en="Complete within 4 years of the favourable decision"),
    display=is_new_supply & happened(Operation.funding_decided_on),
    counts_to=works_completion_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.completed_on),
    source=WORKS_DELAYS,
    note=text(
        fr="Et en justifier à qui a pris la décision : déclaration d’achèvement déposée (en VEFA, copie de celle du vendeur) ou, à défaut, "
        f"procès-verbal de réception. Ce délai peut être prorogé de deux ans, par le même : {AID_GRANTOR.fr}.",
        en="And prove it to whoever took the decision: completion declaration filed (off plan, a copy of the seller’s) or, failing that, "
        f"the acceptance record. It may be extended by two years, by the same: {AID_GRANTOR.en}.",
    ),
)

palulos_completion = task(
    of=Operation,
    title=text(fr="Achever les travaux PALULOS", en="Complete the PALULOS works"),
    display=is_palulos_rehabilitation & happened(Operation.funding_notified_on),
    counts_to=palulos_completion_limit,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.completed_on),
    source=PALULOS_DELAYS,
    note=text(
        fr="Cinq ans depuis la notification (deux avant le 15 juillet 2024), prorogés d’un an au plus.",
        en="Five years from the notification (two before 15 July 2024), extended by one year at most.",
    ),
)

pls_loan_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de prêt PLS", en="File the PLS loan request"),
    display=is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    open_while=happened(Operation.funding_decided_on),
    counts_to=Operation.funding_decided_on + months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.pls_loan_requested_on),
    source=PLS_LOAN,
    note=text(fr="Passé ce délai, la décision favorable est caduque.", en="After that day the favourable decision lapses."),
)

# Until when is the landlord's own plan for the loan.
works_without_loan = task(
    of=Operation,
    title=text(
        fr="Vérifier ce qui paie les travaux, démarrés sans prêt CDC signé",
        en="Check what pays for the works, begun without a signed CDC loan",
    ),
    display=is_building_work & ~happened(Operation.cdc_loan_signed_on) & borrows_from_cdc,
    open_while=happened(Operation.works_started_on) & is_not_complete,
    counts_to=Operation.works_started_on + months(1),
    alerts={Alert.MODERATE: months(1)},
    closed=happened(Operation.funds_before_loan_confirmed_on),
    asks_for=(Operation.funds_before_loan_confirmed_on,),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="L’usage est de signer le prêt avant le démarrage (de mémoire) ; aucun texte trouvé n’interdit l’inverse. Trésorerie, avance ou "
        "prêt relais jusqu’au premier versement, qui vient après la signature ; voir aussi l’acompte d’une subvention locale signée, et un "
        "prêt sans garantie (Action Logement), d’après leurs conventions : noter le jour où c’est assuré.",
        en="It is practice to sign the loan before the start (from memory); no text was found that forbids the reverse. Own cash, an "
        "advance or a bridging loan until the first payment, which comes after the signature; also an instalment of a local grant that is "
        "signed, and a loan without guarantee (Action Logement), by their agreements: note the day on which this is secured.",
    ),
)

"""Subsidies: local ones, those of the ANRU, instalments and closure of the State's."""

from decimal import Decimal

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.funding_dates import closure_request_limit
from rules.engine.declare import Alert, Confidence, task
from rules.engine.figures import figure
from rules.sources.funding import NEW_SUPPLY_INSTALMENTS, PALULOS_DELAYS
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import (
    builds_or_acquires,
    is_new_supply,
    is_not_complete,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_subsidised,
    provides_dwellings,
)
from rules.vocabulary.subsidies import is_subsidised_by_anru

TITLE = text(fr="Subventions", en="Subsidies")

local_subsidy_agreement = task(
    of=Operation,
    title=text(fr="Signer la convention de subvention locale", en="Sign the local subsidy agreement"),
    display=provides_dwellings & Operation.local_subsidy,
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.local_subsidy_signed_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
)

anru_decision = task(
    of=Operation,
    title=text(fr="Obtenir la décision attributive ANRU (DAS)", en="Obtain the ANRU decision"),
    display=is_subsidised_by_anru,
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.anru_decided_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

first_instalment = task(
    of=Operation,
    title=text(fr="Demander l’acompte de démarrage (20 %)", en="Ask for the first instalment (20%)"),
    display=is_palulos_rehabilitation,
    open_while=happened(Operation.works_started_on) & is_not_complete,
    counts_to=Operation.works_started_on + months(3),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.first_instalment_requested_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PALULOS_DELAYS,
)

# No deadline: an opportunity, once the first was asked for: before that, one request is for both.
# That it opens at half of the works is our own proposal.
intermediate_instalment = task(
    of=Operation,
    title=text(fr="Demander un acompte intermédiaire (80 % au plus)", en="Ask for an intermediate instalment (80% at most)"),
    display=is_palulos_rehabilitation,
    open_while=happened(Operation.works_started_on)
    & happened(Operation.first_instalment_requested_on)
    & is_not_complete
    & (Operation.works_progress >= figure("intermediate_instalment_progress", Decimal))
    & (Operation.instalments_paid < figure("instalments_ceiling", Decimal)),
    closed=happened(Operation.intermediate_instalment_requested_on),
    source=PALULOS_DELAYS,
)

# Neither day nor share: no text that fixes them was read.
supply_instalment = task(
    of=Operation,
    title=text(
        fr="Demander le premier acompte de la subvention PLUS ou PLAI", en="Ask for the first instalment of the PLUS or PLAI subsidy"
    ),
    display=builds_or_acquires & is_subsidised,
    open_while=happened(Operation.works_started_on) & is_not_complete,
    closed=happened(Operation.first_instalment_requested_on),
    confidence=Confidence.FROM_MEMORY,
    source=NEW_SUPPLY_INSTALMENTS,
    note=text(
        fr="La décision de subvention dit les acomptes, leurs parts et leurs dates : à y lire, ici aucun texte lu ne les fixe.",
        en="The subsidy decision says the instalments, their shares and days: look there, for no text that was read here fixes them.",
    ),
)

closure_request = task(
    of=Operation,
    title=text(fr="Déposer la demande de clôture (solde)", en="File the closure request (balance)"),
    display=is_rehabilitation & is_subsidised,
    open_while=happened(Operation.completed_on),
    counts_to=closure_request_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    source=PALULOS_DELAYS,
)

# The text of PLUS and PLAI was not found: the delay is that of PALULOS.
balance_request = task(
    of=Operation,
    title=text(fr="Demander le solde de la subvention PLUS ou PLAI", en="Ask for the balance of the PLUS or PLAI subsidy"),
    display=is_new_supply & is_subsidised,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NEW_SUPPLY_INSTALMENTS,
    note=text(
        fr="Six mois, comme pour la PALULOS (D323-9) : le délai propre au PLUS et au PLAI reste à retrouver.",
        en="Six months, as for PALULOS (D323-9): the time limit of PLUS and PLAI is still to be found.",
    ),
)

closure_formal_notice = task(
    of=Operation,
    title=text(fr="Répondre à la mise en demeure de clôture", en="Answer the formal notice of closure"),
    display=provides_dwellings & happened(Operation.closure_formal_notice_on),
    counts_to=Operation.closure_formal_notice_on + months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    source=PALULOS_DELAYS,
)

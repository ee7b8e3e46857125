"""Subsidies: local ones, those of the ANRU, instalments and closure of the State's."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.funding_dates import closure_request_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.funding import NEW_SUPPLY_INSTALMENTS, PALULOS_DELAYS, WORKS_DELAYS
from rules.vocabulary.operations import (
    builds_or_acquires,
    is_not_complete,
    is_palulos_rehabilitation,
    is_rehabilitation,
    is_state_funded_supply,
    is_subsidised,
    provides_dwellings,
)
from rules.vocabulary.subsidies import AID_GRANTOR, may_ask_an_intermediate_instalment, may_ask_the_next_instalment

TITLE = text(fr="Subventions", en="Subsidies")

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
intermediate_instalment = task(
    of=Operation,
    title=text(fr="Demander un acompte intermédiaire (80 % au plus)", en="Ask for an intermediate instalment (80% at most)"),
    display=is_palulos_rehabilitation,
    open_while=may_ask_an_intermediate_instalment,
    closed=happened(Operation.intermediate_instalment_requested_on),
    source=PALULOS_DELAYS,
)

# The text sets a ceiling and no day: a month after the start, the first bills are there.
supply_instalment = task(
    of=Operation,
    title=text(
        fr="Demander le premier acompte de la subvention PLUS ou PLAI", en="Ask for the first instalment of the PLUS or PLAI subsidy"
    ),
    display=builds_or_acquires & is_subsidised,
    open_while=happened(Operation.works_started_on) & is_not_complete,
    counts_to=Operation.works_started_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.first_instalment_requested_on),
    delay_confidence=Confidence.PROPOSAL,
    source=NEW_SUPPLY_INSTALMENTS,
    note=text(
        fr="Un ou des acomptes, au prorata des dépenses et dans la limite de 80 % de la subvention, sans avance. Pour des logements ou un "
        "immeuble acquis, un premier acompte peut être demandé dès l’acte de vente.",
        en="One instalment or several, in proportion to what was spent and up to 80% of the subsidy, none in advance. For dwellings or a "
        "building that is bought, a first one may be asked for once the deed is signed.",
    ),
)

# No deadline, as for PALULOS: an opportunity, once the first was asked for.
next_supply_instalment = task(
    of=Operation,
    title=text(
        fr="Demander l’acompte suivant de la subvention PLUS ou PLAI (80 % au plus)",
        en="Ask for the next instalment of the PLUS or PLAI subsidy (80% at most)",
    ),
    display=builds_or_acquires & is_subsidised,
    open_while=may_ask_the_next_instalment,
    closed=happened(Operation.intermediate_instalment_requested_on),
    source=NEW_SUPPLY_INSTALMENTS,
    note=text(
        fr="Au prorata des dépenses, à justifier ; des travaux plus avancés que les versements n’en sont qu’un indice. Convention APL non "
        "signée : la signer d’abord.",
        en="In proportion to the expenses, to be proved; works ahead of the payments are no more than a sign of them. Where the APL "
        "agreement is not signed, sign it first.",
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
    note=text(
        fr="Le solde s’arrête sur le coût définitif : indiquer « Coût des travaux hors taxes », « Honoraires hors taxes » et « TVA », "
        "demandés ici pour les seuls calculs.",
        en="The balance is settled on the final cost: state “Cost of the works, VAT excluded”, “Fees, VAT excluded” and “VAT”, asked for "
        "here only for the calculations.",
    ),
)

# The text counts from the declaration or the acceptance record: completion comes no later.
balance_request = task(
    of=Operation,
    title=text(fr="Déposer le dossier de clôture (PLUS, PLAI, PLS)", en="File the closure (PLUS, PLAI, PLS)"),
    display=is_state_funded_supply,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(24),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    delay_confidence=Confidence.DERIVED,
    source=WORKS_DELAYS,
    note=text(
        fr="24 mois au plus après le dépôt de la déclaration d’achèvement, ou le procès-verbal de réception ; comptés ici de l’achèvement. "
        f"L’opération est close au vu de ce dossier ({AID_GRANTOR.fr}) ; le solde d’une subvention PLUS ou PLAI l’attend.",
        en="Within 24 months of the filing of the completion declaration, or of the acceptance record; counted here from completion. The "
        f"operation is closed on this file ({AID_GRANTOR.en}); the balance of a PLUS or PLAI subsidy waits for it.",
    ),
)

closure_formal_notice = task(
    of=Operation,
    title=text(fr="Répondre à la mise en demeure de clôture", en="Answer the formal notice to close the file"),
    display=provides_dwellings & happened(Operation.closure_formal_notice_on),
    counts_to=Operation.closure_formal_notice_on + months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.closure_requested_on),
    source=PALULOS_DELAYS,
)

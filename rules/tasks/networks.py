"""Networks below and beside the site: declaration of the project (DT), declarations of intent (DICT)."""

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.sites import NETWORK_DECLARATIONS
from rules.vocabulary.operations import has_works_of_its_own, is_not_complete, works_are_ahead

TITLE = text(fr="Réseaux (DT et DICT)", en="Networks (DT and DICT)")

# The operators answer within nine days, fifteen where the declaration is not digital.
network_declaration = task(
    of=Operation,
    title=text(fr="Déposer la déclaration de projet de travaux (DT)", en="File the network project declaration (DT)"),
    display=has_works_of_its_own & Operation.works_near_networks,
    open_while=works_are_ahead,
    counts_to=Operation.tender_launch - days(15),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.network_declaration_filed_on),
    blocks=("tasks.works_contracts.tender_launch",),
    delay_confidence=Confidence.DERIVED,
    source=NETWORK_DECLARATIONS,
    note=text(
        fr="À renouveler si les marchés ne sont pas signés dans les trois mois, sauf clauses prévues pour cela au marché (R554-22) : à "
        "recompter si le démarrage, donc leur signature, est repoussé.",
        en="To be renewed where the contracts are not signed within three months, unless they have clauses for that (R554-22): to be "
        "counted again where the start, hence their signature, is put off.",
    ),
)

# A contract that was signed within three months needs none.
network_declaration_renewal = task(
    of=Operation,
    title=text(fr="Renouveler la DT (marché non signé sous 3 mois)", en="Renew the DT (contract not signed within 3 months)"),
    display=has_works_of_its_own,
    open_while=works_are_ahead
    & happened(Operation.network_declaration_filed_on)
    & (
        ~happened(Operation.works_contracts_signed_on)
        | later(Operation.works_contracts_signed_on, than=Operation.network_declaration_filed_on + months(3))
    ),
    counts_to=Operation.network_declaration_filed_on + months(3),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.network_declaration_renewed_on),
    source=NETWORK_DECLARATIONS,
)

# The operators answer within seven days, nine where the declaration is not digital.
intent_declarations = task(
    of=Operation,
    title=text(fr="S’assurer du dépôt des DICT", en="Make sure that the DICT are filed"),
    display=has_works_of_its_own & Operation.works_near_networks,
    open_while=is_not_complete & happened(Operation.works_contracts_signed_on),
    counts_to=Operation.works_start - days(9),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.intent_declarations_filed_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.DERIVED,
    source=NETWORK_DECLARATIONS,
)

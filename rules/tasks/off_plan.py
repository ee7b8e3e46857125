"""What the seller hands over to who buys off plan, beside the building."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import ENERGY_CERTIFICATE
from rules.vocabulary.operations import completion_is_announced

TITLE = text(fr="Remises du vendeur (VEFA)", en="Handed over by the seller (off-plan)")

# The seller is the client of the works: what is due by their acceptance is there when the dwellings are handed over.
energy_certificate_from_seller = task(
    of=Operation,
    title=text(
        fr="Recevoir du vendeur le DPE de la construction neuve", en="Receive the energy certificate of the new building from its seller"
    ),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=completion_is_announced,
    counts_to=Operation.contract_delivery,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.energy_certificate_received_on),
    delay_confidence=Confidence.DERIVED,
    source=ENERGY_CERTIFICATE,
    note=text(
        fr="Qui construit le remet au plus tard à la réception, donc avant la livraison ; il faut l’avoir dès l’offre de location.",
        en="Who builds gives it by the acceptance at the latest, so before delivery; have it as soon as dwellings are offered.",
    ),
)

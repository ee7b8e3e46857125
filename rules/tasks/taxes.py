"""What is declared to the tax office once an operation is complete."""

from domain.calendar import months, years
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import property_tax_declaration_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import PROPERTY_TAX_DECLARATION
from rules.sources.taxes import PROPERTY_TAX_EXEMPTION, REDUCED_VAT, REDUCED_VAT_ON_WORKS
from rules.vocabulary.operations import (
    changes_the_tax_base,
    completion_is_announced,
    is_construction,
    is_rehabilitation,
    is_state_funded_supply,
)

TITLE = text(fr="Déclarations fiscales", en="Tax declarations")

property_tax_declaration = task(
    of=Operation,
    title=text(fr="Déposer la déclaration H1 ou H2", en="File the property tax declaration"),
    display=changes_the_tax_base,
    open_while=completion_is_announced,
    counts_to=property_tax_declaration_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.property_tax_declared_on),
    source=PROPERTY_TAX_DECLARATION,
    note=text(
        fr="En VEFA, sans jour d’achèvement au dossier, le délai court ici de l’avis du vendeur : l’échéance réelle peut être plus proche. "
        "Un dépôt tardif fait perdre l’exonération des années déjà passées.",
        en="Off plan, with no day of completion in the file, the time runs here from the seller’s notice: the real last day may be nearer. "
        "Filed late, it loses the exemption for the years already past.",
    ),
)

property_tax_exemption = task(
    of=Operation,
    title=text(fr="Demander l’exonération de taxe foncière", en="Ask for the property tax exemption"),
    display=is_state_funded_supply,
    open_while=completion_is_announced,
    counts_to=property_tax_declaration_limit,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.property_tax_exemption_requested_on),
    delay_confidence=Confidence.DERIVED,
    source=(PROPERTY_TAX_EXEMPTION, PROPERTY_TAX_DECLARATION),
)

self_supply = task(
    of=Operation,
    title=text(fr="Déclarer la livraison à soi-même (TVA)", en="Declare the self-supply for VAT (livraison à soi-même)"),
    display=(is_construction | is_rehabilitation) & Operation.reduced_vat,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + years(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.self_supply_declared_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=(REDUCED_VAT, REDUCED_VAT_ON_WORKS),
)

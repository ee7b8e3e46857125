"""What the end of the works sets running: guarantee of completion, property tax declaration."""

from domain.calendar import days, years
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import derived
from rules.sources.planning import ACCEPTANCE, PROPERTY_TAX_DECLARATION

completion_guarantee_end = derived(
    Operation.accepted_on + years(1),
    of=Operation,
    title=text(fr="Fin de la garantie de parfait achèvement", en="End of the one-year guarantee of completion"),
    source=ACCEPTANCE,
)

property_tax_declaration_limit = derived(
    Operation.completed_on + days(90),
    of=Operation,
    title=text(
        fr="Date limite de déclaration de l’achèvement à l’administration fiscale",
        en="Last day to declare the completion to the tax office",
    ),
    source=PROPERTY_TAX_DECLARATION,
)

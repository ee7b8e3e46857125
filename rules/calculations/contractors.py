"""Until when what the contractors of a building site prove is good."""

from datetime import date

from domain.calendar import days, months, shift
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import calculation, derived
from rules.sources.contractors import CONTRIBUTION_CERTIFICATES, SUBCONTRACTORS
from rules.vocabulary.building_sites import has_contracts_under_way
from rules.vocabulary.operations import has_works_of_its_own

TITLE = text(fr="Entreprises du chantier", en="Contractors of the site")


@calculation(
    of=Operation,
    when=has_contracts_under_way,
    title=text(
        fr="Jour limite des prochaines attestations de vigilance", en="Last day for the next contribution certificates of the contractors"
    ),
    source=CONTRIBUTION_CERTIFICATES,
    note=text(
        fr="La signature des marchés, puis six mois après les dernières reçues.",
        en="The signature of the contracts, then six months after the last that were received.",
    ),
)
def contribution_certificates_limit(
    contribution_certificates_received_on: date | None, works_contracts_signed_on: date | None
) -> date | None:
    """Return the day six months after the last certificates; while there are none, that of the contracts."""
    last = contribution_certificates_received_on
    return works_contracts_signed_on if last is None else shift(last, months(6))


subcontractor_answer_limit = derived(
    Operation.subcontractor_declared_on + days(21),
    of=Operation,
    when=has_works_of_its_own,
    title=text(
        fr="Jour limite pour répondre à la déclaration d’un sous-traitant", en="Last day to answer the declaration of a subcontractor"
    ),
    source=SUBCONTRACTORS,
)

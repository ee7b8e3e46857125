"""By which day the works contracts are to be signed: a contractor who removes asbestos has its plan to write first."""

from datetime import date

from domain.calendar import months, shift
from domain.conditions import truth
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation, derived
from rules.sources.asbestos import ASBESTOS_REMOVAL_PLAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.buildings import has_asbestos_to_plan_for
from rules.vocabulary.operations import has_works_of_its_own

TITLE = text(fr="Marchés de travaux", en="Works contracts")

asbestos_is_planned_for = derived(
    truth(has_asbestos_to_plan_for),
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Retrait d’amiante à prévoir (repéré, ou non exclu)", en="Asbestos removal to plan for (found, or not ruled out)"),
    source=ASBESTOS_REMOVAL_PLAN,
    confidence=Confidence.DERIVED,
)


@calculation(
    of=Operation,
    when=has_works_of_its_own,
    title=text(fr="Signature des marchés de travaux, faite ou à prévoir", en="Signature of the works contracts, past or to plan for"),
    confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="À prévoir un mois avant le démarrage ; deux tant que l’amiante n’est pas exclu : le plan de retrait s’écrit marché signé, et "
        "part trente jours avant le retrait (R4412-137).",
        en="To plan for a month before the start; two as long as asbestos is not ruled out: the removal plan is written once the contract "
        "is signed, and goes out thirty days before the removal (R4412-137).",
    ),
)
def contracts_mark(works_contracts_signed_on: date | None, works_start: date, asbestos_is_planned_for: bool) -> date:
    """Return the day on which they were signed, until then that a month before the works, or two."""
    return works_contracts_signed_on or shift(works_start, months(-2 if asbestos_is_planned_for else -1))

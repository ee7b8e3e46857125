"""What the seller's notice of completion contradicts."""

from datetime import date

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, calculation
from rules.headlines import Headline
from rules.sources.off_plan import OFF_PLAN_COMPLETION
from rules.vocabulary.off_plan import is_announced_before_its_planned_end

TITLE = text(fr="Achèvement d’une VEFA", en="Completion of an off-plan purchase")


@calculation(
    of=Operation,
    when=is_announced_before_its_planned_end,
    title=text(
        fr="Fin prévue des travaux, après l’avis d’achèvement du vendeur",
        en="Planned end of the works, after the seller’s notice of completion",
    ),
    headline=Headline.PLANNED_END.label,
    source=OFF_PLAN_COMPLETION,
    confidence=Confidence.DERIVED,
    note=text(
        fr="L’un des deux jours est à corriger. Achevé (R261-1), indiquer le jour d’achèvement et la fin réelle ; sinon l’avis est "
        "prématuré : ce qui doit précéder l’achèvement, comme la convention APL à la TVA réduite, peut encore être fait.",
        en="One of the two days is to be corrected. Complete (R261-1): give the day of completion and the real end; else the notice is "
        "premature: what must precede the completion, such as the APL agreement at the reduced VAT, can still be done.",
    ),
)
def planned_end_after_notice(works_end: date) -> date:
    """Return the planned end: the seller says that the building is complete before it."""
    return works_end

"""Rehousing the households of a building that comes down: CCH L442-6 II and the circular of 15 November 2001."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation, Rehousing
from domain.text import text
from rules.calculations.rehousing import occupation_right_end
from rules.engine.declare import Alert, Confidence, task
from rules.engine.figures import figure
from rules.sources.demolitions import DEMOLITION_CIRCULAR, REHOUSING_OFFERS
from rules.vocabulary.operations import is_demolition, is_occupied

rehousing_plan = task(
    of=Operation,
    title=text(fr="Établir le plan de relogement", en="Write the rehousing plan"),
    display=is_demolition & is_occupied,
    counts_to=Operation.works_start - months(12),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.rehousing_plan_approved_on),
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_CIRCULAR,
)

# A household loses its right to stay six months after the third offer: notified later, it may still be there.
rehousing_offers = task(
    of=Rehousing,
    title=text(fr="Notifier les trois offres de relogement", en="Notify the three rehousing offers"),
    display=is_demolition,
    counts_to=Operation.works_start - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=(Rehousing.offers_notified >= figure("rehousing_offers_due", int)) | happened(Rehousing.left_on),
    delay_confidence=Confidence.DERIVED,
    source=REHOUSING_OFFERS,
)

occupation_right_loss = task(
    of=Rehousing,
    title=text(fr="Constater la perte du droit au maintien dans les lieux", en="Record the loss of the right to stay"),
    display=is_demolition & happened(Rehousing.third_offer_on),
    counts_to=occupation_right_end,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Rehousing.left_on),
    source=REHOUSING_OFFERS,
)

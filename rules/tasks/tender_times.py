"""How long a call for tenders takes; longer where the contractor, its contract signed, has a plan of the asbestos removal to write."""

from domain.calendar import Period, days, months
from domain.conditions import happened, not_before, passed
from domain.expressions import Condition
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.asbestos import ASBESTOS_REMOVAL_PLAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.buildings import has_asbestos_to_plan_for
from rules.vocabulary.operations import has_works_of_its_own, works_are_ahead

TITLE = text(fr="Temps d’une consultation des entreprises", en="Time of a call for tenders")

# What makes a call for tenders long, told of all works.
TENDER_TIME = text(
    fr="Remise et analyse des offres, attribution, signature, préparation ; un mois d’août ou la fin d’année les allongent. Fixer "
    "d’abord le démarrage, puis la consultation : partie trop tôt, elle laisse offres et DT devenir caduques. Commander dès maintenant "
    "les repérages, s’il en est dû (démolition, travaux sur un bâtiment existant).",
    en="Bids and their analysis, award, signature, preparation; August and the end of the year make them longer. Settle the start "
    "first, then the call for tenders: if it goes out too early, bids and DT lapse. Order the surveys now, "
    "where any are due (demolition, works on an existing building).",
)


def starts_after_tender(time: Period) -> Condition:
    """Return that the works start more than *time* after the call for tenders, launched or, until then, planned for a day to come."""
    launched, launch = Operation.tender_launched_on, Operation.tender_launch
    in_time = happened(launched) & not_before(Operation.works_start, launched + time + days(1))
    return in_time | (~happened(launched) & ~passed(launch) & not_before(Operation.works_start, launch + time + days(1)))


# Bids, their analysis, the award, then a month to prepare: with Christmas or August in between, it is short.
tender_time = task(
    of=Operation,
    title=text(
        fr="Prévoir plus de trois mois entre la consultation des entreprises et le démarrage",
        en="Plan more than three months from the call for tenders to the start of the works",
    ),
    display=has_works_of_its_own & ~has_asbestos_to_plan_for & ~happened(Operation.tender_awarded_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=starts_after_tender(months(3)),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=TENDER_TIME,
)

# A month more than without asbestos: the plan goes out thirty days before the removal.
tender_time_with_asbestos = task(
    of=Operation,
    title=text(
        fr="Prévoir plus de quatre mois entre la consultation des entreprises et le démarrage (plan de retrait amiante)",
        en="Plan more than four months from the call for tenders to the start of the works (asbestos removal plan)",
    ),
    display=has_works_of_its_own & has_asbestos_to_plan_for & ~happened(Operation.tender_awarded_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=starts_after_tender(months(4)),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(NO_TEXT_FOUND, ASBESTOS_REMOVAL_PLAN),
    note=TENDER_TIME,
)

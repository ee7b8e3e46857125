"""When the prefect got a planning permission: from that day runs the time to refer it to the court."""

from domain.calendar import days
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import PREFECT_REFERRAL
from rules.vocabulary.operations import has_works_of_its_own, works_are_ahead

TITLE = text(fr="Envoi de l’autorisation au préfet", en="Planning permission sent to the prefect")

# Nothing waits for it but the end of that time: a month leaves the town hall the time to send it.
transmission_day = task(
    of=Operation,
    title=text(
        fr="Transmission de l’autorisation au préfet, par la mairie (jour à lui demander)",
        en="Planning permission sent to the prefect by the town hall (ask it for the day)",
    ),
    display=has_works_of_its_own,
    open_while=happened(Operation.permit_granted_on) & works_are_ahead,
    counts_to=Operation.permit_granted_on + days(30),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.permit_transmitted_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=PREFECT_REFERRAL,
    note=text(
        fr="Le préfet a deux mois depuis ce jour pour déférer l’autorisation : tant qu’il n’est pas connu, la fin du délai ne l’est pas.",
        en="From that day the prefect has two months to refer the permission to the court: until it is known, the end of that time is not.",
    ),
)

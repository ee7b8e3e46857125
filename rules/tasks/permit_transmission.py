"""When the prefect got a planning permission: signed, it waits for that day; and from it runs the time to refer it to the court."""

from domain.calendar import days
from domain.conditions import happened, named, not_before
from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.calculations.permit_dates import implicit_permit_decision, permit_decided_on
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import PERMIT_ENFORCEABLE, PERMIT_SENT, PREFECT_REFERRAL, TACIT_ENFORCEABLE
from rules.vocabulary.operations import has_works_of_its_own, works_are_ahead

TITLE = text(fr="Envoi de l’autorisation au préfet", en="Planning permission sent to the prefect")

# A tacit permit is recorded with the last day of the time to decide: what is of that day is taken for tacit.
is_enforceable_by_itself = named(
    text(
        fr="déclaration non opposée ou permis tacite, exécutoire sans envoi au préfet",
        en="declaration not opposed or tacit permit, enforceable without being sent to the prefect",
    ),
    has_works_of_its_own
    & ((Operation.permission == PlanningPermission.PRIOR_DECLARATION) | not_before(permit_decided_on, implicit_permit_decision)),
    otherwise=text(fr="permis signé avant la fin du délai d’instruction", en="permit signed before the time to decide ended"),
)

transmission_day = task(
    of=Operation,
    title=text(
        fr="Transmission du permis au préfet, par la mairie (jour à lui demander)",
        en="Permit sent to the prefect by the town hall (ask it for the day)",
    ),
    display=has_works_of_its_own & ~is_enforceable_by_itself,
    open_while=happened(Operation.permit_granted_on) & works_are_ahead,
    counts_to=Operation.permit_granted_on + days(15),
    alerts={Alert.MODERATE: days(10), Alert.CRITICAL: days(5)},
    closed=happened(Operation.permit_transmitted_on),
    blocks=("tasks.works_contracts.start_order",),
    confidence=Confidence.DERIVED,
    source=(PERMIT_ENFORCEABLE, PERMIT_SENT, PREFECT_REFERRAL),
    note=text(
        fr="Donné au nom de la commune ou d’un EPCI, le permis n’est exécutoire qu’une fois notifié et transmis (L424-7) ; la mairie a "
        "quinze jours depuis sa signature (L2131-1). Le préfet a deux mois depuis la transmission pour le déférer. Donné au nom de l’État, "
        "il ne l’attend pas : donner alors pour transmission le jour de sa signature.",
        en="Given in the name of the commune or of a group of communes, the permit is enforceable only once notified and sent (L424-7); "
        "the town hall has fifteen days from its signature (L2131-1). The prefect has two months, from when it is sent, to refer it to "
        "the court. Given in the name of the State, it does not wait for that: give then the day of its signature as that of the sending.",
    ),
)

# Nothing waits for it but the end of that time: a month leaves the town hall the time to send it.
tacit_transmission_day = task(
    of=Operation,
    title=text(
        fr="Transmission au préfet, par la mairie, du permis tacite ou de la déclaration (jour à lui demander)",
        en="Tacit permit or declaration sent to the prefect by the town hall (ask it for the day)",
    ),
    display=is_enforceable_by_itself,
    open_while=happened(Operation.permit_granted_on) & works_are_ahead,
    counts_to=Operation.permit_granted_on + days(30),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.permit_transmitted_on),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(TACIT_ENFORCEABLE, PREFECT_REFERRAL),
    note=text(
        fr="Le démarrage ne l’attend pas (L424-8). Le préfet a deux mois depuis ce jour pour déférer l’autorisation : tant qu’il n’est pas "
        "connu, la fin du délai ne l’est pas.",
        en="The start does not wait for it (L424-8). From that day the prefect has two months to refer the permission to the court: until "
        "it is known, the end of that time is not.",
    ),
)

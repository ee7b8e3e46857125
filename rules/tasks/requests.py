"""What the manager of a housing request owes its applicant: a certificate, and notice before it expires."""

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.requests import HousingRequest
from domain.text import text
from rules.engine.declare import Alert, task
from rules.sources.requests import REQUEST_VALIDITY

TITLE = text(fr="Demande de logement", en="Housing request")

registration_certificate = task(
    of=HousingRequest,
    title=text(fr="Délivrer l’attestation d’enregistrement", en="Deliver the registration certificate"),
    display=happened(HousingRequest.submitted_on),
    counts_to=HousingRequest.submitted_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(HousingRequest.certificate_sent_on),
    source=REQUEST_VALIDITY,
)

# A request is active until a dwelling is allocated; renewed or cancelled, it needs no notice. A notice of an earlier year does not count.
renewal_reminder = task(
    of=HousingRequest,
    title=text(
        fr="Notifier au demandeur la date d’expiration de sa demande, à renouveler",
        en="Notify the applicant of the day on which the request expires unless it is renewed",
    ),
    display=happened(HousingRequest.submitted_on) & ~happened(HousingRequest.allocated_on),
    counts_to=HousingRequest.expires_on - months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=later(HousingRequest.expiry_notified_on, than=HousingRequest.expires_on - months(12))
    | later(HousingRequest.renewed_on, than=HousingRequest.expires_on - months(1))
    | happened(HousingRequest.cancelled_on),
    source=REQUEST_VALIDITY,
    note=text(
        fr="Sans renouvellement à cette date, la demande est radiée ; renouvelée, elle garde son ancienneté.",
        en="Not renewed by that day, the request is struck off; renewed, it keeps its seniority.",
    ),
)

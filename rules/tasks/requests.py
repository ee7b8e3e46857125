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

# A request is active until a dwelling is allocated; renewed or cancelled, it needs no notice.
renewal_reminder = task(
    of=HousingRequest,
    title=text(fr="Relancer le demandeur avant l’expiration de la demande", en="Remind the applicant before the request expires"),
    display=happened(HousingRequest.submitted_on) & ~happened(HousingRequest.allocated_on),
    counts_to=HousingRequest.expires_on - months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=later(HousingRequest.renewed_on, than=HousingRequest.expires_on - months(1)) | happened(HousingRequest.cancelled_on),
    source=REQUEST_VALIDITY,
)

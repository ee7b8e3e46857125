"""A request for social housing: registered, renewed each year, satisfied or cancelled."""

from datetime import date

from domain.facts import Fact, fact, milestone
from domain.orders import too_early
from domain.subjects import Subject
from domain.text import text


class HousingRequest(Subject, title=text(fr="Demande de logement", en="Housing request")):
    """A request in the register of housing requests."""

    steps = (text(fr="La demande", en="The request"),)

    submitted_on: Fact[date | None] = milestone(fr="Dépôt de la demande", en="Request submitted", personal=True)
    certificate_sent_on: Fact[date | None] = milestone(
        fr="Envoi de l’attestation d’enregistrement", en="Registration certificate sent", personal=True
    )
    expires_on: Fact[date] = fact(
        fr="Expiration de la demande", en="Day on which the request expires", personal=True, minimum=date(2000, 1, 1)
    )
    expiry_notified_on: Fact[date | None] = milestone(
        fr="Dernière notification de l’expiration au demandeur", en="Applicant last notified of the expiry", personal=True
    )
    renewed_on: Fact[date | None] = milestone(fr="Dernier renouvellement", en="Last renewal", personal=True)
    allocated_on: Fact[date | None] = milestone(fr="Attribution d’un logement", en="Dwelling allocated", personal=True)
    cancelled_on: Fact[date | None] = milestone(fr="Radiation de la demande", en="Request cancelled", personal=True)

    contradictions = (
        too_early(
            certificate_sent_on,
            before=submitted_on,
            code="CERTIFICATE_BEFORE_SUBMISSION",
            fr="L’attestation est envoyée avant le dépôt de la demande",
            en="The certificate is sent before the request was submitted",
        ),
        too_early(
            expires_on,
            before=submitted_on,
            code="EXPIRES_BEFORE_SUBMISSION",
            fr="La demande expire avant d’avoir été déposée",
            en="The request expires before it was submitted",
        ),
        too_early(
            expiry_notified_on,
            before=submitted_on,
            code="EXPIRY_NOTIFIED_BEFORE_SUBMISSION",
            fr="L’expiration est notifiée avant le dépôt de la demande",
            en="The expiry is notified before the request was submitted",
        ),
        too_early(
            renewed_on,
            before=submitted_on,
            code="RENEWED_BEFORE_SUBMISSION",
            fr="La demande est renouvelée avant d’avoir été déposée",
            en="The request is renewed before it was submitted",
        ),
        too_early(
            allocated_on,
            before=submitted_on,
            code="ALLOCATED_BEFORE_SUBMISSION",
            fr="Un logement est attribué avant le dépôt de la demande",
            en="A dwelling is allocated before the request was submitted",
        ),
        too_early(
            cancelled_on,
            before=submitted_on,
            code="CANCELLED_BEFORE_SUBMISSION",
            fr="La demande est radiée avant d’avoir été déposée",
            en="The request is cancelled before it was submitted",
        ),
    )

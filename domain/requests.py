"""A request for social housing: registered, renewed each year, satisfied or cancelled."""

from datetime import date

from domain.conditions import later
from domain.facts import Fact, fact, milestone
from domain.subjects import Contradiction, Subject
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
        Contradiction(
            later(submitted_on, than=expires_on),
            code="EXPIRES_BEFORE_SUBMISSION",
            message=text(
                fr="La demande expire avant d’avoir été déposée : corriger l’une des deux dates.",
                en="The request expires before it was submitted: correct one of the two days.",
            ),
        ),
    )

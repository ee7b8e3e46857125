"""A tenancy in social housing: what is asked of its tenant while it runs."""

from datetime import date

from domain.facts import Fact, milestone
from domain.subjects import Subject
from domain.text import text


class Tenancy(Subject, title=text(fr="Location", en="Tenancy")):
    """A dwelling let to a tenant."""

    steps = (text(fr="La location", en="The tenancy"),)

    income_notice_sent_on: Fact[date | None] = milestone(
        fr="Mise en demeure de répondre à l’enquête ressources", en="Formal notice to answer the income survey", personal=True
    )
    income_survey_answered_on: Fact[date | None] = milestone(
        fr="Réponse à l’enquête ressources", en="Answer to the income survey", personal=True
    )
    maximum_supplement_applied_on: Fact[date | None] = milestone(
        fr="Application du supplément de loyer maximal provisoire", en="Maximum provisional rent supplement applied", personal=True
    )

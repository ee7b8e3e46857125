"""
Professional situation and what it pays: none of these is required to process a request, all may be requested.

Employed persons show their payslips, jobseekers the notice of their benefit.
"""

from domain.persons import Person, ProfessionalSituation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST
from rules.vocabulary.persons import is_adult, is_employed

employment_contract = document(
    of=Person,
    who=is_adult,
    title=text(fr="Contrat de travail", en="Employment contract"),
    when=is_employed,
    requirement=Requirement.ON_REQUEST,
    source=LIMITATIVE_LIST,
)

payslips = document(
    of=Person,
    who=is_adult,
    title=text(fr="Bulletins de salaire", en="Payslips"),
    when=is_employed,
    requirement=Requirement.ON_REQUEST,
    number=3,
    period=text(fr="les trois derniers mois", en="the last three months"),
    alternatives=(
        text(fr="Bulletins de salaire des trois derniers mois", en="Payslips of the last three months"),
        text(fr="Attestation de l’employeur", en="Certificate of the employer"),
    ),
    source=LIMITATIVE_LIST,
)

unemployment_benefit_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis de paiement de l’allocation chômage", en="Notice of payment of unemployment benefit"),
    when=Person.professional_situation == ProfessionalSituation.UNEMPLOYED,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

jobseeker_certificate = document(
    of=Person,
    who=is_adult,
    title=text(fr="Attestation d’inscription à France Travail", en="Certificate of registration as a jobseeker"),
    when=Person.professional_situation == ProfessionalSituation.UNEMPLOYED,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

student_card = document(
    of=Person,
    who=is_adult,
    title=text(fr="Carte d’étudiant", en="Student card"),
    when=Person.professional_situation == ProfessionalSituation.STUDENT,
    requirement=Requirement.ON_REQUEST,
    source=LIMITATIVE_LIST,
)

apprenticeship_contract = document(
    of=Person,
    who=is_adult,
    title=text(fr="Contrat d’apprentissage", en="Apprenticeship contract"),
    when=Person.professional_situation == ProfessionalSituation.APPRENTICE,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

accounts = document(
    of=Person,
    who=is_adult,
    title=text(fr="Dernier bilan ou attestation du comptable", en="Last balance sheet or certificate of the accountant"),
    when=Person.professional_situation == ProfessionalSituation.SELF_EMPLOYED,
    requirement=Requirement.ON_REQUEST,
    source=LIMITATIVE_LIST,
    note=text(
        fr="Tout document comptable habituellement remis à l’administration est accepté.",
        en="Any accounting document normally sent to the administration is accepted.",
    ),
)

retirement_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Titre ou notification de pension de retraite", en="Notice of retirement pension"),
    when=Person.professional_situation == ProfessionalSituation.RETIRED,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

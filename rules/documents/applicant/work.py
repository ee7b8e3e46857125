"""Professional situation: none of these documents is required to process a request, all may be requested."""

from domain.persons import IncomeKind, Person, ProfessionalSituation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import ANIL_LIST, BORDEAUX, LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import has_employer, is_adult, is_employed, is_self_employed

TITLE = text(fr="Situation professionnelle", en="Professional situation")

# The sheet of 2026 names the contract of an apprentice only, and of jobseekers that of who takes up work again.
SHOWS_SITUATION = text(
    fr="Déduit de la liste de 2013, qui admet un document attestant la situation professionnelle ; non nommé par la fiche F10007 de 2026.",
    en="Derived from the list of 2013, which admits a document that shows the professional situation; not named by page F10007 of 2026.",
)

employment_contract = document(
    of=Person,
    who=is_adult,
    title=text(fr="Contrat de travail", en="Employment contract"),
    when=is_employed,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST, BORDEAUX),
    note=text(
        fr="Nommé par la liste de 2013 ; la fiche F10007 de 2026 nomme, d’un salarié, les bulletins de salaire ou l’attestation de "
        "l’employeur. Ne le demander qu’après l’avoir trouvé sur la liste de 2020.",
        en="Named by the list of 2013; page F10007 of 2026 names, of an employee, the payslips or the certificate of the employer. Ask "
        "for it only once it was found on the list of 2020.",
    ),
)

employer_certificate = document(
    of=Person,
    who=is_adult,
    title=text(fr="Attestation de l’employeur", en="Certificate of the employer"),
    when=has_employer & ~Person.has_payslips,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(fr="À défaut des bulletins de salaire des trois derniers mois.", en="In place of the payslips of the last three months."),
)

apprenticeship_contract = document(
    of=Person,
    who=is_adult,
    title=text(fr="Contrat d’apprentissage", en="Apprenticeship contract"),
    when=Person.professional_situation == ProfessionalSituation.APPRENTICE,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

student_card = document(
    of=Person,
    who=is_adult,
    title=text(fr="Carte d’étudiant", en="Student card"),
    when=Person.professional_situation == ProfessionalSituation.STUDENT,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

accounts = document(
    of=Person,
    who=is_adult,
    title=text(fr="Dernier bilan ou attestation du comptable", en="Last balance sheet, or certificate of the accountant"),
    when=is_self_employed,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Tout document comptable habituellement transmis à l’administration est accepté.",
        en="Any accounting document normally sent to the administration is accepted.",
    ),
)

business_registration = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Extrait d’immatriculation (RNE, Sirene) de l’activité non salariée", en="Registration certificate of the business (RNE, Sirene)"
    ),
    when=is_self_employed,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_SITUATION,
)

# Who is paid the benefit of jobseekers shows it by the notice of payment; who is retired, the notices of what they live on.
jobseeker_certificate = document(
    of=Person,
    who=is_adult,
    title=text(fr="Attestation d’inscription à France Travail", en="Certificate of registration as a jobseeker"),
    when=(Person.professional_situation == ProfessionalSituation.UNEMPLOYED)
    & ~Person.income_kinds.includes(IncomeKind.UNEMPLOYMENT_BENEFIT),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_SITUATION,
)

"""What the household lives on today: salaries, pensions, benefits, alimony. All of it may be requested, none is required."""

from decimal import Decimal

from domain.households import Household, HouseholdIncomeKind
from domain.persons import IncomeKind, Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import is_adult, is_self_employed

TITLE = text(fr="Ressources actuelles", en="Present income")

ONE_CERTIFICATE = text(
    fr="Une seule attestation de paiement de la CAF ou de la MSA vaut pour toutes leurs prestations.",
    en="One certificate of payment of the CAF or MSA is enough for all that they pay.",
)

# The sheet names it beside the papers of the monthly income: it tells what the notice required cannot yet.
latest_tax_notice = document(
    of=Household,
    title=text(
        fr="Dernier avis d’imposition : revenus de l’année N-1, dès qu’il existe",
        en="Latest tax notice: on the income of last year, once there is one",
    ),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="De chaque personne majeure qui en a un, même imposée à l’étranger ou à charge en N-2 ; de qui n’a encore été imposé qu’à "
        "l’étranger en N-1, l’attestation fiscale étrangère de cette année. L’avis déjà remis suffit s’il est le dernier.",
        en="Of each adult who has one, even if taxed abroad or a dependant the year before last; of whoever was still taxed abroad alone "
        "last year, the foreign tax certificate of that year. A notice that was already handed in is enough if it is the latest.",
    ),
)

# Who is self-employed shows the accounts instead, which value what they are paid a month.
payslips = document(
    of=Person,
    who=is_adult,
    title=text(fr="Bulletins de salaire", en="Payslips"),
    when=Person.income_kinds.includes(IncomeKind.SALARY) & ~is_self_employed & Person.has_payslips,
    requirement=Requirement.ON_REQUEST,
    number=3,
    period=text(fr="les trois derniers mois", en="the last three months"),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="D’un salarié, l’attestation de l’employeur en tient lieu.",
        en="Of an employee, the certificate of the employer is enough in their place.",
    ),
)

unemployment_benefit_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis de paiement de l’allocation chômage (ARE, ASS)", en="Notice of payment of unemployment benefit"),
    when=Person.income_kinds.includes(IncomeKind.UNEMPLOYMENT_BENEFIT),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

pension_payment_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Notification de pension de retraite ou de réversion", en="Notification of a retirement or survivor's pension"),
    when=Person.income_kinds.includes(IncomeKind.PENSION),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

disability_pension_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Notification de pension d’invalidité", en="Notice of disability pension"),
    when=Person.income_kinds.includes(IncomeKind.DISABILITY_PENSION),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

daily_allowance_statement = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Bulletin de la sécurité sociale (indemnités journalières : maladie, maternité, accident du travail)",
        en="Social security statement of daily sickness, maternity or accident allowances",
    ),
    when=Person.income_kinds.includes(IncomeKind.DAILY_ALLOWANCES),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

disabled_adults_allowance_notice = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Attestation de la CAF ou de la MSA pour l’allocation aux adultes handicapés (AAH)",
        en="Certificate of the CAF or MSA for the disabled adults allowance (AAH)",
    ),
    when=Person.income_kinds.includes(IncomeKind.AAH),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

old_age_allowance_notice = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Notification de l’allocation de solidarité aux personnes âgées (ASPA)", en="Notice of the old-age solidarity allowance (ASPA)"
    ),
    when=Person.income_kinds.includes(IncomeKind.ASPA),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

scholarship_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis d’attribution de bourse", en="Notice of a scholarship"),
    when=Person.income_kinds.includes(IncomeKind.SCHOLARSHIP),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

family_benefits_certificate = document(
    of=Household,
    title=text(
        fr="Attestation de paiement des prestations familiales (CAF, MSA)", en="Certificate of payment of family benefits (CAF, MSA)"
    ),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.FAMILY_BENEFITS),
    requirement=Requirement.ON_REQUEST,
    covers=("documents.income.minimum_income_certificate", "documents.income.activity_bonus_certificate"),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=ONE_CERTIFICATE,
)

minimum_income_certificate = document(
    of=Household,
    title=text(fr="Attestation de versement du RSA", en="Certificate of payment of the minimum income (RSA)"),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.RSA),
    requirement=Requirement.ON_REQUEST,
    covers=("documents.income.activity_bonus_certificate",),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=ONE_CERTIFICATE,
)

activity_bonus_certificate = document(
    of=Household,
    title=text(fr="Attestation de prime d’activité", en="Certificate of the activity bonus"),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.ACTIVITY_BONUS),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=ONE_CERTIFICATE,
)

alimony_received = document(
    of=Household,
    title=text(
        fr="Extrait de jugement ou autre document montrant la pension alimentaire reçue",
        en="Extract of the judgment, or another document that shows the maintenance received",
    ),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.ALIMONY_RECEIVED),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

alimony_paid = document(
    of=Household,
    title=text(fr="Justificatif de la pension alimentaire versée", en="Proof of the maintenance paid"),
    when=Household.alimony_paid > Decimal(0),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

wealth_statement = document(
    of=Household,
    title=text(
        fr="Déclaration sur l’honneur du patrimoine, de chaque personne majeure",
        en="Sworn statement of what each adult of the household owns",
    ),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(fr="Pour estimer la future aide au logement.", en="To estimate the housing benefit to come."),
)

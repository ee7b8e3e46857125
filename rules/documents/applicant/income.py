"""What the household lives on today: salaries, pensions, benefits, alimony. All of it may be requested, none is required."""

from decimal import Decimal

from domain.households import Household, HouseholdIncomeKind
from domain.persons import IncomeKind, Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import ANIL_LIST, BORDEAUX, DOURDAN, LIMITATIVE_LIST
from rules.vocabulary.persons import is_adult, is_self_employed

TITLE = text(fr="Ressources actuelles", en="Present income")

SHOWS_INCOME = text(
    fr="Déduit de la liste de 2013, qui admet un document attestant les ressources mensuelles ; celle de 2022 reste à lire.",
    en="Derived from the list of 2013, which admits a document that shows the monthly income; that of 2022 is still to be read.",
)

ONE_CERTIFICATE = text(
    fr=f"Une seule attestation de paiement de la CAF ou de la MSA vaut pour toutes leurs prestations. {SHOWS_INCOME.fr}",
    en=f"One certificate of payment of the CAF or MSA is enough for all that they pay. {SHOWS_INCOME.en}",
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
    source=(LIMITATIVE_LIST, ANIL_LIST, BORDEAUX),
)

unemployment_benefit_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis de paiement de l’allocation chômage (ARE, ASS)", en="Notice of payment of unemployment benefit"),
    when=Person.income_kinds.includes(IncomeKind.UNEMPLOYMENT_BENEFIT),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

pension_payment_notice = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Notification ou relevé de versement de pension (retraite, réversion)",
        en="Notice of payment of a pension (retirement, survivor)",
    ),
    when=Person.income_kinds.includes(IncomeKind.PENSION),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

disability_pension_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Notification de pension d’invalidité", en="Notice of disability pension"),
    when=Person.income_kinds.includes(IncomeKind.DISABILITY_PENSION),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

daily_allowance_statement = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Relevé d’indemnités journalières (maladie, maternité, accident du travail)",
        en="Statement of daily sickness, maternity or accident allowances",
    ),
    when=Person.income_kinds.includes(IncomeKind.DAILY_ALLOWANCES),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

disabled_adults_allowance_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Notification de l’allocation aux adultes handicapés (AAH)", en="Notice of the disabled adults allowance (AAH)"),
    when=Person.income_kinds.includes(IncomeKind.AAH),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

old_age_allowance_notice = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Notification de l’allocation de solidarité aux personnes âgées (ASPA)", en="Notice of the old-age solidarity allowance (ASPA)"
    ),
    when=Person.income_kinds.includes(IncomeKind.ASPA),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

scholarship_notice = document(
    of=Person,
    who=is_adult,
    title=text(fr="Notification de bourse étudiante", en="Scholarship notice"),
    when=Person.income_kinds.includes(IncomeKind.SCHOLARSHIP),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

family_benefits_certificate = document(
    of=Household,
    title=text(
        fr="Attestation de paiement des prestations familiales (CAF, MSA)", en="Certificate of payment of family benefits (CAF, MSA)"
    ),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.FAMILY_BENEFITS),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST, DOURDAN),
    note=ONE_CERTIFICATE,
)

minimum_income_certificate = document(
    of=Household,
    title=text(fr="Attestation de versement du RSA", en="Certificate of payment of the minimum income (RSA)"),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.RSA),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=ONE_CERTIFICATE,
)

activity_bonus_certificate = document(
    of=Household,
    title=text(fr="Attestation de prime d’activité", en="Certificate of the activity bonus"),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.ACTIVITY_BONUS),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=ONE_CERTIFICATE,
)

alimony_received = document(
    of=Household,
    title=text(
        fr="Extrait de jugement ou preuve de versement de la pension alimentaire reçue",
        en="Extract of the judgment, or proof of the maintenance received",
    ),
    when=Household.household_income_kinds.includes(HouseholdIncomeKind.ALIMONY_RECEIVED),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=SHOWS_INCOME,
)

alimony_paid = document(
    of=Household,
    title=text(fr="Justificatif de la pension alimentaire versée", en="Proof of the maintenance paid"),
    when=Household.alimony_paid > Decimal(0),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

"""Income of the reference year: what shows the reference tax income held against the ceilings (CCH R441-23)."""

from decimal import Decimal

from domain.households import Household
from domain.persons import Person, TaxSituation
from domain.text import text
from rules.calculations.incomes import income_drop
from rules.engine.declare import Requirement, document
from rules.engine.figures import figure
from rules.sources.incomes import INCOME_DROP
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import is_adult

tax_notice_n2 = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis d’imposition sur les revenus de l’année N-2", en="Tax notice on the income of the year before last"),
    when=Person.tax_situation == TaxSituation.OWN_NOTICE,
    requirement=Requirement.TO_PROCESS,
    alternatives=(
        text(fr="Avis d’imposition ou de non-imposition", en="Notice of taxation or of non-taxation"),
        text(fr="Avis de situation déclarative", en="Notice of the declared situation"),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, INCOME_DROP),
)

parents_tax_notice_n2 = document(
    of=Person,
    who=is_adult,
    title=text(fr="Avis d’imposition N-2 des parents", en="The parents' tax notice of the year before last"),
    when=Person.tax_situation == TaxSituation.PARENTS_NOTICE,
    requirement=Requirement.TO_PROCESS,
    source=LIMITATIVE_LIST,
)

foreign_tax_certificate_n2 = document(
    of=Person,
    who=is_adult,
    title=text(
        fr="Attestation fiscale étrangère de l’année N-2, traduite et en euros",
        en="Foreign tax certificate of the year before last, translated and in euros",
    ),
    when=Person.tax_situation == TaxSituation.ABROAD,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

# One for the household: the drop is that of its income as a whole.
tax_notice_n1 = document(
    of=Household,
    title=text(
        fr="Avis d’imposition N-1 ou justificatifs des douze derniers mois",
        en="Tax notice of last year, or proof of the income of the last twelve months",
    ),
    when=income_drop >= figure("income_drop_threshold", Decimal),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, INCOME_DROP),
)

"""Income of the reference year: what shows the reference tax income held against the ceilings (arrêté of 29 July 1987)."""

from decimal import Decimal

from domain.conditions import any_of
from domain.households import Household, RecentIncomePeriod
from domain.persons import Person, ProtectionStatus, TaxSituation
from domain.text import text
from rules.calculations.incomes import income_drop
from rules.engine.declare import Confidence, Requirement, document
from rules.engine.figures import figure
from rules.sources.incomes import CARE_HOME_COSTS, COUNTED_INCOME
from rules.sources.requests import BORDEAUX, LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.households import is_couple, is_spouse_at_work, is_spouse_taken_for_on_joint_notice
from rules.vocabulary.persons import (
    has_notice_of_own,
    is_adult,
    is_from_third_country,
    is_on_anothers_notice,
    is_on_joint_notice,
    is_refugee_or_protected,
    is_taxed_abroad_without_protection,
)

TITLE = text(fr="Revenus de l’année de référence", en="Income of the reference year")

tax_notice_n2 = document(
    of=Person,
    who=has_notice_of_own,
    title=text(fr="Avis d’imposition sur les revenus de l’année N-2", en="Tax notice on the income of the year before last"),
    when=Person.tax_situation.one_of(TaxSituation.OWN_NOTICE, TaxSituation.FRANCE_AND_ABROAD),
    requirement=Requirement.TO_PROCESS,
    alternatives=(
        text(fr="Avis d’imposition ou de non-imposition", en="Tax notice (avis d’imposition ou de non-imposition)"),
        text(fr="Avis de situation déclarative", en="Notice of declared income (avis de situation déclarative)"),
    ),
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
)

# One notice for two: it is asked for once.
joint_tax_notice_n2 = document(
    of=Household,
    title=text(
        fr="Avis d’imposition commun du couple sur les revenus de l’année N-2", en="Joint tax notice of the couple, the year before last"
    ),
    when=any_of(Household.persons, is_on_joint_notice),
    requirement=Requirement.TO_PROCESS,
    alternatives=(
        text(fr="Avis commun d’imposition ou de non-imposition", en="Joint notice of taxation or of non-taxation"),
        text(fr="Avis commun de situation déclarative", en="Joint notice of the declared situation"),
    ),
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
    doubt=is_spouse_taken_for_on_joint_notice,
)

tax_notice_n1 = document(
    of=Person,
    who=has_notice_of_own,
    title=text(fr="Avis d’imposition sur les revenus de l’année N-1", en="Tax notice on the income of last year"),
    when=(income_drop >= figure("income_drop_threshold", Decimal))
    & (Household.recent_income_period == RecentIncomePeriod.LAST_YEAR)
    & ~is_on_anothers_notice,
    requirement=Requirement.TO_PROCESS,
    note=text(
        fr="Sans cet avis, les ressources de l’année N-2 sont retenues. Un avis commun vaut pour les deux conjoints.",
        en="Without this notice the income of the year before last counts. A joint notice is enough for both spouses.",
    ),
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
)

income_of_last_twelve_months = document(
    of=Person,
    who=is_adult,
    title=text(fr="Justificatifs des revenus des douze derniers mois", en="Proof of the income of the last twelve months"),
    when=(income_drop >= figure("income_drop_threshold", Decimal))
    & (Household.recent_income_period == RecentIncomePeriod.LAST_TWELVE_MONTHS),
    requirement=Requirement.TO_PROCESS,
    period=text(fr="les douze derniers mois", en="the last twelve months"),
    covers=("documents.income.payslips",),
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Par exemple bulletins de salaire, attestation du comptable, relevé d’indemnités journalières ; une attestation sur l’honneur "
        "n’est pas acceptée. Sans eux, ce sont les revenus de l’année N-2 qui sont retenus. Les produits accessibles que le résumé donne "
        "sans « à vérifier » sont les mêmes dans les deux cas.",
        en="For instance payslips, a certificate of the accountant, a statement of daily allowances; a sworn statement is not accepted. "
        "Without it the income of the year before last is taken into account. The loan categories that the summary gives without "
        "“to be verified” are the same either way.",
    ),
)

foreign_tax_certificate_n2 = document(
    of=Person,
    who=has_notice_of_own,
    title=text(
        fr="Attestation fiscale étrangère de l’année N-2, traduite et en euros",
        en="Foreign tax certificate of the year before last, translated and in euros",
    ),
    when=is_taxed_abroad_without_protection & Person.has_foreign_tax_document,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Si une partie des revenus a été imposée en France, choisir « Imposition en partie en France, en partie à l’étranger » : "
        "l’avis français est alors demandé aussi.",
        en="Where a part of the income was taxed in France, choose “Taxed in part in France, in part abroad”: the French notice is then "
        "asked for too.",
    ),
)

foreign_income_certificate = document(
    of=Person,
    who=has_notice_of_own,
    title=text(
        fr="Attestation d’une autre administration ou, à défaut, de l’employeur, faute d’avis fiscal étranger",
        en="Certificate of another authority or, failing that, of the employer, where there is no foreign tax document",
    ),
    when=is_taxed_abroad_without_protection & ~Person.has_foreign_tax_document,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, COUNTED_INCOME, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="L’arrêté de 1987 l’admet, traduite et en euros, de qui ne peut obtenir d’avis et le justifie.",
        en="The arrêté of 1987 admits it, translated and in euros, from whoever cannot get a notice and shows why.",
    ),
)

income_since_arrival = document(
    of=Person,
    who=has_notice_of_own,
    title=text(
        fr="Justificatifs des revenus perçus depuis l’entrée en France ou des douze derniers mois (réfugié, personne protégée)",
        en="Proof of income since the arrival in France, or over twelve months (refugee, protected person)",
    ),
    when=Person.tax_situation.one_of(TaxSituation.ABROAD, TaxSituation.PARENTS_NOTICE) & is_refugee_or_protected,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

parents_tax_notice_n2 = document(
    of=Person,
    who=has_notice_of_own,
    title=text(
        fr="Avis d’imposition sur les revenus de l’année N-2 des parents, qui ne vivront pas dans le logement",
        en="Tax notice on the income of the year before last of the parents, who will not live in the dwelling",
    ),
    when=Person.tax_situation == TaxSituation.PARENTS_NOTICE,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, COUNTED_INCOME, BORDEAUX),
    note=text(
        fr="Il montre le rattachement ; l’arrêté de 1987 ne compte que les ressources de la personne, non celles de ses parents.",
        en="It shows on whose notice the person stands; the arrêté of 1987 counts the person's own income only, not the parents'.",
    ),
)

# The deduction is sourced; what proves the costs is from memory. Of a spouse at work nobody asks.
care_home_costs = document(
    of=Household,
    title=text(
        fr="Justificatif des frais d’hébergement du conjoint en EHPAD", en="Proof of the costs of the spouse in a care home (EHPAD)"
    ),
    when=is_couple & ~any_of(Household.persons, is_spouse_at_work) & Household.spouse_in_care_home,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=(LIMITATIVE_LIST, CARE_HOME_COSTS),
)

protection_decision = document(
    of=Person,
    who=has_notice_of_own,
    title=text(
        fr="Décision de l’Ofpra ou de la CNDA (protection subsidiaire)", en="Decision of the Ofpra or the CNDA (subsidiary protection)"
    ),
    when=Person.tax_situation.one_of(TaxSituation.ABROAD, TaxSituation.PARENTS_NOTICE)
    & is_from_third_country
    & (Person.protection_status == ProtectionStatus.SUBSIDIARY_PROTECTION),
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Avec les justificatifs des revenus perçus depuis l’entrée en France, faute d’avis d’imposition.",
        en="With the proof of income since the arrival in France, where there is no tax notice.",
    ),
)

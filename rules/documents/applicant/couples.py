"""
The applicant's family situation: marriage, civil partnership, separation, divorce, widowhood.

By page F10007 of 2026 the landlord may ask for them. They are required of whoever wants only their own income to count where
the tax notice states the other's too.
"""

from domain.households import Household, MaritalStatus, Separation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import ABUSIVE_REQUESTS, ANIL_LIST, DIVORCE_RULING, LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.households import has_notices_apart, is_separating_before_judge, tax_notice_proves_divorce

TITLE = text(fr="Situation familiale", en="Family situation")

OWN_INCOME_ONLY = text(
    fr="Exigée si l’avis d’imposition porte aussi les revenus de l’autre et que seuls ceux du demandeur doivent compter.",
    en="Required where the tax notice states the other's income too and only the applicant's is to count.",
)

marriage_family_book = document(
    of=Household,
    title=text(
        fr="Livret de famille ou document équivalent démontrant le mariage", en="Family record book or equivalent proof of marriage"
    ),
    when=Household.marital_status == MaritalStatus.MARRIED,
    requirement=Requirement.ON_REQUEST,
    doubt=has_notices_apart,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Un livret remis pour des enfants suffit : ne pas le redemander. Si seuls leurs actes de naissance sont remis, une preuve du "
        "mariage peut être demandée à part. Un avis d’imposition commun, s’il est demandé, montre aussi le mariage.",
        en="A book handed in for children is enough: it is not to be asked for again. Where only their birth certificates are handed "
        "in, a proof of the marriage may be asked for by itself. A joint tax notice, where it is asked for, shows the marriage too.",
    ),
)

civil_partnership_certificate = document(
    of=Household,
    title=text(fr="Attestation d’enregistrement du PACS", en="Certificate of registration of the civil partnership (PACS)"),
    when=Household.marital_status == MaritalStatus.CIVIL_PARTNERSHIP,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    doubt=has_notices_apart,
)

cohabitation_statement = document(
    of=Household,
    title=text(fr="Déclaration de concubinage (mention dans le formulaire)", en="Statement of cohabitation (a line of the form)"),
    when=Household.marital_status == MaritalStatus.COHABITING,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
    note=text(
        fr="La mention portée dans le formulaire suffit : aucun certificat ne peut être exigé.",
        en="The statement in the form is enough: no certificate can be required.",
    ),
)

death_certificate = document(
    of=Household,
    title=text(
        fr="Certificat de décès ou livret de famille portant la mention du décès",
        en="Death certificate, or family record book with the mention of the death",
    ),
    when=(Household.marital_status == MaritalStatus.WIDOWED) & ~Household.tax_notice_own_income_only,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="Exigée parce que l’avis d’imposition porte aussi les revenus du défunt, qui ne doivent plus compter.",
        en="Required because the tax notice states the income of the deceased too, which is no longer to count.",
    ),
)

divorce_judgment = document(
    of=Household,
    title=text(fr="Jugement de divorce ou convention homologuée", en="Divorce judgment, or approved divorce agreement"),
    when=(Household.marital_status == MaritalStatus.DIVORCED) & ~Household.tax_notice_own_income_only,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, DIVORCE_RULING, ANIL_LIST),
    note=text(
        fr="Exigé parce que l’avis d’imposition porte aussi les revenus de l’ex-conjoint ; un extrait suffit.",
        en="Required because the tax notice states the income of the former spouse too; an extract is enough.",
    ),
)

# Where the notice shows the divorce as well, it is enough: the Conseil d'État says so.
divorce_judgment_on_request = document(
    of=Household,
    title=text(
        fr="Jugement de divorce ou convention homologuée, l’avis d’imposition ne montrant pas le divorce",
        en="Divorce judgment or approved agreement, where the tax notice does not show the divorce",
    ),
    when=(Household.marital_status == MaritalStatus.DIVORCED) & Household.tax_notice_own_income_only & ~tax_notice_proves_divorce,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, DIVORCE_RULING),
)

separate_residence_authorisation = document(
    of=Household,
    title=text(
        fr="Décision du juge aux affaires familiales, en cas d’urgence (résidence séparée)",
        en="Decision of the family judge in an urgent case (separate residence)",
    ),
    when=is_separating_before_judge,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=OWN_INCOME_ONLY,
)

# The non-conciliation order went with the divorce reform of 2021.
referral_to_judge = document(
    of=Household,
    title=text(fr="Copie de l’acte de saisine du juge aux affaires familiales", en="Copy of the referral to the family judge"),
    when=is_separating_before_judge,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, DIVORCE_RULING),
    note=OWN_INCOME_ONLY,
)

lawyer_letter = document(
    of=Household,
    title=text(
        fr="Lettre d’avocat attestant d’une procédure de divorce par consentement mutuel",
        en="Lawyer’s letter: divorce by mutual consent in progress",
    ),
    when=(Household.marital_status == MaritalStatus.SEPARATING) & (Household.separation == Separation.MUTUAL_CONSENT),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=OWN_INCOME_ONLY,
)

end_of_civil_partnership = document(
    of=Household,
    title=text(
        fr="Acte de naissance portant la rupture du PACS, ou récépissé de la déclaration de rupture",
        en="Birth certificate with the end of the civil partnership, or receipt of the declaration of its end",
    ),
    when=Household.marital_status == MaritalStatus.CIVIL_PARTNERSHIP_ENDED,
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Mention de la rupture sur l’acte de naissance", en="Its mention on the birth certificate"),
        text(
            fr="Récépissé d’enregistrement de la déclaration de rupture (état civil ou notaire)",
            en="Receipt of the declaration of its end (civil registry or notary)",
        ),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, ABUSIVE_REQUESTS),
    note=OWN_INCOME_ONLY,
)

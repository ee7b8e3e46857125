"""
The applicant's family situation: marriage, civil partnership, separation, divorce, widowhood.

Each list that was found names these documents: that of 2018 required them, that of 2013 had them requested. Which of the two that
of 2022 does was not read: until a jurist has read it they are derived and may be requested.
"""

from domain.households import Household, MaritalStatus, Separation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import (
    ABUSIVE_REQUESTS,
    ANIL_LIST,
    BORDEAUX,
    DIVORCE_RULING,
    LIMITATIVE_LIST,
    LIST_OF_2018,
    LIST_OF_2020,
)
from rules.vocabulary.households import is_separating_before_judge, tax_notice_proves_divorce

TITLE = text(fr="Situation familiale", en="Family situation")

REQUIRED_IN_2018 = text(
    fr="Pièce exigée par la liste de 2018, complémentaire dans celle de 2013 : lire celle de 2022 avant de refuser une demande sans elle.",
    en="Required by the list of 2018, optional in that of 2013: read that of 2022 before a request without it is refused.",
)
# CGI, art. 6, from memory.
UNION_AND_NOTICES = text(
    fr=f"{REQUIRED_IN_2018.fr} Avis d’imposition : un seul, commun, pour une union d’avant l’année N-2 ; un ou deux pour une union de "
    "cette année-là ; deux pour une union plus récente (CGI, art. 6, de mémoire).",
    en=f"{REQUIRED_IN_2018.en} Married or partners before the year before last, both have a joint notice; in that year, one or two; later, "
    "two (CGI, art. 6, from memory).",
)

marriage_family_book = document(
    of=Household,
    title=text(
        fr="Livret de famille ou document équivalent démontrant le mariage", en="Family record book or equivalent proof of marriage"
    ),
    when=Household.marital_status == MaritalStatus.MARRIED,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, LIST_OF_2018, ANIL_LIST, BORDEAUX),
    note=text(
        fr=f"Un livret déjà remis pour les enfants suffit : ne pas le redemander. {UNION_AND_NOTICES.fr}",
        en=f"A book already handed in for the children is enough: it is not to be asked for again. {UNION_AND_NOTICES.en}",
    ),
)

civil_partnership_certificate = document(
    of=Household,
    title=text(fr="Attestation d’enregistrement du PACS", en="Certificate of registration of the civil partnership (PACS)"),
    when=Household.marital_status == MaritalStatus.CIVIL_PARTNERSHIP,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST, BORDEAUX),
    note=UNION_AND_NOTICES,
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
    when=Household.marital_status == MaritalStatus.WIDOWED,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ANIL_LIST),
    note=REQUIRED_IN_2018,
)

divorce_judgment = document(
    of=Household,
    title=text(fr="Extrait du jugement de divorce ou convention de divorce", en="Extract of the divorce judgment, or divorce agreement"),
    when=(Household.marital_status == MaritalStatus.DIVORCED) & ~tax_notice_proves_divorce,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, DIVORCE_RULING, ANIL_LIST, BORDEAUX),
    note=text(
        fr=f"{REQUIRED_IN_2018.fr} Un avis d’imposition qui montre le divorce et les seuls revenus du demandeur suffit.",
        en=f"{REQUIRED_IN_2018.en} A tax notice that shows the divorce and the applicant's income only is enough.",
    ),
)

separate_residence_authorisation = document(
    of=Household,
    title=text(fr="Autorisation de résidence séparée", en="Court authorisation of separate residence"),
    when=is_separating_before_judge,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, BORDEAUX),
    note=REQUIRED_IN_2018,
)

# Since the divorce reform of 2021 the order is called “ordonnance sur mesures provisoires” (from memory).
referral_to_judge = document(
    of=Household,
    title=text(
        fr="Ordonnance de non-conciliation ou copie de la saisine du juge",
        en="Non-conciliation order, or copy of the referral to the judge",
    ),
    when=is_separating_before_judge,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, DIVORCE_RULING, LIST_OF_2020, BORDEAUX),
    note=text(
        fr="Elle peut être exigée de qui demande que les ressources de son conjoint ne comptent pas.",
        en="It may be required of whoever asks that the income of the spouse does not count.",
    ),
)

lawyer_letter = document(
    of=Household,
    title=text(
        fr="Lettre d’avocat attestant d’une procédure de divorce par consentement mutuel",
        en="Lawyer’s letter: divorce by mutual consent in progress",
    ),
    when=(Household.marital_status == MaritalStatus.SEPARATING) & (Household.separation == Separation.MUTUAL_CONSENT),
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, BORDEAUX),
    note=REQUIRED_IN_2018,
)

end_of_civil_partnership = document(
    of=Household,
    title=text(
        fr="Déclaration judiciaire de rupture ou mention de dissolution du PACS sur l’acte de naissance",
        en="Proof of the end of the civil partnership, by a court declaration or on the birth certificate",
    ),
    when=Household.marital_status == MaritalStatus.CIVIL_PARTNERSHIP_ENDED,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=(LIMITATIVE_LIST, ABUSIVE_REQUESTS, BORDEAUX),
    note=REQUIRED_IN_2018,
)

"""What must never be asked of an applicant: the list is limitative (CCH R441-2-4)."""

from domain.households import Household, MaritalStatus
from domain.persons import Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import (
    ABUSIVE_REQUESTS,
    DIVORCE_RULING,
    LIMITATIVE_LIST,
    LIST_PRESENTED,
    REQUEST_FORM,
    SERVICE_PUBLIC_REQUEST,
    VILLENEUVE_LE_ROI,
)
from rules.vocabulary.households import tax_notice_proves_divorce
from rules.vocabulary.persons import is_adult, is_applicant_or_co_applicant

TITLE = text(fr="Pièces à ne jamais demander", en="Never to be asked for")

NOT_ON_THE_LIST = text(
    fr="Hors de la liste d’après la fédération citée ; la fiche F10007 de 2026, qui parcourt la liste, ne la nomme pas non plus.",
    en="Not on the list, by the federation cited; page F10007 of 2026, which goes through the list, does not name it either.",
)

bank_statements = document(
    of=Person,
    who=is_adult,
    title=text(fr="Relevés bancaires", en="Bank statements"),
    requirement=Requirement.NEVER,
    confidence=Confidence.DERIVED,
    source=(REQUEST_FORM, ABUSIVE_REQUESTS, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr=f"{NOT_ON_THE_LIST.fr} Un relevé que le demandeur offre, comme preuve de paiement par exemple, n’est pas exigé : il peut être "
        "reçu.",
        en=f"{NOT_ON_THE_LIST.en} A statement that the applicant offers, as a proof of payment for instance, is not asked for: it may be "
        "taken.",
    ),
)

health_card = document(
    of=Person,
    title=text(fr="Copie de la carte Vitale", en="Copy of the health insurance card (carte Vitale)"),
    requirement=Requirement.NEVER,
    confidence=Confidence.DERIVED,
    source=(REQUEST_FORM, ABUSIVE_REQUESTS, SERVICE_PUBLIC_REQUEST, VILLENEUVE_LE_ROI),
    note=text(
        fr=f"Seul le numéro de sécurité sociale est saisi. {NOT_ON_THE_LIST.fr}",
        en=f"Only the social security number is entered. {NOT_ON_THE_LIST.en}",
    ),
)

criminal_record = document(
    of=Person,
    who=is_adult,
    title=text(fr="Extrait de casier judiciaire", en="Criminal record extract"),
    requirement=Requirement.NEVER,
    confidence=Confidence.DERIVED,
    source=(REQUEST_FORM, ABUSIVE_REQUESTS, SERVICE_PUBLIC_REQUEST),
    note=NOT_ON_THE_LIST,
)

loss_declaration = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(fr="Déclaration de perte ou de vol de la pièce d’identité", en="Declaration that the identity document is lost or stolen"),
    requirement=Requirement.NEVER,
    source=(LIMITATIVE_LIST, LIST_PRESENTED),
    note=text(
        fr="D’après la présentation citée de la liste, elle ne remplace pas la pièce d’identité.",
        en="By the presentation of the list that is cited, it does not replace the identity document.",
    ),
)

divorce_judgment_beside_notice = document(
    of=Household,
    title=text(
        fr="Jugement de divorce : inutile à ce dossier, l’avis d’imposition prouve le divorce",
        en="Divorce judgment: unnecessary in this file, the tax notice proves the divorce",
    ),
    when=(Household.marital_status == MaritalStatus.DIVORCED) & tax_notice_proves_divorce,
    requirement=Requirement.NEVER,
    source=DIVORCE_RULING,
    note=text(
        fr="L’avis d’imposition montre déjà le divorce et les seuls revenus du demandeur : il suffit. Le même jugement n’est demandé "
        "qu’en extrait, pour la pension alimentaire reçue ou, s’il figure sur la liste (à vérifier), pour la garde des enfants.",
        en="The tax notice already shows the divorce and the applicant's income only: it is enough. Of the same judgment only an extract "
        "is asked for: of maintenance received or, if it is on the list (to be verified), of the custody of the children.",
    ),
)

anything_else = document(
    of=Household,
    title=text(fr="Toute pièce absente de la liste nationale", en="Any document that is not on the national list"),
    requirement=Requirement.NEVER,
    source=(REQUEST_FORM, LIMITATIVE_LIST),
    note=text(
        fr="Cette liste n’est pas reproduite ici : s’y reporter avant de demander une pièce.",
        en="That list is not repeated here: look a document up in it before asking for it.",
    ),
)

"""What must never be asked of an applicant: the list is limitative (CCH R441-2-4)."""

from domain.households import Household
from domain.persons import Person
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.requests import ABUSIVE_REQUESTS, LIMITATIVE_LIST, LIST_OF_2020, REQUEST_FORM, VILLENEUVE_LE_ROI
from rules.vocabulary.persons import is_adult, is_applicant_or_co_applicant

TITLE = text(fr="Pièces à ne jamais demander", en="Never to be asked for")

bank_statements = document(
    of=Person,
    who=is_adult,
    title=text(fr="Relevés bancaires", en="Bank statements"),
    requirement=Requirement.NEVER,
    source=ABUSIVE_REQUESTS,
)

health_card = document(
    of=Person,
    title=text(fr="Copie de la carte Vitale", en="Copy of the health insurance card"),
    requirement=Requirement.NEVER,
    source=(ABUSIVE_REQUESTS, VILLENEUVE_LE_ROI),
    note=text(fr="Seul le numéro de sécurité sociale est saisi.", en="Only the social security number is entered."),
)

criminal_record = document(
    of=Person,
    who=is_adult,
    title=text(fr="Extrait de casier judiciaire", en="Criminal record extract"),
    requirement=Requirement.NEVER,
    source=ABUSIVE_REQUESTS,
)

loss_declaration = document(
    of=Person,
    who=is_applicant_or_co_applicant,
    title=text(fr="Déclaration de perte ou de vol de la pièce d’identité", en="Declaration that the identity document is lost or stolen"),
    requirement=Requirement.NEVER,
    source=(LIMITATIVE_LIST, LIST_OF_2020),
    note=text(fr="Elle ne remplace pas la pièce d’identité.", en="It does not replace the identity document."),
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

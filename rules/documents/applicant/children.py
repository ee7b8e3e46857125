"""Those who live with the applicant or will: children, unborn ones, dependent relatives, a family to be reunited."""

from domain.conditions import any_of
from domain.households import Household, RequestReason
from domain.persons import Filiation, Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import HOUSEHOLD_MEMBERS, LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import is_dependent_relative, is_in_alternating_custody, is_minor_child, is_visiting_child

TITLE = text(fr="Enfants et personnes à charge", en="Children and dependants")

ONE_JUDGMENT = text(
    fr="Un extrait suffit, le même pour tous les enfants nommés, et pour la pension alimentaire si elle y figure.",
    en="An extract is enough, the same for all the children named, and for the maintenance where it is in it.",
)

pregnancy_certificate = document(
    of=Household,
    title=text(fr="Certificat de grossesse", en="Pregnancy certificate"),
    when=Household.expecting_child,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST, HOUSEHOLD_MEMBERS),
    note=text(
        fr="De plus de douze semaines d’après la liste de 2013 (de mémoire), à vérifier sur celle de 2020. Il sert à la taille du "
        "logement : l’enfant à naître ne compte pas encore pour les plafonds de ressources, ni ici pour "
        "l’aide au logement. La valeur « Catégorie à la naissance » dit celle d’alors ; refaire à ce moment l’aide au logement et la "
        "réduction de loyer.",
        en="Of more than twelve weeks by the list of 2013 (from memory), to be verified on that of 2020. It is for the size of the "
        "dwelling: the unborn child does not count for the income ceilings yet, nor here for the "
        "housing benefit. The value “Category after the birth” tells that of then; housing benefit and rent reduction are to be "
        "calculated anew at that time.",
    ),
)

alternating_custody_document = document(
    of=Household,
    title=text(
        fr="Extrait du jugement ou de la convention qui fixe la garde alternée",
        en="Extract of the judgment or agreement that sets alternating custody",
    ),
    when=any_of(Household.persons, is_in_alternating_custody),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
    note=ONE_JUDGMENT,
)

# That these children count as persons of the household is sourced (L442-12); the document is from memory.
visiting_rights_judgment = document(
    of=Household,
    title=text(
        fr="Extrait du jugement fixant un droit de visite et d’hébergement",
        en="Extract of the judgment granting visiting and accommodation rights",
    ),
    when=any_of(Household.persons, is_visiting_child),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=(LIMITATIVE_LIST, HOUSEHOLD_MEMBERS),
    note=ONE_JUDGMENT,
)

adoption_or_foster_decision = document(
    of=Person,
    who=is_minor_child,
    title=text(fr="Décision d’adoption ou de placement de l’enfant", en="Adoption or foster-care decision"),
    when=Person.filiation.one_of(Filiation.ADOPTED, Filiation.FOSTER),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

# Who counts as dependent is in the tax code (art. 196, 196 A bis, 196 B); the document is from memory.
dependent_relative_proof = document(
    of=Household,
    title=text(
        fr="Justificatif de prise en charge d’un ascendant ou d’une personne invalide",
        en="Proof of the care of a dependent relative or disabled person",
    ),
    when=any_of(Household.persons, is_dependent_relative) | (Household.dependent_relatives > 0),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=(LIMITATIVE_LIST, HOUSEHOLD_MEMBERS),
)

family_reunification_application = document(
    of=Household,
    title=text(
        fr="Attestation de dépôt de la demande de regroupement familial", en="Certificate of the application for family reunification"
    ),
    when=Household.reasons.includes(RequestReason.FAMILY_REUNIFICATION),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

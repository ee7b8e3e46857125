"""The fixed words of the schema, as enumerations; their values are those of the engine, so that plain texts serialise."""

from enum import Enum

from api.schema.declare import enumeration, word


@enumeration
class Language(Enum):
    """The language of titles, labels and sentences (langue)."""

    FR = word("fr", "French (français).")
    EN = word("en", "English (anglais).")


@enumeration
class Outcome(Enum):
    """What came out of a rule on one part (résultat)."""

    APPLIED = word("applied", "The rule applied (s'applique).")
    NOT_APPLICABLE = word("not_applicable", "Its condition is not met (sans objet).")
    UNDETERMINED = word("undetermined", "Facts are missing that would decide it (indéterminé).")
    NOT_IN_FORCE = word("not_in_force", "The rule is not in force on the day of the law (pas en vigueur).")
    FAILED = word("failed", "The rule itself failed; it is recorded, never silent (en erreur).")


@enumeration
class Requirement(Enum):
    """When a document is asked for (exigence de la pièce)."""

    TO_REGISTER = word("TO_REGISTER", "Needed to register the request (pièce à l'enregistrement).")
    TO_PROCESS = word("TO_PROCESS", "Needed to process the file (pièce à l'instruction).")
    ON_REQUEST = word("ON_REQUEST", "Only when the caseworker asks (pièce complémentaire, sur demande).")
    NEVER = word("NEVER", "Must never be asked for (pièce qui ne peut être demandée).")


@enumeration
class Standing(Enum):
    """On which of the caseworker's lists a document stands: by its requirement, and by how sure its rule is (liste de pièces)."""

    TO_REGISTER = word("TO_REGISTER", "Asked for to register the request (exigée à l'enregistrement).")
    TO_PROCESS = word("TO_PROCESS", "Asked for to process the file (exigée à l'instruction).")
    ON_REQUEST = word(
        "ON_REQUEST",
        "May be requested; so may what some list requires, while that is not confirmed of the one in force (peut être demandée).",
    )
    UNVERIFIED = word(
        "UNVERIFIED", "Not to be asked for: no text was found that lists it, which is to be verified first (à vérifier avant de demander)."
    )
    NEVER = word("NEVER", "Must never be asked for (pièce qui ne peut être demandée).")


@enumeration
class TaskState(Enum):
    """Where a task stands (état de la tâche)."""

    TO_DO = word("TO_DO", "To be done, no alert yet (à faire).")
    MODERATE = word("MODERATE", "The moderate alert is on (alerte modérée).")
    CRITICAL = word("CRITICAL", "The critical alert is on (alerte critique).")
    MISSED = word("MISSED", "Its due day is over (échue).")
    CLOSED = word("CLOSED", "Done (close).")


@enumeration
class RuleKind(Enum):
    """What a rule is (nature de la règle)."""

    DOCUMENT = word("document", "Asks for a document, or forbids to (règle de pièce justificative).")
    CALCULATION = word("calculation", "Calculates a value (règle de calcul).")
    TASK = word("task", "Shows a task with its alerts (règle de tâche).")
    CONDITION = word("condition", "A named condition that rules share (condition partagée).")


@enumeration
class Truth(Enum):
    """What a tested condition came to (valeur de vérité)."""

    TRUE = word("TRUE", "It holds (vrai).")
    FALSE = word("FALSE", "It does not hold (faux).")
    UNKNOWN = word("UNKNOWN", "A fact it reads is unknown (inconnu).")
    NOT_REACHED = word("NOT_REACHED", "Something before it had already decided (non évalué).")
    MASKED = word("MASKED", "The roles of the caller do not allow to know (masqué).")


@enumeration
class Origin(Enum):
    """Where a value comes from (origine de la valeur)."""

    GIVEN = word("given", "A person gave it (déclaré).")
    PROVIDED = word("provided", "A registry gave it (fourni par un référentiel).")
    CALCULATED = word("calculated", "A rule calculated it (calculé).")
    FIGURE = word("figure", "A dated figure of the law (barème daté).")
    CONSTANT = word("constant", "It stands in the rule itself (constante de la règle).")
    DAY = word("day", "The day on which the question is asked (jour de référence).")


@enumeration
class FactType(Enum):
    """How to ask for a fact (type de saisie)."""

    TEXT = word("TEXT", "A text (texte).")
    INTEGER = word("INTEGER", "A whole number (nombre entier).")
    DECIMAL = word("DECIMAL", "An exact decimal number (nombre décimal).")
    DATE = word("DATE", "A day (date).")
    BOOLEAN = word("BOOLEAN", "Yes or no (oui ou non).")
    CHOICE = word("CHOICE", "One of the options (choix unique).")
    CHOICES = word("CHOICES", "Any of the options (choix multiple).")
    TABLE = word("TABLE", "Values by key, such as by year (tableau).")


@enumeration
class Confidence(Enum):
    """How sure we are that a rule says what the law says (confiance)."""

    SOURCED = word("SOURCED", "A text was found (texte trouvé).")
    DERIVED = word("DERIVED", "Derived from texts that were found (déduit de textes trouvés).")
    FROM_MEMORY = word("FROM_MEMORY", "From memory, to be verified (de mémoire, à vérifier).")
    PROPOSAL = word("PROPOSAL", "Proposed by this tool, no text was found (proposé par l’outil, aucun texte trouvé).")


@enumeration
class ReceiptState(Enum):
    """How far a document has come (état de réception de la pièce)."""

    AWAITED = word("AWAITED", "Nothing was received (attendue).")
    RECEIVED = word("RECEIVED", "It was received, and nobody has looked at it yet (reçue).")
    ACCEPTED = word("ACCEPTED", "It was looked at and accepted (acceptée).")
    REFUSED = word("REFUSED", "It was looked at and refused, with a reason (refusée).")


@enumeration
class FileState(Enum):
    """How far a file has come (état du fichier)."""

    AWAITING = word("AWAITING", "It was announced, its bytes are awaited (annoncé).")
    STORED = word("STORED", "Its bytes are there and are as announced (enregistré).")
    REMOVED = word("REMOVED", "It was removed, its bytes are gone (supprimé).")


@enumeration
class ItemActionKind(Enum):
    """What was done to an item (action)."""

    FILE_ANNOUNCED = word("FILE_ANNOUNCED", "A file was announced (fichier annoncé).")
    FILE_STORED = word("FILE_STORED", "Its bytes were found to be there: the document is received (fichier reçu).")
    FILE_REMOVED = word("FILE_REMOVED", "A file was removed (fichier supprimé).")
    DOCUMENT_RECEIVED = word("DOCUMENT_RECEIVED", "A document was said to be received (pièce reçue).")
    DOCUMENT_ACCEPTED = word("DOCUMENT_ACCEPTED", "A document was accepted (pièce acceptée).")
    DOCUMENT_REFUSED = word("DOCUMENT_REFUSED", "A document was refused (pièce refusée).")
    COMMENT_WRITTEN = word("COMMENT_WRITTEN", "A comment was written (commentaire écrit).")
    COMMENT_EDITED = word("COMMENT_EDITED", "A comment was edited (commentaire modifié).")
    COMMENT_DELETED = word("COMMENT_DELETED", "A comment was deleted (commentaire supprimé).")
    ASSIGNED = word("ASSIGNED", "It was assigned to somebody (attribution).")
    UNASSIGNED = word("UNASSIGNED", "It was assigned to nobody any more (fin d'attribution).")


@enumeration
class DifferenceKind(Enum):
    """What made a difference (nature de la cause)."""

    FIGURE = word("figure", "A dated figure (barème daté).")
    FACT = word("fact", "A fact (fait).")
    PART = word("part", "A part that is there or not (partie).")
    DAY = word("day", "The passing of time (passage du temps).")
    PERIOD = word("period", "A rule that came into force or went out of it (entrée ou sortie de vigueur).")
    RULE = word("rule", "The rule itself (texte de la règle).")


@enumeration
class CallerRole(Enum):
    """What somebody is to an organisation (rôle)."""

    APPLICANT = word("applicant", "Somebody whose own files these are (demandeur).")
    CASEWORKER = word("caseworker", "Somebody who works on files (instructeur).")
    AUDITOR = word("auditor", "Somebody who checks what was decided (auditeur).")
    ADMINISTRATOR = word("administrator", "Somebody who shares out the work (administrateur).")


@enumeration
class Permission(Enum):
    """Something that a caller may do with what is within reach (autorisation)."""

    RULES = word("rules", "Read the rules (lire les règles).")
    SIMULATE = word("simulate", "Try the rules on facts that are nobody's (simuler).")
    FILES = word("files", "Open files: titles and outcomes, tasks, history, lists, events (ouvrir les dossiers).")
    DECISIONS = word("decisions", "Read the record of decisions (lire les décisions).")
    PERSONAL = word("personal", "Read values of personal facts, and what people wrote or sent (lire les données personnelles).")
    SENSITIVE = word("sensitive", "Read values of sensitive facts, and what depends on them (lire les données sensibles).")
    CREATE = word("create", "Open new files, and name them (ouvrir et nommer un dossier).")
    CHANGE = word("change", "Give and change facts (modifier les faits).")
    OVERRIDE = word("override", "Say otherwise than a registry, with a reason (forcer une valeur).")
    SEND = word("send", "Send files for documents, comment on items (déposer, commenter).")
    WORK = word("work", "Review documents, assign items (examiner, attribuer).")


@enumeration
class ItemRefusal(Enum):
    """Why a change on an item cannot be made (motif de refus)."""

    ITEM_UNKNOWN = word("ITEM_UNKNOWN", "There is no such document or task here (élément inconnu).")
    FILE_NAME_REFUSED = word("FILE_NAME_REFUSED", "The name is empty, too long or cannot be printed (nom de fichier refusé).")
    FILE_TYPE_REFUSED = word("FILE_TYPE_REFUSED", "Files of this type are not taken (type de fichier refusé).")
    FILE_SIZE_REFUSED = word("FILE_SIZE_REFUSED", "The file is empty or too large (taille de fichier refusée).")
    TOO_MANY_FILES = word("TOO_MANY_FILES", "The document has as many files as it may have (trop de fichiers).")
    FILE_MISSING = word("FILE_MISSING", "Nothing was uploaded (fichier absent).")
    FILE_NOT_AS_ANNOUNCED = word("FILE_NOT_AS_ANNOUNCED", "Another size or type than announced (fichier non conforme à l'annonce).")
    REASON_REQUIRED = word("REASON_REQUIRED", "A refused document needs its reason (motif obligatoire).")
    STATE_REFUSED = word("STATE_REFUSED", "A document cannot be said to be in this state (état refusé).")
    TEXT_REFUSED = word("TEXT_REFUSED", "The text is empty or too long (texte refusé).")
    ASSIGNEE_REFUSED = word("ASSIGNEE_REFUSED", "It is no pseudonym (personne refusée).")
    NOT_YOURS = word("NOT_YOURS", "Somebody else wrote the comment (commentaire d'un autre).")

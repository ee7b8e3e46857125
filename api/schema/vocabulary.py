"""The fixed words of the schema, as enumerations; their values are those of the engine, so that plain texts serialise."""

from enum import Enum

import strawberry

from api.schema.declare import enumeration


@enumeration
class Language(Enum):
    """The language of titles, labels and sentences (langue)."""

    FR = strawberry.enum_value("fr", description="French (français).")
    EN = strawberry.enum_value("en", description="English (anglais).")


@enumeration
class Outcome(Enum):
    """What came out of a rule on one part (résultat)."""

    APPLIED = strawberry.enum_value("applied", description="The rule applied (s'applique).")
    NOT_APPLICABLE = strawberry.enum_value("not_applicable", description="Its condition is not met (sans objet).")
    UNDETERMINED = strawberry.enum_value("undetermined", description="Facts are missing that would decide it (indéterminé).")
    NOT_IN_FORCE = strawberry.enum_value("not_in_force", description="The rule is not in force on the day of the law (pas en vigueur).")
    FAILED = strawberry.enum_value("failed", description="The rule itself failed; it is recorded, never silent (en erreur).")


@enumeration
class Requirement(Enum):
    """When a document is asked for (exigence de la pièce)."""

    TO_REGISTER = strawberry.enum_value("TO_REGISTER", description="Needed to register the request (pièce à l'enregistrement).")
    TO_PROCESS = strawberry.enum_value("TO_PROCESS", description="Needed to process the file (pièce à l'instruction).")
    ON_REQUEST = strawberry.enum_value("ON_REQUEST", description="Only when the caseworker asks (pièce complémentaire, sur demande).")
    NEVER = strawberry.enum_value("NEVER", description="Must never be asked for (pièce qui ne peut être demandée).")


@enumeration
class TaskState(Enum):
    """Where a task stands (état de la tâche)."""

    TO_DO = strawberry.enum_value("TO_DO", description="To be done, no alert yet (à faire).")
    MODERATE = strawberry.enum_value("MODERATE", description="The moderate alert is on (alerte modérée).")
    CRITICAL = strawberry.enum_value("CRITICAL", description="The critical alert is on (alerte critique).")
    MISSED = strawberry.enum_value("MISSED", description="Its due day is over (échue).")
    CLOSED = strawberry.enum_value("CLOSED", description="Done (close).")


@enumeration
class RuleKind(Enum):
    """What a rule is (nature de la règle)."""

    DOCUMENT = strawberry.enum_value("document", description="Asks for a document, or forbids to (règle de pièce justificative).")
    CALCULATION = strawberry.enum_value("calculation", description="Calculates a value (règle de calcul).")
    TASK = strawberry.enum_value("task", description="Shows a task with its alerts (règle de tâche).")
    CONDITION = strawberry.enum_value("condition", description="A named condition that rules share (condition partagée).")


@enumeration
class Truth(Enum):
    """What a tested condition came to (valeur de vérité)."""

    TRUE = strawberry.enum_value("TRUE", description="It holds (vrai).")
    FALSE = strawberry.enum_value("FALSE", description="It does not hold (faux).")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="A fact it reads is unknown (inconnu).")
    NOT_REACHED = strawberry.enum_value("NOT_REACHED", description="Something before it had already decided (non évalué).")


@enumeration
class Origin(Enum):
    """Where a value comes from (origine de la valeur)."""

    GIVEN = strawberry.enum_value("given", description="A person gave it (déclaré).")
    PROVIDED = strawberry.enum_value("provided", description="A registry gave it (fourni par un référentiel).")
    CALCULATED = strawberry.enum_value("calculated", description="A rule calculated it (calculé).")
    FIGURE = strawberry.enum_value("figure", description="A dated figure of the law (barème daté).")
    CONSTANT = strawberry.enum_value("constant", description="It stands in the rule itself (constante de la règle).")
    DAY = strawberry.enum_value("day", description="The day on which the question is asked (jour de référence).")


@enumeration
class FactType(Enum):
    """How to ask for a fact (type de saisie)."""

    TEXT = strawberry.enum_value("TEXT", description="A text (texte).")
    INTEGER = strawberry.enum_value("INTEGER", description="A whole number (nombre entier).")
    DECIMAL = strawberry.enum_value("DECIMAL", description="An exact decimal number (nombre décimal).")
    DATE = strawberry.enum_value("DATE", description="A day (date).")
    BOOLEAN = strawberry.enum_value("BOOLEAN", description="Yes or no (oui ou non).")
    CHOICE = strawberry.enum_value("CHOICE", description="One of the options (choix unique).")
    CHOICES = strawberry.enum_value("CHOICES", description="Any of the options (choix multiple).")
    TABLE = strawberry.enum_value("TABLE", description="Values by key, such as by year (tableau).")


@enumeration
class Confidence(Enum):
    """How sure we are that a rule says what the law says (confiance)."""

    SOURCED = strawberry.enum_value("SOURCED", description="A text was found (texte trouvé).")
    DERIVED = strawberry.enum_value("DERIVED", description="Derived from texts that were found (déduit de textes trouvés).")
    FROM_MEMORY = strawberry.enum_value("FROM_MEMORY", description="From memory, to be verified (de mémoire, à vérifier).")
    PROPOSAL = strawberry.enum_value("PROPOSAL", description="Our own proposal (proposition de notre part).")

"""The phases of an operation that have begun. They overlap, so each is said by itself; a document is due once its phase has begun."""

from domain.conditions import named
from domain.operation_choices import OperationPhase
from domain.operations import Operation
from domain.text import text

TITLE = text(fr="Phases d’une opération", en="Phases of an operation")

in_feasibility = named(
    text(fr="phase de faisabilité engagée", en="feasibility has begun"),
    Operation.phases.includes(OperationPhase.FEASIBILITY),
)

in_funding = named(
    text(fr="phase de financement engagée", en="the funding phase has begun"),
    Operation.phases.includes(OperationPhase.FUNDING_DECISION),
)

in_permits = named(
    text(fr="phase des autorisations engagée", en="the permit phase has begun"),
    Operation.phases.includes(OperationPhase.PERMITS),
)

in_preparation = named(
    text(fr="préparation du chantier engagée", en="the preparation of the works has begun"),
    Operation.phases.includes(OperationPhase.BEFORE_WORKS),
)

in_works = named(
    text(fr="phase de travaux engagée", en="the works have begun"),
    Operation.phases.includes(OperationPhase.WORKS),
)

in_completion = named(
    text(fr="phase d’achèvement engagée", en="the completion phase has begun"),
    Operation.phases.includes(OperationPhase.COMPLETION),
)

in_letting = named(
    text(fr="conventionnement et mise en location engagés", en="the APL agreement and letting have begun"),
    Operation.phases.includes(OperationPhase.CONVENTION_AND_LETTING),
)

in_closure = named(
    text(fr="phase de clôture engagée", en="the closure phase has begun"),
    Operation.phases.includes(OperationPhase.CLOSURE),
)

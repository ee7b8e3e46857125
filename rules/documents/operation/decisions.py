"""What others decide on an operation, and its board: the papers that its file holds once they have decided."""

from domain.operation_choices import PlanningPermission
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.funding import FUNDING_DECISION, PALULOS_DELAYS
from rules.sources.planning import PERMIT_INSTRUCTION
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.operations import has_works_of_its_own, is_rehabilitation, is_state_funded_supply, is_subsidised, provides_dwellings
from rules.vocabulary.phases import in_feasibility, in_funding, in_permits

TITLE = text(fr="Décisions sur l’opération", en="Decisions on the operation")

# That of a demolition is in the file of its intent.
board_resolution = document(
    of=Operation,
    title=text(
        fr="Délibération du conseil d’administration qui approuve l’opération", en="Resolution of the board that approves the operation"
    ),
    when=in_feasibility & provides_dwellings,
    obtained=Operation.board_approved_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

favourable_decision = document(
    of=Operation,
    title=text(fr="Décision favorable de financement (agrément)", en="Favourable funding decision (agrément)"),
    when=in_funding & is_state_funded_supply,
    obtained=Operation.funding_decided_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=FUNDING_DECISION,
)

grant_decision = document(
    of=Operation,
    title=text(fr="Décision de subvention", en="Grant decision"),
    when=in_funding & is_rehabilitation & is_subsidised,
    obtained=Operation.funding_decided_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=PALULOS_DELAYS,
)

planning_permission = document(
    of=Operation,
    title=text(
        fr="Décision d’urbanisme (arrêté ou, si elle est tacite, certificat de la mairie)",
        en="Decision on the planning permission (order or, if tacit, certificate of the town hall)",
    ),
    when=in_permits
    & has_works_of_its_own
    & Operation.permission.one_of(
        PlanningPermission.BUILDING_PERMIT, PlanningPermission.DEMOLITION_PERMIT, PlanningPermission.PRIOR_DECLARATION
    ),
    obtained=Operation.permit_granted_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.DERIVED,
    source=PERMIT_INSTRUCTION,
    note=text(
        fr="Le certificat d’un accord tacite se demande (code de l’urbanisme, R424-13, de mémoire).",
        en="The certificate of a tacit decision is to be asked for (town planning code, R424-13, from memory).",
    ),
)

"""Safety and health on the building site: declaration, plans, board, file for later works (code du travail, R4532-1 ff.)."""

from domain.calendar import days, months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.schedule import safety_declaration_limit
from rules.engine.declare import Alert, Confidence, task
from rules.sources.site_safety import (
    COMPANY_SAFETY_PLANS,
    COORDINATION_PLAN,
    LATER_WORKS_FILE,
    SAFETY_DECLARATION,
    SITE_BOARD,
    WORKS_SAFETY_COORDINATOR,
)
from rules.vocabulary.building_sites import has_several_companies, needs_coordination_plan, needs_site_board, needs_site_declaration
from rules.vocabulary.operations import (
    has_works_of_its_own,
    is_building_work,
    is_construction,
    is_demolition,
    is_not_complete,
    is_rehabilitation,
)

TITLE = text(fr="Sécurité et santé sur le chantier", en="Safety and health on the building site")

safety_declaration = task(
    of=Operation,
    title=text(
        fr="Envoyer la déclaration préalable SPS",
        en="Send the prior notice of the works to the safety authorities (déclaration préalable SPS)",
    ),
    display=has_works_of_its_own & needs_site_declaration,
    open_while=is_not_complete,
    counts_to=safety_declaration_limit,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.safety_declaration_sent_on),
    blocks=("tasks.works_contracts.start_order",),
    source=SAFETY_DECLARATION,
)

works_coordinator = task(
    of=Operation,
    title=text(fr="Désigner le coordonnateur SPS (phase travaux)", en="Appoint the safety coordinator (works phase)"),
    display=has_works_of_its_own & has_several_companies,
    open_while=is_not_complete,
    counts_to=Operation.tender_launch - days(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.works_coordinator_appointed_on),
    blocks=("tasks.works_contracts.tender_launch",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.DERIVED,
    source=WORKS_SAFETY_COORDINATOR,
    note=text(
        fr="La veille de la consultation au plus tard. Celui de la conception peut l’être des deux phases, si son contrat le dit : "
        "renseigner alors le jour de sa désignation.",
        en="The day before the call for tenders at the latest. That of the design may be that of both phases, where its contract says so: "
        "then give the day on which it was appointed.",
    ),
)

# It is one of the tender documents (L4532-8).
coordination_plan = task(
    of=Operation,
    title=text(fr="Établir le plan général de coordination (PGC)", en="Establish the general coordination plan"),
    display=has_works_of_its_own & needs_coordination_plan,
    open_while=is_not_complete,
    counts_to=Operation.tender_launch,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.coordination_plan_issued_on),
    blocks=("tasks.works_contracts.tender_launch",),
    source=COORDINATION_PLAN,
    note=text(
        fr="Simplifié là où seuls des travaux à risques particuliers l’exigent (R4532-52, de mémoire).",
        en="A simplified one where works with special risks alone call for it (R4532-52, from memory).",
    ),
)

company_safety_plans = task(
    of=Operation,
    title=text(fr="Recueillir les PPSPS", en="Collect the safety plans of the contractors (PPSPS)"),
    display=has_works_of_its_own & needs_coordination_plan,
    open_while=is_not_complete & happened(Operation.works_contracts_signed_on) & happened(Operation.coordination_plan_issued_on),
    counts_to=Operation.works_contracts_signed_on + days(30),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.safety_plans_received_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.DERIVED,
    source=COMPANY_SAFETY_PLANS,
    note=text(
        fr="Chaque entreprise remet le sien au coordonnateur avant d’intervenir sur le chantier.",
        en="Each contractor hands its own to the coordinator before it comes on site.",
    ),
)

inter_company_board = task(
    of=Operation,
    title=text(fr="Constituer le CISSCT", en="Set up the board of the contractors (CISSCT)"),
    display=(is_construction | is_rehabilitation | is_demolition) & needs_site_board,
    open_while=is_not_complete,
    counts_to=Operation.works_start - days(21),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.inter_company_board_created_on),
    blocks=("tasks.works_contracts.start_order",),
    source=SITE_BOARD,
)

# Due on the day of the acceptance: it is critical at once.
later_works_file = task(
    of=Operation,
    title=text(fr="Récupérer le DIUO", en="Receive the file for later works (DIUO)"),
    display=is_building_work,
    open_while=happened(Operation.accepted_on),
    counts_to=Operation.accepted_on,
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.later_works_file_received_on),
    source=LATER_WORKS_FILE,
    note=text(
        fr="Le coordonnateur SPS de la phase travaux le remet lors de la réception, avec un procès-verbal (R4532-97) ; sinon, le lui "
        "réclamer par écrit.",
        en="The safety coordinator of the works phase hands it over at the acceptance, with a record (R4532-97); failing that, claim it in "
        "writing.",
    ),
)

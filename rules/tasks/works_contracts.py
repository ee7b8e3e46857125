"""Contracts, insurance and schedule of the works, and the documents that the contractors leave."""

from decimal import Decimal

from domain.calendar import days, months
from domain.conditions import exceeds, happened, later, not_before
from domain.operations import Operation
from domain.text import text
from rules.calculations.schedule import schedule_overrun
from rules.calculations.works_contracts import contracts_mark
from rules.engine.declare import Alert, Confidence, task
from rules.engine.figures import figure
from rules.sources.contractors import AWARD
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.sites import PROJECT_MANAGEMENT, TEN_YEAR_CERTIFICATES, WORKS_INSURANCE
from rules.vocabulary.operations import has_works_of_its_own, is_building_work, is_not_complete, is_rehabilitation, works_are_ahead

TITLE = text(fr="Marchés et planning des travaux", en="Contracts and schedule of the works")

# Which permission a rehabilitation needs, its designer often finds out: the mark waits for no answer to that.
project_manager_of_rehabilitation = task(
    of=Operation,
    title=text(fr="Désigner le maître d’œuvre (réhabilitation)", en="Appoint the lead designer (maître d’œuvre) of the renovation"),
    display=is_rehabilitation,
    open_while=works_are_ahead,
    counts_to=Operation.works_start - months(12),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.project_manager_signed_on),
    blocks=("tasks.works_contracts.tender_launch", "tasks.works_contracts.start_order"),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=PROJECT_MANAGEMENT,
    note=text(
        fr="Un an avant les travaux, quelle que soit l’autorisation : études, dossier, instruction, consultation.",
        en="A year before the works, whatever the permission: studies, file, decision, tender.",
    ),
)

# Studies, file, decision, tender: while nobody is appointed, the tender for the designer comes before that year.
designer_time = task(
    of=Operation,
    title=text(
        fr="Prévoir un an entre la désignation du maître d’œuvre et le démarrage",
        en="Plan a year from the appointment of the lead designer to the start of the works",
    ),
    display=is_rehabilitation & ~happened(Operation.tender_launched_on) & ~happened(Operation.tender_awarded_on),
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(12)},
    closed=not_before(Operation.works_start, Operation.project_manager_signed_on + months(12)),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Il faut un an entre la signature de son contrat et le démarrage. Tant que nul n’est désigné, sa consultation s’y ajoute "
        "(de mémoire, quelques mois) : donner un autre jour de démarrage, ou abréger les études.",
        en="A year is wanted between the signature of its contract and the start. While nobody is appointed, the tender for that "
        "contract comes on top (from memory, some months): give another day for the start, or shorten the studies.",
    ),
)

tender_launch = task(
    of=Operation,
    title=text(fr="Lancer la consultation des entreprises", en="Launch the call for tenders"),
    display=has_works_of_its_own,
    open_while=works_are_ahead,
    counts_to=Operation.tender_launch,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.tender_launched_on) | happened(Operation.tender_awarded_on) | happened(Operation.works_contracts_signed_on),
    blocks=("tasks.works_contracts.tender_award",),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Dossier complet, avec ce qui est dû : réponses à la DT, repérages amiante et diagnostic PEMD d’un bâtiment existant (transmis "
        "aussi au CSTB, sur la plateforme PEMD, avant les travaux : texte non lu), plan général de coordination, étude de sol s’il y en a "
        "une. Procédure du code de la commande publique (L2124-1, de mémoire).",
        en="A complete file, with what is due: answers to the DT, asbestos surveys and PEMD diagnosis of an existing building (sent to the "
        "CSTB too, on the PEMD platform, before the works: text not read), general coordination plan, survey of the ground if there is "
        "one. The code of public contracts applies (L2124-1, from memory).",
    ),
)

# Before the signature, the sixteen days that a letter gives the bidders turned down, and time to write it.
tender_award = task(
    of=Operation,
    title=text(fr="Attribuer les marchés de travaux", en="Award the works contracts"),
    display=has_works_of_its_own,
    open_while=works_are_ahead,
    counts_to=contracts_mark - days(20),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.tender_awarded_on) | happened(Operation.works_contracts_signed_on),
    blocks=("tasks.works_contracts.works_contracts",),
    delay_confidence=Confidence.PROPOSAL,
    source=AWARD,
    note=text(
        fr="Puis recueillir les attestations de chaque attributaire et informer les candidats non retenus ; en procédure formalisée, "
        "signer onze jours au plus tôt après cet envoi (seize s’il n’est pas électronique).",
        en="Then collect the certificates of each bidder chosen and tell those turned down; in a formal procedure, sign eleven days "
        "at the earliest after that is sent (sixteen where it is not sent electronically).",
    ),
)

works_contracts = task(
    of=Operation,
    title=text(fr="Signer les marchés de travaux", en="Sign the works contracts"),
    display=has_works_of_its_own,
    open_while=is_not_complete & happened(Operation.tender_awarded_on),
    counts_to=contracts_mark,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.works_contracts_signed_on),
    blocks=(
        "tasks.demolition_asbestos.removal_plan_before_demolition",
        "tasks.surveys.asbestos_removal_plan",
        "tasks.works_contracts.start_order",
    ),
    delay_confidence=Confidence.PROPOSAL,
    source=AWARD,
)

works_insurance = task(
    of=Operation,
    title=text(fr="Souscrire l’assurance dommages-ouvrage", en="Take out the works-damage insurance (dommages-ouvrage)"),
    display=is_building_work & Operation.works_insurance_due,
    open_while=is_not_complete,
    counts_to=Operation.works_start - days(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.works_insurance_signed_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.DERIVED,
    source=WORKS_INSURANCE,
    note=text(fr="Avant l’ouverture du chantier : la veille au plus tard.", en="Before the site opens: the day before at the latest."),
)

ten_year_certificates = task(
    of=Operation,
    title=text(fr="Recueillir les attestations décennales", en="Collect the ten-year certificates"),
    display=is_building_work,
    open_while=happened(Operation.works_contracts_signed_on),
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.ten_year_certificates_received_on),
    blocks=("tasks.works_contracts.start_order",),
    source=TEN_YEAR_CERTIFICATES,
)

start_order = task(
    of=Operation,
    title=text(fr="Notifier l’ordre de service de démarrage", en="Issue the start order"),
    display=has_works_of_its_own,
    open_while=is_not_complete,
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.start_order_issued_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
)

schedule_update = task(
    of=Operation,
    title=text(fr="Mettre à jour le planning en cas de dépassement", en="Update the schedule after an overrun"),
    display=happened(Operation.works_started_on) & exceeds(schedule_overrun, figure("schedule_overrun_limit", Decimal)),
    closed=later(Operation.schedule_updated_on, than=Operation.overrun_detected_on),
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

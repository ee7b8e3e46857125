"""The end of the works: acceptance, delivery, reserves, guarantees."""

from domain.calendar import days, months
from domain.conditions import absent, happened, passed, present
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import NOT_MOVED, completion_guarantee_end, earliest_guarantee_end
from rules.engine.declare import Alert, Confidence, task
from rules.sources.acceptance import ACCEPTANCE, GUARANTEE_START, RESERVES_DELAY
from rules.sources.off_plan import OFF_PLAN_COMPLETION, OFF_PLAN_SALE, SELLER_GUARANTEES
from rules.sources.planning import BLOCK_CERTIFICATE, ENERGY_CERTIFICATE
from rules.sources.taxes import COMPLETION_FOR_VAT, USABLE_DWELLING
from rules.vocabulary.buildings import BLOCK_DPE
from rules.vocabulary.operations import has_reserves, is_building_work, is_construction, works_on_existing_building
from rules.vocabulary.projects import renews_an_occupied_building

TITLE = text(fr="Fin des travaux", en="End of the works")

# One task for whoever reads: which of the two rules tells it, the day fixed at acceptance says.
RESERVES = text(fr="Lever les réserves", en="Have the defects noted at acceptance put right (levée des réserves)")
OVERDUE = text(
    fr="Passé ce jour, mettre l’entreprise en demeure : sans effet, les travaux peuvent être exécutés à ses frais et risques. Chaque "
    "levée constatée se dit à l’assureur dommages-ouvrage dans le mois, les passées sans attendre.",
    en="Once that day is past, give the contractor formal notice: where it has no effect, the works may be carried out at its expense "
    "and risk. Each record that some are put right is told to the works-damage insurer within a month, those past without delay.",
)

acceptance = task(
    of=Operation,
    title=text(fr="Prononcer la réception", en="Accept the works"),
    display=is_building_work,
    open_while=happened(Operation.works_started_on) & happened(Operation.works_end),
    counts_to=Operation.works_end + days(15),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.accepted_on),
    delay_confidence=Confidence.PROPOSAL,
    source=ACCEPTANCE,
)

off_plan_completion = task(
    of=Operation,
    title=text(fr="Constater l’achèvement (VEFA) et en indiquer la date", en="Establish the completion (off-plan) and give its day"),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=happened(Operation.completion_notified_on),
    counts_to=Operation.completion_notified_on,
    alerts={Alert.CRITICAL: days(5)},
    closed=happened(Operation.completed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=(OFF_PLAN_COMPLETION, USABLE_DWELLING, COMPLETION_FOR_VAT),
    note=text(
        fr="Aussitôt l’avis reçu, demander au vendeur l’attestation que lui remet l’homme de l’art ou le contrôleur qui constate "
        "l’achèvement (R261-24). Avis avant la fin prévue : l’un des deux est à corriger. De ce jour (R261-1) dépendent l’appel à 95 % du "
        "prix, la garantie d’achèvement, le délai d’achèvement. Pour la taxe foncière (90 jours), et peut-être la TVA, c’est le jour où "
        "les logements sont habitables, s’il vient avant : déclarer sans attendre l’attestation.",
        en="As soon as the notice is received, ask the seller for the certificate given by the professional or inspector who establishes "
        "the completion (R261-24). Notice before the planned end: one of the two is to be corrected. On that day (R261-1) hang the call "
        "up to 95% of the price, the guarantee of completion, the time to complete. For property tax (90 days), and perhaps VAT, it is "
        "the day on which the dwellings are habitable, if that comes before: declare without waiting for the certificate.",
    ),
)

off_plan_delivery = task(
    of=Operation,
    title=text(fr="Prendre livraison (VEFA)", en="Take delivery (off-plan)"),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=happened(Operation.completion_notified_on),
    counts_to=Operation.contract_delivery,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.delivered_on),
    source=OFF_PLAN_SALE,
    note=text(
        fr="L’échéance est celle du contrat. Reste alors à payer ce qui n’est pas encore appelé, 5 % du prix au moins (R261-14), ou à le "
        "consigner si la conformité est contestée. Avoir de quoi payer (un prêt signé n’est pas encore versé), inscrire les réserves au "
        "procès-verbal. Visite préalable avec le vendeur, quelques semaines avant (usage) : non suivie ici.",
        en="The due day is that of the contract. What is not called yet is to be paid then, at least 5% of the price (R261-14), or "
        "deposited where conformity is disputed. Have the money (a loan that is signed is not yet paid), write the defects (réserves) into "
        "the report. The visit with the seller some weeks before (practice) is not followed here.",
    ),
)

# The builders owe the seller the year of the guarantee after acceptance; the buyer's rights are against the seller.
apparent_defects = task(
    of=Operation,
    title=text(fr="Dénoncer au vendeur les défauts apparents (VEFA)", en="Notify the seller of the apparent defects (off-plan)"),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=happened(Operation.delivered_on),
    counts_to=Operation.delivered_on + months(1),
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=happened(Operation.apparent_defects_notified_on),
    source=SELLER_GUARANTEES,
    note=text(
        fr="Vices et défauts de conformité apparents, dans le mois de la prise de possession ou jusqu’à la réception si elle vient après ; "
        "l’action contre le vendeur se perd un an après. La garantie de parfait achèvement lie les entreprises au vendeur ; lui doit à "
        "l’acquéreur la garantie de bon fonctionnement et la décennale.",
        en="Apparent defects and non-conformities, within a month of taking possession or until the acceptance if that is later; the "
        "action against the seller is lost a year after. The one-year defects guarantee binds the builders to the seller, who owes the "
        "buyer the two-year and ten-year guarantees.",
    ),
)

reserves = task(
    of=Operation,
    title=RESERVES,
    display=has_reserves & present(Operation.reserves_due_on),
    counts_to=Operation.reserves_due_on,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.reserves_lifted_on) | (Operation.acceptance_reserves_open == 0),
    source=ACCEPTANCE,
    note=OVERDUE,
)

reserves_without_day = task(
    of=Operation,
    title=RESERVES,
    display=has_reserves & absent(Operation.reserves_due_on),
    counts_to=earliest_guarantee_end - months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.reserves_lifted_on) | (Operation.acceptance_reserves_open == 0),
    delay_confidence=Confidence.DERIVED,
    source=(ACCEPTANCE, RESERVES_DELAY),
    note=text(
        fr=OVERDUE.fr + " Trois mois avant la fin au plus tôt de la garantie (CCAG) ; NF P 03-001 de 2011 : 60 jours du procès-verbal.",
        en=OVERDUE.en + " Three months before the guarantee ends at the earliest (CCAG); NF P 03-001 of 2011: 60 days of the record.",
    ),
)

# Once the later of the two years is over nothing can be notified any more: the task closes by itself.
defects = task(
    of=Operation,
    title=text(
        fr="Notifier les désordres avant la fin de la garantie de parfait achèvement",
        en="Notify the defects before the end of the one-year defects guarantee",
    ),
    display=is_building_work & happened(Operation.accepted_on),
    counts_to=earliest_guarantee_end,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=passed(completion_guarantee_end) | happened(Operation.completion_guarantee_reviewed_on),
    delay_confidence=Confidence.DERIVED,
    source=(ACCEPTANCE, GUARANTEE_START),
    note=text(
        fr="Comptée par prudence de l’achèvement, s’il est plus tôt que la réception : le marché qui suit le CCAG Travaux en part si la "
        "décision de réception le retient ; hors de lui, un an de la réception. " + NOT_MOVED.fr,
        en="Counted, to be safe, from the completion, if earlier than the acceptance: a contract that follows the CCAG Travaux starts "
        "from it where the decision of acceptance retains it; any other, a year of the acceptance. " + NOT_MOVED.en,
    ),
)

energy_certificate_of_new_building = task(
    of=Operation,
    title=text(fr="Obtenir le DPE de la construction neuve", en="Obtain the energy certificate of the new building"),
    display=is_construction,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.accepted_on,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.energy_certificate_received_on),
    source=ENERGY_CERTIFICATE,
    note=text(
        fr="Qui construit le remet au propriétaire au plus tard à la réception ; il faut l’avoir dès l’offre de location.",
        en="Whoever builds must give it to the owner by acceptance; have it as soon as dwellings are offered.",
    ),
)

energy_certificate = task(
    of=Operation,
    title=text(fr="Établir le DPE après travaux", en="Obtain the energy certificate after works"),
    display=works_on_existing_building & ~renews_an_occupied_building,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.first_letting,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.energy_certificate_received_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=(BLOCK_CERTIFICATE, ENERGY_CERTIFICATE),
    note=BLOCK_DPE,
)

energy_certificate_in_occupied_building = task(
    of=Operation,
    title=text(fr="Refaire le DPE après travaux (bâtiment occupé)", en="Make the energy certificate anew after works (occupied building)"),
    display=renews_an_occupied_building,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.accepted_on + months(3),  # time for the assessor to visit
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.energy_certificate_received_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=(BLOCK_CERTIFICATE, ENERGY_CERTIFICATE),
    note=text(
        fr="Le jour proposé n’est que celui du conseil de le refaire, pour qu’il reste exact : le DPE collectif d’un immeuble d’avant "
        "2013, lui, est dû depuis le 1er janvier 2024 (L126-31), se commande aussitôt s’il n’y en a aucun, et vaut alors pour les deux. Un "
        "logement vacant a besoin d’un DPE dès son offre de location ; sa remise en location (réservataires, commission, loyer, "
        "diagnostics) n’est pas suivie ici. Ne pas attendre non plus si le prêteur de l’éco-prêt demande la performance atteinte (de "
        "mémoire) ; la contribution des locataires, elle, repose sur l’étude thermique d’avant les travaux.",
        en="The proposed day is only that of the advice to make it anew: the certificate of a whole block of before 2013 has been due "
        "since 1 January 2024 (L126-31), is ordered at once where there is none, and then serves both. A vacant dwelling needs one once "
        "offered for letting; its reletting (reservation holders, committee, rent, surveys) is not followed here. Nor wait where the "
        "eco-loan's lender asks for the performance reached (from memory); the tenants' contribution rests on the study before works.",
    ),
)

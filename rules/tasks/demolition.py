"""
What a demolition obliges the landlord to do before the works, and what it leaves to be settled.

CCH L443-15-1 and the circular of 15 November 2001. First the intent, then the consultation of the tenants, the agreements, the
authorisation, the rehousing, the empty building, its survey, the works. That order is law; how long before is not, unless the rule says so.
"""

from decimal import Decimal

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.calculations.demolition_permits import demolition_permit_withdrawal_end
from rules.calculations.reconstitution import reconstitution_is_complete
from rules.calculations.works_contracts import contracts_mark
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import COMPLETENESS, DEMOLITION_AUTHORISATION, DEMOLITION_CIRCULAR, PUBLIC_AID_REPAYMENT, REHOUSING_OFFERS
from rules.sources.planning import PERMIT_WITHDRAWAL
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import AGREED_IN_CONVENTION, is_demolition_to_authorise
from rules.vocabulary.operations import has_guaranteed_loans, is_demolition, needs_demolition_permit
from rules.vocabulary.subsidies import is_funded_by_state

TITLE = text(fr="Démolition", en="Demolition")

# It opens the procedure, so that the prefect knows of the rehousing beforehand: no text says how long beforehand.
intention_file = task(
    of=Operation,
    title=text(fr="Déposer le dossier d’intention de démolir", en="File the intent to demolish"),
    display=is_demolition,
    open_while=~happened(Operation.works_started_on),
    closed=happened(Operation.intention_file_deposited_on),
    blocks=("tasks.feasibility.tenant_consultation", "tasks.demolition_intention.authorisation_request"),
    source=DEMOLITION_CIRCULAR,
    note=text(
        fr="Il ouvre la procédure et n’autorise rien, même resté sans réponse : aucun texte trouvé ne fixe de délai pour y répondre.",
        en="It opens the procedure and authorises nothing, even left unanswered: no text that was found sets a time to answer it.",
    ),
)

# Three months before the contracts: two to find it complete, then it is decided on (docs/adr/0029).
demolition_file = task(
    of=Operation,
    title=text(fr="Déposer le dossier définitif de démolition", en="Submit the final application for the demolition"),
    display=is_funded_by_state,
    counts_to=contracts_mark - months(3),
    shown_from=months(2),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.demolition_file_deposited_on),
    blocks=("tasks.demolition.demolition_funding",),
    delay_confidence=Confidence.PROPOSAL,
    source=(DEMOLITION_CIRCULAR, COMPLETENESS),
    note=text(
        fr="Deux mois servent à dire le dossier complet, puis vient l’examen ; la décision précède marchés et travaux. C’est la demande de "
        "subvention, non celle d’autorisation. Dans un périmètre ANRU, faire d’abord confirmer qui finance.",
        en="Two months serve to find it complete, then it is examined; the decision comes before contracts and works. It asks for the "
        "subsidy, not for the authorisation. In an urban renewal area first have it confirmed who funds.",
    ),
)

demolition_file_completeness = task(
    of=Operation,
    title=text(
        fr="Suivre l’accusé de complétude du dossier définitif de démolition",
        en="Follow up the completeness of the final application for the demolition",
    ),
    display=is_demolition & happened(Operation.demolition_file_deposited_on),
    counts_to=Operation.demolition_file_deposited_on + months(2),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.demolition_file_complete_on),
    source=COMPLETENESS,
)

commune_agreement = task(
    of=Operation,
    title=text(fr="Obtenir l’accord de la commune", en="Obtain the agreement of the commune"),
    display=is_demolition,
    counts_to=Operation.works_start - months(9),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.commune_agreed_on),
    blocks=("tasks.demolition_intention.authorisation_request", "tasks.demolition.prefect_authorisation"),
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_AUTHORISATION,
    note=AGREED_IN_CONVENTION,
)

guarantors_agreement = task(
    of=Operation,
    title=text(fr="Obtenir l’accord des garants des prêts", en="Obtain the agreement of the guarantors of the loans"),
    display=is_demolition & has_guaranteed_loans,
    counts_to=Operation.works_start - months(9),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.guarantors_agreed_on),
    blocks=("tasks.demolition_intention.authorisation_request", "tasks.demolition.prefect_authorisation"),
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_AUTHORISATION,
    note=AGREED_IN_CONVENTION,
)

prefect_authorisation = task(
    of=Operation,
    title=text(fr="Obtenir l’autorisation de démolir du préfet", en="Obtain the demolition authorisation of the prefect"),
    display=is_demolition_to_authorise,
    counts_to=Operation.works_start - months(6),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.prefect_authorised_on),
    blocks=("tasks.works_contracts.start_order",),
    delay_confidence=Confidence.PROPOSAL,
    source=(DEMOLITION_AUTHORISATION, REHOUSING_OFFERS),
    note=text(
        fr="La loi la veut avant les travaux ; six mois avant est prudent : un ménage garde son droit au maintien tant qu’elle manque. Une "
        "convention ANRU signée qui nomme la démolition en tient lieu pour ce droit, et dispense peut-être de l’autorisation (de mémoire, "
        "à vérifier dans L443-15-1). Ce que vaut le silence du préfet sur la demande, aucun texte trouvé ne le dit : relancer, une fois "
        "déposée, jusqu’à un écrit.",
        en="The law requires it before the works; six months before is prudent: a household keeps its right to stay while it is missing. "
        "A signed ANRU agreement that names the demolition takes its place for that right, and perhaps altogether (from memory, to be "
        "verified in L443-15-1). What the silence of the prefect on the request is worth, no text that was found says: once it is filed, "
        "ask again until there is a written answer.",
    ),
)

demolition_funding = task(
    of=Operation,
    title=text(fr="Obtenir le financement avant la démolition", en="Obtain the funding before the demolition"),
    display=is_funded_by_state,
    counts_to=contracts_mark - days(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.funding_decided_on),
    blocks=("tasks.works_contracts.works_contracts", "tasks.works_contracts.start_order"),
    delay_confidence=Confidence.PROPOSAL,
    source=DEMOLITION_CIRCULAR,
    note=text(
        fr="La veille de la signature des marchés : pour une subvention de l’État, le premier marché vaut commencement des travaux (de "
        "mémoire). Dernière limite, d’après la circulaire : la veille du démarrage.",
        en="The day before the contracts are signed: for a State subsidy the first contract is the beginning of the works (from memory). "
        "The last limit, by the circular: the day before the start.",
    ),
)

# Nothing forbids to start earlier: the period is that of the law, waiting for its end is prudence.
works_after_permit_withdrawal = task(
    of=Operation,
    title=text(
        fr="Prévoir le démarrage après le délai de retrait du permis de démolir",
        en="Plan the start of the works after the withdrawal period of the demolition permit",
    ),
    display=needs_demolition_permit & happened(Operation.permit_filed_on),
    open_while=~happened(Operation.works_started_on),
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=later(Operation.works_start, than=demolition_permit_withdrawal_end),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=PERMIT_WITHDRAWAL,
    note=text(
        fr="Un permis illégal, même tacite, peut être retiré pendant trois mois, et les tiers l’attaquer deux mois à compter de "
        "l’affichage : démarrer plus tôt, une fois le permis exécutoire (R452-1), n’est pas interdit, mais risqué.",
        en="An unlawful permit, even tacit, may be withdrawn for three months, and third parties may appeal for two months from its "
        "posting: starting earlier, once the permit may be carried out (R452-1), is not forbidden, but a risk.",
    ),
)

public_aid_repayment = task(
    of=Operation,
    title=text(fr="Régler le remboursement des aides publiques", en="Settle the repayment of public aid"),
    display=is_demolition & (Operation.public_aid_outstanding > Decimal(0)),
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.public_aid_settled_on),
    delay_confidence=Confidence.PROPOSAL,
    source=PUBLIC_AID_REPAYMENT,
)

convention_termination = task(
    of=Operation,
    title=text(
        fr="Résilier la convention APL des logements démolis",
        en="End the APL agreement (convention APL) of the demolished dwellings",
    ),
    display=is_demolition & Operation.demolished_under_convention,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(1),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.convention_terminated_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

offer_reconstitution = task(
    of=Operation,
    title=text(fr="Suivre la reconstitution de l’offre", en="Track the rebuilding of the supply"),
    display=is_demolition & (Operation.reconstitution_target > Decimal(0)),
    closed=reconstitution_is_complete,
    source=DEMOLITION_CIRCULAR,
)

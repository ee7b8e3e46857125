"""What the landlord still owes the contractors after the acceptance: their final accounts, and what was held back."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import earliest_guarantee_end
from rules.engine.declare import Alert, Confidence, task
from rules.sources.acceptance import FINAL_ACCOUNTS, PRIVATE_RETENTION, PUBLIC_RETENTION, RETENTION_SCOPE
from rules.vocabulary.operations import has_reserves, has_works_of_its_own

TITLE = text(fr="Décomptes et retenue de garantie", en="Final accounts and retention money")

# Thirty days for the request of the contractor, thirty for the general account: a mark, as the day of that request differs by contract.
general_accounts = task(
    of=Operation,
    title=text(fr="Notifier le décompte général de chaque marché", en="Notify the general account of each contract"),
    display=has_works_of_its_own,
    open_while=happened(Operation.accepted_on),
    counts_to=Operation.accepted_on + months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.general_accounts_notified_on) | happened(Operation.final_accounts_closed_on),
    blocks=("tasks.accounts.final_accounts",),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=FINAL_ACCOUNTS,
    note=text(
        fr="Si le marché se réfère au CCAG Travaux de 2021 : 30 jours depuis que la demande de paiement finale de l’entreprise est "
        "reçue par le maître d’ouvrage et par le maître d’œuvre (la plus tardive des deux dates, 12.4.2). Ce repère la suppose remise "
        "30 jours après la réception : contrôler marché par marché, l’échéance peut être plus proche. Attention : sans cette "
        "notification, l’entreprise peut notifier son propre décompte, définitif au bout de dix jours de silence (12.4.4). Réserves "
        "non levées : le dire au décompte (de mémoire). Rien de remis : mettre l’entreprise en demeure. Réception « sous réserve » de "
        "prestations à exécuter : tout part de leur exécution constatée.",
        en="Where the contract refers to the CCAG Travaux of 2021: 30 days from when the contractor’s request for final payment was "
        "received by the client and by the lead designer (the later of the two, 12.4.2). This proposed date takes it to be handed in "
        "30 days after the acceptance: check contract by contract, the due day may be nearer. Beware: without that notice the "
        "contractor may notify an account of its own, final after ten days of silence (12.4.4). Defects (réserves) not put right: say so "
        "in the account (from memory). Nothing handed in: give the contractor formal notice. Acceptance subject to works still to be "
        "done: all runs from the record that they are done.",
    ),
)

final_accounts = task(
    of=Operation,
    title=text(fr="Solder les décomptes généraux définitifs", en="Close the final accounts"),
    display=has_works_of_its_own,
    open_while=happened(Operation.accepted_on),
    counts_to=Operation.accepted_on + months(3),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.final_accounts_closed_on),
    blocks=("tasks.subsidies.closure_request", "tasks.subsidies.balance_request"),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=FINAL_ACCOUNTS,
    note=text(
        fr="Trois mois : une fois le décompte général notifié, l’entreprise a 30 jours pour le signer. Le solde d’une subvention se "
        "calcule sur ce coût.",
        en="Three months: once the general account is notified, the contractor has 30 days to sign it. A subsidy’s balance is "
        "calculated on this cost.",
    ),
)

retention_opposition = task(
    of=Operation,
    title=text(
        fr="S’opposer à la libération de la retenue de garantie, si des réserves restent",
        en="Oppose the release of the retention money, if defects noted at acceptance (réserves) remain",
    ),
    display=has_reserves,
    counts_to=earliest_guarantee_end,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.retention_opposed_on) | happened(Operation.reserves_lifted_on) | (Operation.acceptance_reserves_open == 0),
    delay_confidence=Confidence.DERIVED,
    source=(PRIVATE_RETENTION, RETENTION_SCOPE, PUBLIC_RETENTION),
    note=text(
        fr="Si les marchés prévoient une retenue (5 % au plus) ou la caution qui en tient lieu. Comptée, par prudence, du plus proche de "
        "deux jours. Bailleur de droit privé (société d’HLM, coopérative, SEM, association), même pour un marché passé selon le code de "
        "la commande publique, dont l’art. L2191-1 ne vise que des personnes publiques : loi de 1971 (déduit), soit une opposition "
        "motivée par l’inexécution, en recommandé, au consignataire ou à la caution, avant un an depuis la réception (« Fin de la "
        "garantie de parfait achèvement »), sans quoi elle est libérée. Office public de l’habitat : lire le marché. S’il suit ce code, "
        "réserves notifiées à l’entreprise et à sa caution avant la fin de la garantie (sous le CCAG Travaux, « Fin de la garantie de "
        "parfait achèvement, au plus tôt ») : la retenue attend alors leur levée. Une opposition abusive coûte des dommages-intérêts.",
        en="Where the contracts provide for money held back (5% at most), or the surety in its place. Counted, to be safe, to the nearer "
        "of two days. Landlord under private law (HLM company, cooperative, SEM, association), even for a contract awarded under the "
        "public procurement code, whose art. L2191-1 names public bodies only: law of 1971 (derived), so an opposition that gives what "
        "was not performed as its reason, by registered letter to the depositary or the surety, within a year of the acceptance (“End of "
        "the one-year defects guarantee”), else it is released. Public housing office (OPH): read the contract. Where it follows that "
        "code, the defects (réserves) are notified to the contractor and its surety before the guarantee ends (under the CCAG Travaux, "
        "“End of the one-year defects guarantee, at the earliest”): the money then waits until they are put right. An abusive opposition "
        "costs damages.",
    ),
)

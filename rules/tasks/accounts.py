"""What the landlord still owes the contractors after the acceptance: their final accounts, and what was held back."""

from domain.calendar import months
from domain.conditions import happened
from domain.operations import Operation
from domain.text import text
from rules.calculations.completion_dates import completion_guarantee_end
from rules.engine.declare import Alert, Confidence, task
from rules.sources.planning import FINAL_ACCOUNTS, PRIVATE_RETENTION, PUBLIC_RETENTION
from rules.vocabulary.operations import has_reserves, has_works_of_its_own

TITLE = text(fr="Décomptes et retenue de garantie", en="Final accounts and retention money")

# Twice thirty days, the draft and the general account: from then on silence may cost; its signature takes thirty more.
final_accounts = task(
    of=Operation,
    title=text(fr="Solder les décomptes généraux définitifs", en="Close the final accounts"),
    display=has_works_of_its_own,
    open_while=happened(Operation.accepted_on),
    counts_to=Operation.accepted_on + months(2),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.final_accounts_closed_on),
    blocks=("tasks.subsidies.closure_request", "tasks.subsidies.balance_request"),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=FINAL_ACCOUNTS,
    note=text(
        fr="Deux mois : le décompte général de chaque marché est alors dû. Si le marché se réfère au CCAG Travaux de 2021 : projet de "
        "décompte final de l’entreprise sous 30 jours de la réception notifiée, décompte général à lui notifier sous 30 jours, 30 jours "
        "pour le signer. Attention : sans cette notification, l’entreprise peut notifier son propre décompte général, qui devient "
        "définitif au bout de dix jours de silence (art. 12.4.4). Contrôler marché par marché ce qui est reçu et notifié. Le solde "
        "d’une subvention se calcule sur ce coût.",
        en="Two months: by then the general account of each contract is due. Where the contract refers to the CCAG Travaux of 2021: the "
        "contractor’s draft final account within 30 days of the acceptance notified, the general account notified to it within 30 days, 30 "
        "days to sign it. Beware: without that notice the contractor may notify a general account of its own, which becomes final after "
        "ten days of silence (art. 12.4.4). Check contract by contract what has come and what was notified. A "
        "subsidy’s balance is calculated on this cost.",
    ),
)

retention_opposition = task(
    of=Operation,
    title=text(
        fr="S’opposer à la libération de la retenue de garantie, si des réserves restent",
        en="Oppose the release of the retention money, if reservations remain",
    ),
    display=has_reserves,
    counts_to=completion_guarantee_end,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.retention_opposed_on) | happened(Operation.reserves_lifted_on) | (Operation.acceptance_reserves_open == 0),
    source=(PRIVATE_RETENTION, PUBLIC_RETENTION),
    note=text(
        fr="Si les marchés prévoient une retenue (5 % au plus) ou la caution qui en tient lieu. Marché privé : mise en demeure restée sans "
        "effet, puis opposition motivée par lettre recommandée au consignataire ou à la caution, avant un an depuis la réception, sans "
        "quoi elle est libérée. Marché public : réserves notifiées à l’entreprise et à sa caution avant la fin de la garantie, la retenue "
        "attend alors leur levée. Une opposition abusive coûte des dommages-intérêts.",
        en="Where the contracts provide for money held back (5% at most), or the surety in its place. Private contract: formal notice "
        "without effect, then a reasoned opposition by registered letter to the depositary or the surety, within a year of the acceptance, "
        "else it is released. Public contract: the reservations notified to the contractor and its surety before the guarantee ends, the "
        "money then waits until they are lifted. An abusive opposition costs damages.",
    ),
)

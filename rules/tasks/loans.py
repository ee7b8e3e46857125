"""Loans of an operation and their guarantees."""

from decimal import Decimal

from domain.calendar import days, months
from domain.conditions import happened, later, not_before
from domain.funding import FundingProduct, Loan
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Alert, Confidence, task
from rules.sources.demolitions import PUBLIC_AID_REPAYMENT
from rules.sources.funding import EMPLOYER_LOAN, GUARANTEE_FILE, GUARANTEED_CDC_LOAN, LOAN_CONTRACT, LOAN_GUARANTEES, PLS_LOAN
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.demolitions import is_loan_on_demolished_building
from rules.vocabulary.loans import has_cdc_loans_to_guarantee
from rules.vocabulary.operations import (
    borrows_from_action_logement,
    borrows_from_cdc,
    has_loans_to_guarantee,
    is_building_work,
    is_new_supply,
    is_rehabilitation,
    provides_dwellings,
    works_are_ahead,
)

TITLE = text(fr="Prêts et garanties", en="Loans and guarantees")

# The guarantee is needed for the payment: four months leave time for the calendar of the deliberations.
guarantee_request = task(
    of=Operation,
    title=text(fr="Demander la garantie d’emprunt", en="Ask for the loan guarantee"),
    display=provides_dwellings & has_loans_to_guarantee,
    counts_to=Operation.loan_payment_planned - months(4),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.guarantee_requested_on) | happened(Operation.guarantee_decided_on),
    blocks=("tasks.loans.guarantee_deliberation", "tasks.loans.guaranteed_loans_payment"),
    delay_confidence=Confidence.PROPOSAL,
    source=LOAN_GUARANTEES,
)

# A month before the payment leaves time to send the resolution to the lender and to ask for the money.
guarantee_deliberation = task(
    of=Operation,
    title=text(fr="Obtenir la délibération de garantie exécutoire", en="Obtain the enforceable guarantee resolution"),
    display=provides_dwellings,
    open_while=happened(Operation.guarantee_requested_on),
    counts_to=Operation.loan_payment_planned - months(1),
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(1)},
    closed=happened(Operation.guarantee_decided_on),
    blocks=("tasks.loans.guaranteed_loans_payment",),
    delay_confidence=Confidence.PROPOSAL,
    source=(LOAN_GUARANTEES, GUARANTEE_FILE, GUARANTEED_CDC_LOAN),
    note=text(
        fr="Demander dès maintenant à chaque garant le jour de sa séance et sa date limite pour recevoir le contrat signé, annexé à la "
        "délibération pour un prêt de la Caisse des dépôts. Autre prêteur : lui demander, ainsi qu’au garant, si son accord de principe "
        "ou son offre suffit ; sinon, compter plus de deux mois de la signature au versement. Le prêt n’est versé qu’ensuite (de "
        "mémoire).",
        en="Ask each guarantor now for the day of its session and its last day to receive the signed contract, annexed to the resolution "
        "on a loan of the Caisse des Dépôts. Other lender: ask it and the guarantor whether the agreement in principle or the offer is "
        "enough; if not, allow over two months from signature to payment. The loan is paid out only then (from memory).",
    ),
)

guaranteed_loans_payment = task(
    of=Operation,
    title=text(fr="Demander le premier versement des prêts garantis", en="Ask for the first payment of the guaranteed loans"),
    display=provides_dwellings & has_loans_to_guarantee,
    counts_to=Operation.loan_payment_planned - days(15),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.loan_first_paid_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Lire au contrat de prêt si la convention APL signée est demandée avant le versement.",
        en="Read in the loan contract whether the signed APL agreement is asked for before the payment.",
    ),
)

# On a CDC loan the guarantor decides once the contract is signed, and its resolution has to be enforceable: that takes two months.
payment_after_resolution = task(
    of=Operation,
    title=text(
        fr="Prévoir plus de deux mois entre la signature des prêts et leur premier versement",
        en="Plan more than two months from the signature of the loans to their first payment",
    ),
    display=provides_dwellings & has_cdc_loans_to_guarantee & ~happened(Operation.guarantee_decided_on),
    open_while=~happened(Operation.loan_first_paid_on),
    counts_to=Operation.loan_payment_planned,
    alerts={Alert.CRITICAL: months(6)},
    closed=not_before(Operation.loan_payment_planned, Operation.loan_signature_planned + months(2) + days(1)),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Pour un prêt de la Caisse des dépôts, le garant délibère sur le contrat signé, et le prêt n’est versé qu’une fois la "
        "délibération exécutoire ; les deux mois sont un usage (de mémoire).",
        en="On a CDC loan the guarantor decides on the signed contract, and the loan is paid out only once the resolution is enforceable; "
        "the two months are practice (from memory).",
    ),
)

cdc_loan_before_works = task(
    of=Operation,
    title=text(fr="Prévoir la signature du prêt CDC avant le démarrage des travaux", en="Plan to sign the CDC loan before the works start"),
    display=is_building_work & ~happened(Operation.cdc_loan_signed_on) & borrows_from_cdc,
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(6)},
    closed=later(Operation.works_start, than=Operation.loan_signature_planned),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="C’est un usage, qu’aucun texte trouvé n’impose : démarrer avant, c’est payer les premières situations sans être sûr "
        "du prêt. Le bailleur peut en décider autrement, ou avancer la signature ; l’argent, lui, ne vient qu’au premier versement.",
        en="This is practice, and no text was found that requires it: to start before is to pay the first bills without being sure of the "
        "loan. The landlord may decide otherwise, or sign earlier; the money comes with the first payment only.",
    ),
)

cdc_loan = task(
    of=Operation,
    title=text(fr="Signer le contrat de prêt CDC", en="Sign the CDC loan"),
    display=provides_dwellings & borrows_from_cdc,
    counts_to=Operation.loan_signature_planned,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.cdc_loan_signed_on),
    blocks=("tasks.loans.guarantee_deliberation", "tasks.loans.guaranteed_loans_payment"),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
)

# Who guarantees it may decide on the offer: a contract of the CDC alone is signed before.
pls_loan = task(
    of=Operation,
    title=text(fr="Signer le contrat de prêt PLS", en="Sign the PLS loan"),
    display=is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    open_while=happened(Operation.funding_decided_on),
    counts_to=Operation.loan_signature_planned,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.pls_loan_signed_on),
    blocks=("tasks.loans.guaranteed_loans_payment",),
    delay_confidence=Confidence.PROPOSAL,
    source=PLS_LOAN,
    note=text(
        fr="Avant d’en fixer le jour, demander au prêteur si son offre vaut encore, jusqu’à quel jour, et s’il signe après l’achèvement.",
        en="Before its day is set, ask the lender whether its offer still holds, until which day, and whether it signs after completion.",
    ),
)

employer_loan = task(
    of=Operation,
    title=text(fr="Signer le prêt Action Logement (PEEC)", en="Sign the employer loan (PEEC)"),
    display=provides_dwellings & borrows_from_action_logement,
    counts_to=Operation.loan_signature_planned,
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.employer_loan_signed_on),
    delay_confidence=Confidence.PROPOSAL,
    source=EMPLOYER_LOAN,
    note=text(fr="Le prêt est versé au plus tard un an après l’achèvement.", en="The loan is paid out within one year of completion."),
)

eco_loan_request = task(
    of=Operation,
    title=text(fr="Déposer la demande d’éco-prêt", en="File the eco-loan request"),
    display=is_rehabilitation & Operation.eco_loan,
    counts_to=Operation.works_start - months(6),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.eco_loan_requested_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
)

# Until when it is to be settled is the tool's own mark.
early_repayment = task(
    of=Loan,
    title=text(
        fr="Rembourser le prêt par anticipation, ou en convenir avec le prêteur",
        en="Repay the loan early, or agree with the lender on it",
    ),
    display=is_loan_on_demolished_building,
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Loan.settled_on) | (Loan.outstanding <= Decimal(0)),
    confidence=Confidence.DERIVED,
    delay_confidence=Confidence.PROPOSAL,
    source=(PUBLIC_AID_REPAYMENT, LOAN_CONTRACT),
    note=text(
        fr="Les prêts aidés par l’État sont en principe exigibles à la démolition ; le préfet peut en laisser courir l’échéancier (le "
        "texte d’aujourd’hui est à vérifier : c’est celui de 1987 à 2009 qui a été lu). Pour les autres, à lire dans le contrat : une "
        "indemnité peut-être, ou un report sur d’autres logements.",
        en="Loans aided by the State in principle fall due on demolition; the prefect may let their schedule run on (today’s text is to be "
        "verified: the one of 1987 to 2009 was read). For others, read the contract: an indemnity perhaps, or a transfer to other "
        "dwellings.",
    ),
)

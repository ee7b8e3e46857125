"""What goes with the delivery of what is bought off plan: papers of the seller, the money for the balance."""

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.calculations.off_plan_payments import earliest_loan_payment, off_plan_price_day
from rules.engine.declare import Alert, Confidence, task
from rules.sources.off_plan import OFF_PLAN_COMPLETION, OFF_PLAN_SALE
from rules.sources.planning import ENERGY_CERTIFICATE
from rules.sources.practice import NO_TEXT_FOUND
from rules.vocabulary.off_plan import awaits_delivery_and_cdc_loans, awaits_delivery_and_loans
from rules.vocabulary.operations import completion_is_announced

TITLE = text(fr="Livraison d’une VEFA", en="Off-plan delivery")

# The seller is the client of the works: what is due by their acceptance is there when the dwellings are handed over.
energy_certificate_from_seller = task(
    of=Operation,
    title=text(
        fr="Recevoir du vendeur le DPE de la construction neuve", en="Receive the energy certificate of the new building from its seller"
    ),
    display=Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
    open_while=completion_is_announced,
    counts_to=Operation.contract_delivery,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.energy_certificate_received_on),
    delay_confidence=Confidence.DERIVED,
    source=ENERGY_CERTIFICATE,
    note=text(
        fr="Qui construit le remet au plus tard à la réception, donc avant la livraison ; il faut l’avoir dès l’offre de location.",
        en="The developer must provide it by acceptance, so before delivery; have it as soon as dwellings are offered.",
    ),
)

price_before_loan = task(
    of=Operation,
    title=text(
        fr="Assurer de quoi payer le vendeur tant que le prêt n’est pas versé",
        en="Secure the money for the seller’s calls until the loan is paid out",
    ),
    display=awaits_delivery_and_loans
    & (
        later(Operation.loan_payment_planned, than=off_plan_price_day)
        | (awaits_delivery_and_cdc_loans & later(earliest_loan_payment, than=off_plan_price_day))
    ),
    counts_to=off_plan_price_day,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.funds_before_loan_confirmed_on),
    asks_for=(Operation.off_plan_price, Operation.off_plan_calls_paid),
    blocks=("tasks.completion.off_plan_delivery",),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.DERIVED,
    source=(OFF_PLAN_SALE, OFF_PLAN_COMPLETION, NO_TEXT_FOUND),
    note=text(
        fr="Appels depuis l’acte, selon son échéancier, plafonds cumulés (R261-14) : 35 % aux fondations, 70 % hors d’eau, 95 % à "
        "l’achèvement ; le solde à la livraison. D’abord vérifier que les appels antérieurs sont payés, et par quoi ; l’achèvement ajoute "
        "au plus la tranche jusqu’à 95 %, non due tant que l’immeuble n’est pas achevé (R261-1) : un avis n’y suffit pas, demander "
        "l’attestation (R261-24). Pénalité de retard du contrat : 1 % par mois au plus. Le prêt garanti vient plus tard (jour "
        "prévu, ou usage de la Caisse des dépôts). À décider sans attendre : fonds propres ou prêt relais (indiquer le jour où c’est "
        "assuré), sinon des jours plus tardifs, à convenir avec le vendeur.",
        en="Calls since the deed, by its schedule, with cumulative ceilings (R261-14): 35% at the foundations, 70% when weathertight "
        "(hors d’eau), 95% at completion; the balance on delivery. Check first that the earlier calls are paid, and by what; completion "
        "adds at most the step up to 95%, not due until the building is complete (R261-1): a notice is not enough, ask for the "
        "certificate (R261-24). Penalty of the contract for late payment: 1% a month at most. The guaranteed loan comes later "
        "(planned day, or practice of the CDC). To be decided at once: own funds or a bridging loan (record the day on which it is "
        "secured), or else later days, agreed with the seller.",
    ),
)

"""What is said of a purchase off plan: how far the seller has come."""

from domain.conditions import happened, later, named
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.loans import has_cdc_loans_to_guarantee
from rules.vocabulary.operations import has_loans_to_guarantee, is_rehabilitation

TITLE = text(fr="Ventes en l’état futur d’achèvement", en="Off-plan purchases")

is_off_plan = named(
    text(fr="achat en VEFA", en="off-plan purchase"),
    Operation.kind == OperationKind.OFF_PLAN_PURCHASE,
)

buys_no_land_apart = named(
    text(fr="réhabilitation ou achat en VEFA", en="renovation or off-plan purchase"),
    is_rehabilitation | is_off_plan,
)

is_complete_by_notice_alone = named(
    text(
        fr="achèvement tenu pour être du jour de l’avis du vendeur, seul connu",
        en="completion taken to be on the day of the seller’s notice, the only one known",
    ),
    is_off_plan & happened(Operation.completion_notified_on) & ~happened(Operation.completed_on),
    otherwise=text(fr="jour d’achèvement à l’appui", en="completion known by its day"),
    note=text(
        fr="L’avis peut précéder ou suivre l’achèvement : le vérifier avec l’appel de fonds ; une fois constaté, indiquer son jour.",
        en="The notice may come before or after the completion: check it with the call for funds; once it is established, give its day.",
    ),
)

is_announced_before_its_planned_end = named(
    text(
        fr="achèvement annoncé par le vendeur avant la fin prévue des travaux",
        en="completion announced by the seller before the planned end of the works",
    ),
    is_complete_by_notice_alone & later(Operation.works_end, than=Operation.completion_notified_on),
)

awaits_delivery_and_loans = named(
    text(fr="VEFA à livrer, prêts garantis non versés", en="off-plan delivery to come, guaranteed loans not paid out"),
    is_off_plan & has_loans_to_guarantee & ~happened(Operation.delivered_on) & ~happened(Operation.loan_first_paid_on),
)

awaits_delivery_and_cdc_loans = named(
    text(
        fr="VEFA à livrer, prêts garantis de la Caisse des dépôts non versés",
        en="off-plan delivery to come, guaranteed loans of the CDC not paid out",
    ),
    awaits_delivery_and_loans & has_cdc_loans_to_guarantee,
)

may_await_the_signed_contract = named(
    text(
        fr="VEFA à livrer, garantie à obtenir pour les prêts d’un autre prêteur que la Caisse des dépôts",
        en="off-plan delivery to come, guarantee to be obtained for the loans of another lender than the CDC",
    ),
    awaits_delivery_and_loans & ~has_cdc_loans_to_guarantee & ~happened(Operation.guarantee_decided_on),
)

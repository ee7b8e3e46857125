"""What is said of a purchase off plan: how far the seller has come."""

from domain.conditions import happened, named
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import has_loans_to_guarantee

TITLE = text(fr="Ventes en l’état futur d’achèvement", en="Off-plan purchases")

is_complete_by_notice_alone = named(
    text(fr="achèvement connu par le seul avis du vendeur", en="completion known by the seller’s notice alone"),
    (Operation.kind == OperationKind.OFF_PLAN_PURCHASE) & happened(Operation.completion_notified_on) & ~happened(Operation.completed_on),
    otherwise=text(fr="jour d’achèvement à l’appui", en="completion known by its day"),
)

awaits_delivery_and_loans = named(
    text(fr="VEFA à livrer, prêts garantis non versés", en="off-plan delivery to come, guaranteed loans not paid out"),
    (Operation.kind == OperationKind.OFF_PLAN_PURCHASE)
    & has_loans_to_guarantee
    & ~happened(Operation.delivered_on)
    & ~happened(Operation.loan_first_paid_on),
)

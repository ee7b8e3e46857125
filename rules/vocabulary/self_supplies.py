"""What a landlord supplies to itself for VAT: a new building (CGI 278 sexies), or works (278 sexies A)."""

from domain.conditions import named
from domain.funding import FundingProduct
from domain.operation_choices import OperationKind
from domain.operations import Operation
from domain.text import text
from rules.vocabulary.operations import is_construction, is_rehabilitation

TITLE = text(fr="Livraisons à soi-même", en="Self-supplies")

supplies_a_new_building_to_itself = named(
    text(fr="immeuble neuf construit par le bailleur au taux réduit de TVA", en="new building by the landlord at the reduced rate of VAT"),
    is_construction & Operation.reduced_vat,
)

supplies_works_to_itself = named(
    text(
        fr="réhabilitation, ou acquisition-amélioration en PLUS ou PLAI, au taux réduit de TVA",
        en="renovation, or acquisition and improvement by PLUS or PLAI, at the reduced rate of VAT",
    ),
    (
        is_rehabilitation
        | (
            (Operation.kind == OperationKind.ACQUISITION_IMPROVEMENT)
            & Operation.funding_products.includes(FundingProduct.PLUS, FundingProduct.PLAI)
        )
    )
    & Operation.reduced_vat,
)

"""
The request for a loan guarantee, and the guarantee itself.

The list is that of one département; others ask for much the same.
"""

from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Requirement, document
from rules.sources.funding import GUARANTEE_FILE, LOAN_GUARANTEES
from rules.vocabulary.files import in_guarantee_file, in_loan_signatures
from rules.vocabulary.operations import has_loans_to_guarantee, is_building_work, provides_dwellings
from rules.vocabulary.phases import in_funding

TITLE = text(fr="Garantie des emprunts", en="Loan guarantee")

request_letter = document(
    of=Operation,
    title=text(
        fr="Courrier de demande de garantie d’emprunt (montant, quotités, co-garant)",
        en="Letter that requests the guarantee (amount, shares, co-guarantor)",
    ),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

statutes = document(
    of=Operation,
    title=text(fr="Statuts de l’organisme", en="Articles of association of the borrower (statuts)"),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

board_members = document(
    of=Operation,
    title=text(fr="Liste des membres du conseil d’administration", en="List of the board members"),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

board_deliberation = document(
    of=Operation,
    title=text(
        fr="Délibération du conseil d’administration sollicitant la garantie", en="Resolution of the board that asks for the guarantee"
    ),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

co_guarantor_deliberation = document(
    of=Operation,
    title=text(fr="Délibération de l’autre garant", en="Resolution of the other guarantor"),
    when=in_funding & provides_dwellings & (Operation.guarantors > 1),
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

explanatory_note = document(
    of=Operation,
    title=text(fr="Notice explicative de l’opération", en="Explanatory note on the operation"),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

financing_plan = document(
    of=Operation,
    title=text(fr="Plan de financement transmis au garant", en="Financing plan for the guarantor"),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

cost_estimates = document(
    of=Operation,
    title=text(fr="Devis descriptifs et estimatifs", en="Specifications and cost estimates"),
    when=in_guarantee_file & is_building_work,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

lender_agreement = document(
    of=Operation,
    title=text(
        fr="Accord de principe du prêteur ou contrat de prêt signé", en="Agreement in principle of the lender, or signed loan contract"
    ),
    when=in_guarantee_file,
    obtained=Operation.guarantee_requested_on,
    requirement=Requirement.TO_PROCESS,
    source=GUARANTEE_FILE,
)

guarantor_deliberation = document(
    of=Operation,
    title=text(fr="Délibération exécutoire accordant la garantie", en="Enforceable resolution that grants the guarantee"),
    when=in_loan_signatures & has_loans_to_guarantee,
    obtained=Operation.guarantee_decided_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=LOAN_GUARANTEES,
    note=text(
        fr="Le contrat signé d’un prêt de la Caisse des dépôts y est annexé ; la garantie de la CGLLS en tient lieu (de mémoire).",
        en="The signed contract of a CDC loan is annexed to it; the guarantee of the CGLLS is the alternative (from memory).",
    ),
)

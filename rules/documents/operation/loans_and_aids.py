"""Loans, urban renewal, local subsidies and energy certificates: the contracts that fund an operation beside the State's decision."""

from domain.conditions import happened
from domain.funding import FundingProduct
from domain.operations import Operation
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.funding import ECO_LOAN, EMPLOYER_LOAN, PLS_LOAN, URBAN_RENEWAL
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.sites import ENERGY_CERTIFICATES
from rules.vocabulary.files import in_loan_signatures
from rules.vocabulary.operations import (
    borrows_from_action_logement,
    borrows_from_cdc,
    is_new_supply,
    is_rehabilitation,
    provides_dwellings,
    takes_an_eco_loan,
)
from rules.vocabulary.phases import in_closure, in_feasibility, in_funding, in_preparation
from rules.vocabulary.subsidies import is_subsidised_by_anru

TITLE = text(fr="Prêts et autres aides", en="Loans and other aids")

cdc_loan_contract = document(
    of=Operation,
    title=text(fr="Contrat de prêt de la Caisse des dépôts (Banque des Territoires)", en="Loan contract of the Caisse des Dépôts (CDC)"),
    when=in_loan_signatures & borrows_from_cdc,
    obtained=Operation.cdc_loan_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

pls_loan_contract = document(
    of=Operation,
    title=text(fr="Contrat de prêt PLS", en="PLS loan contract"),
    when=in_loan_signatures & is_new_supply & Operation.funding_products.includes(FundingProduct.PLS),
    obtained=Operation.pls_loan_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=PLS_LOAN,
)

eco_loan_energy_audit = document(
    of=Operation,
    title=text(fr="Audit énergétique (méthode 3CL) pour l’éco-prêt logement social", en="Energy audit (3CL method) for the eco-loan"),
    when=in_feasibility & is_rehabilitation & Operation.eco_loan,
    obtained=Operation.energy_audit_received_on,
    requirement=Requirement.TO_PROCESS,
    source=ECO_LOAN,
)

eco_loan_commitment_form = document(
    of=Operation,
    title=text(
        fr="Formulaire d’engagement de l’éco-prêt et fiche des travaux", en="Commitment form of the eco-loan and sheet of the works"
    ),
    when=in_funding & is_rehabilitation & Operation.eco_loan,
    obtained=Operation.eco_loan_requested_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

eco_loan_completion_papers = document(
    of=Operation,
    title=text(
        fr="Justificatifs de fin de travaux demandés par le contrat d’éco-prêt",
        en="Papers that the contract of the eco-loan asks for once the works are complete",
    ),
    when=in_closure & takes_an_eco_loan & happened(Operation.completed_on),
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Aucune liste n’a été trouvée : le contrat dit lesquels, et pour quand. De mémoire, ce qui prouve la performance atteinte (DPE "
        "ou audit après travaux) et ce qui ouvre droit à un bonus.",
        en="No list was found: the contract says which ones, and by when. From memory, what proves the performance that was reached "
        "(energy certificate or audit after the works) and what gives right to a bonus.",
    ),
)

employer_loan_agreement = document(
    of=Operation,
    title=text(fr="Convention de prêt Action Logement (PEEC)", en="Loan agreement of Action Logement (employer contribution)"),
    when=in_funding & provides_dwellings & borrows_from_action_logement,
    obtained=Operation.employer_loan_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    source=EMPLOYER_LOAN,
)

energy_certificates_file = document(
    of=Operation,
    title=text(fr="Dossier de certificats d’économies d’énergie (CEE)", en="Energy saving certificates file"),
    when=in_preparation & is_rehabilitation & Operation.energy_certificates,
    obtained=Operation.energy_certificates_filed_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=ENERGY_CERTIFICATES,
)

urban_renewal_agreement = document(
    of=Operation,
    title=text(
        fr="Convention pluriannuelle ANRU mentionnant l’opération", en="Multi-year urban renewal agreement (ANRU) that lists the operation"
    ),
    when=in_funding & is_subsidised_by_anru,
    obtained=Operation.anru_agreement_signed_on,
    requirement=Requirement.TO_PROCESS,
    source=URBAN_RENEWAL,
)

urban_renewal_subsidy_decision = document(
    of=Operation,
    title=text(fr="Décision attributive de subvention ANRU (DAS)", en="Urban renewal subsidy decision (ANRU)"),
    when=in_funding & is_subsidised_by_anru,
    obtained=Operation.anru_decided_on,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

local_subsidy_agreement = document(
    of=Operation,
    title=text(fr="Convention de subvention de la collectivité", en="Subsidy agreement of the local authority"),
    when=in_funding & provides_dwellings & Operation.local_subsidy,
    obtained=Operation.local_subsidy_signed_on,
    made_then=True,
    requirement=Requirement.TO_PROCESS,
    confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

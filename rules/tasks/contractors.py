"""What the client checks of the contractors, before the contracts and while the works run: their contributions, their subcontractors."""

from domain.calendar import days, months
from domain.conditions import happened, not_before, passed
from domain.operations import Operation
from domain.text import text
from rules.calculations.contractors import contribution_certificates_limit, subcontractor_answer_limit
from rules.calculations.works_contracts import contracts_mark
from rules.engine.declare import Alert, Confidence, task
from rules.sources.contractors import BIDDER_CERTIFICATES, CONTRIBUTION_CERTIFICATES, FOREIGN_EMPLOYEES, SUBCONTRACTORS
from rules.vocabulary.building_sites import has_contracts_under_way
from rules.vocabulary.operations import has_works_of_its_own, is_not_complete

TITLE = text(fr="Entreprises du chantier", en="Contractors of the site")

# The bidders turned down are told once those chosen have handed them in: a letter is sent sixteen days before the signature.
certificates_before_contracts = task(
    of=Operation,
    title=text(
        fr="Recueillir, avant de signer, les attestations de vigilance, fiscales et sociales des attributaires",
        en="Collect, before signing, the contribution, tax and social security certificates of the bidders chosen",
    ),
    display=has_works_of_its_own & ~happened(Operation.works_contracts_signed_on),
    open_while=is_not_complete & happened(Operation.tender_awarded_on),
    counts_to=contracts_mark - days(16),
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.contribution_certificates_received_on) & ~passed(Operation.contribution_certificates_received_on + months(6)),
    blocks=("tasks.works_contracts.works_contracts",),
    delay_confidence=Confidence.PROPOSAL,
    source=(CONTRIBUTION_CERTIFICATES, FOREIGN_EMPLOYEES, BIDDER_CERTIFICATES),
    note=text(
        fr="Avec la preuve d’immatriculation (extrait Kbis ou équivalent : D8222-5, 2°) et la liste des salariés étrangers soumis à "
        "autorisation de travail. Qui ne les remet pas dans le délai fixé est éliminé ; les candidats non retenus sont informés ensuite. "
        "Demander aussi, hors démolition, l’attestation décennale : tout candidat doit pouvoir en justifier (code des assurances, L241-1).",
        en="With the proof of registration (Kbis extract or the like: D8222-5, 2°) and the list of the foreign employees who need a work "
        "permit. Whoever does not hand them in within the time set is excluded; the bidders turned down are told afterwards. Ask also, "
        "except for a demolition, for the ten-year certificate: every bidder must be able to show it (code des assurances, L241-1).",
    ),
)

# Good for six months; from the day after they came in, the next ones are to come.
contribution_certificates = task(
    of=Operation,
    title=text(
        fr="Recueillir les attestations de vigilance des entreprises, tous les six mois",
        en="Collect the contribution certificates (attestations de vigilance) of the contractors, every six months",
    ),
    display=has_works_of_its_own,
    open_while=has_contracts_under_way,
    counts_to=contribution_certificates_limit,
    alerts={Alert.MODERATE: months(1), Alert.CRITICAL: days(10)},
    closed=happened(Operation.contribution_certificates_received_on) & ~passed(Operation.contribution_certificates_received_on),
    source=(CONTRIBUTION_CERTIFICATES, FOREIGN_EMPLOYEES),
    note=text(
        fr="De chaque entreprise, jusqu’à la fin de son marché, datées de moins de six mois, à vérifier auprès de l’Urssaf ; avec elles, "
        "la preuve d’immatriculation (extrait Kbis ou équivalent : D8222-5, 2°) et la liste des salariés étrangers soumis à autorisation "
        "de travail. Ceux de la signature : vérifier qu’ils sont au dossier. Lever les réserves fait encore partie de l’exécution du "
        "marché (appréciation, sans texte) : après la réception, des seules entreprises qui en ont à lever. À défaut, le maître d’ouvrage "
        "peut devoir ce que l’entreprise n’a pas payé (L8222-2, de mémoire).",
        en="From each contractor, until the end of its contract, less than six months old, to be checked with the Urssaf; with them, the "
        "proof of registration (Kbis extract or the like: D8222-5, 2°) and the list of the foreign employees who need a work permit. Those "
        "of the signature: check that they are in the file. To put right the defects noted at acceptance (réserves) is still part of "
        "carrying out the contract (an assessment, no text): after acceptance, from the contractors alone that have some to put right. "
        "Without them the client may owe what the contractor has not paid (L8222-2, from memory).",
    ),
)

# An answer that came before the last declaration is one to another.
subcontractor_answer = task(
    of=Operation,
    title=text(
        fr="Répondre à la déclaration d’un sous-traitant (acceptation, conditions de paiement)",
        en="Answer the declaration of a subcontractor (acceptance, terms of payment)",
    ),
    display=has_works_of_its_own,
    open_while=is_not_complete & happened(Operation.subcontractor_declared_on),
    counts_to=subcontractor_answer_limit,
    alerts={Alert.MODERATE: days(15), Alert.CRITICAL: days(5)},
    closed=not_before(Operation.subcontractor_answered_on, subcontractor_answer_limit - days(21))
    & happened(Operation.subcontractor_answered_on),
    source=SUBCONTRACTORS,
    note=text(
        fr="Vingt et un jours de silence depuis sa réception complète valent acceptation et agrément : refuser avant. Nul sous-traitant ne "
        "travaille sur le chantier sans être accepté.",
        en="Twenty-one days of silence since it was received in full mean that both are accepted: refuse before. No subcontractor works on "
        "the site without being accepted.",
    ),
)

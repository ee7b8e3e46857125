"""What is granted, or committed, before the works are ordered: the State's decision, local subsidies, the ANRU's, energy certificates."""

from domain.calendar import days, months
from domain.conditions import happened, later
from domain.operations import Operation
from domain.text import text
from rules.calculations.works_contracts import contracts_mark
from rules.engine.declare import Alert, Confidence, task
from rules.sources.funding import INVESTMENT_SUBSIDIES, PALULOS_DELAYS
from rules.sources.practice import NO_TEXT_FOUND
from rules.sources.sites import ENERGY_CERTIFICATES
from rules.vocabulary.operations import is_rehabilitation, is_subsidised, provides_dwellings, works_are_ahead, works_on_existing_building
from rules.vocabulary.subsidies import is_subsidised_by_anru

TITLE = text(fr="Subventions à obtenir", en="Subsidies to obtain")

# Before the award: the contracts are signed once it is there, two months after the request.
grant_decision = task(
    of=Operation,
    title=text(
        fr="Obtenir la décision de subvention avant de signer les marchés", en="Obtain the grant decision before the contracts are signed"
    ),
    display=works_on_existing_building & is_subsidised,
    counts_to=contracts_mark - months(1),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.funding_decided_on),
    blocks=("tasks.works_contracts.works_contracts", "tasks.works_contracts.start_order"),
    delay_confidence=Confidence.PROPOSAL,
    source=(PALULOS_DELAYS, INVESTMENT_SUBSIDIES),
    note=text(
        fr="Le texte ne la veut qu’avant le début des travaux (D323-8), sauf dérogation du préfet ; il ne dit pas si un marché signé les "
        "commence. Le décret n° 2018-514, pour qui le premier engagement ferme vaut début (art. 5, de mémoire), ne s’applique pas aux "
        "subventions du CCH (art. 1er). Par prudence, signer les marchés après elle.",
        en="The text wants it only before the works begin (D323-8), unless the prefect grants an exception; it does not say whether a "
        "signed contract begins them. Decree no 2018-514, for which the first firm commitment is the beginning (art. 5, from memory), "
        "does not apply to subsidies of the CCH (art. 1). To be safe, sign the contracts after it.",
    ),
)

start_after_grant = task(
    of=Operation,
    title=text(fr="Prévoir le démarrage après la décision de subvention", en="Plan the start of the works after the grant decision"),
    display=works_on_existing_building & is_subsidised,
    open_while=works_are_ahead,
    counts_to=Operation.works_start,
    alerts={Alert.CRITICAL: months(2)},
    closed=later(Operation.works_start, than=Operation.funding_decided_on),
    source=PALULOS_DELAYS,
    note=text(
        fr="Des travaux commencés avant la décision ne sont pas subventionnés, sauf dérogation exceptionnelle du préfet.",
        en="Works begun before the decision are not subsidised, unless the prefect grants an exception.",
    ),
)

local_subsidy_agreement = task(
    of=Operation,
    title=text(fr="Signer la convention de subvention locale", en="Sign the local subsidy agreement"),
    display=provides_dwellings & Operation.local_subsidy,
    counts_to=contracts_mark - days(10),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.local_subsidy_signed_on),
    blocks=("tasks.works_contracts.works_contracts",),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=NO_TEXT_FOUND,
    note=text(
        fr="Beaucoup de collectivités ne paient rien de ce qui est commandé avant leur décision : lire leur règlement avant de signer les "
        "marchés (de mémoire).",
        en="Many local authorities pay for nothing that was ordered before their decision: read their rules before the works contracts are "
        "signed (from memory).",
    ),
)

# Before the signature: what is signed without it gives no certificate.
energy_certificates_agreement = task(
    of=Operation,
    title=text(
        fr="Conclure l’engagement sur les certificats d’économies d’énergie (CEE), avant les marchés",
        en="Make the commitment on the energy saving certificates (CEE), before the works contracts",
    ),
    display=is_rehabilitation & Operation.energy_certificates,
    open_while=~happened(Operation.works_contracts_signed_on),
    counts_to=contracts_mark - days(10),
    alerts={Alert.MODERATE: months(2), Alert.CRITICAL: months(1)},
    closed=happened(Operation.energy_certificates_agreed_on),
    blocks=("tasks.works_contracts.works_contracts",),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.PROPOSAL,
    source=ENERGY_CERTIFICATES,
    note=text(
        fr="L’acheteur des certificats prouve son rôle incitatif par un engagement antérieur à la signature des marchés ; sinon, aucun "
        "certificat n’est délivré.",
        en="The buyer of the certificates proves to have brought about the works by a commitment made before the contracts are signed; "
        "else no certificate is issued.",
    ),
)

energy_certificates_claim = task(
    of=Operation,
    title=text(
        fr="Déposer le dossier de certificats d’économies d’énergie (CEE)", en="Submit the file for the energy saving certificates (CEE)"
    ),
    display=is_rehabilitation & Operation.energy_certificates,
    open_while=happened(Operation.completed_on),
    counts_to=Operation.completed_on + months(12),
    alerts={Alert.MODERATE: months(9), Alert.CRITICAL: months(3)},
    closed=happened(Operation.energy_certificates_filed_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=ENERGY_CERTIFICATES,
    note=text(
        fr="Les douze mois courent pour chaque opération (isolation, fenêtres, chaufferie) de sa propre fin, d’ordinaire prouvée par sa "
        "facture (de mémoire) : pour un lot fini avant l’ensemble, l’échéance est plus proche, ou passée. Contrôler dès maintenant, "
        "facture par facture. Qui achète les certificats veut souvent les pièces bien plus tôt : lire le contrat.",
        en="The twelve months run for each operation (insulation, windows, boiler room) from its own end, usually proved by its invoice "
        "(from memory): for a lot that ended before the whole, the day is nearer, or past. Check now, invoice by invoice. Whoever buys "
        "the certificates often wants the papers much earlier: read the contract.",
    ),
)

anru_decision = task(
    of=Operation,
    title=text(fr="Obtenir la décision attributive ANRU (DAS)", en="Obtain the ANRU decision"),
    display=is_subsidised_by_anru,
    counts_to=Operation.works_start,
    alerts={Alert.MODERATE: months(4), Alert.CRITICAL: months(2)},
    closed=happened(Operation.anru_decided_on),
    confidence=Confidence.FROM_MEMORY,
    delay_confidence=Confidence.FROM_MEMORY,
    source=NO_TEXT_FOUND,
)

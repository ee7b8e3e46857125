"""The contractors of a building site: what proves that they pay their contributions, and whom they subcontract to."""

from domain.text import text
from rules.engine.declare import Source

CONTRIBUTION_CERTIFICATES = Source(
    reference="Code du travail, art. L8222-1 et D8222-5",
    title=text(
        fr="Attestations de vigilance et preuve d’immatriculation, à la conclusion du contrat puis tous les six mois jusqu’à la fin de son "
        "exécution",
        en="Contribution certificates of contractors and proof of their registration, when the contract is made, then every six months "
        "until it is carried out",
    ),
    address="https://git.tricoteuses.fr/codes/code_du_travail/commit/93634e1a66fa5f649644b2f413e67e770b078768",
    version=text(
        fr="D8222-5 lu, en vigueur du 1er janvier 2012 au 1er janvier 2023",
        en="D8222-5 read, in force from 1 January 2012 to 1 January 2023",
    ),
)
FOREIGN_EMPLOYEES = Source(
    reference="Code du travail, art. D8254-2 et D8254-4",
    title=text(
        fr="Liste des salariés étrangers soumis à autorisation de travail, à la conclusion du contrat puis tous les six mois",
        en="List of the foreign employees who need a work permit, when the contract is made, then every six months",
    ),
    address="https://www.code-commande-publique.com/articles-d8254-2-et-d8254-3-c-travail/",
    version=text(
        fr="D8254-2 lu ; les six mois lus sans le numéro de leur article",
        en="D8254-2 read; the six months read without the number of their article",
    ),
)
BIDDER_CERTIFICATES = Source(
    reference="Code de la commande publique, art. L2141-2, R2143-6 à R2143-10 et R2144-7",
    title=text(
        fr="Certificats fiscaux et sociaux et attestations remis par l’attributaire avant les lettres de rejet et la signature",
        en="Tax, social security and contribution certificates of the bidder chosen, before the others are told and before signing",
    ),
    address="https://code-commande-publique.com/attribution-du-marche-2",
    version=text(fr="L2141-2 et R2143-8 lus, le reste dans ce commentaire", en="L2141-2 and R2143-8 read, the rest in this commentary"),
)
AWARD = Source(
    reference="Code de la commande publique, art. R2181-1 à R2181-3 et R2182-1",
    title=text(
        fr="Candidats non retenus informés ; en procédure formalisée, onze jours avant de signer (seize si l’envoi n’est pas électronique)",
        en="Bidders turned down are told; in a formal procedure eleven days before the signature (sixteen where not told electronically)",
    ),
    address="https://www.code-commande-publique.com/signature-et-notification-du-marche/",
    version=text(fr="art. R2181-3 et R2182-1, lus", en="art. R2181-3 and R2182-1, read"),
)
SUBCONTRACTORS = Source(
    reference="Loi n° 75-1334 du 31 décembre 1975, art. 3 ; code de la commande publique, art. R2193-3 et R2193-4",
    title=text(
        fr="Sous-traitants à accepter et conditions de paiement à agréer ; vingt et un jours de silence valent accord",
        en="Subcontractors to accept, and their terms of payment; twenty-one days of silence mean consent",
    ),
    address="https://juriblio.fr/codes/code-de-la-commande-publique/partie-reglementaire/deuxieme-partie/livre-ier/titre-ix/chapitre-iii/section-1/sous-section-1/paragraphe-2",
    version=text(fr="art. R2193-3 et R2193-4, lus", en="art. R2193-3 and R2193-4, read"),
)

"""Safety and health on the building site (code du travail): each duty by its own articles."""

from domain.text import text
from rules.engine.declare import Source

SAFETY_COORDINATOR = Source(
    reference="Code du travail, art. R4532-4",
    title=text(
        fr="Coordonnateur SPS, dès le début de l’avant-projet sommaire",
        en="Health and safety coordinator, from the start of the preliminary design",
    ),
)
WORKS_SAFETY_COORDINATOR = Source(
    reference="Code du travail, art. R4532-5",
    title=text(
        fr="Coordonnateur SPS de la phase travaux, s’il est distinct, avant le lancement de la consultation des entreprises",
        en="Safety coordinator of the works phase, where it is another, before the call for tenders is launched",
    ),
    address="https://archeo-lex.fr/codes/code_du_travail/2003-01-26/modifications",
    version=text(fr="lu sous son ancien numéro, R238-4, version de 2003", en="read under its former number, R238-4, version of 2003"),
)
SAFETY_DECLARATION = Source(
    reference="Code du travail, art. L4532-1, R4532-2 et R4532-3",
    title=text(
        fr="Déclaration préalable SPS, au dépôt du permis de construire ou, sans lui, trente jours avant les travaux",
        en="Prior notice of the works (déclaration préalable SPS), with the building permit application or else thirty days before",
    ),
    address="https://www.amf43.fr/2021/10/11/obligations-des-maitres-douvrage/",
)
COORDINATION_PLAN = Source(
    reference="Code du travail, art. L4532-8 et R4532-44 à R4532-49",
    title=text(fr="Plan général de coordination (PGC), joint à la consultation", en="General coordination plan, a tender document"),
)
COMPANY_SAFETY_PLANS = Source(
    reference="Code du travail, art. L4532-9, R4532-56 et R4532-62",
    title=text(
        fr="Plans particuliers de sécurité (PPSPS), trente jours après la réception du contrat signé",
        en="Safety plans of the contractors (PPSPS), thirty days after they receive the signed contract",
    ),
    address="https://codes-et-lois.fr/code-du-travail/toc-nouvelle-sante-securite-au-travail-prevention-risques-lies--e4a57a1-texte-integral",
    version=text(fr="art. R4532-56 et R4532-62, lus", en="art. R4532-56 and R4532-62, read"),
)
SITE_BOARD = Source(
    reference="Code du travail, art. R4532-77",
    title=text(fr="Collège interentreprises (CISSCT)", en="Board of the contractors (CISSCT)"),
)
LATER_WORKS_FILE = Source(
    reference="Code du travail, art. R4532-95 à R4532-97",
    title=text(
        fr="Dossier d’intervention ultérieure sur l’ouvrage (DIUO), remis à la réception, joint aux actes de vente",
        en="File for later works on the building (DIUO), handed over at the acceptance, joined to deeds of sale",
    ),
    address="https://juriblio.fr/codes/code-du-travail/partie-reglementaire/quatrieme-partie/livre-v/titre-iii/chapitre-ii/section-7/article-r4532-97",
    version=text(fr="art. R4532-97, lu", en="art. R4532-97, read"),
)

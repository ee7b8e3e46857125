"""The building site: its ground, its safety, its control and its insurance."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

ENVIRONMENT = Source(
    reference="Code de l’environnement, art. L214-3, R122-2 et L125-5",
    title=text(
        fr="Loi sur l’eau, étude d’impact ou examen au cas par cas, état des risques",
        en="Water law, impact study or case-by-case review, statement of risks",
    ),
    address=CODES,
    version=CODES_2015,
)
ARCHAEOLOGY = Source(
    reference="Code du patrimoine, art. L522-2",
    title=text(
        fr="Archéologie préventive : 21 jours pour prescrire un diagnostic (deux mois avec étude d’impact), trois mois après son rapport "
        "pour prescrire une fouille",
        en="Preventive archaeology: 21 days to prescribe a diagnosis (two months with an impact study), three months after its report to "
        "prescribe an excavation",
    ),
    address=CODES,
    version=CODES_2015,
)
TECHNICAL_CONTROL = Source(
    reference="CCH, art. R111-38",
    caveat=text(fr="devenu R125-17 et suivants", en="now R125-17 et seq."),
    title=text(fr="Contrôle technique obligatoire", en="Mandatory building control (contrôle technique)"),
    address=CODES,
    version=CODES_2015,
)
NETWORK_DECLARATIONS = Source(
    reference="Code de l’environnement, art. R554-20 et suivants",
    title=text(
        fr="Travaux près des réseaux : déclaration de projet (DT), déclaration d’intention (DICT)",
        en="Works near networks: project declaration (DT), declaration of intent (DICT)",
    ),
)
TEN_YEAR_CERTIFICATES = Source(
    reference="Code des assurances, art. L241-1, L243-2 et R243-2",
    title=text(
        fr="Assurance décennale des constructeurs, justifiée à l’ouverture du chantier",
        en="Ten-year insurance of builders, shown when the site opens",
    ),
    address="http://www.helians.fr/actualite-juridique-blog-expropriation/marches-publics/construction-renforcement-de-l-information-du-maitre-d-ouvrage-les-constructeurs-doivent-justifier-de-leur-attestation-d-assurance-decennale-des-l-ouverture-du-chantier-ba2546.html",
)
WORKS_INSURANCE = Source(
    reference="Code des assurances, art. L242-1 ; code de l’urbanisme, art. A424-9",
    title=text(fr="Assurance dommages-ouvrage, avant l’ouverture du chantier", en="Works-damage insurance, before the site opens"),
    address="https://www.franceassureurs.fr/lassurance-protege-finance-et-emploie/lassurance-protege/les-demarches-en-cas-de-sinistre/assurance-dommages-ouvrage-du-logement/",
)
SOIL_POLLUTION = Source(
    reference="Code de l’environnement, art. L556-1",
    title=text(
        fr="Pollution des sols prise en compte, attestée par un bureau certifié",
        en="Soil pollution taken into account, attested by a certified office",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
GEOTECHNICS = Source(
    reference="Norme NF P 94-500",
    title=text(fr="Missions d’ingénierie géotechnique", en="Missions of geotechnical engineering"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
NEIGHBOURS_RECORD = Source(
    reference="Code de procédure civile, art. 145 ; code de justice administrative, art. R532-1",
    title=text(fr="Constat des existants avant travaux (référé préventif)", en="Record of neighbouring buildings before works"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
PROJECT_MANAGEMENT = Source(
    reference="Code de la commande publique, art. L2410-1 et suivants",
    title=text(fr="Maîtrise d’ouvrage publique et maîtrise d’œuvre privée", en="Public clients and their lead designers"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
AS_BUILT_DOCUMENTS = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 40",
    title=text(fr="Documents fournis après exécution (DOE)", en="Documents supplied after the works"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
ENERGY_CERTIFICATES = Source(
    reference="Code de l’énergie, art. L221-1 et suivants",
    title=text(fr="Certificats d’économies d’énergie", en="Energy saving certificates"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)

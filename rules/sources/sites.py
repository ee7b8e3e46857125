"""The building site: its ground, its safety, its control and its insurance."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

ENVIRONMENT = Source(
    reference="Code de l’environnement, art. L214-3 et R122-2",
    title=text(
        fr="Loi sur l’eau, étude d’impact ou examen au cas par cas",
        en="Water law, impact study or case-by-case review",
    ),
    address=CODES,
    version=CODES_2015,
)
RISK_STATEMENT = Source(
    reference="Code de l’environnement, art. L125-5 et R125-23 à R125-26",
    title=text(
        fr="État des risques : établi moins de six mois avant la première visite, où il est remis, puis joint au bail",
        en="Statement of risks: made out less than six months before the first visit, at which it is given, then annexed to the lease",
    ),
    address="https://tricoteuses.fr/en/legifrance/articles/LEGIARTI000046364628",
    version=text(fr="R125-25 lu ; L125-5, version de 2015", en="R125-25 read; L125-5, version of 2015"),
)
ARCHAEOLOGY = Source(
    reference="Code du patrimoine, art. L522-2, R523-18 et R523-19",
    title=text(
        fr="Archéologie préventive : un mois pour prescrire un diagnostic (21 jours au L522-2 ; deux mois avec étude d’impact), trois mois "
        "après son rapport pour prescrire une fouille ; le silence vaut renonciation",
        en="Preventive archaeology: a month to require a survey (21 days in L522-2; two months with an impact study), three months after "
        "its report to require an excavation; silence means none",
    ),
    address="https://lexbase.fr/texte-de-loi/code-du-patrimoiner52318/L5292LEQ.html",
    version=text(fr="L522-2 : version de 2015 ; R523-18, lu", en="L522-2: version of 2015; R523-18, read"),
)
TECHNICAL_CONTROL = Source(
    reference="CCH, art. R111-38",
    caveat=text(fr="devenu R125-17 et suivants", en="now R125-17 et seq."),
    title=text(
        fr="Contrôle technique obligatoire : plancher à plus de 28 m, ou de 8 m en zone de sismicité 4 ou 5",
        en="Mandatory building control (contrôle technique): floor above 28 m, or above 8 m in seismic zones 4 and 5",
    ),
    address="https://sitesecurite.com/contenu/_codes/cch_ct/cchr111_38a42.php",
    version=text(fr="version de 2007, lue, et de 2015", en="version of 2007, read, and of 2015"),
)
NETWORK_DECLARATIONS = Source(
    reference="Code de l’environnement, art. R554-20 et suivants",
    title=text(
        fr="Travaux près des réseaux : projet déclaré par son responsable (DT), travaux par leur exécutant (DICT)",
        en="Works near networks: the project declared by who leads it (DT), the works by who carries them out (DICT)",
    ),
    address="https://www.reseaux-et-canalisations.ineris.fr/gu-presentation/front/faq.action?codeTheme=13&hl=dict",
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
INSURANCE_CLAUSES = Source(
    reference="Code des assurances, art. A243-1, annexe II",
    title=text(
        fr="Clauses types de l’assurance dommages-ouvrage : réceptions, plans et levées de réserves envoyés à l’assureur, sous un mois",
        en="Standard clauses of works-damage insurance: acceptance, plans, defects put right told to the insurer within a month",
    ),
    address="https://news-assurances.com/fiche-pratique/assurances-entreprises-tpe-pme/les-clauses-types-dans-un-contrat-dassurance-dommages-ouvrages/016777166",
    version=PRESENTED,
)
SOIL_POLLUTION = Source(
    reference="Code de l’environnement, art. L556-1 et R556-1",
    title=text(
        fr="Pollution des sols prise en compte, attestée par un bureau certifié",
        en="Soil pollution taken into account, attested by a certified office",
    ),
    address="https://www.preventionbtp.fr/droit-de-la-prevention/article-r556-1-du-code-de-l-environnement_ughHsNPAVPLS28iXLxf7of",
    version=text(fr="art. R556-1, lu", en="art. R556-1, read"),
)
GEOTECHNICS = Source(
    reference="Norme NF P 94-500, novembre 2013",
    title=text(
        fr="Missions d’ingénierie géotechnique : étude préalable (G1) dès l’étude préliminaire, de conception (G2) ensuite",
        en="Missions of geotechnical engineering: preliminary study (G1) from the outset, design study (G2) next",
    ),
    address="http://www.axetys.fr/axetys-se-positionne-sur-la-nouvelle-nf-p-94-500/",
    version=PRESENTED,
)
NEIGHBOURS_RECORD = Source(
    reference="Code de procédure civile, art. 145 ; code de justice administrative, art. R532-1",
    title=text(
        fr="Le juge peut charger un expert de constater l’état des immeubles voisins (référé préventif)",
        en="The court may have an expert record the state of the neighbouring buildings",
    ),
    address=CODES,
    version=CODES_2015,
)
PROJECT_MANAGEMENT = Source(
    reference="Code de la commande publique, art. L2410-1 et suivants",
    title=text(
        fr="Les bailleurs sociaux, maîtres d’ouvrage des logements aidés ; maîtrise d’œuvre privée",
        en="Social landlords as clients of subsidised dwellings; private lead designers",
    ),
    address="https://www.legifrance.gouv.fr/codes/section_lc/LEGITEXT000037701019/LEGISCTA000037704427/",
    version=text(fr="art. L2411-1 en vigueur au 12 juin 2024, lu", en="art. L2411-1 in force on 12 June 2024, read"),
)
ELECTRICITY_CERTIFICATE = Source(
    reference="Code de l’énergie, art. D342-20 ; décret n° 72-1120 du 14 décembre 1972",
    title=text(
        fr="Attestation de conformité de l’installation électrique, établie à la fin des travaux (Consuel)",
        en="Conformity certificate of the electricity, made out at the end of the works (Consuel)",
    ),
    address="https://legal.tricoteuses.fr/articles/LEGIARTI000050765734",
    version=text(fr="arrêté d’application lu", en="order that applies it read"),
)
AS_BUILT_DOCUMENTS = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 40",
    title=text(fr="Documents fournis après exécution (DOE)", en="Documents supplied after the works"),
    address="https://www.maf.fr/actualite/fin-de-chantier-faciliter-linformation-technique-du-maitre-douvrage",
    version=PRESENTED,
)
WORKS_NOTICE = Source(
    reference="Loi n° 89-462 du 6 juillet 1989, art. 7 e",
    title=text(
        fr="Travaux dans le logement loué : notification préalable au locataire", en="Works in a let dwelling: notice to the tenant before"
    ),
    address="http://lappelexpert.editions-legislatives.fr/question-juridique/civil/travaux-d-amelioration-et-acces-au-logement-du-locataire",
    version=PRESENTED,
)
WORKS_RENT_CUT = Source(
    reference="Code civil, art. 1724",
    title=text(
        fr="Travaux de plus de vingt et un jours : loyer diminué à proportion du temps et de la partie dont le locataire est privé",
        en="Works of more than twenty-one days: rent reduced in proportion to the time and the part of which the tenant is deprived",
    ),
    address="https://actance.eu/le-blog/2230730_bail-de-droit-commun-l-obligation-d-entretien-de-reparation-et-les-autres-obligations-du-bailleur",
    version=text(
        fr="cité avec les quarante jours d’avant 2014 ; les vingt et un, de mémoire",
        en="quoted with the forty days of before 2014; the twenty-one, from memory",
    ),
)
ENERGY_CERTIFICATES = Source(
    reference="Code de l’énergie, art. L221-1 et suivants ; arrêté du 4 septembre 2014",
    title=text(fr="Certificats d’économies d’énergie", en="Energy saving certificates"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)

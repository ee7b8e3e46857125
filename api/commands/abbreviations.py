"""The abbreviations of French social housing, for those who do not know them."""

import re
from collections.abc import Iterable, Iterator

from api.commands.lines import Line
from domain.text import Language, Text, text

ABBREVIATIONS: dict[str, Text] = {
    "3CL": text(
        fr="calcul des consommations conventionnelles des logements", en="method that calculates the conventional consumption of dwellings"
    ),
    "AAH": text(fr="allocation aux adultes handicapés", en="disabled adults allowance"),
    "AL": text(fr="allocation de logement", en="housing allowance"),
    "ANCOLS": text(fr="Agence nationale de contrôle du logement social", en="national agency that inspects social housing"),
    "ANIL": text(fr="Agence nationale pour l’information sur le logement", en="national agency for housing information"),
    "ANRU": text(fr="Agence nationale pour la rénovation urbaine", en="national agency for urban renewal"),
    "APA": text(fr="allocation personnalisée d’autonomie", en="allowance of the elderly who need help"),
    "APL": text(
        fr="aide personnalisée au logement",
        en="housing benefit; a convention APL is the State’s agreement on social rents that gives entitlement to it",
    ),
    "ARE": text(fr="allocation d’aide au retour à l’emploi", en="unemployment benefit"),
    "ASPA": text(fr="allocation de solidarité aux personnes âgées", en="old-age solidarity allowance"),
    "ASS": text(fr="allocation de solidarité spécifique", en="benefit of the long-term unemployed"),
    "BOI": text(fr="Bulletin officiel des impôts", en="official bulletin of the tax authority"),
    "CAF": text(fr="caisse d’allocations familiales", en="family benefits office"),
    "CALEOL": text(
        fr="commission d’attribution des logements et d’examen de l’occupation des logements",
        en="committee that allocates social dwellings and examines how they are occupied",
    ),
    "CCH": text(fr="code de la construction et de l’habitation", en="construction and housing code"),
    "CCAG": text(fr="cahier des clauses administratives générales des marchés publics", en="general terms of public contracts"),
    "CDAPH": text(
        fr="commission des droits et de l’autonomie des personnes handicapées", en="commission for the rights of disabled persons"
    ),
    "CDC": text(fr="Caisse des dépôts et consignations", en="the State’s deposit and loan bank"),
    "CDPR": text(fr="coefficient de dépassement du plafond de ressources", en="coefficient of the excess over the income ceiling"),
    "CEE": text(fr="certificats d’économies d’énergie", en="energy saving certificates"),
    "CGCT": text(fr="code général des collectivités territoriales", en="code of local authorities"),
    "CGI": text(fr="code général des impôts", en="tax code"),
    "CGLLS": text(fr="Caisse de garantie du logement locatif social", en="guarantee fund of social housing"),
    "CISSCT": text(
        fr="collège interentreprises de sécurité, de santé et des conditions de travail",
        en="board of the contractors on a site for safety and health",
    ),
    "CNDA": text(fr="Cour nationale du droit d’asile", en="national court of asylum"),
    "CNR": text(fr="constructeur non réalisateur", en="seller that has others build what it sells"),
    "CRDS": text(fr="contribution au remboursement de la dette sociale", en="levy to repay the social debt"),
    "CREP": text(fr="constat de risque d’exposition au plomb", en="survey of the risk of exposure to lead"),
    "CSTB": text(fr="Centre scientifique et technique du bâtiment", en="national building research centre"),
    "CUS": text(fr="convention d’utilité sociale", en="social utility agreement"),
    "DAACT": text(
        fr="déclaration attestant l’achèvement et la conformité des travaux", en="declaration that the works are complete and as permitted"
    ),
    "DALO": text(fr="droit au logement opposable", en="enforceable right to housing"),
    "DAPP": text(fr="dossier amiante – parties privatives", en="asbestos file of the dwellings (private areas)"),
    "DAS": text(fr="décision attributive de subvention", en="decision that grants a subsidy"),
    "DDT": text(fr="direction départementale des territoires", en="State office of the département for planning and housing"),
    "DGD": text(fr="décompte général et définitif", en="final accounts of a works contract"),
    "DICT": text(fr="déclaration d’intention de commencement de travaux", en="declaration of intent to begin works"),
    "DIUO": text(fr="dossier d’intervention ultérieure sur l’ouvrage", en="file for later works on the building"),
    "DOE": text(fr="dossier des ouvrages exécutés", en="as-built documents"),
    "DPE": text(fr="diagnostic de performance énergétique", en="energy performance certificate"),
    "DREAL": text(
        fr="direction régionale de l’environnement, de l’aménagement et du logement", en="the State’s regional office of housing"
    ),
    "DT": text(fr="déclaration de projet de travaux", en="declaration of a project of works"),
    "DTA": text(fr="dossier technique amiante", en="asbestos file of the common areas"),
    "EDD": text(fr="état descriptif de division", en="description of the division of a property"),
    "EEA": text(fr="Espace économique européen", en="European Economic Area"),
    "EEE": text(fr="Espace économique européen", en="European Economic Area"),
    "EHPAD": text(fr="établissement d’hébergement pour personnes âgées dépendantes", en="nursing home"),
    "EPCI": text(fr="établissement public de coopération intercommunale", en="grouping of communes"),
    "EU": text(fr="Union européenne", en="European Union"),
    "EUR": text(fr="euro", en="euro"),
    "FRR": text(fr="France ruralités revitalisation", en="rural renewal zone, since 2024"),
    "GFA": text(fr="garantie financière d’achèvement", en="guarantee of completion, by a bank or insurer"),
    "HLM": text(fr="habitation à loyer modéré", en="social housing"),
    "INSEE": text(fr="Institut national de la statistique et des études économiques", en="French national statistics office"),
    "IRL": text(fr="indice de référence des loyers", en="rent reference index"),
    "LASM": text(fr="livraison à soi-même", en="self-supply, for value added tax"),
    "LM": text(fr="loyer maximal", en="maximum rent"),
    "LR": text(fr="loyer de référence de l’aide au logement", en="reference rent of housing benefit"),
    "MSA": text(fr="Mutualité sociale agricole", en="farmers’ social security"),
    "N-1": text(fr="l’année civile qui précède celle du jour de référence", en="the calendar year before that of the reference day"),
    "N-2": text(
        fr="la deuxième année civile avant celle du jour de référence", en="the second calendar year before that of the reference day"
    ),
    "NF": text(fr="norme française", en="French standard"),
    "NPNRU": text(fr="nouveau programme national de renouvellement urbain", en="new national programme of urban renewal"),
    "OPH": text(fr="office public de l’habitat", en="public housing office"),
    "OPS": text(fr="enquête sur l’occupation du parc social", en="survey of the occupants of social housing"),
    "PACS": text(fr="pacte civil de solidarité", en="civil partnership"),
    "PALULOS": text(
        fr="prime à l’amélioration des logements à usage locatif et à occupation sociale", en="subsidy to improve social dwellings"
    ),
    "PEEC": text(fr="participation des employeurs à l’effort de construction", en="employers’ contribution to housing"),
    "PEMD": text(fr="produits, équipements, matériaux et déchets", en="products, equipment, materials and waste"),
    "PGC": text(fr="plan général de coordination", en="general coordination plan"),
    "PLAI": text(
        fr="prêt locatif aidé d’intégration, pour les ménages les plus modestes", en="social rental loan for the poorest households"
    ),
    "PLI": text(
        fr="prêt locatif intermédiaire, entre loyer social et loyer du marché", en="loan for dwellings let between social and market rents"
    ),
    "PLS": text(
        fr="prêt locatif social, le plus haut des plafonds du logement social",
        en="social rental loan, with the highest of the social ceilings",
    ),
    "PLUS": text(fr="prêt locatif à usage social, le plus courant", en="social rental loan, the ordinary one"),
    "PNRU": text(fr="programme national de rénovation urbaine", en="former national programme of urban renewal"),
    "PP": text(fr="participation personnelle, pour l’APL", en="personal contribution, of the APL"),
    "PP-1": text(fr="politique patrimoniale, premier indicateur de la CUS", en="stock policy, first indicator of the CUS"),
    "PP-3": text(fr="politique patrimoniale, troisième indicateur de la CUS", en="stock policy, third indicator of the CUS"),
    "PPSPS": text(
        fr="plan particulier de sécurité et de protection de la santé", en="safety and health plan of each contractor on a building site"
    ),
    "PSLA": text(fr="prêt social location-accession", en="loan for renting before buying"),
    "PSP": text(fr="plan stratégique de patrimoine", en="the landlord’s asset strategy"),
    "QPV": text(fr="quartier prioritaire de la politique de la ville", en="priority neighbourhood"),
    "RE2020": text(fr="réglementation environnementale 2020 des bâtiments neufs", en="environmental regulation of new buildings, 2020"),
    "RL": text(fr="rapport de loyer", en="rent ratio"),
    "RLS": text(fr="réduction de loyer de solidarité", en="rent solidarity reduction"),
    "RNE": text(fr="Registre national des entreprises", en="national register of businesses"),
    "RPLS": text(fr="répertoire du parc locatif social", en="register of social dwellings"),
    "RSA": text(fr="revenu de solidarité active", en="minimum income"),
    "SLR": text(fr="supplément de loyer de référence", en="reference rent supplement"),
    "SLS": text(fr="supplément de loyer de solidarité, ou surloyer", en="solidarity rent supplement"),
    "SEM": text(fr="société d’économie mixte", en="semi-public company, which may build and let social housing"),
    "SPS": text(fr="sécurité et protection de la santé", en="safety and health on building sites"),
    "SRU": text(fr="loi « solidarité et renouvellement urbains »", en="act on solidarity and urban renewal"),
    "TF": text(fr="taux famille de l’aide au logement", en="family rate of housing benefit"),
    "TFPB": text(fr="taxe foncière sur les propriétés bâties", en="property tax on buildings"),
    "TL": text(fr="taux loyer de l’aide au logement", en="rent rate of housing benefit"),
    "TVA": text(fr="taxe sur la valeur ajoutée", en="value added tax"),
    "UE": text(fr="Union européenne", en="European Union"),
    "VAT": text(fr="taxe sur la valeur ajoutée", en="value added tax"),
    "VEFA": text(fr="vente en l’état futur d’achèvement", en="purchase off plan"),
    "ZRR": text(fr="zone de revitalisation rurale", en="rural renewal zone, until 2024"),
}
WORD = re.compile(r"(?<!\w)(?<!BOI-)(?:PP-[13]|\d?[A-Z][A-Z0-9]+|N-[12])(?!\w)")


def explained(lines: Iterable[Line], language: Language) -> Iterator[str]:
    """Yield what each abbreviation in *lines* stands for, in order of the alphabet."""
    used = {found for line in lines for found in WORD.findall(line.words)}
    for each in sorted(used & ABBREVIATIONS.keys()):
        words = ABBREVIATIONS[each].in_language(language)
        yield f"{each} : {words}" if language == "fr" else f"{each}: {words}"

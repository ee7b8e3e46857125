"""The abbreviations of French social housing, for those who do not know them."""

import re
from collections.abc import Iterable, Iterator

from api.commands.lines import Line
from domain.text import Language, Text, text

ABBREVIATIONS: dict[str, Text] = {
    "ANIL": text(fr="Agence nationale pour l’information sur le logement", en="national agency for housing information"),
    "ANRU": text(fr="Agence nationale pour la rénovation urbaine", en="national agency for urban renewal"),
    "APL": text(fr="aide personnalisée au logement", en="housing benefit"),
    "ASPA": text(fr="allocation de solidarité aux personnes âgées", en="old-age solidarity allowance"),
    "CAF": text(fr="caisse d’allocations familiales", en="family benefits office"),
    "CCH": text(fr="code de la construction et de l’habitation", en="construction and housing code"),
    "CDAPH": text(
        fr="commission des droits et de l’autonomie des personnes handicapées", en="commission for the rights of disabled persons"
    ),
    "CDC": text(fr="Caisse des dépôts et consignations", en="the State’s deposit and loan bank"),
    "CDPR": text(fr="coefficient de dépassement du plafond de ressources", en="coefficient of the excess over the income ceiling"),
    "CGI": text(fr="code général des impôts", en="tax code"),
    "CRDS": text(fr="contribution au remboursement de la dette sociale", en="levy to repay the social debt"),
    "CUS": text(fr="convention d’utilité sociale", en="social utility agreement"),
    "DAACT": text(
        fr="déclaration attestant l’achèvement et la conformité des travaux", en="declaration that the works are complete and as permitted"
    ),
    "DICT": text(fr="déclaration d’intention de commencement de travaux", en="declaration of intent to begin works"),
    "DPE": text(fr="diagnostic de performance énergétique", en="energy performance certificate"),
    "DT": text(fr="déclaration de projet de travaux", en="declaration of a project of works"),
    "EDD": text(fr="état descriptif de division", en="description of the division of a property"),
    "EPCI": text(fr="établissement public de coopération intercommunale", en="grouping of communes"),
    "FRR": text(fr="France ruralités revitalisation", en="rural renewal zone"),
    "HLM": text(fr="habitation à loyer modéré", en="social housing"),
    "N-1": text(fr="l’année dernière", en="last year"),
    "N-2": text(fr="l’avant-dernière année", en="the year before last"),
    "OPS": text(fr="enquête sur l’occupation du parc social", en="survey of the occupants of social housing"),
    "PACS": text(fr="pacte civil de solidarité", en="civil partnership"),
    "PALULOS": text(
        fr="prime à l’amélioration des logements à usage locatif et à occupation sociale", en="subsidy to improve social dwellings"
    ),
    "PEEC": text(fr="participation des employeurs à l’effort de construction", en="employers’ contribution to housing"),
    "PEMD": text(fr="produits, équipements, matériaux et déchets", en="products, equipment, materials and waste"),
    "PGC": text(fr="plan général de coordination", en="general coordination plan"),
    "PLAI": text(
        fr="prêt locatif aidé d’intégration, pour les ménages les plus modestes", en="loan for dwellings of the poorest households"
    ),
    "PLI": text(fr="prêt locatif intermédiaire", en="loan for dwellings between social and market rents"),
    "PLS": text(fr="prêt locatif social, au plafond le plus haut", en="loan for dwellings with the highest ceiling"),
    "PLUS": text(fr="prêt locatif à usage social, le plus courant", en="the ordinary loan for social dwellings"),
    "PPSPS": text(
        fr="plan particulier de sécurité et de protection de la santé", en="safety and health plan of each company on a building site"
    ),
    "PSLA": text(fr="prêt social location-accession", en="loan for renting before buying"),
    "QPV": text(fr="quartier prioritaire de la politique de la ville", en="priority neighbourhood"),
    "RLS": text(fr="réduction de loyer de solidarité", en="rent solidarity reduction"),
    "RPLS": text(fr="répertoire du parc locatif social", en="register of social dwellings"),
    "SLR": text(fr="supplément de loyer de référence", en="reference rent supplement"),
    "SLS": text(fr="supplément de loyer de solidarité, ou surloyer", en="solidarity rent supplement"),
    "SPS": text(fr="sécurité et protection de la santé", en="safety and health on building sites"),
    "SRU": text(fr="loi « solidarité et renouvellement urbains »", en="act on solidarity and urban renewal"),
    "TFPB": text(fr="taxe foncière sur les propriétés bâties", en="property tax on buildings"),
    "TVA": text(fr="taxe sur la valeur ajoutée", en="value added tax"),
    "VEFA": text(fr="vente en l’état futur d’achèvement", en="purchase off plan"),
    "ZRR": text(fr="zone de revitalisation rurale", en="rural renewal zone, until 2024"),
}
WORD = re.compile(r"[A-Z][A-Z0-9]+|N-[12]")


def explained(lines: Iterable[Line], language: Language) -> Iterator[str]:
    """Yield what each abbreviation in *lines* stands for, in order of the alphabet."""
    used = {found for line in lines for found in WORD.findall(line.words)}
    for each in sorted(used & ABBREVIATIONS.keys()):
        words = ABBREVIATIONS[each].in_language(language)
        yield f"{each} : {words}" if language == "fr" else f"{each}: {words}"

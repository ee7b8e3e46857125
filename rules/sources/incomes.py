"""Income ceilings, household categories and the effort rate."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import ARCHIVED, CODES, CODES_2015, NOT_READ, READ_IN_2024

CEILINGS = Source(
    reference="Arrêté du 29 juillet 1987, annexes I et II",
    title=text(fr="Plafonds de ressources PLUS et PLAI, catégories de ménages", en="PLUS and PLAI income ceilings, household categories"),
    address="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006829032/1987-08-19/",
)
CEILING_CONDITIONS = Source(
    reference="CCH, art. R441-1",
    title=text(fr="Conditions d’accès au logement social", en="Conditions of access to social housing"),
    address=CODES,
    version=CODES_2015,
)
TAX_HOUSEHOLD = Source(
    reference="CGI, art. 6 et 196",
    title=text(
        fr="Foyer fiscal : les revenus des enfants mineurs et des personnes à charge figurent sur l’avis de qui les a à charge",
        en="Tax household: the income of minor children and dependants stands on the notice of whoever has their charge",
    ),
    version=NOT_READ,
)
COUNTED_INCOME = Source(
    reference="Arrêté du 29 juillet 1987, art. 4",
    title=text(
        fr="Ressources prises en compte : revenus fiscaux de référence de l’année N-2 ; revenus imposables de l’année N-1 ou des douze "
        "derniers mois si une baisse d’au moins 10 % est justifiée, autrement que sur l’honneur ; revenus non imposés en France",
        en="Income that counts: reference tax income of the year before last; taxable income of last year or of the last twelve months "
        "where a drop of 10% or more is proved, by other means than a sworn statement; income that was not taxed in France",
    ),
    address="https://github.com/etalab/lois-non-codifiees-et-reglements-francais",
    version=ARCHIVED,
)
DISABILITY_CATEGORY = Source(
    reference="ANIL, « Se loger en HLM »",
    title=text(
        fr="Carte mobilité inclusion « invalidité » : catégorie supérieure", en="Mobility inclusion card (disability): next category up"
    ),
    address="https://anil.org/votre-projet/vous-etes-locataire/se-loger/en-hlm",
)
CEILING_ZONES = Source(
    reference="service-public.fr, fiche F21051",
    title=text(fr="Zones des plafonds de ressources", en="Zones of the income ceilings"),
    address="https://www.service-public.fr/particuliers/vosdroits/F21051",
)
CEILINGS_OF_HOUSEHOLD = Source(
    reference="Arrêté du 29 juillet 1987, art. 1",
    title=text(
        fr="Plafonds de toutes les personnes vivant au foyer ; l’enfant en garde alternée vit au foyer de ses deux parents",
        en="Ceilings for all who live in the household; a child in alternating custody lives in both parents' households",
    ),
    address="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000294318",
    version=READ_IN_2024,
)
PLS_CEILING = Source(
    reference="Arrêté du 29 juillet 1987, art. 1",
    caveat=text(fr="logements PLS", en="PLS dwellings"),
    title=text(fr="Plafond PLS : plafond PLUS majoré de 30 %", en="PLS ceiling: PLUS ceiling plus 30%"),
    address="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000294318",
    version=READ_IN_2024,
)
SOCIAL_MIX = Source(
    reference="CCH, art. D331-12",
    caveat=text(fr="ancien R331-12", en="formerly R331-12"),
    title=text(fr="Mixité sociale d’un programme PLUS", en="Social mix of a PLUS programme"),
    address=CODES,
    version=CODES_2015,
)
EFFORT_RATE = Source(
    reference="CCH, art. R*441-3-1 ; arrêté du 10 mars 2011",
    title=text(fr="Taux d’effort", en="Rent-to-income ratio (taux d’effort)"),
    address="https://familles-de-france.org/en/node/701",
    version=text(fr="présentation du 2 avril 2011 lue, texte non lu", en="presentation of 2 April 2011 read, text not read"),
)
INDEXED_CEILINGS = Source(
    reference="CCH, art. R441-1, révision annuelle",
    title=text(
        fr="Plafonds non retrouvés publiés, calculés par indexation sur l’IRL du troisième trimestre",
        en="Ceilings not found published, computed by indexation on the IRL of the third quarter",
    ),
    address=CODES,
    version=text(fr="valeurs de l’IRL de mémoire", en="IRL values from memory"),
)
CARE_HOME_COSTS = Source(
    reference="lesepl.fr, note sur les plafonds de ressources et le supplément de loyer",
    title=text(
        fr="Frais d’hébergement du conjoint en EHPAD, déductibles jusqu’à 10 000 € par an",
        en="Costs of a spouse in a care home, deducted up to EUR 10,000 a year",
    ),
)
PLAI_CEILINGS_PRESENTED = Source(
    reference="Arrêté du 29 juillet 1987, annexe II",
    caveat=text(fr="d’après la presse", en="according to the press"),
    title=text(fr="Plafonds de ressources PLAI depuis 2023", en="PLAI income ceilings since 2023"),
    version=text(fr="barèmes repris de capital.fr, haye-expert-comptable.fr, tradetrans.eu", en="scales as these pages repeat them"),
)
RENT_REFERENCE_INDEX = Source(
    reference="INSEE, indice de référence des loyers",
    title=text(fr="Indice de référence des loyers, par trimestre", en="Rent reference index, by quarter"),
    version=text(fr="valeurs de mémoire", en="values from memory"),
)

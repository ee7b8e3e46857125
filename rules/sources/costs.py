"""What an operation costs, what the State pays for it, what it consumes."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES

SUBSIDY_BASE = Source(
    reference="Arrêté du 5 mai 1995",
    title=text(fr="Assiette des subventions PLUS et PLAI, prix de revient", en="Base of the PLUS and PLAI subsidies, cost price"),
    address="https://github.com/etalab/lois-non-codifiees",
    version=text(fr="valeurs de base connues en francs de 1996 seulement", en="base values known in francs of 1996 only"),
)
SUBSIDY_RATES = Source(
    reference="CCH, art. R331-15",
    title=text(fr="Taux maximaux de subvention", en="Maximum subsidy rates"),
    address=CODES,
    version=text(fr="versions successives, taux PLAI non trouvé", en="successive versions, PLAI rate not found"),
)
SUBSIDY_CAP = Source(
    reference="CCH, art. D331-15, issu du décret n° 2022-1256 du 26 septembre 2022",
    title=text(fr="Subvention plafonnée à 20 000 ou 60 000 € par logement", en="Subsidy capped at €20,000 or €60,000 a dwelling"),
    address="https://www.lagazettedescommunes.com/827018/logements-locatifs-sociaux-simplification-de-loctroi-des-subventions",
)
PALULOS_INSTALMENTS = Source(
    reference="CCH, art. D323-8 et D323-9",
    caveat=text(fr="acomptes", en="instalments"),
    title=text(fr="PALULOS : acomptes, délai d’achèvement", en="PALULOS: instalments, time limit for completion"),
    address="https://juriblio.fr/codes/code-de-la-construction-et-de-l-habitation/partie-reglementaire/livre-iii/titre-ii/chapitre-iii/section-1/article-d323-9",
    version=text(fr="version du 15 juillet 2024, lue", en="version of 15 July 2024, read"),
)
DEMOLITION_SUBSIDIES = Source(
    reference="Circulaires de 1998 et du 15 novembre 2001",
    title=text(
        fr="Aides de l’État à la démolition et au changement d’usage, avant l’ANRU",
        en="State aid for demolition and change of use, before the renewal agency",
    ),
    address="https://www.financement-logement-social.logement.gouv.fr/spip.php?page=article_print&id_article=1231",
)
ENERGY_CLASSES = Source(
    reference="Arrêté du 31 mars 2021, annexe 5",
    title=text(
        fr="Classes du diagnostic de performance énergétique, chacune sous sa limite",
        en="Classes of the energy performance diagnosis, each below its limit",
    ),
    address="https://cakeozolives.com/shaarli-animal/?searchtags=Climat",
    version=text(fr="tableau de l’annexe cité par cette page, lu", en="table of the annex quoted by that page, read"),
)

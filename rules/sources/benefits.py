"""Housing benefit (APL) and the rent solidarity reduction (RLS)."""

from domain.text import text
from rules.engine.declare import Source

READ_THROUGH_OPENFISCA = text(
    fr="barèmes repris d’OpenFisca-France 176.1.8, texte non lu", en="scales as OpenFisca-France 176.1.8 repeats them, text not read"
)
READ_IN_PART = text(
    fr="art. 7, 8, 14 et 16 lus, montants repris d’OpenFisca-France 176.1.8",
    en="art. 7, 8, 14 and 16 read, amounts as OpenFisca-France 176.1.8 repeats them",
)

BENEFIT_FORMULA = Source(
    reference="CCH, art. D823-16 et D823-17",
    title=text(fr="Formule de l’aide personnalisée au logement en location", en="Formula of the housing benefit for tenants"),
    address="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000038878905",
    version=READ_THROUGH_OPENFISCA,
)
BENEFIT_DEPENDANTS = Source(
    reference="CCH, art. R823-4",
    title=text(
        fr="Personnes à charge pour l’aide au logement : enfants de moins de 21 ans, ascendants et proches handicapés modestes",
        en="Dependants for the housing benefit: children under 21, parents, grandparents and disabled relatives of low means",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000038878933",
    version=text(fr="version du 1er septembre 2023, 1° à 3° lus", en="version of 1 September 2023, items 1 to 3 read"),
)
ALTERNATING_CUSTODY_RULING = Source(
    reference="Conseil d’État, 21 juillet 2017, n° 398563",
    title=text(
        fr="Enfant en garde alternée : compté pour l’aide de chaque parent, au titre de la seule période où il est accueilli",
        en="Child in alternating custody: counted for the benefit of each parent, for the time spent with that parent only",
    ),
    address="https://anil.org/jurisprudences-calcul-de-lapl-prise-en-compte-des-enfants-en-garde-alternee",
    version=text(fr="lue dans le résumé de l’ANIL", en="read in the summary of ANIL"),
)
BENEFIT_SCALES = Source(
    reference="Arrêté du 27 septembre 2019 relatif au calcul des aides personnelles au logement",
    title=text(fr="Barèmes de l’aide personnalisée au logement", en="Scales of the housing benefit"),
    address="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000039160329",
    version=READ_IN_PART,
)
CRDS = Source(
    reference="Ordonnance n° 96-50 du 24 janvier 1996, art. 19",
    title=text(fr="Contribution au remboursement de la dette sociale", en="Levy to repay the social debt (CRDS)"),
    address="https://www.legifrance.gouv.fr/loda/article_lc/LEGIARTI000041466982",
)
RENT_REDUCTION = Source(
    reference="CCH, art. L442-2-1 ; arrêté du 27 février 2018",
    title=text(fr="Réduction de loyer de solidarité", en="Rent solidarity reduction"),
    address="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000036650010",
    version=READ_THROUGH_OPENFISCA,
)

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

"""Vacancy, areas and rents of the dwellings."""

from domain.text import text
from rules.engine.declare import Source

RENTAL_STOCK = Source(
    reference="CCH, art. R411-3 ; arrêté du 5 janvier 2010 (RPLS)",
    title=text(
        fr="Répertoire du parc locatif social : codes d’occupation, taux de vacance",
        en="Register of the social rental stock: occupation codes, vacancy rate",
    ),
)
VACANCY_PRACTICE = Source(
    reference="« Un moteur bien huilé », Forum PHP 2022",
    caveat=text(fr="nom du taux seul", en="name of the rate only"),
    title=text(
        fr="Taux de vacances moyennes structurelles",
        en="Average structural vacancy rate",
    ),
    version=text(fr="la moyenne sur les années connues est une hypothèse", en="the mean over the known years is an assumption"),
)
USABLE_AREA = Source(
    reference="CCH, art. R353-16 ; circulaire annuelle des loyers, annexes 6 et 8",
    title=text(fr="Surface utile, coefficient de structure, loyer maximal", en="Usable area, structure coefficient, maximum rent"),
    address="https://www.financement-logement-social.logement.gouv.fr/spip.php?page=article_print&id_article=1252",
)

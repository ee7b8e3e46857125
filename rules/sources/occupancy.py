"""Vacancy, areas and rents of the dwellings."""

from domain.text import text
from rules.engine.declare import Source

RENTAL_STOCK = Source(
    reference="CCH, art. R411-3 ; arrêté du 5 janvier 2010 (RPLS)",
    title=text(
        fr="Répertoire du parc locatif social : codes d’occupation, taux de vacance",
        en="Register of the social rental stock: occupation codes, vacancy rate",
    ),
    address="https://app.livv.eu/books/LEGITEXT000006074096/LEGISCTA000006112857%2FLEGISCTA000006132276%2FLEGISCTA000006145343%2FLEGISCTA000006160615/LEGIARTI000021374339",
    version=text(fr="R411-3 lu dans la version de novembre 2024", en="R411-3 read in the version of November 2024"),
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
ANNEX_AREAS = Source(
    reference="Arrêté du 9 mai 1995",
    title=text(
        fr="Annexes de la surface utile : caves, celliers extérieurs, balcons, loggias, vérandas, terrasses dans la limite de 9 m²",
        en="Annexes of the usable area: cellars, outdoor storerooms, balconies, loggias, verandas, terraces up to 9 m²",
    ),
    address="https://doczz.fr/doc/6336361/d%C3%A9finition-de-la-surface-utile",
    version=text(fr="modifié le 10 mai 1996 ; cité par cette page", en="amended on 10 May 1996; quoted by that page"),
)
RENT_NOTICE = Source(
    reference="Avis annuel sur les loyers, annexe 1",
    caveat=text(
        fr="celui de l’année où la convention se signe ; l’État peut s’en tenir au loyer convenu au financement : le demander au service "
        "instructeur",
        en="that of the year in which the agreement is signed; the State may keep to the rent agreed with the funding: ask the office that "
        "examines it",
    ),
    title=text(
        fr="Loyers maximaux des conventions de l’année ; loyer convenu lors du montage financier",
        en="Maximum rents of the agreements of the year; rent agreed when the funding was arranged",
    ),
    address="https://www.financement-logement-social.logement.gouv.fr/fixation-des-loyers-maximaux-a2271.html",
    version=text(
        fr="annexe 1 citée par le ministère, « Fixation des loyers maximaux » ; titre de celle de 2020 lu",
        en="annex 1 quoted by the ministry, “Fixation des loyers maximaux”; title of that of 2020 read",
    ),
)
USABLE_AREA = Source(
    reference="CCH, art. R353-16 ; circulaire annuelle des loyers, annexes 6 et 8",
    title=text(fr="Surface utile, coefficient de structure, loyer maximal", en="Usable area, structure coefficient, maximum rent"),
    address="https://www.financement-logement-social.logement.gouv.fr/spip.php?page=article_print&id_article=1252",
)

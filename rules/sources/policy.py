"""What housing policy counts: social utility, reservations, share of social housing, urban renewal."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

RESERVATIONS = Source(
    reference="CCH, art. R441-5 et R441-5-2",
    title=text(
        fr="Réservations de logements : une convention par bailleur, réservataire et département, sur un flux annuel",
        en="Reservations of dwellings: one agreement for a landlord, a holder and a department, on a yearly flow",
    ),
    address=CODES,
    version=text(
        fr="R441-5 et R441-5-2 (30 et 5 %) lus dans une copie d’après la gestion en flux ; les 20 % des collectivités, dans celle de 2015",
        en="R441-5 and R441-5-2 (30 and 5%) read in a copy of after the management as a flow; the 20% of local authorities in that of 2015",
    ),
)
RESERVATIONS_IN_FLOW = Source(
    reference="Décret n° 2020-145 du 20 février 2020",
    caveat=text(fr="d’après le ministère", en="as the ministry presents it"),
    title=text(
        fr="Une convention de réservation entre chaque bailleur et chaque réservataire, par département ou par commune",
        en="One reservation agreement between each landlord and each holder of rights, by department or commune",
    ),
    address="https://attributionlogementsocialetdalo.logement.gouv.fr/la-gestion-en-flux-des-reservations-de-logements-a417.html",
    version=PRESENTED,
)
SOCIAL_UTILITY_INDICATORS = Source(
    reference="CCH, art. R445-3, R445-5 et R445-5-1",
    title=text(fr="Indicateurs de la convention d’utilité sociale", en="Indicators of the social utility agreement"),
    address=CODES,
    version=CODES_2015,
)
SOCIAL_HOUSING_SHARE = Source(
    reference="CCH, art. L302-5",
    title=text(
        fr="Part de logements sociaux d’une commune (SRU) : logements locatifs sociaux sur résidences principales, 25 % ou 20 %",
        en="Share of social housing of a commune (SRU): social rental dwellings over main residences, 25 or 20%",
    ),
    address="https://circulaire.legifrance.gouv.fr/affichCodeArticle.do?cidTexte=LEGITEXT000006074096&idArticle=LEGIARTI000037670560",
    version=text(fr="version du 1er janvier 2023, lue", en="version of 1 January 2023, read"),
)
RENEWAL_RULES = Source(
    reference="Arrêté du 7 août 2015, règlement général du NPNRU",
    title=text(fr="Reconstitution de l’offre démolie", en="Rebuilding of the supply that is pulled down"),
    version=text(fr="lu en partie", en="read in part"),
)

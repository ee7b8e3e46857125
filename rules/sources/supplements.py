"""The solidarity rent supplement (SLS)."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

SUPPLEMENT = Source(
    reference="CCH, art. L441-3 et R441-21",
    title=text(
        fr="Supplément de loyer de solidarité : dépassement d’au moins 20 %, coefficient, supplément de référence",
        en="Solidarity rent supplement: excess of at least 20%, coefficient, reference supplement",
    ),
    address=CODES,
    version=CODES_2015,
)
SUPPLEMENT_SCOPE = Source(
    reference="service-public.fr, fiche F21051",
    caveat=text(fr="supplément de loyer", en="rent supplement"),
    title=text(fr="Logements et ménages dispensés du supplément", en="Dwellings and households without the supplement"),
    address="https://www.service-public.fr/particuliers/vosdroits/F21051",
)
SUPPLEMENT_CAP = Source(
    reference="CCH, art. L441-4",
    title=text(
        fr="Loyer et supplément ne dépassent pas 30 % des ressources (25 % avant la loi du 27 janvier 2017)",
        en="Rent and supplement do not exceed 30% of the resources (25% before the act of 27 January 2017)",
    ),
    address="https://banquedesterritoires.fr/le-double-plafonnement-du-supplement-de-loyer-de-solidarite-entre-en-vigueur",
    version=text(fr="présentations lues, texte non lu", en="presentations read, text not read"),
)

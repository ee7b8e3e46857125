"""Taxes on what is built: property tax, value-added tax."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

PROPERTY_TAX_EXEMPTION = Source(
    reference="Code général des impôts, art. 1384 A et 1384 C ; BOI-IF-TFB-10-90-50, BOI-IF-TFB-10-120-10",
    title=text(fr="Exonération de taxe foncière de 15 ou 25 ans", en="Exemption from property tax for 15 or 25 years"),
    address="https://bofip.impots.gouv.fr/bofip/5327-PGP.html/identifiant%3DBOI-IF-TFB-10-90-50-20120912",
)
PROPERTY_TAX_EXTENSION = Source(
    reference="Assemblée nationale, amendement n° 2893 au projet de loi de finances pour 2026",
    caveat=text(fr="n° 2247", en="bill no. 2247"),
    title=text(
        fr="Dix ans d’exonération de plus pour une décision prise jusqu’au 31 décembre 2026",
        en="Ten more years of exemption for a decision taken until 31 December 2026",
    ),
    address="https://www.assemblee-nationale.fr/dyn/17/amendements/2247/AN/2893",
    version=text(
        fr="exposé des motifs, code non lu ; une prorogation jusqu’à la fin de 2028 était en discussion",
        en="explanatory statement, code not read; an extension until the end of 2028 was under debate",
    ),
)
REDUCED_VAT = Source(
    reference="Code général des impôts, art. 278 sexies",
    caveat=text(fr="logements neufs", en="new dwellings"),
    title=text(fr="TVA à taux réduit, livraison à soi-même", en="Reduced rate of VAT, self-supply"),
    address=CODES,
    version=CODES_2015,
)
REDUCED_VAT_ON_WORKS = Source(
    reference="Code général des impôts, art. 278 sexies A",
    caveat=text(fr="travaux de réhabilitation", en="renovation works"),
    title=text(
        fr="TVA à taux réduit, livraison à soi-même de travaux sur des logements existants",
        en="Reduced rate of VAT, self-supply of works on existing dwellings",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)

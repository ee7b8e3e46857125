"""Taxes on what is built: property tax, value-added tax."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

PROPERTY_TAX_EXEMPTION = Source(
    reference="Code général des impôts, art. 1384 A et 1384 C ; BOI-IF-TFB-10-90-50, BOI-IF-TFB-10-120-10",
    title=text(fr="Exonération de taxe foncière de 15 ou 25 ans", en="Exemption from property tax for 15 or 25 years"),
    address="https://bofip.impots.gouv.fr/bofip/5327-PGP.html/identifiant%3DBOI-IF-TFB-10-90-50-20120912",
)
REDUCED_VAT = Source(
    reference="Code général des impôts, art. 278 sexies",
    title=text(fr="TVA à taux réduit, livraison à soi-même", en="Reduced rate of VAT, self-supply"),
    address=CODES,
    version=CODES_2015,
)

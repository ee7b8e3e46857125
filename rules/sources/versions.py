"""What can be said of the version of a text that was read."""

from domain.text import text

NOT_READ = text(
    fr="texte non lu : d’après les pages officielles qui le reprennent", en="not read verbatim: from official pages that repeat it"
)
CODES_2015 = text(fr="version de 2015, à vérifier", en="version of 2015, to be verified")
PRESENTED = text(fr="présentation lue, texte non lu", en="presentation read, text not read")
ARCHIVED = text(fr="lu dans une copie archivée, version à vérifier", en="read in an archived copy, version to be verified")
READ_IN_2024 = text(fr="version en vigueur au 3 décembre 2024, lue", en="version in force on 3 December 2024, read")

CODES = "https://github.com/etalab/codes-juridiques-francais"

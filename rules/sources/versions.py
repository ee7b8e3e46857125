"""What can be said of the version of a text that was read."""

NOT_READ = "texte non lu : d’après les pages officielles qui le reprennent / not read verbatim: from official pages that repeat it"
CODES_2015 = "version de 2015, à vérifier / version of 2015, to be verified"
PRESENTED = "présentation lue, texte non lu / presentation read, text not read"

CODES = "https://github.com/etalab/codes-juridiques-francais"

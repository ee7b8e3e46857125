"""
The legal texts, each named once.

``version`` says which version was read, or that the text itself was not: then what stands in a rule rests on official
pages that repeat it, and a jurist should hold it against the text.
"""

from domain.text import text
from rules.engine.declare import Source

NOT_READ = "texte non lu : d’après les pages officielles qui le reprennent / not read verbatim: from official pages that repeat it"
CODES_2015 = "version de 2015, à vérifier / version of 2015, to be verified"
FROM_MEMORY = "de mémoire, aucun texte trouvé / from memory, no text was found"

# What an applicant may be asked for.

LIMITATIVE_LIST = Source(
    reference="Arrêté du 20 avril 2022, annexe",
    title=text(
        fr="Liste limitative des pièces justificatives de la demande de logement social",
        en="Limitative list of the documents of a social housing request",
    ),
    address="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000045684322",
    version=NOT_READ,
)
REQUEST_FORM = Source(
    reference="CCH, art. R441-2-2 à R441-2-4",
    title=text(
        fr="Enregistrement de la demande : seule la pièce d’identité est exigée",
        en="Registration of the request: only the identity document is required",
    ),
    address="https://github.com/etalab/codes-juridiques-francais",
    version=CODES_2015,
)
SERVICE_PUBLIC_REQUEST = Source(
    reference="service-public.fr, fiche F10007",
    title=text(fr="Demande de logement social : documents à fournir", en="Social housing request: documents to supply"),
    address="https://www.service-public.fr/particuliers/vosdroits/F10007",
)
ABUSIVE_REQUESTS = Source(
    reference="Fédération des acteurs de la solidarité, note sur les pièces de la demande",
    title=text(fr="Pièces demandées à tort", en="Documents asked for without right"),
    address="https://federationsolidarite.org/champs-d-action/hebergement-logement/10596-tableau-clarifiant-les-pi%C3%A8ces-obligatoires-et-compl%C3%A9mentaires-%C3%A0-fournir-dans-la-demande-de-logement-social",
)
HOUSEHOLD_MEMBERS = Source(
    reference="CCH, art. L442-12",
    title=text(fr="Personnes considérées comme vivant au foyer", en="Persons considered as living in the household"),
    address="https://github.com/etalab/codes-juridiques-francais",
    version=CODES_2015,
)

# Income.

CEILINGS = Source(
    reference="Arrêté du 29 juillet 1987, annexes I et II",
    title=text(fr="Plafonds de ressources PLUS et PLAI, catégories de ménages", en="PLUS and PLAI income ceilings, household categories"),
    address="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006829032/1987-08-19/",
)
CEILING_CONDITIONS = Source(
    reference="CCH, art. R441-1",
    title=text(fr="Conditions d’accès au logement social", en="Conditions of access to social housing"),
    address="https://github.com/etalab/codes-juridiques-francais",
    version=CODES_2015,
)
INCOME_DROP = Source(
    reference="CCH, art. R441-23",
    title=text(fr="Baisse de ressources : année N-1 ou douze derniers mois", en="Drop of income: last year or the last twelve months"),
    address="https://anil.org/votre-projet/vous-etes-locataire/se-loger/en-hlm",
)
DISABILITY_CATEGORY = Source(
    reference="ANIL, « Se loger en HLM »",
    title=text(
        fr="Carte mobilité inclusion « invalidité » : catégorie supérieure", en="Mobility inclusion card (disability): next category up"
    ),
    address="https://anil.org/votre-projet/vous-etes-locataire/se-loger/en-hlm",
)
CEILING_ZONES = Source(
    reference="service-public.fr, fiche F21051",
    title=text(fr="Zones des plafonds de ressources", en="Zones of the income ceilings"),
    address="https://www.service-public.fr/particuliers/vosdroits/F21051",
)
PLS_CEILING = Source(
    reference="Foyer moderne, « Plafonds des ressources »",
    title=text(fr="Plafond PLS : plafond PLUS majoré de 30 %", en="PLS ceiling: PLUS ceiling plus 30 %"),
    address="https://www.foyer-moderne.com/locations/appartements-ou-maisons/plafonds-des-ressources/",
    version="barème de 2022 / scale of 2022",
)
SOCIAL_MIX = Source(
    reference="CCH, art. D331-12 (ancien R331-12)",
    title=text(fr="Mixité sociale d’un programme PLUS", en="Social mix of a PLUS programme"),
    address="https://github.com/etalab/codes-juridiques-francais",
    version=CODES_2015,
)
EFFORT_RATE = Source(
    reference="CCH, art. R*441-3-1 ; arrêté du 10 mars 2011",
    title=text(fr="Taux d’effort", en="Effort rate"),
    version=NOT_READ,
)

"""What an applicant may be asked for."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

# The page F10007 of 2 February 2026 names it as the list in force; the arrêté of 20 April 2022 lists residence permits.
LIMITATIVE_LIST = Source(
    reference="Arrêté du 22 décembre 2020, annexe",
    caveat=text(fr="non lue mot à mot", en="not read verbatim"),
    title=text(
        fr="Liste limitative des pièces de la demande de logement social",
        en="Closed list of the documents of a social housing request",
    ),
    address="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000042742659",
    version=text(fr="en vigueur d’après la fiche F10007 du 2 février 2026", en="in force by page F10007 of 2 February 2026"),
)
LIST_PRESENTED = Source(
    reference="Actu-Juridique, 7 mai 2021, sur l’arrêté du 22 décembre 2020",
    title=text(fr="Présentation de la liste limitative du 1er février 2021", en="Presentation of the closed list of 1 February 2021"),
    address="https://www.actu-juridique.fr/civil/immobilier/les-pieces-justificatives-a-fournir-pour-linstruction-de-la-demande-de-logement-locatif-social-sont-reprecisees/",
    version=PRESENTED,
)
RESIDENCE_PERMITS = Source(
    reference="Arrêté du 20 avril 2022 (CCH, art. R441-1, 1°)",
    title=text(
        fr="Titres de séjour qui permettent de demander un logement social",
        en="Residence permits with which social housing may be requested",
    ),
    address="https://juriblio.fr/arretes/arrete-du-20-avril-2022/179902050",
    version=text(
        fr="début du texte lu ; 9° et 11° et liste de l’article 2 lus dans des pages qui les citent ; carte de la famille d’un Européen "
        "(article 1) lue dans l’arrêté parallèle du 29 mai 2019 (DALO)",
        en="beginning of the text read; items 9 and 11 and list of article 2 read in pages that repeat them; the card of a European’s "
        "family (article 1), in the parallel arrêté of 29 May 2019 (DALO)",
    ),
)
ANIL_LIST = Source(
    reference="ANIL, « Comment faire une demande de logement social »",
    title=text(
        fr="Pièces obligatoires et complémentaires de l’arrêté du 24 juillet 2013",
        en="Mandatory and complementary documents of the arrêté of 24 July 2013",
    ),
    address="https://anil.org/faq/details/comment-faire-une-demande-de-logement-social",
)
BORDEAUX = Source(
    reference="Bordeaux Métropole, « Préparer son dossier de logement »",
    title=text(fr="Pièces du dossier de demande", en="Documents of the request file"),
    address="https://www.bordeaux-metropole.fr/Vivre-habiter/Se-loger-et-habiter/Acceder-a-un-logement-social/Etape-2-Preparer-son-dossier-de-logement",
)
VILLENEUVE_LE_ROI = Source(
    reference="Villeneuve-le-Roi, « Logement social »",
    title=text(fr="Pièces du dossier de demande", en="Documents of the request file"),
    address="https://villeneuve-le-roi.fr/mon-quotidien/logement/logement-social",
)
DIVORCE_RULING = Source(
    reference="Conseil d’État, 4 juillet 2025, n° 494403",
    title=text(
        fr="Divorcé dont l’avis d’imposition montre déjà le divorce et ses seuls revenus : rien de plus à demander",
        en="Divorced applicant whose tax notice already shows the divorce and their own income only: nothing more to ask",
    ),
    address="https://www.conseil-etat.fr/fr/arianeweb/CE/decision/2025-07-04/494403",
    version=text(fr="lue dans le résumé d’Aatiko Conseils", en="read in the summary of Aatiko Conseils"),
)
REQUEST_FORM = Source(
    reference="CCH, art. R441-2-2 à R441-2-4",
    title=text(
        fr="Enregistrement de la demande : seule la pièce d’identité est exigée",
        en="Registration of the request: only the identity document is required",
    ),
    address=CODES,
    version=CODES_2015,
)
# It goes through the whole list: what must be supplied of identity and income, and what the landlord may ask for.
SERVICE_PUBLIC_REQUEST = Source(
    reference="service-public.fr, fiche F10007",
    title=text(
        fr="Faire une demande de logement social : justificatifs à fournir au bailleur",
        en="Requesting social housing: documents to supply to the landlord",
    ),
    address="https://www.service-public.gouv.fr/particuliers/vosdroits/F10007",
    version=text(fr="version du 2 février 2026, lue", en="version of 2 February 2026, read"),
)
OLDER_SHEET = Source(
    reference="service-public.fr, fiche F10007, version antérieure",
    title=text(fr="Demande de logement social : pièces pour enregistrer", en="Social housing request: documents to register it"),
    address="https://chapet.fr/votre-mairie/demarches-en-ligne/autres-demarches-co-marquage/?xml=F10007",
)
ABUSIVE_REQUESTS = Source(
    reference="Fédération des acteurs de la solidarité, note sur les pièces de la demande",
    title=text(fr="Pièces demandées à tort", en="Documents asked for without right"),
    address="https://federationsolidarite.org/champs-d-action/hebergement-logement/10596-tableau-clarifiant-les-pi%C3%A8ces-obligatoires-et-compl%C3%A9mentaires-%C3%A0-fournir-dans-la-demande-de-logement-social",
)
HOUSEHOLD_MEMBERS = Source(
    reference="CCH, art. L442-12",
    title=text(
        fr="Personnes considérées comme vivant au foyer, enfants en droit de visite compris ; l’enfant à naître n’en est pas",
        en="Persons considered as living in the household, children with visiting rights among them; the unborn child is not",
    ),
    address="https://anil.org/aj-attributions-logements-sociaux-dispositions-reglementaires",
    version=text(fr="texte repris par l’ANIL en 2017", en="text as ANIL repeated it in 2017"),
)
REQUEST_VALIDITY = Source(
    reference="CCH, art. L441-2-1 et R441-2-7",
    title=text(
        fr="Demande valable un an, préavis d’un mois avant l’expiration, attestation d’enregistrement sous un mois",
        en="Request valid one year, notice one month before it expires, registration certificate within one month",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000022159163",
    version=text(fr="R441-2-7 lu, version du 8 mai 2017", en="R441-2-7 read, version of 8 May 2017"),
)

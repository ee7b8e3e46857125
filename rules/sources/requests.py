"""What an applicant may be asked for."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, NOT_READ

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
    address=CODES,
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
    address=CODES,
    version=CODES_2015,
)

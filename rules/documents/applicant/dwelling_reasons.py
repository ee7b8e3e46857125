"""Reasons of the request that lie in the dwelling: what proves each may be requested."""

from domain.households import Household, RequestReason
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.households import is_neither_housed_nor_hosted

TITLE = text(fr="Motifs tenant au logement", en="Reasons that lie in the dwelling")

no_housing = document(
    of=Household,
    title=text(
        fr="Certificat de domiciliation ou document démontrant l’absence de logement",
        en="Domiciliation, or proof of the absence of housing",
    ),
    when=Household.reasons.includes(RequestReason.NO_HOUSING) & is_neither_housed_nor_hosted,
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

demolition = document(
    of=Household,
    title=text(fr="Document attestant la démolition du logement", en="Proof that the dwelling will be demolished"),
    when=Household.reasons.includes(RequestReason.DEMOLITION),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
)

indecent_dwelling = document(
    of=Household,
    title=text(
        fr="Document attestant la non-décence (service public, professionnel, association, photos, jugement, CAF ou MSA)",
        en="Proof that the dwelling is not decent (public service, professional, association, photographs, judgment, CAF or MSA)",
    ),
    when=Household.reasons.includes(RequestReason.INDECENT_DWELLING),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

unhealthy_or_dangerous_dwelling = document(
    of=Household,
    title=text(
        fr="Document ou décision attestant l’insalubrité ou le danger (mise en demeure, arrêté, fermeture)",
        en="Proof or order that the dwelling is unhealthy or dangerous (formal notice, order, closure)",
    ),
    when=Household.reasons.includes(RequestReason.UNHEALTHY_OR_DANGEROUS),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

unfit_premises = document(
    of=Household,
    title=text(
        fr="Document ou arrêté attestant un local impropre à l’habitation", en="Proof or order that the premises are unfit for habitation"
    ),
    when=Household.reasons.includes(RequestReason.UNFIT_PREMISES),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

notice_to_leave = document(
    of=Household,
    title=text(
        fr="Lettre de congé du propriétaire ou jugement de résiliation du bail",
        en="Notice letter of the owner, or judgment ending the lease",
    ),
    when=Household.reasons.includes(RequestReason.TAKEN_BACK_OR_SOLD),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

eviction = document(
    of=Household,
    title=text(
        fr="Commandement de payer, assignation, jugement d’expulsion ou commandement de quitter les lieux",
        en="Order to pay, summons, eviction judgment or order to leave",
    ),
    when=Household.reasons.includes(RequestReason.EVICTION),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

overcrowding = document(
    of=Household,
    title=text(
        fr="Surface du logement actuel : bail ou attestation",
        en="Area of the current dwelling: lease or certificate",
    ),
    when=Household.reasons.includes(RequestReason.OVERCROWDING),
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
    note=text(
        fr="Le bail déjà au dossier suffit s’il indique la surface : rien d’autre n’est alors à demander.",
        en="A lease already in the file is enough if it gives the area: nothing else is to be asked for then.",
    ),
)

rent_too_high = document(
    of=Household,
    title=text(
        fr="Quittance de loyer ou autre document montrant les dépenses du logement actuel",
        en="Rent receipt, or another document that shows what the current dwelling costs",
    ),
    when=Household.reasons.includes(RequestReason.TOO_EXPENSIVE),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="La quittance déjà au dossier suffit : rien d’autre n’est alors à demander.",
        en="A rent receipt already in the file is enough: nothing else is to be asked for then.",
    ),
)

leaving_shelter = document(
    of=Household,
    title=text(
        fr="Attestation du gestionnaire indiquant la fin de la prise en charge en structure d’hébergement",
        en="Certificate of the manager of the shelter saying when the stay ends",
    ),
    when=Household.reasons.includes(RequestReason.LEAVING_SHELTER),
    requirement=Requirement.ON_REQUEST,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

owner_in_difficulty = document(
    of=Household,
    title=text(
        fr="Plan d’apurement de la dette ou démarches attestées par une assistante sociale ou une association (accédant en difficulté)",
        en="Plan to pay off the debt, or steps certified by a social worker or association (owner-buyer in difficulty)",
    ),
    when=Household.reasons.includes(RequestReason.OWNER_IN_DIFFICULTY),
    requirement=Requirement.ON_REQUEST,
    alternatives=(
        text(fr="Plan d’apurement de la dette", en="Plan to pay off the debt"),
        text(
            fr="Démarches en cours attestées par une assistante sociale ou une association",
            en="Steps under way, certified by a social worker or association",
        ),
        text(
            fr="Autre document démontrant les difficultés, par exemple un plan de surendettement",
            en="Another document that shows the difficulty, such as an over-indebtedness plan",
        ),
    ),
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
)

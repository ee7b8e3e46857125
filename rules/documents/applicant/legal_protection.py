"""Guardianship and curatorship: what shows them, and the guardian or curator."""

from domain.persons import Person
from domain.text import text
from rules.engine.declare import Confidence, Requirement, document
from rules.sources.requests import LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST
from rules.vocabulary.persons import is_adult, is_adult_on_lease, is_under_guardianship

TITLE = text(fr="Protection juridique", en="Legal protection")

protection_judgment = document(
    of=Person,
    who=is_adult,
    title=text(fr="Jugement de tutelle ou de curatelle", en="Guardianship or curatorship judgment"),
    when=is_under_guardianship,
    requirement=Requirement.TO_PROCESS,
    source=(LIMITATIVE_LIST, SERVICE_PUBLIC_REQUEST),
    note=text(
        fr="À fournir pour chaque personne du foyer qui a un tuteur ou un curateur, même si elle ne signe pas le bail ; pour le demandeur, "
        "dès le dépôt. Si elle ne signe pas le bail, ne pas demander l’accord du tuteur ou du curateur : aucun texte trouvé ne le prévoit.",
        en="To be supplied for each person of the household who has a guardian or curator, even if they do not sign the lease; for the "
        "applicant, from the filing on. If they do not sign the lease, do not ask for the consent of the guardian or curator: no text that "
        "was found provides for it.",
    ),
)

guardian_identity_and_agreement = document(
    of=Person,
    who=is_adult_on_lease,
    title=text(fr="Coordonnées et accord du tuteur ou du curateur", en="Contact details and consent of the guardian or curator"),
    when=is_under_guardianship,
    requirement=Requirement.ON_REQUEST,
    confidence=Confidence.FROM_MEMORY,
    source=LIMITATIVE_LIST,
    note=text(
        fr="De qui signera le bail : aucun texte trouvé ne le demande d’une autre personne du foyer.",
        en="Of whoever will sign the lease: no text that was found asks it of another person of the household.",
    ),
)

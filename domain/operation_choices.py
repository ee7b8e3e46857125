"""What can be chosen for an operation: its kind, its phases, its public, its land, its permission."""

from domain.text import Choice, text


class OperationKind(Choice):
    """What is done."""

    CONSTRUCTION = text(fr="Construction neuve", en="New building")
    OFF_PLAN_PURCHASE = text(fr="Vente en l’état futur d’achèvement (VEFA)", en="Off-plan purchase (VEFA)")
    ACQUISITION_IMPROVEMENT = text(fr="Acquisition-amélioration", en="Acquisition and improvement")
    REHABILITATION = text(fr="Réhabilitation", en="Renovation")
    DEMOLITION = text(fr="Démolition", en="Demolition")


class OperationPhase(Choice):
    """The phases of an operation, which may overlap: a permit is applied for while the funding is being decided."""

    FEASIBILITY = text(fr="Faisabilité", en="Feasibility")
    FUNDING_DECISION = text(fr="Décision de financement", en="Funding decision")
    PERMITS = text(fr="Autorisations", en="Permits")
    BEFORE_WORKS = text(fr="Préparation du chantier", en="Preparation of the works")
    WORKS = text(fr="Travaux", en="Works")
    COMPLETION = text(fr="Achèvement", en="Completion")
    CONVENTION_AND_LETTING = text(fr="Conventionnement et mise en location", en="APL agreement and letting")
    CLOSURE = text(fr="Clôture", en="Closure")


class TargetPublic(Choice):
    """For whom the dwellings are meant."""

    ANYBODY = text(fr="Tout public", en="Anybody")
    STUDENTS = text(fr="Étudiants", en="Students")
    UNDER_30 = text(fr="Jeunes de moins de 30 ans", en="Under 30")


class LandTitle(Choice):
    """By what right the land or the building is available."""

    OWNED = text(fr="Propriété (acte de vente)", en="Owned (deed of sale)")
    PROMISE_OF_SALE = text(fr="Promesse de vente", en="Promise of sale")
    LOCAL_AUTHORITY = text(fr="Mise à disposition par une collectivité", en="Made available by a local authority")
    OFF_PLAN_RESERVATION = text(fr="Contrat de réservation, puis acte de VEFA", en="Reservation contract, then off-plan deed")
    LONG_LEASE = text(fr="Bail emphytéotique, à construction ou à réhabilitation", en="Long lease")
    STATE_LAND = text(fr="Terrain cédé par l’État", en="Land sold by the State")
    NOTARY_CERTIFICATE = text(fr="Attestation notariée", en="Certificate of the notary")


class PlanningPermission(Choice):
    """What planning law requires before the works."""

    BUILDING_PERMIT = text(fr="Permis de construire", en="Building permit")
    DEMOLITION_PERMIT = text(fr="Permis de démolir", en="Demolition permit")
    PRIOR_DECLARATION = text(fr="Déclaration préalable", en="Prior declaration")
    NONE = text(fr="Aucune autorisation", en="No permission")


class ConventionStatus(Choice):
    """How far an APL convention has come."""

    DRAFT = text(fr="Projet", en="Draft")
    UNDER_REVIEW = text(fr="En instruction", en="Under review")
    TO_CORRECT = text(fr="Corrections requises", en="Corrections required")
    TO_SIGN = text(fr="À signer", en="To be signed")
    SIGNED = text(fr="Signée", en="Signed")

"""What a social landlord owes each year or each few years."""

from domain.text import text
from rules.engine.declare import Source

RESERVATION_REPORT = Source(
    reference="CCH, art. R441-5-1",
    title=text(
        fr="Bilan annuel adressé aux réservataires avant le 28 février",
        en="Yearly report to the holders of reservations before 28 February",
    ),
)
INCOME_SURVEY = Source(
    reference="CCH, art. L441-9",
    title=text(
        fr="Supplément de loyer de solidarité : enquête annuelle, réponse sous un mois, mise en demeure de quinze jours",
        en="Solidarity rent supplement: yearly survey, answer within one month, formal notice of fifteen days",
    ),
    address="https://lexbase.fr/texte-de-loi/code-de-la-construction-et-de-lhabitationl4419/L5076LRG.html",
)
OCCUPATION_SURVEY = Source(
    reference="CCH, art. L442-5",
    title=text(
        fr="Enquête sur l’occupation du parc social, réponse sous un mois",
        en="Survey of the occupation of social housing, answer within one month",
    ),
)
SOCIAL_UTILITY_AGREEMENT = Source(
    reference="CCH, art. L445-1",
    title=text(fr="Convention d’utilité sociale de six ans", en="Social utility agreement of six years"),
)

"""What a social landlord owes each year or each few years."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

RESERVATION_REPORT = Source(
    reference="CCH, art. R441-5-1",
    title=text(
        fr="Bilan annuel adressé aux réservataires avant le 28 février",
        en="Yearly report to the holders of reservation rights before 28 February",
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
        fr="Enquête sur l’occupation du parc social, réponse sous un mois ; elle vaut enquête annuelle du supplément de loyer (L441-9)",
        en="Survey of the occupation of social housing, answer within one month; it counts as the yearly survey of the rent supplement",
    ),
    version=CODES_2015,
)
SOCIAL_UTILITY_AGREEMENT = Source(
    reference="CCH, art. L445-1",
    title=text(fr="Convention d’utilité sociale de six ans", en="Social utility agreement of six years"),
)
ASSET_STRATEGY = Source(
    reference="CCH, art. L411-9 et L445-1",
    title=text(
        fr="Plan stratégique de patrimoine, sur la base duquel la convention d’utilité sociale est conclue",
        en="Asset strategy, on which the social utility agreement rests",
    ),
    address=CODES,
    version=CODES_2015,
)
SOCIAL_UTILITY_RESOLUTION = Source(
    reference="CCH, art. R445-2-3",
    title=text(
        fr="Délibération du conseil d’administration ou du directoire qui engage l’élaboration de la convention",
        en="Resolution of the board that begins the making of the agreement",
    ),
    address="https://codes-et-lois.fr/code-de-la-construction-et-de-l-habitation/article-r-445-2-3",
    version=text(fr="version de 2012, à vérifier", en="version of 2012, to be verified"),
)
SOCIAL_UTILITY_STEPS = Source(
    reference="DREAL Grand Est, « Présentation des CUS » ; CCH, art. L445-1, deuxième alinéa",
    title=text(
        fr="Élaboration d’une convention d’utilité sociale : plan stratégique de patrimoine, délibération, association des collectivités",
        en="How a social utility agreement is made: asset strategy, resolution, local authorities that take part",
    ),
    address="https://www.grand-est.developpement-durable.gouv.fr/presentation-des-cus-a251.html",
    version=text(fr="page de la première génération de conventions, texte non lu", en="page on the first agreements, text not read"),
)
SOCIAL_UTILITY_BASIS = Source(
    reference="Union régionale pour l’habitat des Hauts-de-France, « CUS : un fil conducteur », octobre 2025",
    title=text(
        fr="Plan stratégique de patrimoine approuvé moins de trois ans avant l’entrée en vigueur de la convention",
        en="Asset strategy approved less than three years before the agreement takes effect",
    ),
    address="https://www.unionhabitat-hautsdefrance.org/2025/10/cus-un-fil-conducteur-des-strategies-dorganismes-hlm",
    caveat=text(fr="page professionnelle", en="professional page"),
)
SOCIAL_UTILITY_DRAFT = Source(
    reference="Arrêté du 19 octobre 2017",
    caveat=text(fr="engagements et indicateurs des CUS", en="commitments and indicators of the CUS"),
    title=text(fr="Projet de convention transmis au préfet du siège", en="Draft of the agreement sent to the prefect of the seat"),
    version=text(
        fr="extrait lu ; délais de la deuxième génération de conventions", en="read in part; time limits of the second agreements"
    ),
)

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
    address="https://app.livv.eu/books/LEGITEXT000006074096/LEGISCTA000006112857%2FLEGISCTA000006132276%2FLEGISCTA000006145352%2FLEGISCTA000006160623%2FLEGISCTA000006177650/LEGIARTI000041612753",
    version=text(fr="version de novembre 2024, lue", en="version of November 2024, read"),
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
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006825663?version=LEGIARTI000045136813",
    version=text(fr="version du 9 février 2022, lue", en="version of 9 February 2022, read"),
)
RENT_RESOLUTION = Source(
    reference="CCH, art. L442-1-2",
    title=text(
        fr="Délibération sur les loyers, transmise au préfet deux mois avant son entrée en vigueur",
        en="Resolution on rents, sent to the prefect two months before it takes effect",
    ),
    address=CODES,
    version=text(fr="lu dans sa version de 2015, à vérifier", en="read in its version of 2015, to be verified"),
)
ALLOCATION_REPORT = Source(
    reference="CCH, art. R441-9",
    title=text(
        fr="La commission d’attribution rend compte de son activité au conseil au moins une fois par an",
        en="The allocation committee reports on its work to the board at least once a year",
    ),
    address="https://www.brivehabitat.fr/reglement-interieur/",
    version=text(fr="règlements intérieurs lus, texte non lu", en="rules of procedure read, text not read"),
)
SOCIAL_UTILITY_AGREEMENT = Source(
    reference="CCH, art. L445-1",
    title=text(
        fr="Convention d’utilité sociale de six ans, renouvelée à son terme, conclue dans les six mois de son dépôt",
        en="Social utility agreement of six years, renewed at its end, concluded within six months of its filing",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006825501?version=LEGIARTI000033972151",
    version=text(fr="lu dans sa version du 29 janvier 2017", en="read in its version of 29 January 2017"),
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
    address="https://juriblio.fr/codes/code-de-la-construction-et-de-l-habitation/partie-reglementaire/livre-iv/titre-iv/chapitre-v/section-2",
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
    reference="CCH, art. R445-2-2",
    title=text(
        fr="Plan stratégique de patrimoine approuvé ou actualisé depuis moins de trois ans à la date d’effet de la convention",
        en="Asset strategy approved or updated less than three years before the agreement takes effect",
    ),
    address="https://juriblio.fr/codes/code-de-la-construction-et-de-l-habitation/partie-reglementaire/livre-iv/titre-iv/chapitre-v/section-2",
)
SALE_PLAN = Source(
    reference="CCH, art. L443-7 et L445-1",
    title=text(
        fr="Plan de mise en vente de la convention : avis de la commune sous deux mois, réputé favorable ensuite ; financeurs et garants",
        en="Plan of sales of the agreement: opinion of the commune within two months, taken as favourable after that; funders, guarantors",
    ),
    address="https://www.svp.com/article/levolution-du-cadre-juridique-de-la-vente-de-logements-locatifs-sociaux-100010782",
    version=text(
        fr="page de 2020 et L443-7 de 2013 lus, textes en vigueur non lus",
        en="page of 2020 and L443-7 of 2013 read, texts in force not read",
    ),
)
SOCIAL_UTILITY_DRAFT = Source(
    reference="Arrêté du 19 octobre 2017",
    caveat=text(fr="engagements et indicateurs des CUS", en="commitments and indicators of the CUS"),
    title=text(
        fr="Projet de convention transmis au préfet du département du siège", en="Draft of the agreement sent to the prefect of the seat"
    ),
    version=text(
        fr="extrait lu ; délais de la deuxième génération de conventions", en="read in part; time limits of the second agreements"
    ),
)

"""The APL convention between the State and the landlord, and what it changes for the tenants."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, PRESENTED

APL_CONVENTION = Source(
    reference="APiLos, application des conventions APL",
    caveat=text(fr="ministère chargé du logement", en="service of the housing ministry for APL agreements"),
    title=text(fr="Convention APL : états, pièces, durée", en="APL agreement (convention APL): states, documents, duration"),
    address="https://github.com/MTES-MCT/apilos",
    version=text(fr="version 54fbef8a", en="version 54fbef8a"),
)
LONGEST_LOAN = Source(
    reference="CCH, ancien art. R353-61",
    title=text(
        fr="Convention des SEM : jusqu’à l’amortissement intégral du plus long des prêts du programme",
        en="APL agreement of a SEM: until the longest of the programme’s loans is repaid in full",
    ),
    address="https://codes-et-lois.fr/code-de-la-construction-et-de-l-habitation/article-r353-61",
    version=text(fr="une version d’avant son passage en D, lue", en="a version from before it became a D article, read"),
)
CONVENTION_EFFECT = Source(
    reference="CCH, art. L353-3 et L353-17, et annexes aux art. D353-1 (HLM), D353-59 (SEM) ou D353-90 (autres bailleurs)",
    title=text(
        fr="Effet de la convention, à sa signature ou à sa publication ; renouvellement par périodes de trois ans",
        en="Effect of the APL agreement, from its signature or its publication; renewal by periods of three years",
    ),
    address=CODES,
    version=text(
        fr="annexe I à l’art. D353-59 lue dans une version récente, les autres dans des versions anciennes, à vérifier",
        en="annex I to art. D353-59 read in a recent version, the others in old versions, to be verified",
    ),
)
BENEFIT_FROM_SIGNATURE = Source(
    reference="CCH, art. D353-3, D353-35, D353-60 et D353-91",
    title=text(
        fr="La signature de la convention ouvre aux locataires le droit à l’APL",
        en="The signature of the agreement opens the right of the tenants to housing benefit (APL)",
    ),
    address="https://www.financement-logement-social.logement.gouv.fr/vie-de-la-convention-r786.html",
    version=text(fr="cités par le ministère chargé du logement", en="quoted by the housing ministry"),
)
SITTING_TENANTS = Source(
    reference="CCH, art. L353-7, L353-14, L353-16 et L353-17",
    title=text(
        fr="Bail proposé quand la convention entre en vigueur, de plein effet après les travaux ; nouveau loyer notifié aux locataires HLM",
        en="Lease proposed when the agreement comes into force, with effect after the works; new rent notified to tenants of HLM bodies",
    ),
    address=CODES,
    version=text(
        fr="L353-14 lu dans sa version de 2024, L353-7 vers 2015, L353-16 dans celle de 1990, L353-17 dans une ancienne : à vérifier",
        en="L353-14 read in its version of 2024, L353-7 of about 2015, L353-16 of 1990, L353-17 in an old one: to be verified",
    ),
)
BOUGHT_WITH_TENANTS = Source(
    reference="Réponse ministérielle n° 81482, Assemblée nationale, 4 avril 2017",
    title=text(
        fr="Immeuble acheté occupé puis conventionné : un organisme HLM aussi propose un bail, que l’occupant peut refuser",
        en="Building bought with its occupants, then put under agreement: an HLM body too proposes a lease, which they may refuse",
    ),
    address="https://www.annalesdesloyers.fr/reponses-ministerielles-logement-social",
    version=PRESENTED,
)
ENERGY_CONTRIBUTION = Source(
    reference="CCH, art. L442-3 et R442-24 à R442-30 ; arrêté du 23 novembre 2009",
    title=text(
        fr="Contribution du locataire aux économies d’énergie, après concertation, pendant 15 ans au plus",
        en="Energy-savings contribution of the tenant, after consultation, for 15 years at most",
    ),
    address="https://banquedesterritoires.fr/les-decrets-relatifs-la-contribution-des-locataires-aux-travaux-deconomie-denergie-realises-par-les",
    version=text(
        fr="R442-24 et R442-25 lus dans leur version du 25 août 2019 ; le reste, présentation lue",
        en="R442-24 and R442-25 read in their version of 25 August 2019; of the rest a presentation was read",
    ),
)
RENT_REVISION = Source(
    reference="CCH, art. L353-9-2 et L353-9-3",
    title=text(
        fr="Révision des loyers au 1er janvier, selon l’IRL du deuxième trimestre",
        en="Revision of rents on 1 January, by the IRL of the second quarter",
    ),
    address="https://git.tricoteuses.fr/codes/code_de_la_construction_et_de_l_habitation/commit/b982c20d7a85326f7f0fe2c5fea513b60876fb85.patch",
    version=text(fr="L353-9-2 lu dans sa version du 1er septembre 2024", en="L353-9-2 read in its version of 1 September 2024"),
)
RENT_RISE = Source(
    reference="CCH, art. L442-1 et L353-9-3",
    title=text(
        fr="Loyers d’un bâtiment conventionné relevés au 1er janvier dans la limite de l’IRL, sauf dérogation (patrimoine réhabilité)",
        en="Rents under an APL agreement raised on 1 January up to the rent index, unless an exception is granted for renovated stock",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006825415",
    version=text(
        fr="L442-1 lu dans sa version du 23 février 2022, dérogation citée par la préfecture de la Seine-Maritime (2023) ; L353-9-3 non lu",
        en="L442-1 read in its version of 23 February 2022, the exception as quoted by the prefecture of Seine-Maritime (2023); L353-9-3 "
        "not read",
    ),
)

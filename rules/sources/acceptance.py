"""The end of the works: acceptance, guarantees, retention money, final accounts."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

ACCEPTANCE = Source(
    reference="Code civil, art. 1792-6",
    title=text(fr="Réception des travaux, garantie de parfait achèvement d’un an", en="Acceptance of works, one-year defects guarantee"),
    address=CODES,
    version=CODES_2015,
)
GUARANTEE_START = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 41.3 et 44.1",
    title=text(
        fr="La réception prend effet au jour d’achèvement que retient la décision ; la garantie court de ce jour, si le marché s’y réfère",
        en="Acceptance takes effect on the day of completion that the decision retains; the guarantee runs from it, where the contract "
        "refers to it",
    ),
    address="https://ahavocats.fr/precisions-sur-le-point-de-depart-de-la-garantie-de-parfait-achevement/",
    version=text(
        fr="cités d’après le Conseil d’État, 13 décembre 2024, n° 489720 ; la fin du 41.3 citée par un commentaire antérieur à 2021",
        en="quoted after the Conseil d’État, 13 December 2024, no 489720; the end of 41.3 quoted by a commentary of before 2021",
    ),
)
RESERVES_DELAY = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 41.6",
    title=text(
        fr="Réserves à lever dans le délai fixé, à défaut trois mois avant la fin de la garantie, si le marché s’y réfère",
        en="Defects (réserves) to be put right by the day fixed, else three months before the guarantee ends, if the contract refers to it",
    ),
    address="https://commande-publique.legibase.fr/actualites/forum-des-lecteurs/la-garantie-de-parfait-achevement-commence-t-elle-87100",
    version=text(
        fr="rédaction de 2009 de l’art. 41.6, citée par cette page ; celle de 2021 non lue",
        en="wording of 2009 of art. 41.6, quoted by that page; that of 2021 not read",
    ),
)
TEN_YEAR_GUARANTEE = Source(
    reference="Code civil, art. 1792-4-1",
    title=text(fr="Garantie décennale : dix ans depuis la réception", en="Ten-year guarantee: ten years from the acceptance"),
    address=CODES,
    version=CODES_2015,
)
EQUIPMENT_GUARANTEE = Source(
    reference="Code civil, art. 1792-3",
    title=text(
        fr="Garantie de bon fonctionnement des équipements : deux ans au moins depuis la réception",
        en="Guarantee of the equipment: at least two years from the acceptance",
    ),
    address="https://www.index-habitation.fr/decennale/article-1792-code-civil/1792-3",
    version=text(fr="rédaction du 8 juin 2005, lue", en="wording of 8 June 2005, read"),
)
PRIVATE_RETENTION = Source(
    reference="Loi n° 71-584 du 16 juillet 1971, art. 1 et 2",
    title=text(
        fr="Retenue de garantie d’un marché privé : 5 % au plus, libérée un an après la réception sans opposition motivée",
        en="Retention money of a private contract: 5% at most, released a year after acceptance without a reasoned opposition",
    ),
    address="https://bannery.net/la-retenue-legale-de-garantie-dans-les-marches-prives/",
    version=text(fr="art. 1 et 2 cités par un avocat", en="art. 1 and 2 quoted by a lawyer"),
)
# L2191-1 allows exceptions by decree. That of 2016 (n° 2016-360, art. 2), since replaced, left the public housing offices out of retention
# money, a lawyer says (julienbonnat.fr, 16 June 2016); whether the code still does was not found: their contract says.
RETENTION_SCOPE = Source(
    reference="Code de la commande publique, art. L2191-1",
    title=text(
        fr="Exécution financière : marchés de l’État, des collectivités et de leurs établissements publics, sauf exceptions par décret",
        en="Financial execution: contracts of the State, local authorities and their public establishments, but for exceptions by decree",
    ),
    address="https://french-business-law.com/french-legislation/legitext000037701019-french-public-procurement-code/page/15/",
    version=text(
        fr="lu en traduction, sauf sa fin ; exceptions pour les offices publics de l’habitat non trouvées",
        en="read in translation, but for its end; exceptions for public housing offices not found",
    ),
)
PUBLIC_RETENTION = Source(
    reference="Code de la commande publique, art. R2191-32 à R2191-35 et R2191-42",
    title=text(
        fr="Retenue de garantie d’un marché public, remboursée 30 jours après la garantie, ou après la levée des réserves notifiées",
        en="Retention money of a public contract, paid back 30 days after the guarantee, or once notified defects are put right",
    ),
    address="https://www.code-commande-publique.com/article-r2191-35/",
    version=text(fr="art. R2191-35 et R2191-42 lus, en vigueur depuis 2019", en="art. R2191-35 and R2191-42 read, in force since 2019"),
)
FINAL_ACCOUNTS = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 12",
    title=text(
        fr="Décompte général et définitif des marchés publics de travaux, si le marché s’y réfère",
        en="Final account of public works contracts, where the contract refers to it",
    ),
    address="https://www.marche-public.fr/Marches-publics/Definitions/Entrees/dgd-Decompte-general-definitif-ccag.htm",
    version=text(
        fr="début de l’art. 12.4 lu, art. 12.4.4 cité ; les 30 jours de l’art. 12.3.2 de mémoire",
        en="beginning of art. 12.4 read, art. 12.4.4 quoted; the 30 days of art. 12.3.2 from memory",
    ),
)

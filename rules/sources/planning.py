"""Planning permissions and the building site."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015

BUILDING_PERMIT_FILE = Source(
    reference="Code de l’urbanisme, art. R431-7 à R431-10",
    title=text(fr="Contenu du dossier de permis de construire", en="Contents of a building permit file"),
    address=CODES,
    version=CODES_2015,
)
DEMOLITION_PERMIT_FILE = Source(
    reference="Code de l’urbanisme, art. R451-1 et R421-28",
    title=text(
        fr="Permis de démolir : contenu du dossier, cas où il est requis", en="Demolition permit: contents of the file, when required"
    ),
    address=CODES,
    version=CODES_2015,
)
COMBINED_PERMIT = Source(
    reference="Code de l’urbanisme, art. L451-1",
    title=text(fr="Permis de construire portant aussi sur la démolition", en="Building permit that also covers the demolition"),
    address=CODES,
    version=CODES_2015,
)
DEVELOPMENT_LEVY = Source(
    reference="Code de l’urbanisme, art. L331-7 et L331-12",
    caveat=text(fr="devenus CGI, art. 1635 quater", en="now CGI, art. 1635 quater"),
    title=text(fr="Taxe d’aménagement : exonération, abattement de 50 %", en="Development levy: exemption, 50% relief"),
    address=CODES,
    version=CODES_2015,
)
PERMIT_POSTING = Source(
    reference="Code de l’urbanisme, art. A424-8, A424-9 et A424-15 à A424-19",
    title=text(fr="Affichage du permis, déclaration d’ouverture de chantier", en="Posting of the permit, site opening declaration"),
    address=CODES,
    version=CODES_2015,
)
PERMIT_VALIDITY = Source(
    reference="Code de l’urbanisme, art. R424-17 et R424-21 à R424-23",
    title=text(
        fr="Trois ans de validité depuis la notification ou la décision tacite, deux prorogations d’un an",
        en="Valid three years from the notification or the tacit decision, extended twice by one year",
    ),
    address="https://www.service-public.fr/particuliers/vosdroits/F2082",
    version=text(fr="fiche F2082 du service public", en="page F2082 of the public service"),
)
DEMOLITION_PERMIT_ENFORCEABLE = Source(
    reference="Code de l’urbanisme, art. L452-1 et R452-1",
    title=text(
        fr="Permis de démolir exécutoire quinze jours après sa notification ou sa naissance tacite",
        en="Demolition permit enforceable fifteen days after its notification or its tacit grant",
    ),
)
TACIT_PERMIT = Source(
    reference="Code de l’urbanisme, art. R424-1",
    title=text(
        fr="Autorisation tacite à défaut de décision notifiée dans le délai d’instruction",
        en="Tacit permission where no decision is notified within the time to decide",
    ),
)
PERMIT_WITHDRAWAL = Source(
    reference="Code de l’urbanisme, art. L424-5",
    title=text(
        fr="Retrait d’une décision illégale, tacite ou explicite, dans les trois mois",
        en="Withdrawal of an unlawful decision, tacit or explicit, within three months",
    ),
    address="https://lexbase.fr/texte-de-loi/art-l4245-code-de-lurbanisme/L9996LM8.html",
)
PERMIT_APPEALS = Source(
    reference="Code de l’urbanisme, art. R600-1, R600-2 et A424-17",
    title=text(
        fr="Recours des tiers dans les deux mois de l’affichage sur le terrain, notifié sous quinze jours",
        en="Third-party appeals within two months of the posting on site, notified within fifteen days",
    ),
    address="https://consultation.avocat.fr/blog/raymond-auteville/article-14718-permis-de-construire-delai-de-recours-de-tiers..html",
)
APPEAL_DAYS = Source(
    reference="Code de procédure civile, art. 642, appliqué aux délais de recours",
    title=text(
        fr="Un délai qui expire un samedi, un dimanche ou un jour férié est prorogé au premier jour ouvrable",
        en="A period that ends on a Saturday, a Sunday or a public holiday runs on to the next working day",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
PERMIT_INSTRUCTION = Source(
    reference="Code de l’urbanisme, art. R423-23",
    title=text(
        fr="Instruction : un mois pour une déclaration, deux pour démolir ou une maison, trois pour les autres permis",
        en="Time to decide: one month on a declaration, two on a demolition or a house, three on other permits",
    ),
    address="https://rapport-congresdesnotaires.fr/2024-rapport-du-120e-congres/les-delais-dinstruction-de-droit-commun",
)
MISSING_DOCUMENTS = Source(
    reference="Code de l’urbanisme, art. R423-38 et R423-39",
    title=text(
        fr="Un mois pour réclamer les pièces manquantes, trois pour les fournir",
        en="One month to ask for missing documents, three to supply them",
    ),
    address="https://droitsurterrain.com/permis-de-construire-delai-instruction",
)
PRIOR_DECLARATION = Source(
    reference="Code de l’urbanisme, art. R421-17 et R431-35",
    title=text(fr="Travaux sur constructions existantes soumis à déclaration préalable", en="Works on existing buildings to be declared"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
ACCEPTANCE = Source(
    reference="Code civil, art. 1792-6",
    title=text(fr="Réception des travaux, garantie de parfait achèvement d’un an", en="Acceptance of works, one-year defects guarantee"),
    address=CODES,
    version=CODES_2015,
)
RESERVES_DELAY = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 41",
    title=text(
        fr="Réserves à lever dans le délai fixé, à défaut trois mois avant la fin de la garantie, si le marché s’y réfère",
        en="Defects to be put right by the day fixed, else three months before the guarantee ends, where the contract refers to it",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
TEN_YEAR_GUARANTEE = Source(
    reference="Code civil, art. 1792-4-1",
    title=text(fr="Garantie décennale : dix ans depuis la réception", en="Ten-year guarantee: ten years from the acceptance"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
EQUIPMENT_GUARANTEE = Source(
    reference="Code civil, art. 1792-3",
    title=text(
        fr="Garantie de bon fonctionnement des équipements : deux ans depuis la réception",
        en="Guarantee of the equipment: two years from the acceptance",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
OFF_PLAN_SALE = Source(
    reference="Code civil, art. 1601-3 ; CCH, art. L261-11",
    title=text(fr="Vente en l’état futur d’achèvement, par acte authentique", en="Off-plan sale, by a deed before a notary"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
OFF_PLAN_GUARANTEE = Source(
    reference="CCH, art. L261-10-1",
    title=text(fr="Garantie d’achèvement ou de remboursement du vendeur", en="Guarantee of completion or repayment by the seller"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
SELLER_GUARANTEES = Source(
    reference="Code civil, art. 1642-1, 1646-1 et 1648",
    title=text(
        fr="Garanties du vendeur d’immeuble à construire : défauts apparents, bon fonctionnement, décennale",
        en="Guarantees of the seller off plan: apparent defects, equipment, ten years",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
FINAL_ACCOUNTS = Source(
    reference="CCAG Travaux (arrêté du 30 mars 2021), art. 12",
    title=text(fr="Décompte général et définitif des marchés publics de travaux", en="Final account of public works contracts"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
ENERGY_CERTIFICATE = Source(
    reference="CCH, art. L126-26 à L126-29",
    title=text(fr="Diagnostic de performance énergétique remis au locataire", en="Energy certificate given to the tenant"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
NO_CONTEST_CERTIFICATE = Source(
    reference="Code de l’urbanisme, art. R462-10",
    title=text(
        fr="Attestation de non-contestation, délivrée sous quinze jours sur demande",
        en="No-contest certificate, issued within fifteen days on request",
    ),
    address="http://www.chroniquesdedroitimmobilier.com/que-faire-lorsque-lautorite-competente-ne-repond-pas-a-une-demande-de-delivrance-dune-attestation-de-non-contestation-de-la-conformite-des-travaux/",
)
WASTE_DIAGNOSIS = Source(
    reference="CCH, art. R126-8 à R126-14",
    title=text(
        fr="Diagnostic produits, équipements, matériaux et déchets (PEMD), au-delà de 1 000 m²",
        en="Diagnosis of products, equipment, materials and waste (PEMD), above 1,000 m²",
    ),
)
PROPERTY_TAX_DECLARATION = Source(
    reference="Code général des impôts, art. 1406",
    title=text(fr="Déclaration dans les 90 jours de l’achèvement", en="Declaration within 90 days of the completion"),
    address="https://juriblio.fr/codes/code-general-des-impots-cgi/livre-premier/deuxieme-partie/titre-premier/chapitre-premier/section-ii/iii/d/article-1406",
)
COMPLETION_DECLARATION = Source(
    reference="Code de l’urbanisme, art. L462-1, L462-2, R462-4-1 et R462-6",
    title=text(
        fr="Déclaration d’achèvement (DAACT) ; trois ou cinq mois pour contester",
        en="Completion declaration (DAACT); three or five months to contest",
    ),
    address="https://lexbase.fr/texte-de-loi/code-de-lurbanismer4626/L7706HZG.html",
)
THERMAL_ATTESTATION = Source(
    reference="CCH, art. R122-24",
    title=text(
        fr="Attestation thermique ou environnementale jointe à la déclaration d’achèvement",
        en="Thermal or environmental certificate joined to the completion declaration",
    ),
)
DEMOLITION_PERMIT_PLANS = Source(
    reference="Code de l’urbanisme, art. R451-2",
    title=text(
        fr="Plan de situation, plan de masse et photographie du permis de démolir", en="Plans and photograph of a demolition permit file"
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
PERMIT_ATTESTATIONS = Source(
    reference="Code de l’urbanisme, art. R431-16",
    title=text(fr="Attestations jointes à la demande de permis de construire", en="Certificates joined to a building permit application"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
ACOUSTIC_ATTESTATION = Source(
    reference="CCH, ancien art. R111-4-2 ; arrêté du 27 novembre 2012",
    title=text(fr="Attestation acoustique à l’achèvement", en="Acoustic certificate on completion"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
ACCESSIBILITY_ATTESTATION = Source(
    reference="Code de l’urbanisme, art. R462-3",
    title=text(
        fr="Attestation d’accessibilité jointe à la déclaration d’achèvement",
        en="Accessibility certificate joined to the completion declaration",
    ),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
LEAD_SURVEY = Source(
    reference="Code de la santé publique, art. L1334-5 à L1334-10",
    title=text(fr="Constat de risque d’exposition au plomb", en="Survey of the risk of exposure to lead"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
TERMITES = Source(
    reference="CCH, ancien art. L133-5",
    title=text(fr="Termites : précautions et déclaration avant démolition", en="Termites: precautions and declaration before a demolition"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)

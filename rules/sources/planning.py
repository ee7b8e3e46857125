"""Planning permissions and the building site."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

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
    address="https://www.decines-charpieu.fr/544-permis-de-demolir.htm",
    version=text(fr="texte non lu : d’après la page d’une commune", en="not read verbatim: from the page of a commune"),
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
PREFECT_REFERRAL = Source(
    reference="CGCT, art. L2131-6",
    title=text(
        fr="Déféré du préfet dans les deux mois de la transmission de l’acte",
        en="Referral to the court by the prefect within two months of the day on which the act is sent to them",
    ),
    address="https://www.doctrine.fr/l/code-ge-eral-collectivites-territoriales/article-l2131-6/LEGIARTI000006390090",
    version=text(fr="version de 2001 à 2021, lue", en="version of 2001 to 2021, read"),
)
PERMIT_ENFORCEABLE = Source(
    reference="Code de l’urbanisme, art. L424-7",
    title=text(
        fr="Permis donné par arrêté au nom de la commune ou d’un EPCI : exécutoire une fois notifié et transmis au préfet",
        en="Permit given by order in the name of the commune or of a group: enforceable once notified and sent to the prefect",
    ),
    address="https://juriblio.fr/codes/code-de-l-urbanisme/partie-legislative/livre-iv/titre-ii/chapitre-iv/article-l424-7",
)
PERMIT_SENT = Source(
    reference="CGCT, art. L2131-1",
    title=text(
        fr="Décision individuelle transmise au préfet dans les quinze jours de sa signature",
        en="Individual decision sent to the prefect within fifteen days of its signature",
    ),
    address="https://juriblio.fr/codes/code-general-des-collectivites-territoriales/partie-legislative/deuxieme-partie/livre-ier/titre-iii/chapitre-ier",
    version=text(fr="rédaction d’avant juillet 2022, lue", en="wording before July 2022, read"),
)
TACIT_ENFORCEABLE = Source(
    reference="Code de l’urbanisme, art. L424-8",
    title=text(
        fr="Permis tacite ou non-opposition : exécutoire du jour où il est acquis ; le déféré court de la transmission",
        en="Tacit permit or declaration not opposed: enforceable from the day it is acquired; the referral runs from when it is sent",
    ),
    address="https://www.atd13.fr/decision-tacite-de-non-opposition-a-declaration-prealable-et-controle-de-legalite/",
    version=text(
        fr="cité par cette page pour la déclaration, avec Conseil d’État, 23 octobre 2013, n° 344454 ; pour le permis tacite, de mémoire",
        en="quoted by that page for the declaration, with Conseil d’État, 23 October 2013, n° 344454; for the tacit permit, from memory",
    ),
)
APPEAL_DAYS = Source(
    reference="Conseil d’État, 5 juin 2009, n° 312682 ; 15 décembre 2023, n° 472836",
    title=text(
        fr="Un délai de recours est franc ; s’il expire un samedi, un dimanche ou un jour férié, le premier jour ouvrable suivant compte",
        en="Appeals have clear days; a period that ends on a Saturday, a Sunday or a public holiday runs on to the next working day",
    ),
    address="https://www.jurisconsulte.net/fr/articles/id-543-quid-du-delai-de-recours-expirant-un-samedi-un-dimanche-un-jour-ferie-ou-chome-",
    version=text(fr="extraits des décisions lus", en="excerpts of the decisions read"),
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
    title=text(
        fr="Travaux qui modifient l’aspect extérieur, soumis à déclaration préalable",
        en="Works that change the outside of a building, to be declared",
    ),
    address="http://www.legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000006175991&cidTexte=LEGITEXT000006074075",
    version=text(fr="art. R431-35 en vigueur au 16 avril 2024, lu", en="art. R431-35 in force on 16 April 2024, read"),
)
ENERGY_CERTIFICATE = Source(
    reference="CCH, art. L126-26 à L126-29 (ancien art. L134-1 à L134-3)",
    title=text(
        fr="Diagnostic de performance énergétique : dû par le maître d’ouvrage à la réception, tenu à la disposition des candidats",
        en="Energy certificate: owed by the client at the acceptance, kept at the disposal of candidates",
    ),
    address="https://lexbase.fr/texte-de-loi/code-de-la-construction-et-de-lhabitationl12628/L6789L7L.html",
    version=text(fr="art. L126-28 de 2021, L134-2 et L134-3 de 2015, lus", en="art. L126-28 of 2021, L134-2 and L134-3 of 2015, read"),
)
BLOCK_CERTIFICATE = Source(
    reference="CCH, art. L126-31",
    title=text(
        fr="DPE des immeubles collectifs, permis demandé avant 2013", en="Energy certificate of blocks, permit asked for before 2013"
    ),
    address="https://www.asso-immo.org/association-proprietaires-coproprietaires/news/copropriete/dpe-collectif-et-plan-pluriannuel-de-travaux",
    version=text(fr="cité par une association de propriétaires et des notaires", en="quoted by an owners’ association and by notaries"),
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
    address="https://ffbatiment.fr/actualites-batiment/actualite/demolition-et-renovation-significative-le-diagnostic-pemd-obligatoire-au-1er-juillet-2023",
    version=PRESENTED,
)
PROPERTY_TAX_DECLARATION = Source(
    reference="Code général des impôts, art. 1406",
    title=text(
        fr="Déclaration dans les 90 jours de la réalisation définitive ; ce que coûte un retard",
        en="Declaration within 90 days of the final completion; what a late one costs",
    ),
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
DEMOLITION_PERMIT_PLANS = Source(
    reference="Code de l’urbanisme, art. R451-2",
    title=text(
        fr="Plan de situation, plan de masse et photographie du permis de démolir", en="Plans and photograph of a demolition permit file"
    ),
    address="http://codes-et-lois.fr/code-de-l-urbanisme/toc-conseil-etat-regime-applicable-constructions-amenagements-d-18dcb68-texte-integral",
    version=text(fr="version de 2017, lue", en="version of 2017, read"),
)
LEAD_SURVEY = Source(
    reference="Code de la santé publique, art. L1334-5 à L1334-10",
    title=text(
        fr="Constat de risque d’exposition au plomb, annexé à tout nouveau bail d’un immeuble d’avant 1949",
        en="Survey of the risk of exposure to lead, annexed to each new lease in a building of before 1949",
    ),
    address="https://www.afvs.net/le-droit/le-code-de-la-sante-publique/83-le-crep-ou-constat-de-risque-d-exposition-au-plomb",
    version=text(fr="art. L1334-5 à L1334-7 cités par cette page, lus", en="art. L1334-5 to L1334-7 quoted by that page, read"),
)
TERMITES = Source(
    reference="CCH, ancien art. L133-5",
    title=text(
        fr="Termites : bois contaminés brûlés ou traités avant transport, déclarés en mairie",
        en="Termites: contaminated wood burnt or treated before transport, declared to the town hall",
    ),
    address=CODES,
    version=CODES_2015,
)

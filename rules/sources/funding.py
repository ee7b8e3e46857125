"""Funding of operations: decisions, loans and their guarantees."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES, CODES_2015, PRESENTED

FUNDING_FILE = Source(
    reference="Arrêté du 5 mai 2017, annexe II",
    title=text(
        fr="Pièces d’une demande de décision pour une opération PLUS, PLAI ou PLS",
        en="Documents of the request for a decision on a PLUS, PLAI or PLS operation",
    ),
    address="https://legal.tricoteuses.fr/articles/JORFARTI000034639655",
)
FUNDING_FILE_PRESENTED = Source(
    reference="Arrêté du 5 mai 2017",
    caveat=text(
        fr="pièces du financement des logements sociaux ; annexes I, III et IV non lues",
        en="documents of the funding of social housing; annexes I, III and IV were not read",
    ),
    title=text(fr="Financement des logements sociaux : pièces à fournir", en="Funding of social housing: documents to supply"),
    address="https://banquedesterritoires.fr/nouvelles-procedures-pour-le-financement-des-logements-sociaux-et-des-logements-foyers",
    version=PRESENTED,
)
FUNDING_DECISION = Source(
    reference="CCH, art. D331-3 et D331-6",
    title=text(
        fr="Décision favorable ; quatre mois de silence valent rejet", en="Favourable decision; four months of silence mean refusal"
    ),
    address=CODES,
    version=CODES_2015,
)
WORKS_DELAYS = Source(
    reference="CCH, ancien art. R331-14",
    caveat=text(
        fr="remplacé ; l’article en vigueur, sans doute D331-7, n’a pas été lu",
        en="replaced; the article in force, most likely D331-7, was not read",
    ),
    title=text(
        fr="Démarrage dans les 18 mois, achèvement dans les 4 ans de la décision favorable",
        en="Start within 18 months, completion within 4 years of the favourable decision",
    ),
    address=CODES,
    version=text(fr="texte ancien, à vérifier", en="old text, to be verified"),
)
PLS_LOAN = Source(
    reference="CCH, art. R331-17 à R331-21",
    caveat=text(
        fr="version de 2005 ; les articles en vigueur n’ont pas été lus", en="version of 2005; the articles in force were not read"
    ),
    title=text(
        fr="Prêt locatif social : demande dans les six mois de la décision", en="PLS loan: request within six months of the decision"
    ),
    address="http://www.legifrance.com/affichCode.do?idSectionTA=LEGISCTA000006189404&cidTexte=LEGITEXT000006074096&dateTexte=20051231",
    version=text(fr="version de 2005", en="version of 2005"),
)
PALULOS_DELAYS = Source(
    reference="CCH, art. D323-8 et D323-9",
    title=text(fr="Décision avant travaux, clôture dans les six mois", en="Decision before the works, closure within six months"),
    address="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000043136687",
)
NEW_SUPPLY_INSTALMENTS = Source(
    reference="CCH, art. D331-1 et suivants",
    caveat=text(fr="article des acomptes non retrouvé", en="article on instalments not found"),
    title=text(fr="Acomptes et solde des subventions PLUS et PLAI", en="Instalments and balance of PLUS and PLAI subsidies"),
    version=text(fr="de mémoire, à vérifier", en="from memory, to be verified"),
)
STUDENT_DWELLINGS = Source(
    reference="Arrêté du 10 février 2020",
    title=text(
        fr="Pièces propres aux logements pour étudiants ou jeunes de moins de 30 ans",
        en="Documents specific to dwellings for students or persons under 30",
    ),
    version=PRESENTED,
)
URBAN_RENEWAL = Source(
    reference="Loi n° 2003-710, art. 10",
    caveat=text(fr="citée par le CCH, art. L442-6", en="cited by the CCH, art. L442-6"),
    title=text(fr="Conventions de rénovation urbaine (ANRU)", en="Urban renewal agreements (ANRU)"),
    version=text(fr="contenu exigé non trouvé", en="required content not found"),
)
GUARANTEE_FILE = Source(
    reference="Conseil départemental de la Haute-Garonne, garanties d’emprunt",
    caveat=text(fr="liste type ; voir le règlement de votre garant", en="a model list; see the rules of your own guarantor"),
    title=text(fr="Pièces d’une demande de garantie d’emprunt", en="Documents of the request for a loan guarantee"),
    address="http://www.haute-garonne.fr/aide/garanties-demprunts-pour-le-logement-social",
)
LOAN_GUARANTEES = Source(
    reference="CGCT, art. L2252-1 et L2252-2",
    title=text(fr="Garanties d’emprunt des communes", en="Loan guarantees by communes"),
    address=CODES,
    version=CODES_2015,
)
EMPLOYER_LOAN = Source(
    reference="CCH, art. R313-16",
    title=text(fr="Prêts de la participation des employeurs (PEEC)", en="Loans of the employer contribution (PEEC)"),
    address=CODES,
    version=CODES_2015,
)
ECO_LOAN = Source(
    reference="Banque des Territoires, éco-prêt logement social",
    title=text(fr="Éco-prêt : audit énergétique 3CL, gains exigés", en="Eco-loan: 3CL energy audit, savings required"),
)
RENT_TO_OWN = Source(
    reference="CCH, art. D331-76-5-1 et suivants ; note de la Fédération des coopératives HLM",
    title=text(fr="Agrément PSLA", en="Agreement for rent-to-own loans (PSLA)"),
)
LOAN_CONTRACT = Source(
    reference="Contrat de prêt, remboursement anticipé",
    title=text(fr="Prêt dont le bâtiment est démoli", en="Loan of a building that comes down"),
)

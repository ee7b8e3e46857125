"""Funding of operations: decisions, loans and their guarantees."""

from domain.operation_choices import OperationKind
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
    address="https://archeo-lex.fr/codes/code_de_la_construction_et_de_l%27habitation/2018-12-29/modifications",
    version=text(
        fr="début de D331-6 lu dans une copie plus récente que 2019, sans sa fin ; R331-6 du 29 décembre 2018 ; D331-3 de 2015",
        en="beginning of D331-6 read in a copy later than 2019, not its end; R331-6 of 29 December 2018; D331-3 of 2015",
    ),
)
WORKS_DELAYS = Source(
    reference="CCH, art. D331-7",
    title=text(
        fr="Démarrage dans les 18 mois, achèvement dans les 4 ans de la décision favorable, dossier de clôture dans les 24 mois",
        en="Start within 18 months, completion within 4 years of the favourable decision, closure file within 24 months",
    ),
    address="https://www.doctrine.fr/l/texts/codes/LEGITEXT000006074096/articles/LEGIARTI000006898446?version=LEGIARTI000034620240",
    version=text(
        fr="lu dans sa version du 6 mai 2017 (R331-7), renumérotée en juin 2019",
        en="read in its version of 6 May 2017 (R331-7), renumbered in June 2019",
    ),
)
PLS_LOAN = Source(
    reference="CCH, art. R331-17 à R331-21",
    caveat=text(
        fr="version de 2005, que le ministère cite encore en 2013 ; articles en vigueur non lus",
        en="version of 2005, still cited by the ministry in 2013; the articles in force were not read",
    ),
    title=text(
        fr="Prêt locatif social : demande dans les six mois de la décision", en="PLS loan: request within six months of the decision"
    ),
    address="http://www.legifrance.com/affichCode.do?idSectionTA=LEGISCTA000006189404&cidTexte=LEGITEXT000006074096&dateTexte=20051231",
    version=text(fr="version de 2005", en="version of 2005"),
)
AGREEMENT_BEFORE_PAYMENT = Source(
    reference="CCH, art. D331-6",
    caveat=text(
        fr="PLUS et PLAI ; ancien R331-6, lu dans une version antérieure à 2014 ; la règle reste la même d’après le ministère, « Fixation "
        "des loyers maximaux »",
        en="PLUS and PLAI; former R331-6, read in a version from before 2014; the rule is still the same according to the ministry, on "
        "maximum rents",
    ),
    title=text(
        fr="Convention avant la décision favorable ; avec une subvention PLUS ou PLAI, au plus tard au premier acompte",
        en="Agreement before the favourable decision; with a PLUS or PLAI subsidy, by the first instalment",
    ),
    address="https://legal.tricoteuses.fr/articles/LEGIARTI000006898445",
    version=text(fr="version antérieure à 2014", en="version from before 2014"),
)
AGREEMENT_BEFORE_PALULOS = Source(
    reference="CCH, ancien art. R323-2",
    caveat=text(fr="logements existants ; devenu D323-2, à vérifier", en="existing dwellings; now D323-2, to be verified"),
    title=text(
        fr="PALULOS : convention conclue au plus tard lors du versement du premier acompte",
        en="PALULOS: agreement made by the payment of the first instalment",
    ),
    address="https://git.tricoteuses.fr/codes/code_de_la_construction_et_de_l_habitation/commit/33549d8efe58cc06d363b52e6b80827f0074a5db.diff",
    version=text(
        fr="R323-2 lu, en vigueur du 27 août 2005 au 1er septembre 2019, jour où il a changé de numéro",
        en="R323-2 read, in force from 27 August 2005 to 1 September 2019, the day on which it was renumbered",
    ),
    kinds=(OperationKind.REHABILITATION, OperationKind.ACQUISITION_IMPROVEMENT),
)
PLS_AGREEMENTS = Source(
    reference="Ministère chargé du logement, conventionnement à l’APL des logements financés en PLS, 24 novembre 2013",
    title=text(
        fr="Convention à signer avec la décision favorable, complétée après le prêt",
        en="Agreement to sign with the favourable decision, completed after the loan",
    ),
    address="https://www.financement-logement-social.logement.gouv.fr/spip.php?page=article_print&id_article=975",
)
PALULOS_DELAYS = Source(
    reference="CCH, art. D323-8 et D323-9",
    title=text(
        fr="Décision avant travaux, achèvement dans les cinq ans, clôture dans les six mois",
        en="Decision before the works, completion within five years, closure within six months",
    ),
    address="https://juriblio.fr/codes/code-de-la-construction-et-de-l-habitation/partie-reglementaire/livre-iii/titre-ii/chapitre-iii/section-1/article-d323-8",
    version=text(fr="version du 15 juillet 2024, lue", en="version of 15 July 2024, read"),
)
INVESTMENT_SUBSIDIES = Source(
    reference="Décret n° 2018-514 du 25 juin 2018, art. 1er",
    title=text(
        fr="Subventions de l’État pour l’investissement, celles du CCH exclues",
        en="State subsidies for investment, those of the CCH left out",
    ),
    address="https://www.circulaires.gouv.fr/affichTexte.do?cidTexte=JORFTEXT000037106457&categorieLien=cid",
    version=text(fr="version du 28 mars 2024, début lu", en="version of 28 March 2024, its beginning read"),
)
NEW_SUPPLY_INSTALMENTS = Source(
    reference="Arrêté du 5 mai 2017, art. 5, pris pour le CCH, art. D331-16",
    title=text(fr="Acomptes des subventions PLUS et PLAI", en="Instalments of PLUS and PLAI subsidies"),
    address="https://juriblio.fr/arretes/arrete-du-5-mai-2017/168857357",
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
    reference="Loi n° 2003-710, art. 10 et 10-3",
    caveat=text(fr="cités par le CCH, art. L353-15", en="cited by the CCH, art. L353-15"),
    title=text(fr="Conventions de rénovation urbaine (ANRU)", en="Urban renewal agreements (ANRU)"),
    version=text(fr="contenu exigé non trouvé", en="required content not found"),
)
GUARANTEE_FILE = Source(
    reference="Conseil départemental de la Haute-Garonne, garanties d’emprunt",
    caveat=text(
        fr="liste d’un seul département ; demander la sienne à votre garant",
        en="the list of a single département; ask your own guarantor for theirs",
    ),
    title=text(fr="Pièces d’une demande de garantie d’emprunt", en="Documents of the request for a loan guarantee"),
    address="http://www.haute-garonne.fr/aide/garanties-demprunts-pour-le-logement-social",
)
LOAN_GUARANTEES = Source(
    reference="CGCT, art. L2252-1 et L2252-2",
    title=text(fr="Garanties d’emprunt des communes", en="Loan guarantees by communes"),
    address="https://www.legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000006164569&cidTexte=LEGITEXT000006070633",
)
GUARANTEED_CDC_LOAN = Source(
    reference="Conseil départemental des Yvelines, délibération du 15 mars 2019",
    caveat=text(fr="un exemple", en="one example"),
    title=text(
        fr="Garantie d’un prêt de la Caisse des dépôts : le contrat signé est annexé à la délibération",
        en="Guarantee of a CDC loan: the signed contract is annexed to the resolution",
    ),
    address="https://issuu.com/yvelines/docs/delib-107343_a99b2ba2017042",
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
    address="https://banquedesterritoires.fr/produits-services/prets-long-terme/pret-eco-pret",
)
RENT_TO_OWN = Source(
    reference="CCH, art. D331-76-5-1 et suivants ; note de la Fédération des coopératives HLM",
    title=text(
        fr="Agrément PSLA, avant les travaux sauf en VEFA", en="Agreement for rent-to-own loans (PSLA), before the works but for off-plan"
    ),
    address="http://www.hlm.coop/ressources/all/9740",
)
LOAN_CONTRACT = Source(
    reference="Contrat de prêt, remboursement anticipé",
    title=text(fr="Prêt dont le bâtiment est démoli", en="Loan of a building that comes down"),
)

"""Demolition of social housing and rehousing of those who live there."""

from domain.text import text
from rules.engine.declare import Source
from rules.sources.versions import CODES

DEMOLITION_CIRCULAR = Source(
    reference="Circulaire UHC/IUH2/22 du 15 novembre 2001, annexes",
    title=text(fr="Démolition de logements sociaux", en="Demolition of social housing"),
    address="https://www.financement-logement-social.logement.gouv.fr/spip.php?page=article_print&id_article=1231",
    caveat=text(fr="encore appliquée : à vérifier", en="still applied: to be verified"),
)
DEMOLITION_AUTHORISATION = Source(
    reference="CCH, art. L443-15-1",
    title=text(
        fr="Démolition : accord de la commune et des garants, autorisation du préfet",
        en="Demolition: agreement of the commune and of the guarantors, authorisation of the prefect",
    ),
    address=CODES,
    version=text(
        fr="lu tel que le cite la cour administrative d’appel de Nancy, 21 novembre 2019, n° 18NC01817, pour 2017 : tout bâtiment "
        "d’habitation d’un organisme HLM ; la version d’avant 2006 ne visait que l’aide de l’État",
        en="read as the administrative court of appeal of Nancy quotes it, 21 November 2019, no. 18NC01817, for 2017: any dwelling "
        "building of an HLM body; the version before 2006 was about State aid only",
    ),
)
REHOUSING_OFFERS = Source(
    reference="CCH, art. L442-6 II et L353-15 III",
    title=text(
        fr="Démolition autorisée : trois offres de relogement, perte du titre six mois après la troisième",
        en="Authorised demolition: three rehousing offers, loss of the title six months after the third",
    ),
    address="http://legifrance.gouv.fr/affichCode.do?idSectionTA=LEGISCTA000006176301&cidTexte=LEGITEXT000006074096",
    version=text(
        fr="L353-15 en vigueur au 16 avril 2024, lu ; L442-6 dans sa version de 2015",
        en="L353-15 in force on 16 April 2024, read; L442-6 in its version of 2015",
    ),
)
EVICTION = Source(
    reference="Code des procédures civiles d’exécution, art. L411-1, L412-1, L412-3, L412-4 et L412-6",
    title=text(
        fr="Expulsion : décision de justice, commandement, deux mois, délais du juge, sursis du 1er novembre au 31 mars",
        en="Eviction: court decision, order to quit, two months, time that the court grants, stay from 1 November to 31 March",
    ),
    address="https://legal.tricoteuses.fr/articles/LEGIARTI000028808273",
    version=text(
        fr="L411-1, L412-3, L412-4 et L412-6 en vigueur, lus ; L412-1 dans sa version de 2012, ses deux mois confirmés en 2023",
        en="L411-1, L412-3, L412-4 and L412-6 in force, read; L412-1 in its version of 2012, its two months confirmed in 2023",
    ),
)
TENANT_CONSULTATION = Source(
    reference="Loi n° 86-1290 du 23 décembre 1986, art. 44 quater",
    title=text(fr="Concertation avec les locataires", en="Consultation of the tenants"),
    address="https://www.doctrine.fr/l/texts/lois/JORFTEXT000000874247/articles/LEGIARTI000006474743",
    version=text(
        fr="version du 29 janvier 2017, lue sauf sa fin ; celle de 2014, lue entière",
        en="version of 29 January 2017, read but for its end; that of 2014, read whole",
    ),
)
COMPLETENESS = Source(
    reference="Décret n° 99-1060 du 16 décembre 1999",
    title=text(
        fr="Réponse sur le caractère complet d’un dossier de subvention sous deux mois",
        en="Answer within two months on the completeness of a subsidy file",
    ),
    version=text(fr="texte ancien, abrogé hors des aides du CCH", en="old text, repealed but for CCH subsidies"),
    caveat=text(
        fr="remplacé par le décret n° 2018-514 du 25 juin 2018, qui laisse hors de lui les subventions du CCH : lequel vaut est à vérifier",
        en="replaced by décret n° 2018-514 of 25 June 2018, which leaves out CCH subsidies: which of them holds is to be verified",
    ),
)
PUBLIC_AID_REPAYMENT = Source(
    reference="CCH, art. R443-17",
    title=text(
        fr="Démolition : aides de l’État et prêts aidés exigibles, sauf décision du préfet",
        en="Demolition: State aid and aided loans fall due, unless the prefect decides otherwise",
    ),
    address="https://juriblio.fr/codes/code-de-la-construction-et-de-l-habitation/partie-reglementaire/livre-iv/titre-iv/chapitre-iii/section-2/article-r443-17",
    version=text(fr="version de 1987 à 2009, lue", en="version of 1987 to 2009, read"),
)

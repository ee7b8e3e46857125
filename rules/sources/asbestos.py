"""Asbestos in existing buildings: each duty by its own articles."""

from domain.text import text
from rules.engine.declare import Source

ASBESTOS_FILES = Source(
    reference="Code de la santé publique, art. R1334-14, R1334-20 et R1334-21",
    title=text(
        fr="Repérage des matériaux des listes A et B, si le permis de construire est d’avant le 1er juillet 1997",
        en="Search for the materials of lists A and B, where the building permit is of before 1 July 1997",
    ),
    address="https://www.preventionbtp.fr/droit-de-la-prevention/article-r1334-14-du-code-de-la-sante-publique_h83TYn8F3fPGrDvT8BNQ3N",
    version=text(fr="R1334-14 lu", en="R1334-14 read"),
)
ASBESTOS_BEFORE_WORKS = Source(
    reference="Code du travail, art. R4412-97 ; arrêté du 16 juillet 2019",
    title=text(fr="Repérage amiante avant travaux, joint à la consultation", en="Asbestos survey before works, a tender document"),
    address="https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000038777498",
    version=text(
        fr="notice de l’arrêté lue ; limite de 1997 dans des commentaires",
        en="notice of the order read; limit of 1997 in commentaries",
    ),
)
ASBESTOS_BEFORE_DEMOLITION = Source(
    reference="Code de la santé publique, art. R1334-22 ; arrêté du 26 juin 2013",
    title=text(
        fr="Repérage amiante avant démolition (liste C), si le permis d’origine est d’avant le 1er juillet 1997",
        en="Asbestos survey before demolition (list C), where the original permit is of before 1 July 1997",
    ),
    address="https://issuu.com./addora/docs/arre__te___du_26_juin_2013---repe__",
    version=text(
        fr="début de l’arrêté lu ; repérage après l’évacuation : d’après un résumé",
        en="beginning of the order read; survey once it is vacated: from a summary",
    ),
)
ASBESTOS_REMOVAL_PLAN = Source(
    reference="Code du travail, art. R4412-133 et R4412-137",
    title=text(
        fr="Plan de démolition, de retrait ou d’encapsulage, trente jours avant les travaux (huit jours en urgence)",
        en="Plan to demolish, remove or encapsulate asbestos, thirty days before the works (eight days in an emergency)",
    ),
    address="https://www.preventionbtp.fr/droit-de-la-prevention/article-r4412-137-du-code-du-travail_DKhMp8GyDLUbHMQTpPggxM",
    version=text(fr="R4412-137 lu, en vigueur au 16 février 2023", en="R4412-137 read, in force on 16 February 2023"),
)
ASBESTOS_FILE_UPDATE = Source(
    reference="Code de la santé publique, art. R1334-29-4 et R1334-29-5",
    title=text(
        fr="Dossiers amiante tenus à jour : parties privatives (DAPP), parties communes (DTA)",
        en="Asbestos files kept up to date: private parts (DAPP), common parts (DTA)",
    ),
    address="https://french-business-law.com/french-legislation-art/article-r1334-29-5-of-the-french-public-health-code",
    version=text(fr="lus en traduction, version à vérifier", en="read in translation, version to be verified"),
)
ASBESTOS_HANDBACK = Source(
    reference="Code de la santé publique, art. R1334-29-3",
    title=text(
        fr="Examen visuel et mesure d’empoussièrement avant de rendre des locaux traités (liste A ; liste B en bâtiment occupé)",
        en="Visual examination and dust measurement before treated premises are given back (list A; list B in an occupied building)",
    ),
    address="https://www.grsp.fr/controles-visuels-reglementaires-14.html",
    version=text(fr="rédaction du 3 juin 2011, lue", en="wording of 3 June 2011, read"),
)
ASBESTOS_END_REPORT = Source(
    reference="Code du travail, art. R4412-139",
    title=text(fr="Rapport de fin de travaux amiante", en="Report at the end of the asbestos works"),
)

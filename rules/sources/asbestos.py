"""Asbestos in existing buildings: each duty by its own articles."""

from domain.text import text
from rules.engine.declare import Source

TO_VERIFY = text(fr="arrêté cité de mémoire, à vérifier", en="the order is cited from memory, to be verified")

ASBESTOS_FILES = Source(
    reference="Code de la santé publique, art. R1334-20 et R1334-21",
    title=text(fr="Repérage des matériaux des listes A et B", en="Search for the materials of lists A and B"),
)
ASBESTOS_BEFORE_WORKS = Source(
    reference="Code du travail, art. R4412-97 ; arrêté du 16 juillet 2019",
    title=text(fr="Repérage amiante avant travaux, joint à la consultation", en="Asbestos survey before works, a tender document"),
    caveat=TO_VERIFY,
)
ASBESTOS_BEFORE_DEMOLITION = Source(
    reference="Code du travail, art. R4412-97 ; arrêté du 26 juin 2013",
    title=text(fr="Repérage amiante avant démolition", en="Asbestos survey before demolition"),
    caveat=TO_VERIFY,
)
ASBESTOS_REMOVAL_PLAN = Source(
    reference="Code du travail, art. R4412-133 et R4412-137",
    title=text(
        fr="Plan de démolition, de retrait ou d’encapsulage, un mois avant les travaux (huit jours en urgence)",
        en="Plan to demolish, remove or encapsulate asbestos, one month before the works (eight days in an emergency)",
    ),
)
ASBESTOS_END_REPORT = Source(
    reference="Code du travail, art. R4412-139",
    title=text(fr="Rapport de fin de travaux amiante", en="Report at the end of the asbestos works"),
)

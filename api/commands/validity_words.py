"""What the command line says of how long an answer holds, in French and English."""

from domain.text import Text, text

VALIDITY_WORDS: dict[str, Text] = {
    "changes_on": text(
        fr="Valable au {}, jour de référence ; sans rien de nouveau, cette réponse peut changer dès le {}{}.",
        en="Valid on {}, the reference day; with nothing new, this answer may change as early as {}{}.",
    ),
    "changes_first": text(
        fr="Valable au {}, jour de référence ; sans rien de nouveau, cette réponse change d’abord le {}{}.",
        en="Valid on {}, the reference day; with nothing new, this answer will first change on {}{}.",
    ),
    "changes_first_but": text(
        fr="Valable au {}, jour de référence ; sans rien de nouveau, et hors ce qui avance avec le calendrier, cette réponse change "
        "d’abord le {}{}.",
        en="Valid on {}, the reference day; with nothing new, and apart from what moves with the calendar, this answer will first "
        "change on {}{}.",
    ),
    "follows_the_day": text(fr="D’ici là, avance avec le calendrier", en="Until then, this moves with the calendar"),
    "changes_never_but": text(
        fr="Valable au {}, jour de référence ; hors ce qui avance avec le calendrier, le seul passage du temps n’y change rien.",
        en="Valid on {}, the reference day; apart from what moves with the calendar, the passing of time alone changes nothing in it.",
    ),
    "follows_on": text(fr="Avance avec le calendrier", en="This moves with the calendar"),
    "changes_never": text(
        fr="Valable au {}, jour de référence ; le seul passage du temps n’y change rien.",
        en="Valid on {}, the reference day; the passing of time alone changes nothing in it.",
    ),
}

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
        fr="Valable au {}, jour de référence ; sans rien de nouveau, et à part ce qui suit, cette réponse change d’abord le {}{}.",
        en="Valid on {}, the reference day; with nothing new, and apart from what follows, this answer will first change on {}{}.",
    ),
    "follows_the_day": text(
        fr="D’ici là ne change, avec le calendrier et sans effet sur le reste, que ceci",
        en="Until then only this changes, with the calendar and without effect on the rest",
    ),
    "changes_never_but": text(
        fr="Valable au {}, jour de référence ; à part ce qui suit, le seul passage du temps n’y change rien.",
        en="Valid on {}, the reference day; apart from what follows, the passing of time alone changes nothing in it.",
    ),
    "follows_on": text(
        fr="Ne change, avec le calendrier et sans effet sur le reste, que ceci",
        en="Only this changes, with the calendar and without effect on the rest",
    ),
    "changes_never": text(
        fr="Valable au {}, jour de référence ; le seul passage du temps n’y change rien.",
        en="Valid on {}, the reference day; the passing of time alone changes nothing in it.",
    ),
}

"""What is said of planned days that cannot hold, and of days that contradict each other."""

from domain.text import Text, text

PLAN_WORDS: dict[str, Text] = {
    "calls_into_question": text(fr="Remis en cause", en="Called into question"),
    "another_day": text(fr="Autre date", en="Another day"),
    "after_day": text(fr="pas avant le {}, après {}", en="not before {}, after {}"),
    "from_day": text(fr="pas avant le {}, {}", en="not before {}, {}"),
    "more_than_after": text(fr="pas avant le {}, plus de {}", en="not before {}, more than {}"),
    "by_practice": text(fr="{} (d’après un usage, aucun texte trouvé)", en="{} (by practice, no text was found)"),
    "itself_upset": text(fr="{}, lui-même remis en cause", en="{}, itself called into question"),
    "once_given": text(fr="à vérifier une fois ce jour donné : {}", en="to be checked once this day is given: {}"),
    "set_anew": text(fr="À refixer avec ce jour, s’il change", en="To be set anew with that day, if it changes"),
    "at_the_latest": text(fr="Au plus tard", en="At the latest"),
    "closed_by": text(fr="le {}, pour {}", en="{}, for {}"),
    "room": text(fr="{} après cette autre date", en="{} after that other day"),
    "no_room": text(fr="avant cette autre date : les deux ne tiennent pas ensemble", en="before that other day: both cannot hold"),
    "no_day_before": text(
        fr="aucune ne peut être donnée avant que ces jours soient connus : {}", en="none can be named before these days are known: {}"
    ),
    "if_today": text(fr="si tous ces jours tombaient le jour de référence, {}", en="if all these days fell on the reference day, {}"),
    "if_released": text(fr="si ceci arrive à leur place ({}), {}", en="if this happens instead ({}), {}"),
    "never_before": text(fr="{}, et jamais avant {}", en="{}, and never before {}"),
    "whatever_they_are": text(fr="quels qu’ils soient, {}", en="whatever they are, {}"),
    "also_before": text(
        fr="Aussi à faire avant {}, temps non compté ci-dessus : {}", en="Also to be done before {}, time not counted above: {}"
    ),
    "to_revise": text(fr="Repère proposé à revoir", en="Proposed date to be revised"),
    "comes_before": text(
        fr="tombe avant {}, le {}, qui vient d’abord : ces jours se contredisent",
        en="falls before {}, {}, which comes first: these days contradict each other",
    ),
}

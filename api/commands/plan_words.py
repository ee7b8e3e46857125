"""What is said of planned days that cannot hold, and of days that contradict each other."""

from domain.text import Text, text

PLAN_WORDS: dict[str, Text] = {
    "calls_into_question": text(fr="Remis en cause", en="Called into question"),
    "another_day": text(fr="Autre date", en="Another day"),
    "after_day": text(fr="pas avant le {}, après {}", en="not before {}, after {}"),
    "from_day": text(fr="pas avant le {}, {}", en="not before {}, {}"),
    "more_than_after": text(fr="pas avant le {}, plus de {}", en="not before {}, more than {}"),
    "set_aside": text(fr="{} ; sans attendre cet usage, {}", en="{}; without waiting for that practice, {}"),
    "set_aside_planned": text(
        fr="{} ; si ce jour prévu est avancé, ou sans attendre cet usage, {}",
        en="{}; if that planned day is brought forward, or without waiting for that practice, {}",
    ),
    "by_practice": text(fr="{} (d’après un usage, aucun texte trouvé)", en="{} (by practice, no text was found)"),
    "by_prudence": text(
        fr="plutôt {} (par prudence, aucun texte trouvé ne l’impose)", en="rather {} (out of prudence, no text that was found wants it)"
    ),
    "by_text": text(fr="{} (d’après les textes)", en="{} (by the texts)"),
    "itself_upset": text(fr="{}, lui-même remis en cause", en="{}, itself called into question"),
    "days_to_come": text(fr="Sans date à ce jour, à donner quand cela arrive", en="Without a date so far, to be given when it happens"),
    "by_leads": text(fr="Plus tard encore, avec le délai d’une tâche qui reste", en="Later still, with the time of a task that remains"),
    "by_leads_proposed": text(
        fr="Plus tard encore, d’après un repère de l’outil (aucun texte trouvé)",
        en="Later still, by a date that this tool proposes (no text was found)",
    ),
    "by_lead": text(
        fr="plutôt pas avant le {}, si « {} » se faisait le jour de référence ({})",
        en="rather not before {}, if “{}” were done on the reference day ({})",
    ),
    "not_counted_on": text(
        fr="Ne pas compter sur ces prêts pour solder le prix", en="Do not count on these loans to pay what is left of the price"
    ),
    "unpaid_by_then": text(
        fr="« {} », le {}{} ; si « {} » se faisait le jour de référence, versement au plus tôt vers le {} ({}, {})",
        en="“{}”, {}{}; if “{}” were done on the reference day, payment at the earliest about {} ({}, {})",
    ),
    "still_lacking": text(
        fr=", alors que ce qui précède leur versement manque encore", en=", while what comes before their payment is still lacking"
    ),
    "plan_holds": text(fr="Plan vérifié", en="Plan checked"),
    "plan_reckoned": text(fr="Plan tenu par le calcul de l’outil", en="Plan kept by this tool’s reckoning"),
    "by_construction": text(
        fr="{} : aucun jour donné ; celui que l’outil calcule, à rebours de {}, laisse ce temps par construction. À vérifier une "
        "fois un jour donné.",
        en="{}: no day is given; the one that this tool works out, backwards from {}, leaves that time by construction. To be "
        "checked once a day is given.",
    ),
    "set_anew": text(fr="À refixer avec ce jour, s’il change", en="To be set anew with that day, if it changes"),
    "decided_first": text(fr="À décider avec ce jour, à fixer d’abord", en="To be decided with that day, which is to be set first"),
    "if_kept": text(fr="seulement si {} est gardé : d’abord {} ({})", en="only if {} is kept: first {} ({})"),
    "at_the_latest": text(fr="Au plus tard", en="At the latest"),
    "closed_by": text(fr="le {}, pour {}", en="{}, for {}"),
    "room": text(fr="{} après le {}", en="{} after {}"),
    "narrow_room": text(
        fr="{} seulement après le {}, moins de trois mois : à suivre dès maintenant",
        en="only {} after {}, less than three months: to be followed from now on",
    ),
    "no_room": text(fr="avant le {} : les deux ne tiennent pas ensemble", en="before {}: both cannot hold"),
    "no_day_before": text(fr="aucune n’est sûre avant que ces jours soient connus : {}", en="none is sure before these days are known: {}"),
    "no_day_before_one": text(fr="aucune n’est sûre avant que ce jour soit connu : {}", en="none is sure before this day is known: {}"),
    "no_day_before_either": text(
        fr="aucune n’est sûre avant que l’un de ces jours soit connu : {}",
        en="none is sure before one of these days is known: {}",
    ),
    "to_do_first": text(fr="d’abord {} ; {}", en="first {}; {}"),
    "if_today": text(
        fr="au mieux, si tous ces jours tombaient le jour de référence, {}", en="at best, if all these days fell on the reference day, {}"
    ),
    "if_today_one": text(
        fr="au mieux, si ce jour tombait le jour de référence, {}", en="at best, if that day fell on the reference day, {}"
    ),
    "if_today_either": text(
        fr="au mieux, si l’un d’eux tombait le jour de référence, {}", en="at best, if one of them fell on the reference day, {}"
    ),
    "not_counting": text(fr="{} ; temps à y ajouter, non compté : {}", en="{}; time to be added, not counted: {}"),
    "on_day": text(fr="{}, le {}", en="{}, on {}"),
    "then_slow": text(
        fr="{}, puis, avant tout démarrage, un temps que rien ne fixe : {}", en="{}, then, before any start, a time that nothing sets: {}"
    ),
    "by_then": text(fr=" ; ceci donc avant le {} ({})", en="; so it is to happen before {} ({})"),
    "earlier_with": text(fr="{}, et plus tôt du temps de {}", en="{}, and earlier by the time of {}"),
    "if_released": text(fr="seulement si ceci arrive ({}) : {}", en="only if this happens ({}): {}"),
    "early_enough": text(fr="{}) assez tôt pour ce qui suit ({}", en="{}) early enough for what follows ({}"),
    "never_before": text(fr="{}, et jamais avant {}", en="{}, and never before {}"),
    "whatever_they_are": text(fr="quels que soient ces jours, {}", en="whatever those days are, {}"),
    "whatever_they_are_one": text(fr="quel que soit ce jour, {}", en="whatever that day is, {}"),
    "whatever_they_are_either": text(fr="quel que soit ce jour, {}", en="whichever that day is, {}"),
    "first_before": text(fr="D’abord, avant {} : {}", en="First, before {}: {}"),
    "also_before": text(
        fr="Aussi à faire avant {}, sans avoir vérifié que la date ci-dessus en laisse le temps : {}",
        en="Also to be done before {}, without a check that the day above leaves time for it: {}",
    ),
    "to_revise": text(fr="Échéance à revoir", en="Due day to be revised"),
    "to_revise_to_verify": text(fr="Échéance à vérifier, à revoir", en="Due day to verify, to be revised"),
    "to_revise_proposed": text(fr="Repère proposé à revoir", en="Proposed date to be revised"),
    "comes_before": text(
        fr="tombe avant {}, le {}, qui vient d’abord : ces jours se contredisent",
        en="falls before {}, {}, which comes first: these days contradict each other",
    ),
}

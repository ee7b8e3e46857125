"""What the command line says of the due day of a task: how it binds, how late it is, and when alerts and reminders begin."""

from domain.text import Text, text
from rules.review.case_words import DUE, NO_DUE

DUE_WORDS: dict[str, Text] = {
    "due": DUE,
    "due_to_verify": text(fr="échéance à vérifier : {}", en="due day to verify: {}"),
    "due_proposed": text(fr="repère proposé : {}", en="proposed date: {}"),
    "decided_now": text(fr="à décider maintenant : « {} », le {} ({})", en="to be decided now: “{}”, {} ({})"),
    "decided_later": text(fr="jour prévu à vérifier : « {} », le {} ({})", en="planned day to check: “{}”, {} ({})"),
    "no_due": NO_DUE,
    "possible_since": text(fr="possible depuis le {}", en="possible since {}"),
    "counted_from_day": text(fr="{}, le {}", en="{}, {}"),
    "day_of": text(fr="d’après « {} »", en="from “{}”"),
    "due_unknown": text(fr="{}, à préciser", en="{}, not known yet"),
    "due_none_yet": text(fr="{}, sans date à ce stade", en="{}, no date so far"),
    "delay_DERIVED": text(fr="délai déduit de textes trouvés", en="a time limit derived from texts that were found"),
    "delay_FROM_MEMORY": text(
        fr="délai noté de mémoire, texte à retrouver", en="a time limit noted from memory, its text still to be found"
    ),
    "delay_PROPOSAL": text(
        fr="délai proposé par l’outil, aucun texte trouvé", en="a time limit that this tool proposes, no text was found"
    ),
    "delay_planned": text(fr="jour prévu au dossier, aucun texte trouvé", en="a day planned in the file, no text was found"),
    "passed_to_verify": text(fr="Échéance à vérifier, dépassée", en="Due day to verify, missed"),
    "passed_proposed": text(fr="Repère proposé dépassé", en="Proposed date passed"),
    "done_on": text(fr="Fait le {}", en="Done on {}"),
    "done_by": text(fr="Fait au plus tard le {}", en="Done on {} at the latest"),
    "done_late": text(fr=", avec {} de retard sur l’échéance du {}", en=", {} late: it was due on {}"),
    "done_late_derived": text(fr=", {} après l’échéance déduite, le {}", en=", {} after the derived due day, {}"),
    "done_late_to_verify": text(fr=", {} après l’échéance à vérifier, le {}", en=", {} after the due day to verify, {}"),
    "missed": text(fr="dépassée de {}", en="{} late"),
    "missed_to_verify": text(fr="dépassée de {}", en="{} late"),
    "missed_proposed": text(fr="dépassé de {}", en="passed {} ago"),
    "years": text(fr="plus de {} ans", en="more than {} years"),
    "today": text(fr="le jour de référence", en="on the reference day"),
    "left": text(fr="dans {}", en="in {}"),
    "kinds_of_due": text(
        fr="Une échéance vient d’un texte, d’un contrat ou d’une échéance que le bailleur donne, ou s’en déduit ; "
        "une échéance à vérifier est notée de mémoire ou tient à ce qui est supposé ; faute de texte trouvé, un repère, jour prévu au "
        "dossier ou proposé par l’outil, donne des rappels et non des alertes.",
        en="A due day comes from a text, a contract or a due day that the landlord gives, or is derived from one; "
        "a due day to verify is noted from memory or rests on what is assumed; where no text was found, a proposed date, planned in the "
        "file or proposed by this tool, gives reminders and not alerts.",
    ),
    "plans_alert": text(
        fr="Quand un jour prévu au dossier, comme le démarrage des travaux, vient trop tôt ou trop tard, il y a toujours une alerte, "
        "même si seul l’usage demande un autre jour.",
        en="Where a day planned in the file, such as the start of the works, comes too early or too late, there is always an alert, "
        "even if only practice asks for another day.",
    ),
    "alerts_proposed": text(
        fr="Les seuils d’alerte et de rappel sont proposés par l’outil, aucun texte trouvé.",
        en="The thresholds of alerts and reminders are proposed by this tool, no text was found.",
    ),
    "alerts_proposed_but": text(
        fr="Les seuils d’alerte et de rappel sont proposés par l’outil, aucun texte trouvé, sauf pour : {}.",
        en="The thresholds of alerts and reminders are proposed by this tool, no text was found, except for: {}.",
    ),
    "landlord_left_out": text(
        fr="D’autres obligations annuelles ne sont pas suivies, dont les cotisations à la CGLLS et à l’ANCOLS, les comptes et les "
        "statistiques du supplément de loyer ; des indicateurs de la CUS, PP-1 et PP-3 seuls le sont. Les loyers d’un 1er janvier sont "
        "suivis dans l’année qu’il ouvre : pour ceux de {0}, ajouter cette année-là, car ils se décident à l’automne {1}.",
        en="Other yearly duties are not followed, among them the contributions to the CGLLS and the ANCOLS, the accounts and the "
        "statistics of the rent supplement; of the indicators of the CUS, only PP-1 and PP-3 are. The rents of a 1 January are followed "
        "in the year that it begins: for those of {0}, add that year, as they are decided in the autumn of {1}.",
    ),
    "days_off": text(
        fr="Le jour d’une tâche qui tombe un samedi, un dimanche ou un jour férié est signalé ; il n’est reporté que si la ligne le dit.",
        en="The day of a task that falls on a Saturday, Sunday or public holiday is pointed out; it is moved only where the line says so.",
    ),
    "working_day": text(fr="dernier jour ouvré avant : {}", en="last working day before it: {}"),
    "working_day_after": text(fr="premier jour ouvré après : {}", en="first working day after it: {}"),
    "upset": text(
        fr="à refixer si « {} », jour remis en cause, change", en="to be set anew if “{}”, which is called into question, changes"
    ),
    "upset_with": text(
        fr="à refixer si « {} », à revoir parce que « {} » est remis en cause, change",
        en="to be set anew if “{}”, to be revised because “{}” is called into question, changes",
    ),
    "moderate_from": text(fr="alerte modérée à partir du {}", en="moderate alert from {}"),
    "critical_from": text(fr="alerte critique à partir du {}", en="critical alert from {}"),
    "moderate_since": text(fr="alerte modérée depuis le {}", en="moderate alert since {}"),
    "critical_since": text(fr="alerte critique depuis le {}", en="critical alert since {}"),
    "moderate_from_proposed": text(fr="premier rappel à partir du {}", en="first reminder from {}"),
    "critical_from_proposed": text(fr="second rappel à partir du {}", en="second reminder from {}"),
    "moderate_since_proposed": text(fr="premier rappel depuis le {}", en="first reminder since {}"),
    "critical_since_proposed": text(fr="second rappel depuis le {}", en="second reminder since {}"),
    "first_reminder": text(fr="Premier rappel", en="First reminder"),
    "second_reminder": text(fr="Second rappel", en="Second reminder"),
}

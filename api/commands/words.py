"""What the command line says around what rules say: headings and connecting words, in French and English."""

from api.commands.doubt_words import FIGURE_COUNTS, FIGURE_WORDS
from api.commands.due_words import DUE_WORDS
from api.commands.plan_words import PLAN_WORDS
from api.commands.validity_words import VALIDITY_WORDS
from domain.text import Text, text
from rules.review.case_words import BLOCKS

WORDS: dict[str, Text] = {
    **FIGURE_WORDS,
    **VALIDITY_WORDS,
    **PLAN_WORDS,
    **DUE_WORDS,
    "reference_day": text(fr="Jour de référence, dont partent tous les décomptes", en="Reference day, from which every count runs"),
    "decision": text(fr="Décision n° {}", en="Decision no. {}"),
    "simulated": text(fr="Simulation : rien n’est enregistré", en="Simulation: nothing is recorded"),
    "TO_REGISTER": text(fr="Pièces pour enregistrer la demande", en="Documents to register the request"),
    "TO_PROCESS": text(fr="Pièces pour instruire le dossier", en="Documents to process the file"),
    "TO_GATHER": text(fr="Pièces à réunir maintenant, par dossier", en="Documents to gather now, by file"),
    "UNVERIFIED": text(
        fr="Pièces déduites ou notées de mémoire : vérifier la liste nationale avant de les demander",
        en="Documents derived or noted from memory: check the national list before asking for them",
    ),
    "list_not_read": text(
        fr="Seules les pièces de la liste nationale (arrêté du 22 décembre 2020, annexe) peuvent être demandées. Ces règles suivent la "
        "fiche officielle qui la parcourt (F10007, 2 février 2026) ; l’annexe n’a pas été lue mot à mot. À vérifier sur elle avant de "
        "refuser une demande. Les pièces accompagnent la demande elle-même : formulaire Cerfa 14069 rempli et signé, ou saisie en ligne.",
        en="Only documents of the national list (arrêté of 22 December 2020, annex) may be asked for. These rules follow the official page "
        "that goes through it (F10007, 2 February 2026); the annex was not read word for word. To be verified on it before a request "
        "is refused. The documents come with the request itself: form Cerfa 14069, filled in and signed, or its entry online.",
    ),
    "documents": text(fr="Pièces de la demande", en="Documents of the request"),
    "tasks_together": text(fr="{} ({} tâches, ensemble) :", en="{} ({} tasks, together):"),
    "then_asked": text(fr="à demander ensuite, selon la réponse", en="to be asked next, if the answer calls for it"),
    "persons": text(fr="Personnes", en="Persons"),
    "serves_as": text(fr="vaut aussi pour", en="serves also as"),
    "together": text(fr="Ces {} pièces, ensemble :", en="These {} documents, together:"),
    "in_short": text(fr="En bref", en="In short"),
    "asked_now": text(fr="À faire maintenant", en="To do now"),
    "besides": text(fr="En plus", en="Besides"),
    "later": text(fr="Plus tard", en="Later"),
    "late": text(fr="En retard", en="Overdue"),
    "lacking": text(fr="Il manque", en="Missing"),
    "headline_to_come": text(fr="pas encore calculable, faute de {}", en="not calculable yet, for want of {}"),
    "headlines_to_come": text(fr="pas encore calculables, faute de {}", en="not calculable yet, for want of {}"),
    "headline_but_for": text(fr="pas encore calculable, n’y manque à ce stade que {}", en="not calculable yet, only {} is missing so far"),
    "headlines_but_for": text(
        fr="pas encore calculables, n’y manque à ce stade que {}", en="not calculable yet, only {} is missing so far"
    ),
    "first": text(fr=", d’abord {}", en=", first {}"),
    "only": text(fr=" ({})", en=" ({})"),
    "may_be_more": text(
        fr="{} (d’autres peut-être, selon les réponses qui manquent)", en="{} (others perhaps, depending on the answers that are missing)"
    ),
    "nothing_here": text(fr="rien", en="nothing"),
    "obtained": text(
        fr="Pièces d’étapes datées au dossier : vérifier que chacune s’y trouve",
        en="Documents of steps that have a date in the file: check that each is there",
    ),
    "if_it_was_due": text(fr="{} (si elle était due : voir ce qui manque)", en="{} (if it was due: see what is missing)"),
    "only_checked": text(fr="{} (étape passée : présence à vérifier)", en="{} (its step is past: check that it is there)"),
    "done": text(fr="Déjà fait, ou vérifié", en="Done, or checked"),
    "ON_REQUEST": text(fr="Pièces qui peuvent être demandées", en="Documents that may be asked for"),
    "NEVER": text(
        fr="Pièces à ne pas demander : hors de la liste, ou inutiles à ce dossier",
        en="Documents not to be asked for: off the list, or unnecessary in this file",
    ),
    "tasks": text(fr="Tâches", en="Tasks"),
    "tasks_now": text(fr="Tâches à faire maintenant", en="Tasks to do now"),
    "tasks_to_revise": text(
        fr="Tâches dont le jour est à revoir : décider d’abord le jour remis en cause dont il dépend",
        en="Tasks whose day is to be revised: first decide the day called into question that it hangs on",
    ),
    "tasks_later": text(fr="Tâches à faire plus tard, ou sans date à ce stade", en="Tasks to do later, or without a day so far"),
    "tasks_done_or_not": text(
        fr="Tâches qui s’appliquent, sans qu’on sache si elles sont faites, ou prévues ainsi",
        en="Tasks that apply: not known yet whether they are done, or so planned",
    ),
    "tasks_undecided": text(fr="Tâches à faire si elles s’appliquent : à préciser", en="Tasks to do if they apply: not known yet"),
    "state_later": text(fr="Plus tard", en="Later"),
    "state_undated": text(fr="Sans date", en="Undated"),
    "missing": text(fr="Ce qui manque", en="What is missing"),
    "missing_for_values": text(fr="Informations utiles aux seuls calculs", en="Facts needed only for the calculations"),
    "missing_for_dwelling": text(
        fr="Sur le logement proposé ou à proposer : utile aux seuls calculs",
        en="Of the dwelling proposed, or to be proposed: needed only for the calculations",
    ),
    "unused": text(fr="Indiqué au dossier, pas encore utilisé", en="Given in the file, not used yet"),
    "serves": text(fr="servira à {}", en="will serve {}"),
    "serves_first": text(fr="servira d’abord à {}, qui attend {}", en="will first serve {}, which waits for {}"),
    "provided_unknown": text(fr="Ce que les sources de données consultées n’ont pas dit", en="What the data sources consulted did not say"),
    "values": text(fr="Valeurs calculées", en="Calculated values"),
    "failed": text(fr="Règles en échec", en="Rules that failed"),
    "not_applicable": text(fr="Ce qui ne s’applique pas", en="What does not apply"),
    "not_in_force": text(fr="pas en vigueur ce jour-là", en="not in force on that day"),
    "depends_on": text(fr=", selon", en=", depending on"),
    "because": text(fr="parce que", en="because"),
    "source": text(fr="source", en="source"),
    "one_of": text(fr="au choix", en="any one of"),
    "needed_for": text(fr="pour", en="for"),
    "choices": text(fr="réponses possibles", en="possible answers"),
    "years_to_add": text(
        fr="années à ajouter, avec leurs agréments et réhabilitations", en="years to be added, with their approvals and renovations"
    ),
    "from": text(fr="d’après", en="from"),
    "given_by": text(fr="selon : {}", en="according to: {}"),
    "none": text(fr="Sans objet, ou sans valeur à ce stade", en="Not applicable, or without a value for now"),
    "not_yet": text(fr="Attendent un événement, s’il arrive :", en="Waiting for an event, if it comes:"),
    "waiting": text(
        fr="Tâches qui attendent un événement : à faire s’il arrive, et si elles s’appliquent alors",
        en="Tasks that wait for an event: to be done if it comes, and if they apply then",
    ),
    "no_day_yet": text(fr="sans date à ce stade", en="no day so far"),
    "awaits": text(fr="attend {}", en="waits for {}"),
    "known_day": text(fr="un jour déjà connu, à venir", en="a day that is known, still to come"),
    "not_applicable_yet": text(fr="Ce qui ne s’applique pas encore", en="What does not apply yet"),
    "kind_said_once": text(
        fr="Nature de l’opération, dite ici une fois pour toutes : {}", en="Kind of operation, said here once for all: {}"
    ),
    "gather_later": text(fr="Pièces à réunir avec leur tâche", en="Documents to gather with their task"),
    "not_calculated": text(fr="Pas encore calculables", en="Not calculable yet"),
    "of_families": text(fr="{}, sous {}", en="{}, under {}"),
    "and_others": text(fr="et {} autres", en="and {} others"),
    "said_in_file": text(fr="Remplacés par ce que dit le dossier", en="Replaced by what the file says"),
    "anew": text(fr="à refixer avec « {} », jour remis en cause", en="to be set anew with “{}”, which is called into question"),
    "anew_with": text(
        fr="à refixer avec « {} », à revoir parce que « {} » est remis en cause",
        en="to be set anew with “{}”, to be revised because “{}” is called into question",
    ),
    "blocks": BLOCKS,
    "if_it_applies": text(fr="{} (s’il y a lieu)", en="{} (if it applies)"),
    "reckoned": text(fr=", calculé par l’outil", en=", worked out by this tool"),
    "blocked_by": text(fr="bloquée par", en="blocked by"),
    "shown_from": text(fr="à partir du {}", en="from {}"),
    "in_file": text(fr="Au dossier", en="In the file"),
    "left_out": text(fr="non retenue", en="not counted"),
    "without_waiting": text(fr="sans attendre, son jour étant remis en cause", en="without waiting, as its day is called into question"),
    "see_all": text(
        fr="Des listes sont abrégées ici. La réponse entière, avec ce qui ne s’applique pas, se demande à qui l’a éditée.",
        en="Some lists are shortened here. The whole answer, with what does not apply, can be had from whoever issued this one.",
    ),
    "rules": text(fr="Version des règles, à citer avec cette réponse : {}.", en="Version of the rules, to be quoted with this answer: {}."),
    "abbreviations": text(fr="Abréviations", en="Abbreviations"),
    "nothing": text(fr="Aucune règle ne demande rien.", en="No rule asks for anything."),
    "all_of": text(fr="toutes ces conditions", en="all of these"),
    "any_of": text(fr="l’une de ces conditions", en="one of these"),
    "not": text(fr="sauf", en="not"),
    "always": text(fr="toujours", en="always"),
}
COUNTS: dict[str, tuple[Text, Text]] = {
    **FIGURE_COUNTS,
    "TO_REGISTER": (
        text(fr="{} pièce pour enregistrer la demande", en="{} document to register the request"),
        text(fr="{} pièces pour enregistrer la demande", en="{} documents to register the request"),
    ),
    "TO_PROCESS": (
        text(fr="{} pièce pour instruire le dossier", en="{} document to process the file"),
        text(fr="{} pièces pour instruire le dossier", en="{} documents to process the file"),
    ),
    "ON_REQUEST": (
        text(fr="{} pièce qui peut être demandée", en="{} document that may be asked for"),
        text(fr="{} pièces qui peuvent être demandées", en="{} documents that may be asked for"),
    ),
    "UNVERIFIED": (
        text(fr="{} pièce à vérifier sur la liste avant de la demander", en="{} document to verify on the list before it is asked for"),
        text(
            fr="{} pièces à vérifier sur la liste avant de les demander", en="{} documents to verify on the list before they are asked for"
        ),
    ),
    "gather": (
        text(fr="{} pièce à réunir", en="{} document to gather"),
        text(fr="{} pièces à réunir", en="{} documents to gather"),
    ),
    "passed": (
        text(fr="{} tâche dont le jour est passé", en="{} task whose day has passed"),
        text(fr="{} tâches dont le jour est passé", en="{} tasks whose day has passed"),
    ),
    "to_revise": (
        text(fr="{} échéance ou repère à revoir", en="{} day to be revised"),
        text(fr="{} échéances ou repères à revoir", en="{} days to be revised"),
    ),
    "alerted": (
        text(fr="{} tâche en alerte", en="{} task under alert"),
        text(fr="{} tâches en alerte", en="{} tasks under alert"),
    ),
    "critical": (text(fr="Alerte critique : ", en="Critical alert: "), text(fr="Alertes critiques : ", en="Critical alerts: ")),
    "moderate": (text(fr="Alerte modérée : ", en="Moderate alert: "), text(fr="Alertes modérées : ", en="Moderate alerts: ")),
    "reminded": (
        text(fr="{} tâche en rappel (repère proposé)", en="{} task under a reminder (proposed date)"),
        text(fr="{} tâches en rappel (repères proposés)", en="{} tasks under a reminder (proposed dates)"),
    ),
    "soon": (
        text(fr="{} tâche due sous 30 jours", en="{} task due within 30 days"),
        text(fr="{} tâches dues sous 30 jours", en="{} tasks due within 30 days"),
    ),
    "done_or_not": (
        text(fr="{} tâche qui s’applique, faite ou non", en="{} task that applies, not known whether done"),
        text(fr="{} tâches qui s’appliquent, faites ou non", en="{} tasks that apply, not known whether done"),
    ),
    "undecided": (
        text(fr="{} tâche à préciser", en="{} task not known to be needed yet"),
        text(fr="{} tâches à préciser", en="{} tasks not known to be needed yet"),
    ),
    "undecided_now": (
        text(fr="{} tâche à préciser", en="{} task to be settled, needed or not"),
        text(fr="{} tâches à préciser", en="{} tasks to be settled, needed or not"),
    ),
    "waiting": (
        text(fr="{} tâche qui attend un événement", en="{} task that waits for an event"),
        text(fr="{} tâches qui attendent un événement", en="{} tasks that wait for an event"),
    ),
    "gather_later": (
        text(fr="{} pièce à réunir avec sa tâche", en="{} document to gather with its task"),
        text(fr="{} pièces à réunir, chacune avec sa tâche", en="{} documents to gather, each with its task"),
    ),
    "values": (
        text(fr="{} valeur", en="{} value"),
        text(fr="{} valeurs", en="{} values"),
    ),
    "dated_later": (
        text(fr="{} tâche", en="{} task"),
        text(fr="{} tâches", en="{} tasks"),
    ),
    "undated": (
        text(fr="{} tâche sans date à ce stade", en="{} task without a day so far"),
        text(fr="{} tâches sans date à ce stade", en="{} tasks without a day so far"),
    ),
    "late": (
        text(fr="{} échéance dépassée", en="{} due day missed"),
        text(fr="{} échéances dépassées", en="{} due days missed"),
    ),
    "late_if_it_applies": (
        text(
            fr="{} échéance dépassée si la tâche s’applique, à vérifier sans attendre",
            en="{} due day missed if the task applies, to be verified now",
        ),
        text(
            fr="{} échéances dépassées si les tâches s’appliquent, à vérifier sans attendre",
            en="{} due days missed if the tasks apply, to be verified now",
        ),
    ),
    "late_to_verify": (
        text(fr="{} échéance à vérifier, dépassée", en="{} due day to verify, missed"),
        text(fr="{} échéances à vérifier, dépassées", en="{} due days to verify, missed"),
    ),
    "late_proposed": (
        text(fr="{} repère proposé dépassé", en="{} proposed date passed"),
        text(fr="{} repères proposés dépassés", en="{} proposed dates passed"),
    ),
    "late_proposed_if_it_applies": (
        text(fr="{} repère proposé dépassé si la tâche s’applique", en="{} proposed date passed if the task applies"),
        text(fr="{} repères proposés dépassés si les tâches s’appliquent", en="{} proposed dates passed if the tasks apply"),
    ),
    "missing": (
        text(fr="{} question sans réponse", en="{} question without an answer"),
        text(fr="{} questions sans réponse", en="{} questions without an answer"),
    ),
    "missing_for_values": (
        text(fr="{} information utile aux seuls calculs", en="{} fact needed only for the calculations"),
        text(fr="{} informations utiles aux seuls calculs", en="{} facts needed only for the calculations"),
    ),
    "missing_for_dwelling": (
        text(fr="{} information sur le logement proposé ou à proposer", en="{} fact of the dwelling proposed, or to be proposed"),
        text(fr="{} informations sur le logement proposé ou à proposer", en="{} facts of the dwelling proposed, or to be proposed"),
    ),
}
"""What is counted: the words for one, and for several."""

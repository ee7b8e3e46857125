"""What the readable answer says of tasks: when they are due, what they wait for, what blocks them."""

import re
from datetime import date

import pytest

from api.commands.answer import Answer
from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.evaluate import running
from api.commands.planned_days import hangs_on, questioned_day
from api.commands.samples import read_sample
from api.settings import Settings
from rules.engine.decision import Decision
from rules.engine.plan import UnitKind
from tests.api.commands.answers import EXAMPLES, read


def test_a_due_day_on_a_day_off_is_told_and_that_it_is_not_moved_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert "échéance : 22 novembre 2026 (un dimanche) ; à refixer" in text
    assert "Date de décision tacite sur l’autorisation d’urbanisme : 26 décembre 2026 (un samedi)" in text
    assert text.count("il n’est reporté que si la ligne le dit") == 1
    assert "échéance : 7 décembre 2026, d’après" in text
    landlord = read(Answer(samples["landlord-two-years"], "fr").lines())
    assert "échéance : 28 février 2027, un dimanche (dans 100 jours ; dernier jour ouvré avant : 26 février 2027)" in landlord
    assert "1er janvier 2026 (" not in landlord, "by then nothing is due"
    assert "n’est reporté que" not in read(Answer(samples["household-couple-lyon"], "fr").lines())


def test_a_proposed_date_on_a_day_off_names_the_working_day_before_it_or_after_where_it_waits_for_a_day(
    samples: dict[str, Decision],
) -> None:
    rennes, toulouse = (
        " ".join(read(Answer(samples[f"operation-{each}"], "en").lines()).split())
        for each in ("construction-rennes", "rehabilitation-toulouse")
    )
    assert "proposed date: 28 February 2027 (a Sunday), 15 days before" in rennes
    assert "no text was found; last working day before it: 26 February 2027)" in rennes
    assert "proposed date: 3 January 2027 (a Sunday), 1 day after" in toulouse
    assert "no text was found; first working day after it: 4 January 2027)" in toulouse
    tower = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "en").lines()).split())
    assert "proposed date: 26 December 2026 (a Saturday), from “Day of the tacit decision on the planning application”" in tower
    assert "last working day before it: 24 December" not in tower, "there is no decision to note before it"
    assert "last working day before it: 8 January" not in tower, "nothing is done before the permit is enforceable"


def test_that_a_planned_day_alerts_is_said_where_a_task_is_about_one(samples: dict[str, Decision]) -> None:
    said = "il y a toujours une alerte"
    assert said in read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert said not in read(Answer(samples["landlord-two-years"], "fr").lines())


def test_the_works_are_told_to_wait_for_who_keeps_the_right_to_stay(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    task = "Prévoir le démarrage des travaux après la fin du droit au maintien — Relogement"
    assert f"• Alerte critique · {task} « menage-2 »" in text
    assert f"{task} « menage-1 »" in text
    assert "démolition ni autorisée par le préfet, ni nommée par une convention ANRU signée" in text
    assert "Fin des six mois qui suivent la troisième offre : aucune date" in text


def test_a_delay_that_no_text_sets_is_no_due_day_missed(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "en").lines())
    assert (
        "• Proposed date passed · Send the CAF sheet\n"
        "    proposed date: 24 February 2025, 1 month after “APL agreement (convention APL) signed”, 24 January 2025 (passed"
    ) in text
    assert (
        text.index("• Missed · Receive the file for later works") < text.index("• Proposed date passed") < text.index("• Critical alert · ")
    )


def test_what_waits_for_an_event_without_a_date_is_not_yet_and_not_without_object(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    later = "  Attendent un événement, s’il arrive :\n    • « Réception des travaux » : Fin de la garantie de parfait achèvement, "
    assert later in text
    assert "  Sans objet, ou sans valeur à ce stade : Date limite de notification des pièces manquantes" in text
    assert "Jour auquel l’avancement est mesuré" not in text, "the works begin later"
    waiting = text[text.index("Tâches qui attendent un événement") : text.index("Ce qui manque")]
    assert (
        "• « Attribution des marchés de travaux » : Recueillir, avant de signer, les attestations de vigilance, fiscales et sociales des "
        "attributaires (repère proposé : 30 décembre 2026 ; à refixer avec « Démarrage prévu des travaux », jour remis en cause), "
        "Signer les marchés de travaux (repère proposé : 15 janvier 2027 ; à refixer avec" in waiting
    )
    contracts = (
        "• « Signature des marchés de travaux » : S’assurer du dépôt des DICT (échéance : 6 février 2027, un samedi ; "
        "à refixer si « Démarrage prévu des travaux », jour remis en cause, change), Recueillir les "
    )
    assert contracts in waiting
    started = read(Answer(samples["operation-construction-rennes"], "fr", why_not=True).lines())
    never = started[started.index("Ce qui ne s’applique pas\n") :]
    assert "• Prononcer la réception\n" in started[started.index("Ce qui ne s’applique pas encore\n") : started.index(never)]
    assert "• Lever les réserves\n" in started[started.index("Ce qui ne s’applique pas encore\n") : started.index(never)]
    assert "• Lever les réserves\n" not in never
    none = started[started.index("  Sans objet, ou sans valeur à ce stade : ") :].partition("\n")[0]
    assert "Fin de la garantie décennale" not in none


def test_what_due_days_wait_for_is_counted_and_asked_with_all_that_it_is_for(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    missing = text[text.index("Ce qui manque") : text.index("Informations utiles aux seuls calculs\n")]
    asked = set(re.findall(r"→ (.+) :", text))
    assert len(asked) > 4
    assert [each for each in asked if each not in missing] == []
    assert f"Il manque : {len(re.findall(r'^  [0-9]+[.] ', missing, re.MULTILINE))} questions sans réponse" in text
    planned = "Prévoir la signature du prêt CDC avant le démarrage des travaux"
    assert f"pour : Signer le prêt Action Logement (PEEC), {planned}, Signer le contrat de prêt CDC\n" in missing
    assert " autres" not in missing
    assert " questions sans réponse, d’abord « Tous les prêts sont indiqués »" in text
    assert "« Permis de démolir »" not in text, "nothing comes down"


def test_what_a_later_step_has_settled_is_waited_for_no_more(samples: dict[str, Decision]) -> None:
    settled = ("Envoyer les pièces manquantes de la demande", "Corriger la convention renvoyée par l’instructeur")
    before = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    after = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    assert [each in before for each in settled] == [True, True]
    assert [each in after for each in settled] == [False, False]
    assert "« Mise en demeure de clôture » : Répondre à la mise en demeure de clôture\n" in after


def test_a_planned_day_that_an_alert_upsets_is_said_after_what_is_overdue_and_is_to_be_decided_now(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    upset = (
        "  Remis en cause : Démarrage prévu des travaux : 1er mars 2027 (Prévoir le démarrage des travaux après la fin du droit au maintien"
    )
    short = text.split("En bref\n")[1]
    assert short.startswith("  En retard : 1 échéance dépassée (Notifier les trois offres")
    assert short.splitlines()[1].startswith(
        "  Opération : dossier d’intention de démolir sans réponse du préfet, à relancer par écrit ; dépôt : 17"
    )
    assert short.splitlines()[2].startswith("  À vérifier : offres de relogement"), "what the whole answer rests on"
    assert short.splitlines()[3].startswith(upset)
    assert text.count("à décider maintenant : « Démarrage prévu des travaux », le 1er mars 2027 (dans 101 jours)") == 4
    planned = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    task = "• Prévoir la signature du prêt CDC avant le démarrage des travaux\n    jour prévu à vérifier : « Démarrage"
    assert task in planned


def test_what_is_overdue_stands_before_what_upsets_a_plan_in_the_list_and_in_short(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    now = text[text.index("\nTâches à faire maintenant") :]
    assert now.index("• Échéance dépassée · Notifier les trois offres") < now.index("• Repère proposé dépassé · ")
    assert now.index("• Repère proposé dépassé · Obtenir l’autorisation de démolir") < now.index(
        "• Alerte critique · Prévoir le démarrage des travaux après"
    )
    assert "d’abord « Notifier les trois offres de relogement — Relogement “menage-2” »" in " ".join(text.split())


def test_what_a_rule_says_of_itself_stands_once_over_its_tasks(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert text.count(" (2 tâches, ensemble) :\n    Le ménage perd ce droit six mois") == 1
    assert text.count("Le ménage perd ce droit six mois") == 1


def test_a_task_of_two_rules_is_waited_for_once_and_a_value_that_can_come_no_more_not_at_all(samples: dict[str, Decision]) -> None:
    lille, demolition = (
        read(Answer(samples[f"operation-{each}"], "fr").lines()) for each in ("rehabilitation-lille", "demolition-saint-etienne")
    )
    assert lille.count("Lever les réserves") == 1
    assert "Date limite d’envoi des pièces manquantes" in lille
    assert "Date limite d’envoi des pièces manquantes" not in demolition, "the file is complete"


def test_it_says_without_which_days_no_other_can_be_named_which_they_leave_if_they_are_today_and_what_else_is_in_the_way(
    samples: dict[str, Decision],
) -> None:
    short = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split("En bref\n")[1].split("À faire maintenant")[0]
    said = " ".join(short.split())
    none = "Autre date : aucune n’est sûre avant que ces jours soient connus : « Autorisation du préfet » ou « Signature de la"
    assert f"{none} convention ANRU qui nomme l’opération » ; « Notification de la troisième offre — Relogement “menage-2” » – au" in said
    today = "si tous ces jours tombaient le jour de référence, « Fin des six mois qui suivent la troisième offre — Relogement “menage-2” »"
    assert f"“menage-2” » – au mieux, {today}, le 20 mai 2027 (d’après les textes), puis, avant tout démarrage, un temps" in said
    assert "un temps que rien ne fixe : Si le ménage reste sans droit, engager l’expulsion" in said
    assert short.count("\n      – ") == 3, "each case stands on its own line"
    gone = "– seulement si ceci arrive (Départ du ménage — Relogement « menage-1 », Relogement « menage-2 ») assez tôt pour ce qui suit"
    survey, plan = "Compléter le repérage amiante (logements quittés en dernier)", "plan de retrait amiante de l’entreprise, trente jours"
    assert f"{gone} (Constater la libération complète ; {survey} ; Faire couper les réseaux" in said
    gone = f"S’assurer de la transmission du {plan} avant le retrait) : pas avant le 8 avril 2027, 4 mois et 1 jour après"
    assert f"{gone} « Lancement prévu de la consultation des entreprises » (d’après un usage, aucun texte" in said
    either = "« Autorisation du préfet » ou « Signature de la convention ANRU qui nomme l’opération »"
    assert f"trouvé), et jamais avant {either}" in said
    thirty = "ceci donc avant le 9 mars 2027 (30 jours avant « Début prévu du retrait de l’amiante »)"
    assert f"{either} ; {thirty}, et plus tôt du temps de « {survey} »" in said, "thirty days before the start on that day"
    assert "menage-1” »" not in said, "its third offer has a day"
    unchecked = "sans avoir vérifié que la date ci-dessus en laisse le temps"
    order = f"Aussi à faire avant « Notifier l’ordre de service de démarrage », {unchecked} : "
    networks = "Faire couper les réseaux (gaz, électricité, eau, chauffage)"
    neighbours = "Faire constater l’état des bâtiments voisins (référé préventif)"
    asbestos = "Faire le repérage amiante avant démolition"
    assert f"{order}{neighbours} ; " in said
    assert " ; Obtenir l’autorisation de démolir du préfet ; " in said
    assert " ; Obtenir le financement avant la démolition ; " in said
    assert f" ; {asbestos} ; " in said
    assert " ; Signer les marchés de travaux ; " in said
    assert f" ; {networks} ; " in said
    assert " ; Si le ménage reste sans droit, engager l’expulsion (jugement, puis deux mois au moins, hors trêve du 1er" in said
    evicted = "— Relogement « menage-1 », Relogement « menage-2 » (s’il y a lieu)"
    assert said.count(evicted) == 2, "whether menage-2 refuses three offers is not known"
    assert "menage-3" not in said, "it has left"
    assert "Obtenir l’autorisation de démolir du préfet" in said


def test_a_day_counted_from_a_start_that_is_called_into_question_says_so(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split())
    award = "12 décembre 2026 (un samedi) ; à refixer avec « Démarrage prévu des travaux », jour remis en cause"
    assert f"{award} (20 jours avant « Signature des marchés de travaux, faite ou à prévoir », le 1er janvier 2027" in text
    assert (
        "d’après « Date limite de la déclaration préalable SPS » (dans 71 jours ; "
        "à refixer si « Démarrage prévu des travaux », jour remis en cause, change ; dernier jour ouvré" in text
    )
    assert (
        "S’assurer du dépôt des DICT (échéance : 20 février 2027, un samedi ; "
        "à refixer si « Démarrage prévu des travaux », jour remis en cause, change)" in text
    )
    assert "à refixer si" not in read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    nantes = " ".join(read(Answer(samples["operation-construction-nantes"], "fr").lines()).split())
    through_values = (
        "(2 mois avant « Jour conseillé pour signer la convention APL (avant le démarrage, à la TVA réduite) », le 14 février 2027 ; délai "
        "proposé par l’outil, aucun"
    )
    anew = "14 décembre 2026 ; à refixer avec « Démarrage prévu des travaux », jour remis en cause"
    assert f"{anew} {through_values} texte trouvé)" in nantes, "the advised day is the eve of the start"


def test_a_day_that_practice_alone_bounds_says_so(samples: dict[str, Decision], off_plan_by_cdc: Decision) -> None:
    nantes, bordeaux = (
        " ".join(read(Answer(each, "fr").lines()).split("À faire maintenant")[0].split())
        for each in (samples["operation-construction-nantes"], off_plan_by_cdc)
    )
    assert "pas avant le 16 avril 2027, après « Signature prévue des prêts » (d’après un usage, aucun texte trouvé)" in nantes
    assert "sans attendre cet usage, pas avant le 15 mars 2027, 3 mois et 1 jour après « Lancement prévu" in nantes, "nobody is bound by it"
    assert "aucune n’est sûre avant que l’un de ces jours soit connu : « Réponse du préfet" in nantes, "archaeology may take months"
    assert (
        "Remis en cause : Premier versement prévu des prêts garantis : 18 décembre 2026 (Prévoir plus de deux mois entre la signature des "
        "prêts et leur premier versement) Autre date : pas avant le 28 janvier 2027, 2 mois et 1 jour après « Signature prévue des "
        "prêts », lui-même remis en cause (d’après un usage, aucun texte trouvé)"
    ) in bordeaux
    assert "Signature prévue des prêts : 27 novembre 2026 (Prévoir la signature du prêt PLS une fois la convention APL signée)" in bordeaux
    assert "Autre date : aucune n’est sûre avant que ce jour soit connu : « Signature de la convention APL »" in bordeaux


def test_a_task_that_is_done_before_it_is_shown_waits_for_nothing(samples: dict[str, Decision]) -> None:
    waiting = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split("Tâches qui attendent un événement :")[1]
    waiting = waiting[: waiting.index("Ce qui manque")]
    authorised = waiting[waiting.index("• « Autorisation du préfet » ou") : waiting.index("• « Notification de la troisième offre")]
    assert "Obtenir le départ du ménage qui perd son droit au maintien, Si le ménage reste sans droit, engager l’expulsion" in authorised
    assert waiting.count("engager l’expulsion") == 1, "a third offer alone evicts nobody"
    assert "— Relogement “menage-2” » : Faire confirmer" in waiting
    assert "menage-3" not in waiting, "the household has left"
    assert "Envoyer les pièces manquantes" not in waiting, "the application is complete"


def test_what_was_done_after_its_due_day_says_how_late_but_not_after_a_day_that_is_only_proposed(samples: dict[str, Decision]) -> None:
    late = "Fait le 4 mars 2026, avec 5 jours de retard sur l’échéance du 27 février 2026 · Adresser"
    assert late in read(Answer(samples["landlord-two-years"], "fr").lines())
    assert "Fait le 19 juin 2025 · Faire approuver" in read(Answer(samples["operation-construction-nantes"], "fr").lines())


@pytest.mark.parametrize("name", [each.stem for each in EXAMPLES])
def test_as_many_tasks_are_counted_that_wait_as_are_listed(samples: dict[str, Decision], name: str) -> None:
    text = read(Answer(samples[name], "fr").lines())
    lines = list(AnswerTasks(AnswerItems(samples[name], "fr")).waiting_lines())
    counted = re.search(r"(\d+) tâches? qui attend", text)
    titles = "|".join(sorted({re.escape(each.unit.title.fr) for each in samples[name].of_kind(UnitKind.TASK)}, key=len, reverse=True))
    listed = sum(len(re.findall(titles, line.words.partition(" : ")[2])) for line in lines)
    assert listed == int(counted[1] if counted else 0)


@pytest.mark.parametrize("name", [each.stem for each in EXAMPLES])
def test_each_due_day_that_is_not_known_is_followed_by_the_question_that_settles_it(samples: dict[str, Decision], name: str) -> None:
    lines = [each.words for each in Answer(samples[name], "fr").lines()]
    unknown = [
        place for place, each in enumerate(lines) if each.startswith(("échéance", "repère")) and "à préciser" in each.partition(" (")[0]
    ]
    assert [lines[place] for place in unknown if not (lines[place + 1].startswith("→ ") and lines[place + 1].endswith("?"))] == []


def test_a_task_says_what_it_waits_for_and_its_section_whether_it_is_for_now(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    now, later, unknown = (text.index(f"\nTâches à faire {each}") for each in ("maintenant", "plus tard", "si elles s’appliquent"))
    assert now < text.index("• Alerte critique · ") < later < text.index("• Plus tard · Notifier l’ordre de service") < unknown
    blocking = text[text.index("    bloquée par : Obtenir l’autorisation") :].partition("\n")[0]
    assert " — Relogement « menage-1 », Relogement « menage-2 » ; " in blocking
    assert "bloquée par : Obtenir l’accord des garants des prêts\n" in text


def test_a_task_is_blocked_too_by_those_that_still_wait_for_an_event(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    order = text[text.index("• Plus tard · Notifier l’ordre de service") :]
    blocking = order[order.index("    bloquée par : ") :].partition("\n")[0]
    assert " ; S’assurer du dépôt des DICT ; " in blocking, "it is not shown before the award"
    assert " ; Signer les marchés de travaux" in blocking, "nor is that"


async def test_of_two_tasks_alike_the_one_that_blocks_the_other_comes_first() -> None:
    sample = read_sample(next(each for each in EXAMPLES if each.stem == "operation-demolition-saint-etienne"), date(2026, 11, 20))
    facts = dict.fromkeys(("operation.intention_file_deposited_on", "operation.consultation_reported_on"))
    async with running(Settings()) as rules:
        document = sample.document | {"facts": sample.document["facts"] | facts}
        tasks = AnswerTasks(AnswerItems(await rules.simulate(sample.type, document, as_of=sample.as_of), "fr"))
    blocked, blocking = "tasks.feasibility.tenant_consultation", "tasks.demolition.intention_file"
    undated = [each.key for each in tasks.open if tasks.items.due(each) is None]
    assert undated.index(blocking) < undated.index(blocked), "neither has a day"


def test_what_a_late_task_waits_for_comes_before_it_though_its_own_day_is_proposed(off_plan_draft: Decision) -> None:
    tasks = [each.unit.id for each in AnswerTasks(AnswerItems(off_plan_draft, "fr")).open]
    submission, agreement = (tasks.index(f"tasks.pls_agreements.{each}") for each in ("pls_convention_submission", "pls_convention"))
    assert submission < agreement < tasks.index("tasks.loans.guarantee_deliberation"), "what is proposed and holds up nothing comes last"


def test_a_known_day_that_a_task_waits_for_is_named(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "• « Fin prévue des travaux », le 29 octobre 2027 : Prononcer la réception (repère proposé : 13 novembre 2027, " in text


def test_since_when_a_task_without_a_due_day_is_possible_is_said_where_its_reasons_leave_it_out(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "en").lines())
    assert "no due day: no text that was found sets one; possible since 11 September 2026" in text


def test_that_alert_thresholds_are_proposals_is_said_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "en").lines())
    assert (
        "proposed by this tool, gives reminders and not alerts.\n"
        "  Where a day planned in the file, such as the start of the works, comes too early or too late, "
        "there is always an alert, even if only practice asks for another day.\n"
        "  The thresholds of alerts and reminders are proposed by this tool, no text was found.\n  The day of a task" in text
    )
    assert text.count("The thresholds of alerts") == 1


def test_far_days_are_counted_in_years_and_empty_lists_are_no_values(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    assert "échéance : 31 octobre 2041, d’après « Dernier jour de la contribution aux économies d’énergie » (dans plus de 14 ans)" in text
    assert "(dans 295 jours" in text
    assert "• Fins des prêts de la Caisse des dépôts : néant" not in "".join(read(Answer(each, "fr").lines()) for each in samples.values())


def test_what_may_not_apply_blocks_only_if_it_does_and_a_day_nobody_said_is_the_tools(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    blocked = text[text.index("• Plus tard · Notifier l’ordre de service") :].split("bloquée par : ")[1].split("\n")[0]
    assert "S’assurer du dépôt des DICT (s’il y a lieu)" in blocked
    assert "Constater la décision (même tacite) d’urbanisme (s’il y a lieu)" in blocked
    assert "Signer les marchés de travaux ;" in blocked, "that there are works is sure"
    assert "« Dépôt prévu de la demande de financement », le 1er avril 2027, calculé par l’outil" in text


def test_a_task_that_applies_stands_apart_from_those_that_may_not_and_blocks_without_an_if(samples: dict[str, Decision]) -> None:
    lille, nantes = (read(Answer(samples[f"operation-{each}"], "en").lines()) for each in ("rehabilitation-lille", "construction-nantes"))
    told = "Tasks that apply: not known yet whether they are done, or so planned\n"
    certain, unsure = lille.split(told)[1].split("Tasks to do if they apply: not known yet\n")
    assert "• Plan to sign the CDC loan before the works start\n" in certain
    assert "• Sign the employer loan (PEEC)\n" in unsure
    assert "• Sign the employer loan (PEEC)\n" not in certain
    assert "; 1 task that applies, not known whether done; 18 tasks not known to be needed yet; " in lille
    assert "blocked by: Submit the APL agreement (convention APL) because" in " ".join(nantes.split()), (
        "to be signed, whatever its state is"
    )


def test_a_plan_that_holds_is_not_told_as_done(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert "• Plan vérifié · Prévoir plus de deux mois entre la signature des prêts" in text
    assert "Fait · Prévoir" not in text


def test_the_final_file_of_a_demolition_has_one_day_and_one_state(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split())
    assert "• Repère proposé dépassé · Déposer le dossier définitif de démolition repère proposé : 1er octobre 2026" in text
    anew = "à refixer avec « Démarrage prévu des travaux », jour remis en cause"
    assert f"31 décembre 2026 ; {anew} (1 jour avant « Signature des marchés" in text, "before the contracts"
    assert "bloque : Signer les marchés de travaux, Notifier l’ordre de service de démarrage" in text
    assert "onseillé" not in text


def test_nothing_that_takes_an_empty_building_has_a_day_or_an_alert_while_somebody_lives_there(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    networks = "Faire couper les réseaux (gaz, électricité, eau, chauffage)"
    last = "Compléter le repérage amiante (logements quittés en dernier)"
    assert f"\n  • « Libération complète constatée » : {last}, {networks}\n" in text
    assert f"\n  {networks} (attend « Libération complète constatée »)\n  • Attestations de coupure des réseaux\n" in text
    assert f"· {networks}" not in text
    assert "échéance à vérifier : d’après « Repère de libération complète du bâtiment », sans date à ce stade" in " ".join(text.split())


def test_the_surveys_of_a_landlord_say_what_remains_and_for_which_day(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["landlord-two-years"], "fr").lines()).split())
    notice = "Mettre en demeure les locataires qui n’ont pas répondu à l’enquête ressources (SLS)"
    sales = "Consulter communes, financeurs et garants sur le plan de mise en vente de la prochaine CUS ; 29 octobre 2026"
    assert f"En retard : 1 échéance dépassée si la tâche s’applique, à vérifier sans attendre ({sales}) ; 1 repère proposé dépassé " in text
    assert f"({notice} — année 2026) Alertes modérées : " in text
    assert "projet approuvé par le conseil) ; envoi au plus tard : 30 décembre 2026 si des ventes sont prévues" in text
    assert "seulement si les communes répondent ; avis tacites, au plus tôt : 21 janvier 2027 Tâches" in text
    assert "pour ceux de 2028, ajouter cette année-là, car ils se décident à l’automne 2027" in text
    assert f"• Repère proposé dépassé · {notice} — année 2026 repère proposé : 13 novembre 2026, d’après" in text
    assert "viser une réception bien avant le 16 décembre" in text
    assert "contredisent" not in text
    assert "Clore l’enquête ressources (SLS) de l’année — année 2026 repère proposé : 7 décembre 2026" in text
    assert "repère proposé : 14 octobre 2027" in text
    assert "Clore l’enquête ressources (SLS) de l’année — année 2027 repère proposé : 1er décembre 2027" in text
    assert "• Alerte modérée · Transmettre au préfet les résultats de l’enquête d’occupation (OPS) de l’année — année 2026" in text
    assert "• Fait le 12 octobre 2026 · Envoyer aux locataires l’enquête d’occupation (OPS) de l’année — année 2026" in text


def test_a_day_that_this_tool_proposes_reminds_and_stands_after_every_alert_of_a_text(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["landlord-two-years"], "fr").lines())
    assert "3 tâches en alerte, 1 tâche en rappel (repère proposé)" in text
    assert " Alertes modérées : Transmettre au préfet le projet de CUS (30 décembre 2026) et 2 autres À faire" in " ".join(text.split())
    reminder = "• Second rappel · Clore l’enquête ressources (SLS) de l’année — année 2026\n"
    assert text.rindex("• Alerte modérée · ") < text.index(reminder) < text.index("second rappel depuis le 8 novembre 2026")
    assert "• Alerte critique" not in text


def test_a_plan_that_cannot_hold_alerts_whoever_proposed_the_day(samples: dict[str, Decision]) -> None:
    tasks = AnswerTasks(AnswerItems(samples["operation-demolition-saint-etienne"], "fr"))
    upsetting = [each for each in tasks.pressing if questioned_day(tasks.items.decision.index, each) is not None]
    assert upsetting
    assert all("appel" not in tasks.state(each) for each in upsetting)


def test_a_value_that_one_household_lacks_and_another_has_names_the_household(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split())
    assert "Fin des six mois qui suivent la troisième offre — Relogement « menage-1 » : 28 février 2027" in text
    assert "« Notification de la troisième offre » : Fin des six mois qui suivent la troisième offre — Relogement « menage-2 »" in text
    assert "Perte du droit au maintien dans les lieux, au plus tôt — Relogement « menage-1 »" not in text, "nothing authorises it yet"
    eviction = "Si le ménage reste sans droit, engager l’expulsion (jugement, puis deux mois au moins, hors trêve du 1er novembre"
    either = "« Autorisation du préfet » ou « Signature de la convention ANRU qui nomme l’opération »"
    assert f"• {either} : Obtenir le départ du ménage qui perd son droit au maintien, {eviction}" in text
    assert "Fait le 31 août 2026, à vérifier · Notifier les trois offres de relogement — Relogement « menage-1 »" in text
    assert "menage-3" not in text, "who has left is owed no offer, and waits for none"


def test_a_proposed_day_that_falls_before_what_comes_first_is_to_be_revised_and_not_overdue(off_plan_by_cdc: Decision) -> None:
    text = " ".join(read(Answer(off_plan_by_cdc, "en").lines()).split())
    task = text[text.index("• Proposed date to be revised · Obtain the enforceable guarantee resolution") :].split("because")[0]
    assert "falls before “Sign the CDC loan”, 27 November 2026, which comes first: these days contradict each other)" in task
    assert "3 tasks whose day has passed, 5 tasks under alert, 4 days to be revised" in text
    assert "passed 2 days ago" not in task
    assert "Obtain the enforceable" not in text[text.index("Overdue: ") : text.index("Missing: ")]


def test_on_the_loan_of_a_bank_the_guarantor_waits_for_no_contract_and_no_day_of_practice_bounds_the_payment(
    samples: dict[str, Decision],
) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    task = text[text.index("• Repère proposé dépassé · Obtenir la délibération de garantie exécutoire") :].split(" source :")[0]
    assert "bloquée par" not in task
    assert "Autre prêteur : lui demander, ainsi qu’au garant, si son accord de principe ou son offre suffit" in task
    payment = text[text.index("Remis en cause : Premier versement prévu") :].split("À faire maintenant")[0]
    assert "28 janvier 2027" not in payment, "that day is told of a guarantor who waits for the contract, and bounds nothing"
    assert "Premier versement prévu des prêts garantis : 18 décembre 2026, après le 9 novembre 2026" in text


def test_what_only_a_loan_that_there_is_not_would_call_for_waits_for_nothing(samples: dict[str, Decision]) -> None:
    amendment = "Prolonger la convention APL par avenant, jusqu’à la fin des prêts de la Caisse des dépôts"
    nantes, bordeaux = (
        " ".join(read(Answer(samples[f"operation-{each}"], "fr").lines()).split()) for each in ("construction-nantes", "off-plan-bordeaux")
    )
    assert amendment in nantes
    assert amendment not in bordeaux, "no loan of the CDC, and a PLS"


def test_a_pls_is_asked_for_its_own_rent_and_for_no_zone_of_another_product(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    assert "Zone de loyer" not in text
    assert "Loyer maximal de zone (LM zone) : quel montant, en € par m² et par mois ? À lire dans l’avis annuel sur les loyers" in text
    assert "PLS par zone A bis, A, B1, B2 ou C" in text


def test_a_proposed_day_that_is_to_be_set_anew_reminds_of_nothing(off_plan_by_cdc: Decision) -> None:
    text = " ".join(read(Answer(off_plan_by_cdc, "en").lines()).split())
    start = text.index("• Proposed date to be revised · Ask for the first payment of the guaranteed loans")
    assert "reminder" not in text[start:].split("because")[0]


def test_a_due_day_that_is_past_if_its_task_applies_is_said_first(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "en").lines()).split())
    task = "Have the APL agreement signed before the completion, for VAT at 10% or 5.5%"
    assert f"Overdue: 1 due day missed if the task applies, to be verified now ({task}; 8 November 2026, a Sunday)" in text
    french = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    assert "En retard : 1 échéance dépassée si la tâche s’applique, à vérifier sans attendre (Avoir signé la convention APL" in french


def test_a_day_that_another_fact_sets_hangs_on_no_plan(samples: dict[str, Decision]) -> None:
    reading = samples["operation-off-plan-bordeaux"].reading
    secured = next(each for each in reading.index.plan.units if each.id == "tasks.off_plan.price_before_loan")
    assert secured.task is not None
    assert secured.task.due is not None
    completion = secured.task.due.of
    assert not hangs_on(reading, completion, reading.root, {"operation.contract_delivery"}), "the notice comes before it"
    assert hangs_on(reading, completion, reading.root, {"operation.completion_notified_on"})


def test_works_that_go_on_without_a_signed_loan_head_the_page(samples: dict[str, Decision]) -> None:
    short = read(Answer(samples["operation-construction-rennes"], "en").lines()).split("In short\n")[1].splitlines()
    assert "delaying its signature, Check what pays for the works, begun without a signed CDC loan)" in " ".join(" ".join(short).split())
    said = (
        "Operation: CDC loan not signed, and by practice paid out after its guarantee is enforceable; nothing in the file says what pays "
        "for the works until then (to be filled in: “Payment secured until the loan is paid out”); works done: 52%"
    )
    assert " ".join(" ".join(short).split()).count(said) == 1


def test_an_agreement_without_which_an_instalment_was_paid_was_missed_on_the_day_of_its_request(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-rennes"], "en").lines()).split())
    task = text[text.index("• Missed · Sign the APL agreement without delay, as an instalment was paid without it") :]
    assert text.index("Tasks to do now") < text.index("Missed · Sign the APL") < text.index("Tasks to do later")
    headline = "APL agreement to be signed, without waiting for the signature of the loans; instalment that waits for it"
    assert f"{headline} (rough amount): €26,880" in text.split("Tasks to do now")[0]
    said = task.split("source:")[0]
    assert " due 10 April 2026, from “First instalment, by which to sign the agreement” (224 days late" in said
    assert "29 October 2027" not in text.split("Tasks to do now")[0], "no later limit for what is late already"
    assert "Eve of the completion, last day to sign the agreement (reduced VAT): 28 October 2027" in text
    duration = text[text.index("passed · Make sure that the APL agreement covers the duration of the CDC loans, without delaying") :]
    assert "proposed date: 10 April 2026" in duration.split("because")[0]
    assert "blocked by" not in said, "an amendment may follow: the signature does not wait for it"
    assert "blocks: Ask for the next instalment of the PLUS or PLAI subsidy (80% at most)" in said
    assert "State of the APL agreement (convention APL): To be signed" in said
    toulouse = read(Answer(samples["operation-rehabilitation-toulouse"], "en").lines())
    assert "Done on 24 January 2025 · Sign the APL agreement (convention APL)\n" in toulouse, "before the first was asked for"
    assert "Make sure that the APL agreement" not in toulouse, "it is signed"
    assert "R323-2" not in text, "it is about existing dwellings alone"
    assert "CCH, former art. R323-2 (existing dwellings; now D323-2, to be verified)" in " ".join(toulouse.split())
    assert "a time limit derived from texts that were found" in said
    assert "Check before signing what it holds: dwellings, funding, usable areas, maximum rent, duration." in said


def test_a_day_that_a_task_counts_to_is_said_to_be_the_tools_too(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-rehabilitation-lille"], "en").lines()).split())
    said = "to be set anew with “Planned start of works”, which is called into question (from “Planned launch of the call for tenders”"
    assert f"Later · Launch the call for tenders proposed date: 30 April 2027; {said}, worked out by this tool;" in text
    assert "Planned start of works: 1 September 2027 (Plan a year from the appointment of the lead designer" in text

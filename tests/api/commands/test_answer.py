"""The readable answer: whole for a small rule set, and without a code in sight for every sample."""

import asyncio
import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from api.commands.answer import Answer
from api.commands.answer_items import AnswerItems
from api.commands.answer_json import answer_json
from api.commands.answer_tasks import AnswerTasks
from api.commands.evaluate import running
from api.commands.lines import Line
from api.commands.samples import read_sample
from api.settings import Settings
from domain.facts import UNKNOWN
from domain.text import Language
from rules.engine.citations import cited
from rules.engine.decision import Decision
from rules.engine.providers import Answer as ProviderAnswer
from rules.engine.reading import APPLIED, NOT_APPLICABLE
from rules.engine.words import said_day
from rules.library import load_rule_sets
from rules.review.lasting import lasting
from tests.rules.engine.library import RULES, Reader, a_book, a_reader

TODAY, NOW = date(2026, 2, 12), datetime(2026, 2, 12, tzinfo=UTC)
EXAMPLES = sorted(Path("examples").glob("*.yaml"))
CODE = re.compile(r"[A-Z]+_[A-Z]+|\b[a-z]+(_[a-z]+)*\.[a-z_]+\b|UNKNOWN|True|False|\{|\}")


def decided(reader: Reader, *answers: ProviderAnswer, day: date = TODAY) -> Decision:
    return Decision(
        id=None,
        number=None,
        subject_id=None,
        revision=None,
        as_of=day,
        known_at=NOW,
        decided_at=NOW,
        rule_set="0123456789abcdef",
        index=RULES.index,
        root=RULES.run(reader, day),
        answers=answers,
    )


def read(lines: Iterable[Line]) -> str:
    return "\n".join(
        re.sub("[\u00a0\u202f]", " ", f"{'  ' * each.depth}{each.words}{f' [{each.after}]' if each.after else ''}") for each in lines
    )


def test_an_answer_says_what_is_asked_what_is_to_be_done_and_what_came_of_what() -> None:
    text = read(Answer(decided(a_reader()), "en", title="A member").lines())
    assert text.startswith(
        "Reader · A member\nReference day, from which every count runs: 12 February 2026 · Simulation: nothing is recorded\n"
    )
    assert (
        "  • Later · Return it — Book “first”\n"
        "    due 10 April 2026, 3 months after “Lent on”, 10 January 2026 (in 57 days)\n"
        "    moderate alert from 22 March 2026, critical alert from 6 April 2026\n"
    ) in text
    assert "  • Fee: €15\n    from: Age: 35 years; Value lent: €150; Rate: 0.1 (in force since 1 January 2019)\n" in text
    assert text.endswith("Version of the rules: 0123456789ab.")


def test_an_answer_says_what_is_missing_and_what_for() -> None:
    text = read(Answer(decided(a_reader(member=UNKNOWN)), "fr").lines())
    assert "Ce qui manque\n  1. Membre : oui ou non ?\n    pour : Carte\n" in text


def test_what_a_service_did_not_say_is_told_in_words() -> None:
    silent = ProviderAnswer("shelves", "Plan de la bibliothèque", "book.shelf", "first", {}, UNKNOWN, "PROVIDER_TIMEOUT", NOW, cached=False)
    text = read(Answer(decided(a_reader(a_book(shelf=UNKNOWN)), silent), "fr").lines())
    assert "• Rayon — Livre « first » : le service n’a pas répondu à temps (Plan de la bibliothèque)" in text


def test_why_not_is_told_on_request_only() -> None:
    decision = decided(a_reader())
    assert "Ce qui ne s’applique pas" not in read(Answer(decision, "fr").lines())
    assert "• Carte\n    parce que : Membre : oui" in read(Answer(decision, "fr", why_not=True).lines())


def test_a_rule_that_failed_is_told_with_what_it_raised() -> None:
    text = read(Answer(decided(a_reader(born_on=date(2020, 1, 1))), "en").lines())
    assert "Rules that failed\n  • Fee: ValueError: a reader of 6 cannot be charged" in text


def test_ids_stand_at_the_end_of_lines_on_request_only() -> None:
    decision = decided(a_reader())
    assert "[" not in read(Answer(decision, "en").lines())
    assert "• Fee: €15 [calculations.fees.fee]" in read(Answer(decision, "en", ids=True).lines())


def test_for_programs_the_answer_has_codes_ids_and_exact_values() -> None:
    told = json.loads(json.dumps(answer_json(decided(a_reader(a_book(price=Decimal("149.99")))), "en")))
    fee = next(each for each in told["values"] if each["rule"] == "calculations.fees.fee")
    assert (fee["value"], fee["unit"], fee["text"]) == ("14.999", "EUR", "≈ €15")
    assert next(each["state"] for each in told["tasks"]) == "TO_DO"
    assert told["recorded"] is False
    assert {each["rule"] for each in told["not_applicable"]} >= {"documents.reading.card"}


@pytest.fixture(scope="module")
def samples() -> dict[str, Decision]:
    """What is decided on every sample on its day."""

    async def decide() -> dict[str, Decision]:
        async with running(Settings()) as rules:
            read_all = {path.stem: read_sample(path, date(2026, 11, 20)) for path in EXAMPLES}
            return {name: await rules.simulate(each.type, each.document, as_of=each.as_of) for name, each in read_all.items()}

    return asyncio.run(decide())


def test_for_programs_too_what_waits_for_an_event_names_it(samples: dict[str, Decision]) -> None:
    told = answer_json(samples["operation-demolition-saint-etienne"], "en")
    waits = {each["key"]: each["waits_for"] for each in [*told["not_applicable"], *told["values"]]}
    assert [each["fact"] for each in waits["tasks.demolition.demolition_file_completeness"]] == ["operation.demolition_file_deposited_on"]
    assert [each["fact"] for each in waits["calculations.permit_dates.permit_expiry"]] == ["operation.permit_granted_on"]
    assert waits["tasks.funding.funding_request"] is None


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", [each.stem for each in EXAMPLES])
def test_the_answer_on_every_sample_shows_no_code_and_leaves_nothing_out(
    samples: dict[str, Decision], name: str, language: Language
) -> None:
    decision = samples[name]
    lines = list(Answer(decision, language, why_not=True).lines())
    assert [each.words for each in lines if CODE.search(_without(each.words, decision))] == []
    text = "\n".join(each.words for each in lines)
    shown = [each for each in decision.evaluations if each.outcome in {APPLIED, NOT_APPLICABLE}]
    titles = {each.key: each.unit.title.in_language(language) for each in shown}
    plain_years = re.sub(r"\d{4} \((N-[12])\)", r"\1", text).replace("year before last (2024)", "year before last")
    assert [key for key, title in titles.items() if title not in plain_years] == []


def test_documents_asked_for_for_the_same_reasons_on_the_same_texts_are_explained_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    first, last = text.index("    • Courrier de demande de garantie"), text.index("    • Accord de principe du prêteur")
    assert "parce que" not in text[first:last]
    before = text[:first].rpartition("Ces 8 pièces, ensemble :\n")[2]
    reason = "    parce que : dossier de garantie d’emprunt :\n        – Phases engagées : Décision de financement\n        – Prêt Caisse"
    assert before.startswith(reason)
    assert text[:first].count("\n  Garantie des emprunts (") == 1


def test_a_list_that_is_said_to_be_incomplete_is_to_be_completed_and_no_question_again(samples: dict[str, Decision]) -> None:
    french, english = (read(Answer(samples["operation-construction-rennes"], each).lines()) for each in ("fr", "en"))
    said = "Tous les logements sont indiqués — Bâtiment a ; Bâtiment b : non ; indiquer ce qui manque, puis répondre oui\n"
    assert said in french.replace("répondre\n  oui", "répondre oui")
    assert "All dwellings are listed — Building a; Building b: no; list what is left out, then answer yes\n" in english
    assert "Tous les logements sont indiqués — Bâtiment a ; Bâtiment b : oui ou non" not in french


def test_a_fact_that_is_missing_on_several_parts_is_named_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    once = "Loan granted — Caisse des Dépôts loan “cdc-plai”; Caisse des Dépôts loan “cdc-plus”; Action Logement loan: on which day?\n"
    assert text.count("Loan granted — ") == 1
    missing, only_calculations = text.index("What is missing"), text.index("Facts needed only for the calculations")
    assert missing < text.index("Risk zone: ") < only_calculations < text.index(once)


def test_a_due_day_on_a_day_off_is_told_and_that_it_is_not_moved_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert "échéance : 22 novembre 2026 (un dimanche), 15 jours avant" in text
    assert "Date de décision tacite sur l’autorisation d’urbanisme : 26 décembre 2026 (un samedi)" in text
    assert text.count("il n’est reporté que là où la ligne le dit") == 1
    assert "échéance : 7 décembre 2026, d’après" in text
    landlord = read(Answer(samples["landlord-two-years"], "fr").lines())
    assert "échéance : 28 février 2027, un dimanche (dans" in landlord
    assert "1er janvier 2026 (" not in landlord, "by then nothing is due"
    assert "n’est reporté que" not in read(Answer(samples["household-couple-lyon"], "fr").lines())


def test_the_works_are_told_to_wait_for_who_keeps_the_right_to_stay(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    task = "Prévoir le démarrage des travaux après la fin du droit au maintien — Relogement"
    assert f"• Alerte critique · {task} « menage-2 »" in text
    assert f"{task} « menage-1 »" in text
    assert "démolition ni autorisée par le préfet, ni nommée par une convention ANRU signée" in text
    assert "Perte du droit au maintien dans les lieux, au plus tôt : aucune date" in text
    assert "• Alerte critique · Reporter le démarrage prévu : le droit au maintien ne permet pas de le tenir" in text


def test_a_loan_is_called_by_its_lender_with_the_key_where_several_have_the_same(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "Prêt Caisse des dépôts « cdc-plus »" in text
    assert "Prêt Action Logement" in text
    assert "Prêt « pls »" in read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()), "another lender has no name"


def test_figures_of_a_value_are_asked_for_once_it_is_known_that_there_is_one(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    assert "Changement de consistance ou d’affectation du bâti : oui ou non ?" in text
    assert "Nouvel usage du bâtiment" not in text
    assert "Conventionnement sans travaux : oui" not in text, "a rehabilitation has works"


def test_a_question_says_what_helps_to_answer_it(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "« Zone 3 » ?\n    L’outil ne reconnaît que les communes de la zone 1 bis" in text


def test_a_question_says_in_what_it_is_answered_and_how_to_say_none(samples: dict[str, Decision]) -> None:
    montreuil, nantes = (
        read(Answer(samples[name], "fr").lines()) for name in ("household-three-generations-montreuil", "operation-construction-nantes")
    )
    assert "Pension alimentaire versée : quel montant, en € par mois ?\n    0 si le ménage n’en verse pas." in montreuil
    assert "Marge locale sur le loyer : quelle valeur ? (0,05 pour 5 %)" in nantes
    assert "Loyer moyen d’un logement : quel montant, en € par mois ?" in nantes


def test_a_reason_names_the_choice_that_decided_and_a_minor_is_called_so(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert "• Attestation de prime d’activité\n    parce que : Ressources perçues par le ménage : Prime d’activité\n" in text
    assert "personne mineure\n        – Enfant « ilyes » — Date de naissance : 18 ans révolus le 2 septembre 2031, à venir\n" in text
    assert "condition non remplie : personne majeure" not in text


def test_it_begins_with_what_is_asked_what_is_late_and_what_is_missing(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    short = text[text.index("En bref") : text.index("\n\nTâches\n")]
    assert re.fullmatch(
        r"En bref\n  À faire maintenant : au moins \d+ pièces à réunir, \d+ tâches dont le jour est passé, \d+ tâches en alerte, "
        r"d’abord « Récupérer le DIUO »\n  Plus tard : \d+ tâches, d’abord « .+ »(?: ; \d+ tâches? sans date à ce stade)?"
        r" ; \d+ pièces, avec leur tâche ; \d+ tâches qui attendent un événement\n"
        r"  En retard : 1 échéance dépassée \(Récupérer le DIUO\) ; 1 échéance à vérifier, dépassée \((?:.|\n)+\) ; "
        r"1 repère proposé dépassé \((?:.|\n)+\)\n"
        r"  Il manque : \d+ questions sans réponse, d’abord « .+ » ; \d+ informations utiles aux seuls calculs",
        short,
    )


def test_a_delay_that_no_text_sets_is_no_due_day_missed(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "en").lines())
    assert (
        "• Proposed date passed · Send the CAF sheet\n"
        "    proposed date: 24 February 2025, 1 month after “Social rent agreement (convention APL) signed”, 24 January 2025 (passed"
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
    assert "• « Attribution des marchés de travaux » : Signer les marchés de travaux (repère proposé : 15 janvier 2027)\n" in waiting
    contracts = (
        "• « Signature des marchés de travaux » : S’assurer du dépôt des DICT (échéance : 6 février 2027, un samedi), Recueillir les "
    )
    assert contracts in waiting
    started = read(Answer(samples["operation-construction-rennes"], "fr", why_not=True).lines())
    never = started[started.index("Ce qui ne s’applique pas\n") :]
    assert "• Prononcer la réception\n" in started[started.index("Ce qui ne s’applique pas encore\n") : started.index(never)]
    assert "• Lever les réserves\n" in started[started.index("Ce qui ne s’applique pas encore\n") : started.index(never)]
    assert "• Lever les réserves\n" not in never
    none = started[started.index("  Sans objet, ou sans valeur à ce stade : ") :].partition("\n")[0]
    assert "Fin de la garantie décennale" not in none


def test_a_document_that_a_later_task_brings_is_gathered_with_it(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "en").lines())
    now, later, end = (
        text.index(each) for each in ("Documents to gather now", "Documents to gather later", "Tasks that wait for an event")
    )
    assert "\n  Sign the CDC loan (proposed date: 15 April 2027)\n" in text[later:end]
    assert "• General coordination plan\n" in text[now:later], "its task is under alert"
    for each in ("• Signed works contracts\n", "• Loan contract of the Caisse des Dépôts"):
        assert each not in text[now:later]
        assert each in text[later:end]


def test_a_document_whose_task_waits_for_a_day_to_come_is_gathered_later(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    now, later = text.index("Pièces à réunir maintenant"), text.index("Pièces à réunir plus tard")
    assert text.count("• Attestation de non-contestation de la conformité\n") == 1
    assert now < later < text.index("• Attestation de non-contestation de la conformité\n")
    assert later < text.index("• Décomptes généraux définitifs (DGD)\n")


def test_the_agreement_on_a_contribution_is_gathered_with_its_own_task_and_not_with_the_report(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "en").lines())
    later = text[text.index("Documents to gather later") :]
    agreed = later[later.index("\n  Agree with the tenants on the energy-savings contribution (proposed date: 1 March 2027)\n") :]
    assert agreed.splitlines()[2] == "  • Consultation and agreement on the energy-savings contribution of the tenant"


def test_what_a_child_will_be_asked_for_one_day_is_not_told_as_not_yet(samples: dict[str, Decision]) -> None:
    assert "Ce qui ne s’applique pas encore" not in read(Answer(samples["household-lone-parent-rennes"], "fr", why_not=True).lines())


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
    assert " questions sans réponse, dont celle qui débloque le plus : « Autorisation d’urbanisme requise »" in text
    assert "« Permis de démolir »" not in text, "nothing comes down"


def test_what_a_later_step_has_settled_is_waited_for_no_more(samples: dict[str, Decision]) -> None:
    settled = ("Envoyer les pièces manquantes de la demande", "Corriger la convention renvoyée par l’instructeur")
    before = read(Answer(samples["operation-rehabilitation-lille"], "fr").lines())
    after = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    assert [each in before for each in settled] == [True, True]
    assert [each in after for each in settled] == [False, False]
    assert "« Mise en demeure de clôture » : Répondre à la mise en demeure de clôture\n" in after


def test_a_planned_day_that_an_alert_upsets_stands_first(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert text.split("En bref\n")[1].startswith("  Remis en cause : Démarrage prévu des travaux : 1er mars 2027 (Prévoir le démarrage")


def test_it_says_when_another_is_possible_what_that_waits_for_and_what_else_is_in_the_way(samples: dict[str, Decision]) -> None:
    short = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split("En bref\n")[1].split("À faire maintenant")[0]
    said = " ".join(short.split())
    assert "pas avant le 27 mars 2027, après « Fin du délai de retrait du permis de démolir, obtenu ou attendu »" in said
    assert "« Autorisation du préfet » ou « Signature de la convention ANRU qui nomme l’opération » ; « Notification de la" in said
    assert "troisième offre — Relogement “menage-2” »" in said
    assert "menage-1” »" not in said, "its third offer has a day"
    assert "Aussi à faire avant « Notifier l’ordre de service de démarrage » : Obtenir le financement avant la démolition" in said
    assert "Obtenir l’autorisation de démolir du préfet" in said


def test_a_task_that_is_done_before_it_is_shown_waits_for_nothing(samples: dict[str, Decision]) -> None:
    waiting = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split("Tâches qui attendent un événement :")[1]
    waiting = waiting[: waiting.index("Ce qui manque")]
    assert "menage-1" in waiting
    assert "menage-3" not in waiting, "the household has left"
    assert "Envoyer les pièces manquantes" not in waiting, "the application is complete"


def test_the_kind_of_an_operation_is_said_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert text.count("Construction neuve") == 1
    assert "travaux conduits par le bailleur : oui" not in text
    assert "Nature de l’opération" not in read(Answer(samples["landlord-two-years"], "fr").lines())


def test_what_was_done_after_its_due_day_says_how_late(samples: dict[str, Decision]) -> None:
    late, proposed = (
        "Fait le 4 mars 2026, avec 5 jours de retard sur l’échéance du 27 février 2026 · Adresser",
        " après le repère proposé, le ",
    )
    assert late in read(Answer(samples["landlord-two-years"], "fr").lines())
    assert proposed in read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines())


@pytest.mark.parametrize("name", [each.stem for each in EXAMPLES])
def test_each_due_day_that_is_not_known_is_followed_by_the_question_that_settles_it(samples: dict[str, Decision], name: str) -> None:
    lines = [each.words for each in Answer(samples[name], "fr").lines()]
    unknown = [
        place for place, each in enumerate(lines) if each.startswith(("échéance", "repère")) and "à préciser" in each.partition(" (")[0]
    ]
    assert [lines[place] for place in unknown if not (lines[place + 1].startswith("→ ") and lines[place + 1].endswith("?"))] == []


def test_documents_that_are_there_stand_apart_and_are_not_gathered(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    gathered, there = text.index("Documents to gather now, by file"), text.index("Documents presumed to be there")
    assert text.index("  Geotechnical study received: 3 February 2025\n    • Geotechnical study\n") > there
    assert text.count("• Geotechnical study\n") == 1
    assert gathered < text.index("• Enforceable resolution that grants the guarantee\n") < there


def test_that_something_is_not_known_is_said_once_with_what_it_depends_on(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "en").lines())
    assert "because: asbestos found in a building: not known yet, depending on: Asbestos found — Building “les-tilleuls”\n" in text
    assert "depending on:\n        – Peak number of workers (more than 20 workers?)\n        – Working days of the site (more than" in text


def test_a_part_is_named_by_its_place_or_its_kind(samples: dict[str, Decision]) -> None:
    household = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    assert "• Payslips — Applicant\n" in household
    assert "Age — Child “ilyes”:" in household
    assert "nadia" not in household
    assert " — Dwelling A01 (Building a): " in read(Answer(samples["operation-construction-rennes"], "en").lines())


def test_it_says_until_when_it_holds(samples: dict[str, Decision]) -> None:
    for decision in samples.values():
        text = read(Answer(decision, "en").lines())
        day = said_day(decision.as_of.isoformat(), "en")
        assert f"Valid on {day}, the reference day; " in text
        assert ("may change as early as" in text) is (decision.changes_on is not None)
        assert ("the passing of time alone changes nothing" in text) is (decision.changes_on is None)
    nantes = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    assert "cette réponse peut changer dès le 30 novembre 2026 (Déposer la déclaration de projet de travaux (DT))." in nantes


def test_a_birthday_that_changes_nothing_does_not_end_its_validity(samples: dict[str, Decision]) -> None:
    decision, rules = samples["household-three-generations-montreuil"], load_rule_sets()["household"]
    assert decision.changes_on == date(2026, 12, 5), "a birthday"
    text = read(Answer(decision, "fr", lasts=lasting(rules, decision.reading)).lines())
    landlord, rules = samples["landlord-two-years"], load_rule_sets()["landlord"]
    told = read(Answer(landlord, "fr", lasts=lasting(rules, landlord.reading)).lines())
    assert "change d’abord le 1er décembre 2026 (Transmettre au préfet le projet de CUS : alerte critique ; " in told
    assert "échéance : 27 février 2027, un samedi (dans 99 jours)" in told
    assert told.count("Approbation du plan stratégique de patrimoine (PSP) : 16 octobre 2025") == 1
    assert "sans rien de nouveau, cette réponse change d’abord le 1er janvier 2027 (Année de référence des ressources (N-2)).\n" in text
    assert "Avance d’ici là avec le calendrier : Âge.\n" in text


def test_what_is_not_sourced_on_a_limitative_list_is_not_to_be_asked_yet(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    unverified = text[text.index("Documents derived or noted from memory") : text.index("Documents that may be asked for")]
    assert "from memory" in unverified
    assert (
        "from memory" not in text[text.index("Documents that may be asked for") : text.index("Documents off the list: not to be asked for")]
    )


def test_what_only_the_rent_supplement_needs_is_not_asked_for_before_the_income_is_known(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-three-generations-montreuil"], "en").lines())
    questions = text[text.index("What is missing") : text.index("Calculated values")]
    assert "Income of last year or of the last twelve months, where a drop is claimed" in questions
    assert "priority neighbourhood" not in questions


def test_a_household_s_category_income_and_products_stand_in_its_summary(samples: dict[str, Decision]) -> None:
    told = [read(Answer(samples[f"household-{each}"], "fr").lines()) for each in ("lone-parent-rennes", "three-generations-montreuil")]
    found = "catégorie : 4 ; ressources retenues, si elles sont justifiées : 17 900 € par an ; produits accessibles : PLAI, PLUS, PLS"
    assert f"  Ménage : {found}\n" in told[0].replace("\u202f", " ").replace("\xa0", " ")
    assert "Ménage : catégorie, ressources retenues et produits accessibles pas encore calculables\n" in told[1].replace("\xa0", " ")


def test_a_birthday_is_a_day_on_which_somebody_turns_eighteen(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    assert "Date of birth: turned 18 on 18 April 2009" in text
    assert "Date of birth: turns 18 on 2 September 2031, still to come" in text


def test_a_figure_of_which_no_newer_value_was_found_says_so(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    assert "(en vigueur depuis le 1er janvier 2025, aucune valeur plus récente trouvée : à vérifier)" in text


def test_a_task_says_what_it_waits_for_and_its_section_whether_it_is_for_now(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    now, later, unknown = (text.index(f"\nTâches à faire {each}") for each in ("maintenant", "plus tard", "si elles s’appliquent"))
    assert now < text.index("• Alerte critique · ") < later < text.index("• Plus tard · Notifier l’ordre de service") < unknown
    blocking = text[text.index("    bloquée par : Prévoir le démarrage") :].partition("\n")[0]
    assert " — Relogement « menage-1 », Relogement « menage-2 » ; " in blocking
    assert " ; Obtenir l’autorisation de démolir du préfet ; " in blocking
    assert "bloquée par : Obtenir l’accord des garants des prêts\n" in text


def test_a_task_is_blocked_too_by_those_that_still_wait_for_an_event(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    order = text[text.index("• Plus tard · Notifier l’ordre de service") :]
    blocking = order[order.index("    bloquée par : ") :].partition("\n")[0]
    assert blocking.endswith(" ; S’assurer du dépôt des DICT ; Signer les marchés de travaux"), "neither is shown before the award"


def test_of_two_tasks_alike_the_one_that_blocks_the_other_comes_first(samples: dict[str, Decision]) -> None:
    pairs = []
    for decision in samples.values():
        tasks = AnswerTasks(AnswerItems(decision, "fr"))
        places = {each.key: place for place, each in enumerate(tasks.open)}
        due = {each.key: (each.output, tasks.items.due(each)) for each in tasks.open}
        before = ((one.key, other.key) for other in tasks.open for one in tasks.blocking.of(other) if one.key in places)
        pairs += [(places[one], places[other]) for one, other in before if due[one] == due[other]]
    assert pairs
    assert [each for each in pairs if each[0] > each[1]] == []


def test_a_known_day_that_a_task_waits_for_is_named(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "fr").lines())
    assert "• « Fin prévue des travaux », le 29 octobre 2027 : Prononcer la réception (repère proposé : 13 novembre 2027, " in text


def test_a_document_of_a_part_is_gathered_with_the_task_of_the_whole(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    paper = "  • Constat de libération complète du bâtiment — Bâtiment « tour-bellevue »\n"
    assert f"  Constater la libération complète (sans date à ce stade)\n{paper}" in text


def test_what_serves_calculations_alone_says_which_and_what_is_not_calculated_is_named(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "en").lines())
    facts = text[text.index("Facts needed only for the calculations\n") : text.index("Already done")]
    assert facts.count("\n    for: ") == len(re.findall(r"^  [0-9]+[.] ", facts, re.MULTILINE))
    assert re.search("Not calculable yet: Vacancy rate, .+, .+, .+ and 10 others", text)


def test_a_reason_of_several_facts_stands_in_lines_by_the_part_that_each_is_of(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    assert (
        "parce que : au moins un ménage en droit de rester le jour du démarrage prévu :\n"
        "        – Démarrage prévu des travaux : 6 mois plus tôt, le 1er septembre 2026\n"
        "        – Relogement « menage-2 » — Départ du ménage : aucune date ; Démarrage prévu des travaux : 1er mars 2027 ; Perte"
    ) in text
    assert " : 1er septembre 2026, 6 mois avant « Démarrage prévu des travaux », le 1er mars 2027 (dépassé" in text


def test_the_paper_of_one_person_is_not_explained_by_the_facts_of_another(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    paper = text[text.index("• Attestation fiscale étrangère") :]
    assert "(Date de naissance : 18 ans révolus le 11 février 2018 ; pas sur l’avis commun du demandeur)\n" in paper
    assert " — Demandeur" not in paper[: paper.index("source : ")]


def test_that_alert_thresholds_are_proposals_is_said_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "en").lines())
    assert (
        "where no text was found, this tool proposes a date.\n  The alert thresholds are proposed by this tool, no text was found.\n  A day"
        in text
    )
    assert text.count("The alert thresholds") == 1


def test_what_a_rule_says_of_itself_stands_with_what_it_asks_for(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    assert "\n    Aucun titre de séjour n’est demandé.\n    source : " in text


def test_far_days_are_counted_in_years_and_empty_lists_are_no_values(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    counted = "15 ans après « Début de la contribution aux économies d’énergie », le 1er novembre 2026 (dans plus de 14 ans)"
    assert f"échéance : 1er novembre 2041 (un jour férié), {counted}" in text
    assert "(dans 302 jours)" in text
    assert "• Fins des prêts de la Caisse des dépôts : néant" not in "".join(read(Answer(each, "fr").lines()) for each in samples.values())


def test_abbreviations_are_explained_at_the_end_and_no_others(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    end = text[text.index("Abréviations") :]
    assert "CCH : code de la construction et de l’habitation\n" in end
    assert "PEMD" not in end


def test_a_figure_that_is_not_sourced_says_so_where_it_is_used(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert "Plafonds de ressources PLAI (en vigueur depuis le 1er janvier 2026, déduit de textes trouvés)" in text
    assert "Plafonds de ressources PLUS (en vigueur depuis le 1er janvier 2026)" in text


def test_a_figure_whose_day_of_effect_was_not_found_says_so_where_it_is_used(samples: dict[str, Decision]) -> None:
    nantes = samples["operation-construction-nantes"]
    assert "Share of the annex area that counts: 50% (day of effect not found: to be verified)" in read(Answer(nantes, "en").lines())
    text = read(Answer(nantes, "fr").lines())
    assert "Part retenue de la surface des annexes : 50 % (date d’effet non trouvée : à vérifier)" in text.replace("\u202f", " ").replace(
        "\xa0", " "
    )


def _without(words: str, decision: Decision) -> str:
    """Leave out names of sources, which may hold addresses of sites."""
    for source in decision.index.plan.sources.values():
        words = words.replace(cited(source, "fr"), "").replace(cited(source, "en"), "")
    return words

"""What the readable answer says of documents: which are gathered now, which later, which are there."""

from api.commands.answer import Answer
from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from api.commands.bringing import Bringing
from rules.engine.decision import Decision
from rules.engine.plan import UnitKind
from tests.api.commands.answers import read


def test_documents_asked_for_for_the_same_reasons_on_the_same_texts_are_explained_once(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    first, last = text.index("    • Courrier de demande de garantie"), text.index("    • Accord de principe du prêteur")
    assert "parce que" not in text[first:last]
    before = text[:first].rpartition("Ces 8 pièces, ensemble :\n")[2]
    reason = "    parce que : dossier de garantie d’emprunt :\n        – Phases engagées : Décision de financement\n        – Prêt Caisse"
    assert before.startswith(reason)
    assert text[:first].count("\n  Demander la garantie d’emprunt (repère proposé : 15 mars 2027)\n") == 1, "a reminder of a day still far"
    assert "(liste d’un seul département ; demander la sienne à votre garant)" in text[:first]


def test_a_document_that_a_later_task_brings_is_gathered_with_it(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "en").lines())
    now, later, end = (
        text.index(each) for each in ("Documents to gather now", "Documents to gather with their task", "Tasks that wait for an event")
    )
    assert "\n  Sign the CDC loan (proposed date: 15 April 2027)\n" in text[later:end]
    assert "• Referral to preventive archaeology, and what it requires\n" in text[now:later], "its task is late"
    for each in (
        "• Condition survey of the neighbouring buildings (référé préventif)\n",
        "• General coordination plan\n",
        "• Signed works contracts\n",
        "• Loan contract of the Caisse des Dépôts",
    ):
        assert each not in text[now:later]
        assert each in text[later:end]


def test_a_document_whose_task_has_no_day_says_which_fact_that_waits_for(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-lille"], "en").lines())
    assert "  Appoint the safety coordinator (design phase) (waits for “Planned start of the preliminary design”)\n" in text


def test_what_is_handed_over_on_a_day_to_come_is_gathered_on_it_however_pressing_that_is(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-off-plan-bordeaux"], "en").lines())
    later = text[text.index("Documents to gather with their task") : text.index("Tasks that wait for an event")]
    delivery = later[later.index("  Take delivery (off-plan) (due 18 December 2026)\n") :]
    assert "• Critical alert · Take delivery (off-plan)" in text
    assert "• Off-plan delivery report\n" in delivery
    assert "• As-built documents, from the seller\n" in delivery
    assert "• PLS loan contract\n" in later, "it is signed on a day to come"


def test_a_contract_is_gathered_on_the_day_to_come_on_which_it_is_signed(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    now, later = text.index("Documents to gather now"), text.index("Documents to gather with their task")
    loan = text.index("  Sign the CDC loan (proposed date: 15 December 2026)\n  • Loan contract of the Caisse des Dépôts (CDC)\n")
    agreements = "  Sign the reservation agreement with Action Logement (proposed date: 15 December 2026)\n  • Reservation agreement with"
    assert now < text.index("• APL agreement (convention APL)\n") < later < loan
    assert later < text.index(agreements)
    assert "Statement of risks for the tenant" not in text, "more than six months before the first letting"


def test_a_document_whose_task_waits_for_a_day_to_come_is_gathered_later(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    now, later = text.index("Pièces à réunir maintenant"), text.index("Pièces à réunir avec leur tâche")
    assert text.count("• Attestation de non-contestation de la conformité\n") == 1
    assert now < later < text.index("• Attestation de non-contestation de la conformité\n")
    assert later < text.index("• Dossier de demande de clôture\n")
    assert text.index("• Décomptes généraux définitifs (DGD)\n") < later, "its task is under a reminder"


def test_the_agreement_on_a_contribution_is_gathered_with_its_own_task_and_not_with_the_report(samples: dict[str, Decision]) -> None:
    tasks = AnswerTasks(AnswerItems(samples["operation-rehabilitation-lille"], "en"))
    bringing = Bringing(tasks.reading, tasks.to_come)
    documents = tasks.items.decision.of_kind(UnitKind.DOCUMENT)
    brought = {each.unit.id: [task.unit.id for task in bringing.of(each)] for each in documents}
    assert brought["documents.occupants.energy_contribution_agreement"] == ["tasks.sitting_tenants.energy_contribution_agreement"]
    assert brought["documents.occupants.tenant_consultation_report"] == ["tasks.feasibility.tenant_consultation"]


def test_a_study_is_to_be_checked_once_what_rests_on_it_is_agreed(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-rehabilitation-toulouse"], "fr").lines())
    there = text.index("Pièces d’étapes datées au dossier")
    assert text.count("• Étude thermique préalable") == 1
    assert there < text.index("• Étude thermique préalable")
    assert "• Dossiers amiante (listes A et B" not in text, "the works are over"


def test_what_a_child_will_be_asked_for_one_day_is_not_told_as_not_yet(samples: dict[str, Decision]) -> None:
    assert "Ce qui ne s’applique pas encore" not in read(Answer(samples["household-lone-parent-rennes"], "fr", why_not=True).lines())


def test_documents_that_are_there_stand_apart_and_are_not_gathered(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    gathered, there = text.index("Documents to gather now, by file"), text.index("Documents of steps that have a date")
    assert text.index("  Geotechnical study received: 3 February 2025\n    • Geotechnical study\n") > there
    assert text.count("• Geotechnical study\n") == 1
    assert gathered < text.index("• Enforceable resolution that grants the guarantee\n") < there


def test_what_may_have_been_due_with_a_step_that_is_past_is_checked_there_and_adds_to_no_list(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-rennes"], "en").lines())
    start = text.index("  Planning application filed: 6 May 2025\n", text.index("Documents of steps that have a date"))
    filed = text[start : text.index("  Prior notice of the works (déclaration préalable SPS) sent: 6 May 2025\n", start)]
    assert filed.endswith(
        "• PC13 Certificate of the prior study that the risk prevention plan requires (if it was due: see what is missing)\n"
    )
    checked = "for: PC13 Certificate of the prior study that the risk prevention plan requires (its step is past: check that it is there)"
    assert text.count(checked) == 2, "what is asked serves that check alone"
    assert "others perhaps" not in text, "nothing that is missing adds a document to gather now"


def test_what_is_not_sourced_on_a_limitative_list_is_not_to_be_asked_yet(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "en").lines())
    unverified = text[text.index("Documents derived or noted from memory") : text.index("Documents that may be asked for")]
    assert "from memory" in unverified
    allowed = text[text.index("Documents that may be asked for") : text.index("Documents not to be asked for: off the list")]
    assert "from memory" not in allowed


def test_a_document_of_a_part_is_gathered_with_the_task_of_the_whole(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines())
    paper = "  • Constat de libération complète du bâtiment — Bâtiment « tour-bellevue »\n"
    assert f"  Constater la libération complète (sans date à ce stade)\n{paper}" in text


def test_the_paper_of_one_person_is_not_explained_by_the_facts_of_another(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    paper = text[text.index("• Attestation fiscale étrangère") :]
    assert "(Date de naissance : 18 ans atteints le 11 février 2018 ; pas sur l’avis commun du demandeur)\n" in paper
    assert " — Demandeur" not in paper[: paper.index("source : ")]


def test_what_a_rule_says_of_itself_stands_with_what_it_asks_for(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-couple-lyon"], "fr").lines())
    assert "\n    Aucun titre de séjour n’est demandé.\n    source : " in text


def test_one_paper_is_counted_and_listed_once_with_all_that_it_serves_for(samples: dict[str, Decision]) -> None:
    montreuil = read(Answer(samples["household-three-generations-montreuil"], "fr").lines())
    assert montreuil.count("• Livret de famille") == 1
    assert "    vaut aussi pour : Livret de famille ou document équivalent démontrant le mariage\n      parce que : " in montreuil
    rennes = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert "3 pièces pour instruire le dossier\n  En plus : 5 pièces qui peuvent être demandées, 3 pièces à vérifier" in rennes
    for title in ("Quittance de loyer", "Attestation de prime d’activité", "Bulletins de salaire"):
        assert f"• {title}" not in rennes
        assert f"vaut aussi pour : {title}" in rennes


def test_what_is_to_be_verified_on_the_list_stands_by_itself_whatever_paper_would_do(samples: dict[str, Decision]) -> None:
    for sample in ("three-generations-montreuil", "lone-parent-rennes"):
        text = read(Answer(samples[f"household-{sample}"], "en").lines())
        unverified = text[text.index("Documents derived or noted from memory") : text.index("Documents that may be asked for")]
        assert "• Area of the current dwelling: lease or certificate\n" in unverified
        assert "serves also as: Area" not in text


def test_a_paper_that_nothing_else_calls_for_is_listed_by_itself(samples: dict[str, Decision]) -> None:
    items = AnswerItems(samples["household-couple-lyon"], "fr")
    payslips = next(each for each in items.decision.of_kind(UnitKind.DOCUMENT) if each.key.startswith("documents.income.payslips"))
    assert payslips.key not in items.covered
    assert "• Bulletins de salaire — Partenaire" in read(Answer(items.decision, "fr").lines())


def test_where_no_task_has_a_day_nothing_is_said_to_be_overdue(samples: dict[str, Decision]) -> None:
    assert "En retard" not in read(Answer(samples["household-lone-parent-rennes"], "fr").lines())


def test_the_years_before_are_dated_where_they_are_used_and_explained_where_abbreviations_are(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["household-lone-parent-rennes"], "fr").lines())
    assert "Ressources de l’année 2025 (N-1)" in text
    assert "\n  N-1 : l’année civile qui précède celle du jour de référence\n" in text

"""What is said of a planned day that is called into question: what it waits for, and what is to be set anew with it."""

from datetime import date
from pathlib import Path

from api.commands.answer import Answer
from api.commands.answer_items import AnswerItems
from api.commands.answer_tasks import AnswerTasks
from domain.planned_days import decided_with, paid_by_loans, planned_after, planned_before
from rules.engine.decision import Decision
from rules.library import load_rule_sets
from rules.review.lasting import lasting
from tests.api.commands.answers import decided, read


def test_the_planned_days_after_it_are_to_be_set_anew_with_it(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "fr").lines()).split())
    said = "À refixer avec ce jour, s’il change : « Fin prévue des travaux » (30 septembre 2028), « Première mise en location prévue, ou"
    assert f"{said} jour qui en tient lieu » (1er décembre 2028)" in text
    demolition = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "fr").lines()).split())
    tender = "À décider avec ce jour, à fixer d’abord : « Lancement prévu de la consultation des entreprises » (7 décembre 2026)"
    kept = "– seulement si « Lancement prévu de la consultation des entreprises » est gardé : d’abord « Déposer la déclaration de projet"
    kept = f"{kept} de travaux (DT) » (22 novembre 2026, un dimanche, dans 2 jours ; dernier jour ouvré avant : 20 novembre 2026)"
    assert f"{tender} {kept} À refixer avec ce jour, s’il change : « Fin prévue des travaux » (30 novembre 2027) Aussi" in demolition
    bordeaux = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    assert "À refixer avec ce jour, s’il change : « Premier versement prévu des prêts garantis » (18 décembre 2026)" in bordeaux


def test_what_prepares_a_day_to_be_decided_first_alerts_nobody_but_what_the_start_waits_for_too(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-demolition-saint-etienne"], "en").lines()).split())
    anew = "to be set anew with “Planned launch of the call for tenders”, to be revised because “Planned start of works” is called into"
    for title in (
        "Due day to be revised · File the network project declaration (DT)",
        "Due day to be revised · Appoint the safety coordinator (works phase)",
        "Due day to be revised · Establish the general coordination plan",
        "Proposed date to be revised · Launch the call for tenders",
    ):
        task = text[text.index(f"• {title}") :].split("because:")[0]
        assert anew in task
        assert "alert since" not in task
        assert "reminder since" not in task
    survey = text[text.index("• Critical alert · Obtain the asbestos survey before demolition") :].split("because:")[0]
    assert "to be set anew if “Planned launch of the call for tenders”, to be revised because “Planned start of works” is" in survey
    assert text.index("• Critical alert · Obtain the asbestos survey") < text.index("• Due day to be revised ·")
    assert "5 tasks under alert, 1 task under a reminder (proposed date), 8 days to be revised" in text


def test_a_start_that_is_too_near_the_call_for_tenders_alone_leaves_the_call_as_it_is(tmp_path: Path) -> None:
    sample = Path("examples/operation-construction-nantes.yaml")
    near = sample.read_text("utf-8").replace("loan_signature_planned: 2027-04-15", "loan_signature_planned: 2027-02-01")
    path = tmp_path / sample.name
    path.write_text(near.replace("archaeology_zone: true", "archaeology_zone: false"), "utf-8")
    text = " ".join(read(Answer(decided(path), "en").lines()).split())
    assert "Called into question: Planned start of works: 15 February 2027 (Plan more than three months from the call" in text
    assert "To be decided with that day" not in text
    assert "• Critical alert · File the network project declaration (DT) due 29 November 2026 (a Sunday), 15 days before" in text


def test_a_day_that_practice_wants_is_set_aside_or_brought_forward(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "en").lines()).split())
    said = "– whichever that day is, not before 16 April 2027, after “Planned signature of the loans” (by practice, no text was found)"
    assert f"{said}; if that planned day is brought forward, or without waiting for that practice, not before 15 March 2027, 3" in text


def test_each_planned_day_knows_those_after_it() -> None:
    assert [each.id for each in planned_after("operation.works_start")] == ["operation.works_end", "operation.first_letting"]
    assert [each.id for each in planned_after("operation.loan_signature_planned")] == ["operation.loan_payment_planned"]
    assert [each.id for each in planned_before("operation.works_start")] == ["operation.tender_launch"]
    assert [each.id for each in decided_with("operation.works_start")] == ["operation.tender_launch", "operation.loan_signature_planned"]
    assert planned_before("operation.works_end") == decided_with("operation.works_end") == ()
    assert planned_after("operation.first_letting") == planned_after("operation.tender_launch") == ()


def test_the_days_that_a_plan_waits_for_are_named_beside_the_questions(samples: dict[str, Decision]) -> None:
    text = read(Answer(samples["operation-construction-nantes"], "fr").lines())
    short, missing = " ".join(text.split()), text[text.index("\nCe qui manque") :].split("Informations utiles aux seuls calculs")[0]
    assert "connu : « Réponse du préfet sur l’archéologie » ou « Dossier d’archéologie reçu par le préfet »" in short
    assert "Autre date : d’abord « Lire au permis ce que l’archéologie préventive prescrit » ; aucune n’est sûre avant que" in short
    assert "quelle date ?" not in missing
    to_come = "Sans date à ce jour, à donner quand cela arrive : « Réponse du préfet sur l’archéologie » et « Dossier d’archéologie reçu"
    assert to_come in " ".join(missing.split())


def test_a_proposed_date_that_hangs_on_it_is_to_be_set_anew_and_the_earliest_heads_what_comes_later(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "en").lines()).split())
    award = text[text.index("• Proposed date to be revised · Award the works contracts") :].split("because")[0]
    anew = "to be set anew with “Planned start of works”, which is called into question"
    assert f"proposed date: 26 December 2026 (a Saturday); {anew} (20 days before “Signature of the works" in award
    assert "reminder" not in award
    assert "47 days" not in award
    assert "Later: 10 tasks, first “Take out the works-damage insurance (dommages-ouvrage)”" in text
    lille = " ".join(read(Answer(samples["operation-rehabilitation-lille"], "en").lines()).split())
    assert "• Later · Award the works contracts" in lille, "what it waits for is not to be decided first"


def test_the_loans_are_to_be_signed_on_another_day_too_where_the_start_comes_before(samples: dict[str, Decision], tmp_path: Path) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "en").lines()).split())
    tender = "To be decided with that day, which is to be set first: “Planned launch of the call for tenders” (14 December 2026)"
    kept = (
        "– only if “Planned launch of the call for tenders” is kept: first “File the network project declaration (DT)” (29 November 2026,"
    )
    kept = f"{kept} a Sunday, in 9 days; last working day before it: 27 November 2026)"
    assert f"{tender}, “Planned signature of the loans” (15 April 2027) {kept}" in text
    sample = Path("examples/operation-construction-nantes.yaml")
    path = tmp_path / sample.name
    for day, named in (("2027-02-15", True), ("2027-02-14", False)):
        signed = sample.read_text("utf-8").replace("loan_signature_planned: 2027-04-15", f"loan_signature_planned: {day}")
        path.write_text(signed, "utf-8")
        told = " ".join(read(Answer(decided(path), "en").lines()).split())
        assert (", “Planned signature of the loans” (15 February 2027)" in told) is named


def test_the_alerts_of_what_is_to_be_revised_change_nothing(samples: dict[str, Decision]) -> None:
    decision, rules = samples["operation-construction-nantes"], load_rule_sets()["operation"]
    quiet = [each.key for each in AnswerTasks(AnswerItems(decision, "en")).to_revise]
    found, other = (lasting(rules, decision.reading, keys) for keys in (quiet, ()))
    assert found is not None
    assert other is not None
    assert (found.day, [each.unit.id for each in found.changed]) == (date(2026, 11, 30), ["tasks.networks.network_declaration"])
    assert (other.day, [each.unit.id for each in other.changed]) == (date(2026, 11, 27), ["tasks.works_contracts.tender_award"])


def test_a_proposed_date_that_has_passed_is_late_only_if_the_day_in_question_waits_for_what_it_brings(samples: dict[str, Decision]) -> None:
    nantes, demolition, lille = (
        " ".join(read(Answer(samples[f"operation-{each}"], "en").lines()).split())
        for each in ("construction-nantes", "demolition-saint-etienne", "rehabilitation-lille")
    )
    neighbours = nantes[nantes.index("• Proposed date to be revised · Have the condition of the neighbouring") :].split("because")[0]
    assert "proposed date: 15 November 2026 (a Sunday); to be set anew with “Planned start of works”" in neighbours
    assert "• Proposed date passed · Submit the final application for the demolition" in demolition, (
        "a text wants the funding before the start"
    )
    assert "• Proposed date passed · Obtain the demolition authorisation of the prefect" in demolition, "the start waits for it"
    assert "• Proposed date passed · Obtain the agreement of the guarantors of the loans" in demolition, "that authorisation waits for it"
    assert "• Proposed date passed · Appoint the lead designer" in lille


def test_what_stands_in_the_way_of_the_start_order_are_also_appeals_and_the_plans_of_the_contractors(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "en").lines()).split())
    order = text[text.index("• Later · Issue the start order") :].split("because")[0]
    appeals = "Out of prudence, check that the time for third-party appeals is over"
    assert f"{appeals}; Out of prudence, check that the time to withdraw the permission is over" in order
    assert "Collect the safety plans of the contractors (PPSPS)" in order


def test_a_day_noted_from_memory_and_a_value_that_hang_on_it_are_to_be_set_anew_too(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-construction-nantes"], "en").lines()).split())
    agreement = text[text.index("• Later · Sign the APL agreement") :].split("because")[0]
    assert "due day to verify: 15 March 2027; to be set anew with “Planned start of works”" in agreement, "not on the day advised"
    assert "alert from" not in agreement
    value = text[text.index("• First instalment, by which to sign the agreement: 15 March 2027") :].split("•")[1]
    assert "to be set anew with “Planned start of works”, which is called into question" in value
    insurance = text[text.index("• Later · Take out the works-damage insurance") :].split("because")[0]
    assert "moderate alert from 15 December 2026" in insurance, "a text sets that day"


def test_a_value_that_would_stand_for_what_was_said_is_not_told(samples: dict[str, Decision]) -> None:
    for name in ("operation-construction-nantes", "operation-construction-rennes"):
        assert "• Launch of the call for tenders, past or to plan for" not in read(Answer(samples[name], "en").lines())
    other = samples["operation-rehabilitation-lille"]
    assert "• Launch of the call for tenders, past or to plan for" in read(Answer(other, "en").lines())


def test_a_plan_held_against_a_day_worked_out_from_itself_is_told_as_kept_by_construction(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-rehabilitation-lille"], "en").lines()).split())
    assert "• Plan kept by this tool’s reckoning · Plan more than four months" in text
    assert "“Planned launch of the call for tenders”: no day is given; the one that this tool works out" in text


def test_the_tasks_that_remain_want_a_later_day_still_where_they_do(samples: dict[str, Decision]) -> None:
    demolition, lille = (
        " ".join(read(Answer(samples[f"operation-{each}"], "en").lines()).split())
        for each in ("demolition-saint-etienne", "rehabilitation-lille")
    )
    said = "rather not before 20 August 2027, if “Obtain the agreement of the guarantors of the loans” were done on the reference day (9"
    assert f"Later still, by a date that this tool proposes (no text was found): {said}" in demolition
    best = "at best, if all these days fell on the reference day, “End of the six months after the third offer — Rehousing ‘menage-2’”"
    assert f"{best}, on 20 May 2027 (by the texts), then, before any start, a time that nothing sets: If the household" in demolition
    assert "21 May 2027" not in demolition, "that is no day to start on: the household may still have to be evicted"
    assert "Later still" not in lille, "each has its time before the day that another wants"


def test_a_year_that_waits_for_its_first_day_ends_a_year_from_the_reference_day(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-rehabilitation-lille"], "en").lines()).split())
    said = "at best, if that day fell on the reference day, not before 20 November 2027, a Saturday, 1 year after “Contract of the"
    assert said in text
    practice = "signed” (by practice, no text was found)"
    assert f"{practice}; time to be added, not counted: Appoint the lead designer" in text[text.index(said) :], "that takes time too"
    others = text[text.index("Also to be done before “Issue the start order”") : text.index("Overdue:")]
    assert "without a check that the day above leaves time for it: Take out the works-damage insurance" in others
    assert "Appoint the lead designer" not in others, "told above"
    assert "Without a date so far, to be given when it happens: “Contract of the lead designer (maître d’œuvre) signed”" in text


def test_what_blocks_for_a_permission_that_may_not_be_needed_does_so_if_it_applies(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-rehabilitation-lille"], "en").lines()).split())
    assert "Out of prudence, check that the time for third-party appeals is over (if it applies)" in text
    assert "Out of prudence, check that the time to withdraw the permission is over (if it applies)" in text
    order = text[text.index("Also to be done before “Issue the start order”") :].split("Late:")[0]
    assert "Consult the tenants and report on it;" in order
    assert "(déclaration préalable SPS) (if it applies)" in order
    assert "first “" not in text.split("Also to be done before")[0], "one day is lacking: its name says what is to be done"


def test_what_a_plan_waits_for_has_a_day_of_its_own_and_is_to_cover_its_loan(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "en").lines()).split())
    agreement = text[text.index("• Critical alert · Sign the APL agreement as soon as can be") :].split("because")[0]
    assert "due day to verify: 27 November 2026, from “Signature of the PLS loan, done or planned, or a month before" in agreement
    assert "set anew if “Planned signature of the loans”, which is called into question, changes" in agreement
    assert "critical alert since" in agreement, "the plan waits for it: it is not put off with the plan"
    duration = text[text.index("• Proposed date passed · Write into the APL agreement at least the duration") :].split("because")[0]
    assert "8 November 2026" in duration
    assert "set anew" not in duration, "the completion gives no time, whatever the day of the loan"
    alerts = text[text.index("Critical alerts: ") :].split("Take delivery")[0]
    assert alerts.endswith("before the PLS loan (without waiting, as its day is called into question), ")
    assert "First, before “Sign the PLS loan”: Sign the APL agreement as soon as can be" in text, "nothing is counted above"
    assert "no date (not counted: Planned signature of the loans, 27 November 2026)" in text
    loan = text[text.index("• Proposed date to be revised · Sign the PLS loan") :].split("because")[0]
    assert "contradict" not in loan
    assert "• “Guarantee resolution enforceable”: Sign the reservation agreement with the guarantor" in text
    assert "Called into question: Planned first payment of the guaranteed loans: 18 December 2026 (Plan the first payment" in text
    missing = text[text.index("What is missing 1.") :].split("Facts needed only for the calculations")[0]
    assert "blocked by" not in agreement, "an amendment may follow: the signature does not wait for the duration"
    assert missing.startswith("What is missing 1. VAT at 10% or 5.5% as social housing (CGI, art. 278 sexies and following): yes or no?")


def test_what_ends_the_doubt_of_a_late_day_stands_before_it_and_what_may_be_late_before_what_is_for_later(
    samples: dict[str, Decision],
) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    assert "2 échéances ou repères à revoir, d’abord « Constater l’achèvement (VEFA) et en indiquer la date »" in text
    now = text[text.index("Tâches à faire maintenant • ") :]
    assert now.index("· Constater l’achèvement") < now.index("· Assurer de quoi payer") < now.index("· Obtenir la délibération")
    assert "non due tant que l’immeuble n’est pas achevé (R261-1) : un avis n’y suffit pas" in now
    maybe = now.index("Tâches à faire si elles s’appliquent")
    assert maybe < now.index("• Avoir signé la convention APL avant l’achèvement") < now.index("Tâches à faire plus tard")


def test_a_payment_waits_for_the_agreement_of_its_loan_too_and_may_come_too_late_for_the_delivery(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split("À faire maintenant")[0].split())
    payment = text[text.index("Remis en cause : Premier versement prévu des prêts garantis") :]
    assert "ces jours soient connus : « Signature de la convention APL » ; « Délibération de garantie exécutoire »" in payment
    assert "plutôt pas avant" not in payment, "no other day is known: none of today's is told as one"
    assert "pour solder le prix : « Livraison prévue au contrat (VEFA) », le 18 décembre 2026, alors que ce" in payment
    assert ", le 18 décembre 2026, alors que ce qui précède leur versement manque encore ; si « Obtenir la délib" in payment
    assert "se faisait le jour de référence, versement au plus tôt vers le 20 décembre 2026, un dimanche (1 mois avant" in payment
    assert "si le garant attend le contrat, signé au jour prévu, au plus tôt d’après l’usage : 28 janvier 2027" in text
    assert [each.id for each in paid_by_loans("operation.loan_payment_planned")] == ["operation.contract_delivery"]
    assert paid_by_loans("operation.loan_signature_planned") == ()

"""What the summary of an answer says, and in which order: what is late or upset before what is to be done."""

from pathlib import Path

from api.commands.answer import Answer
from rules.engine.decision import Decision
from tests.api.commands.answers import decided, read

NANTES = Path("examples/operation-construction-nantes.yaml")


def said_of(sample: Path) -> str:
    """Return the summary of a sample."""

    return summary_of(decided(sample))


def summary_of(decision: Decision) -> str:
    return read(Answer(decision, "en").lines()).split("In short\n")[1].split("\n\n")[0]


def test_dates_that_this_tool_proposes_stand_after_what_upsets_a_plan_and_missed_due_days_before_it(samples: dict[str, Decision]) -> None:
    proposed, missed = (summary_of(samples[f"operation-{each}"]) for each in ("rehabilitation-lille", "demolition-saint-etienne"))
    assert proposed.index("Called into question") < proposed.index("Overdue: 1 proposed date passed") < proposed.index("To do now")
    assert missed.index("Overdue: 1 due day missed") < missed.index("Called into question") < missed.index("To do now")


def test_a_plan_called_into_question_says_by_when_a_text_wants_it_done(samples: dict[str, Decision], tmp_path: Path) -> None:
    limit = "    At the latest: 18 June 2027, for “Start within 18 months of the favourable decision” ({})\n"
    said = summary_of(samples["operation-construction-nantes"])
    narrow = "only {} after {}, less than three months: to be followed from now on"
    assert " ".join(limit.format(narrow.format("63 days", "16 April 2027")).split()) in " ".join(said.split())
    assert said.count("At the latest: ") == 1, "the permission ends later"
    later = tmp_path / "later.yaml"
    later.write_text(NANTES.read_text().replace("loan_signature_planned: 2027-04-15", "loan_signature_planned: 2027-06-18"))
    assert limit.format("before 19 June 2027: both cannot hold") in said_of(later)
    for signed, room in (("2027-03-18", narrow.format("91 days", "19 March 2027")), ("2027-03-17", "92 days after 18 March 2027")):
        later.write_text(NANTES.read_text().replace("loan_signature_planned: 2027-04-15", f"loan_signature_planned: {signed}"))
        assert " ".join(limit.format(room).split()) in " ".join(said_of(later).split()), "a quarter of a year"
    assert "At the latest" not in summary_of(samples["operation-demolition-saint-etienne"]), "its permit is not granted"


def test_that_answers_which_are_missing_may_bring_more_documents_is_said(samples: dict[str, Decision]) -> None:
    assert "11 documents to gather (others perhaps, depending on the answers that are missing), " in summary_of(
        samples["operation-rehabilitation-toulouse"]
    )


def test_the_next_days_that_can_still_be_met_are_named_beside_what_is_late(samples: dict[str, Decision]) -> None:
    said = " ".join(summary_of(samples["operation-rehabilitation-toulouse"]).split())
    reserves = "Have the defects noted at acceptance put right (levée des réserves) (18 December 2026)"
    assert f" Critical alerts: Send the final PEMD form (10 December 2026, to be verified), {reserves} To do now: " in said
    plan = " ".join(summary_of(samples["operation-demolition-saint-etienne"]).split())
    assert " Critical alert: Obtain the asbestos survey before demolition (7 December 2026) To do now: " in plan
    assert plan.index("Critical alert: ") > plan.index("Called into question"), "a planned day in question is told there alone"
    assert "alert: " not in summary_of(samples["operation-construction-rennes"]), "proposed dates only remind"


def test_of_proposed_dates_that_passed_what_another_task_waits_for_comes_first(samples: dict[str, Decision]) -> None:
    said = " ".join(summary_of(samples["operation-rehabilitation-toulouse"]).split())
    assert "4 proposed dates passed (Notify the general account of each contract, Read in the contract " in said
    assert said.index("2 due days to verify, missed") < said.index("4 proposed dates passed")


def test_a_notice_of_completion_before_the_planned_end_is_told_first(samples: dict[str, Decision]) -> None:
    said = " ".join(summary_of(samples["operation-off-plan-bordeaux"]).split())
    _, told, after = said.partition(
        "the seller’s notice of completion comes before the planned end of the works: have it established at once"
    )
    assert told
    assert "planned end: 18 December 2026 calls of the seller up to 95% of the price, earlier calls included, possible from" in after


def test_an_unsigned_reservation_agreement_is_not_taken_to_be_that_of_the_guarantor(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "en").lines()).split())
    done = text[text.index(" Done, or checked ") :]
    assert "Sign the reservation agreements with the State" not in done
    missing = text[text.index("What is missing 1.") :].split("Facts needed only for the calculations")[0]
    assert "another than those with Action Logement and the guarantor (State, commune…): yes or no?" in missing


def test_a_task_due_soon_that_may_be_done_is_named_with_what_is_to_be_done_now(samples: dict[str, Decision]) -> None:
    now, later = " ".join(summary_of(samples["operation-construction-nantes"]).split()).split("To do now: ")[1].split(" Later: ")
    assert "not known whether done, first “Submit the APL agreement (convention APL)” (14 December 2026)" in now
    assert "not known whether done" not in later, "told once"


def test_a_task_that_may_apply_and_can_be_done_already_is_named_with_what_is_to_be_done_now(samples: dict[str, Decision]) -> None:
    now, later = " ".join(summary_of(samples["operation-rehabilitation-toulouse"]).split()).split("To do now: ")[1].split(" Later: ")
    named = "Submit the file for the energy saving certificates (CEE), Notify the sitting tenants of their new rent"
    assert f"; 2 tasks to be settled, needed or not ({named})" in now
    assert "to be needed" not in later, "told once"
    now, later = " ".join(summary_of(samples["operation-rehabilitation-lille"]).split()).split("To do now: ")[1].split(" Later: ")
    assert "or not" not in now, "no works are complete, whose rents could be notified"
    assert "18 tasks not known to be needed yet" in later


def test_a_task_that_may_apply_and_whose_proposed_day_passed_is_named_and_not_for_later(samples: dict[str, Decision]) -> None:
    said = " ".join(summary_of(samples["operation-off-plan-bordeaux"]).split())
    assert "1 proposed date passed if the task applies (Sign the reservation agreements with the State (prefect)" in said
    assert "not known to be needed" not in said.split(" Later: ")[1], "told once"


def test_what_a_task_to_be_done_is_done_with_is_no_fact_for_the_calculations_alone(samples: dict[str, Decision]) -> None:
    text = " ".join(read(Answer(samples["operation-off-plan-bordeaux"], "fr").lines()).split())
    missing = text[text.index("Ce qui manque 1.") :].split("Informations utiles aux seuls calculs")[0]
    assert all(each in missing for each in ("Durée du prêt — Prêt « pls »", "Prix de l’achat en VEFA", "Appels de fonds de la VEFA"))

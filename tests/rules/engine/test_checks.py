"""What cannot stand stops the start: each planted mistake, its problem and the remedy in the message."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from domain.calendar import days, months, years
from domain.conditions import all_of, any_of, count, happened, named, reached, total, values, years_since
from domain.errors import DeclarationError
from domain.expressions import Named
from domain.facts import Fact, fact
from domain.subjects import FactGroup, Parts, Subject, parts
from domain.text import Choice, text
from rules.engine.declare import calculation, derived, document, task
from rules.engine.errors import RuleSetError
from rules.engine.figures import figure
from rules.engine.rule import Alert, Calculation, Document, Requirement, Rule, Task
from rules.engine.ruleset import build
from tests.rules.engine.estates import SOURCE, TITLE, Colour, Estate, House, Plant, Room, rule_set_of

Planted = dict[str, Rule | Named]


class Tool(Subject, title=text(fr="Outil", en="Tool")):
    oiled: Fact[bool] = fact(fr="Huilé", en="Oiled")


class Shed(Subject, title=text(fr="Cabane", en="Shed")):
    """A subject of another rule set."""

    tarred: Fact[bool] = fact(fr="Goudronnée", en="Tarred")
    listed: Fact[bool] = fact(fr="Outils complets", en="Tools complete")
    tools: Parts[Tool] = parts(fr="Outils", en="Tools", complete=listed)


def a_document(when: Any, of: type[Subject] = Estate, **more: Any) -> Planted:
    settings: dict[str, Any] = {"source": SOURCE, "requirement": Requirement.TO_REGISTER} | more
    made: Document = document(of=of, title=TITLE, when=when, **settings)
    return {"documents.estate.deed": made}


def a_task(**more: Any) -> Planted:
    settings: dict[str, Any] = {"display": Estate.open, "closed": happened(Estate.finished_on)} | more
    made: Task = task(of=Estate, title=TITLE, source=SOURCE, **settings)
    return {"tasks.estate.survey": made}


def a_calculation(function: Callable[..., Any], of: type[Subject] = Estate, **more: Any) -> Planted:
    made: Calculation[Any] = calculation(of=of, title=TITLE, source=SOURCE, **more)(function)
    return {f"calculations.estate.{function.__name__}": made}


def a_value(expression: Any, of: type[Subject] = Estate) -> Planted:
    made: Calculation[Any] = derived(expression, of=of, title=TITLE, source=SOURCE)
    return {"calculations.estate.derived": made}


def first(second: int) -> int:
    return second


def second(third: int) -> int:
    return third


def third(first: int) -> int:
    return first


def misspelt(sise: int) -> int:
    return sise


def estimated(limit: int) -> int:
    return limit


def itself(itself: int) -> int:
    return itself


def size(size: int) -> int:
    return size


def reads_size(size: int) -> int:
    return size


def with_default(size: int = 0) -> int:
    return size


def with_many(*size: int) -> int:
    return sum(size)


def untyped_input(size) -> int:  # type: ignore[no-untyped-def]  # noqa: ANN001 - the mistake that is planted
    return int(size)


def untyped_result(size: int):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the mistake that is planted
    return size


def fraction(size: int) -> float:
    return size / 2


def fractions(size: int) -> dict[str, float]:
    return {"half": size / 2}


def wrong_annotation(size: str) -> str:
    return size


def never_absent(budget: Decimal) -> Decimal:
    return budget


def room_size(floor: int | None) -> int:
    return floor or 0


nowhere = calculation(of=Estate, title=TITLE, source=SOURCE)(reads_size)
unnamed = named(TITLE, Estate.open)

PLANTED: dict[str, tuple[Callable[[], Planted], str, str]] = {
    "cycle": (
        lambda: a_calculation(first) | a_calculation(second) | a_calculation(third),
        "cycle",
        r"first → calculations.estate.second \(\S+test_checks, line \d+\) → calculations.estate.third .* → calculations.estate.first \(",
    ),
    "unknown fact": (
        lambda: a_calculation(misspelt),
        "unknown fact",
        r"the parameter sise is no fact of estate, .* declare it; did you mean size\?",
    ),
    "a calculation that reads itself": (lambda: a_calculation(itself), "unknown fact", "declare it; a calculation cannot read itself"),
    "a part read from above": (lambda: a_calculation(room_size), "unknown fact", "the parameter floor is no fact of estate"),
    "ambiguous parameter": (
        lambda: a_calculation(size) | a_calculation(reads_size),
        "ambiguous parameter",
        "the parameter size may mean estate.size and calculations.estate.size; rename one of them",
    ),
    "missing source": (lambda: a_document(Estate.open, source=()), "missing source", "names no legal source; name one from rules/sources"),
    "display tests closed": (
        lambda: a_task(display=~happened(Estate.finished_on)),
        "display tests closed",
        "tasks.estate.survey tests estate.finished_on in both display and closed; leave it out of display",
    ),
    "open_while tests closed": (
        lambda: a_task(open_while=~happened(Estate.finished_on)),
        "display tests closed",
        "tasks.estate.survey tests estate.finished_on in both display and closed",
    ),
    "display tests closed, of the parts": (
        lambda: a_task(display=any_of(Estate.houses, House.rent > Decimal(1)), closed=all_of(Estate.houses, House.rent <= Decimal(1))),
        "display tests closed",
        "tasks.estate.survey tests house.rent in both display and closed",
    ),
    "display lists what closed tests": (
        lambda: a_task(
            display=values(Estate.houses, House.rent).includes(Decimal(1)), closed=all_of(Estate.houses, House.rent <= Decimal(1))
        ),
        "display tests closed",
        "tasks.estate.survey tests house.rent in both display and closed",
    ),
    "display counts what closed tests": (
        lambda: a_task(display=count(Estate.houses, House.rent > Decimal(1)) > 0, closed=all_of(Estate.houses, House.rent <= Decimal(1))),
        "display tests closed",
        "tasks.estate.survey tests house.rent in both display and closed",
    ),
    "thresholds without a day": (lambda: a_task(shown_from=months(2)), "no due day", "give counts_to, or drop them"),
    "alerts in disorder": (
        lambda: a_task(counts_to=Estate.founded_on, alerts={Alert.MODERATE: months(1), Alert.CRITICAL: months(2)}),
        "alerts in disorder",
        "swap its alerts",
    ),
    "wrong type in a comparison": (
        lambda: a_document(Estate.colour == 3),  # mypy lets it pass: int can be compared with anything
        "wrong type",
        r"test_checks, line \d+: documents.estate.deed: estate.colour holds Colour and is compared with int; compare values of one type",
    ),
    "a choice that the fact does not have": (
        lambda: a_document(House.colour.one_of(Colour.RED, "red"), House),  # type: ignore[arg-type]  # what mypy refuses too
        "wrong type",
        "house.colour holds Colour and is compared with str",
    ),
    "a wrong type among the parts": (
        lambda: a_document(any_of(Estate.houses, House.rent > 1)),  # type: ignore[operator]  # what mypy refuses too
        "wrong type",
        r"test_checks, line \d+: documents.estate.deed: house.rent holds Decimal and is compared with int",
    ),
    "a number that stands for a condition": (
        lambda: a_document(Estate.size),
        "wrong type",
        "estate.size holds int, which is neither yes nor no; compare it, or say that it happened",
    ),
    "a milestone that stands for a condition": (lambda: a_task(closed=Estate.finished_on), "wrong type", "or say that it happened"),
    "an end before the beginning": (
        lambda: a_document(Estate.open, since=date(2026, 1, 1), until=date(2025, 1, 1)),
        "never in force",
        r"it ends \(2025-01-01\) before it begins \(2026-01-01\); swap the days",
    ),
    "an alert after the due day": (
        lambda: a_task(counts_to=Estate.founded_on, alerts={Alert.CRITICAL: months(-1)}),
        "no length",
        "the critical alert of tasks.estate.survey is 1 month after the due day, from which it is counted back; drop the minus",
    ),
    "an alert before the task is shown": (
        lambda: a_task(counts_to=Estate.founded_on, shown_from=months(1), alerts={Alert.MODERATE: months(2)}),
        "alert before shown",
        "alerts before it is shown; lengthen shown_from, or shorten the alert",
    ),
    "a blocked task that is misspelt": (
        lambda: a_task(blocks=("tasks.estate.survei",)),
        "unknown task",
        r"correct the id; did you mean tasks.estate.survey\?",
    ),
    "a float in a comparison": (
        lambda: a_document(House.rent > 1.5, House),  # type: ignore[operator]  # what mypy refuses too
        "wrong type",
        "house.rent holds Decimal and is compared with float",
    ),
    "what a collection cannot include": (
        lambda: a_document(Estate.names.includes(3)),
        "wrong type",
        "name values of what the collection is declared to hold",
    ),
    "a mismatch of units": (
        lambda: a_document(House.rent > Room.area, Room),
        "wrong unit",
        "house.rent is in EUR and is compared with room.area, in m2; convert one of them",
    ),
    "a total in another unit": (
        lambda: a_document(House.rent >= total(House.rooms, Room.area), House),
        "wrong unit",
        "house.rent is in EUR and is compared with the total over house.rooms, in m2",
    ),
    "a sibling read": (lambda: a_document(Plant.alive, House), "wrong subject", "tree.alive is neither a fact of house nor above it"),
    "a part read without an aggregate": (lambda: a_document(House.lived_in), "wrong subject", "read a part through any_of, all_of, count"),
    "a shared condition on siblings": (
        lambda: {"vocabulary.estate.both": (both := named(TITLE, Plant.alive & House.rooms_complete)), **a_document(both, House)},
        "sibling",
        "a condition reads house and tree, neither above the other",
    ),
    "a shared condition on another subject": (
        lambda: {"vocabulary.estate.tarred": (tarred := named(TITLE, Shed.tarred)), **a_document(tarred)},
        "wrong subject",
        r"estate.tarred: shed.tarred is neither a fact of estate nor above it; .*; documents.estate.deed reads it \(\S+test_checks, ",
    ),
    "a shared condition on the parts of another subject": (
        lambda: {"vocabulary.estate.oiled": (oiled := named(TITLE, any_of(Shed.tools, Tool.oiled))), **a_document(oiled)},
        "wrong subject",
        r"shed.tools is not below Estate; .*; documents.estate.deed reads it \(\S+test_checks, line \d+\)",
    ),
    "a unit without words": (
        lambda: a_calculation(reads_size, unit="EURO"),
        "unknown unit",
        r"test_checks, line \d+: the unit 'EURO' has no words; write one of UNITS .*; did you mean EUR\?",
    ),
    "a list that is not below": (lambda: a_document(any_of(House.rooms, Room.heated), Plant), "wrong subject", "house.* nor above it"),
    "a default": (lambda: a_calculation(with_default), "bad parameter", "the input size has a default; an unknown input must stay unknown"),
    "a variable number of inputs": (lambda: a_calculation(with_many), "bad parameter", "name each input by itself"),
    "an input without type": (lambda: a_calculation(untyped_input), "untyped parameter", "size has no type; annotate it"),
    "a result without type": (lambda: a_calculation(untyped_result), "untyped result", "untyped_result has no type; annotate it"),
    "a float": (lambda: a_calculation(fraction), "inexact", "a float is not exact; use Decimal"),
    "a float inside a collection": (lambda: a_calculation(fractions), "inexact", "a float is not exact; use Decimal"),
    "a wrong annotation": (
        lambda: a_calculation(wrong_annotation),
        "wrong type",
        "the parameter size is declared str, but reads estate.size; annotate it int",
    ),
    "an input that can be absent": (
        lambda: a_calculation(never_absent),
        "wrong type",
        r"the parameter budget is declared Decimal, but reads estate.budget; annotate it Decimal \| None",
    ),
    "a moved day that can be absent": (
        lambda: (
            {"calculations.estate.size_on": derived(Estate.sold_on + years(1), of=Estate, title=TITLE, source=SOURCE)}
            | a_calculation(on_a_day)
        ),
        "wrong type",
        r"annotate it date \| None",
    ),
    "a missing figure": (
        lambda: a_document(Estate.size > figure("quota", int)),
        "unknown figure",
        "there is no dated figure quota; add it under rules/parameters",
    ),
    "an undeclared calculation": (lambda: a_document(nowhere > 1), "unknown calculation", "that no module under rules declares"),
    "an undeclared condition": (lambda: a_document(unnamed), "unnamed condition", "give it a name in rules/vocabulary"),
    "a document that covers an unknown one": (
        lambda: a_document(Estate.open, covers=("documents.estate.lost",)),
        "unknown document",
        "documents.estate.deed covers documents.estate.lost, which no document is called; correct the id",
    ),
    "a document that is there since no day": (
        lambda: a_document(Estate.open, obtained=Estate.size),
        "wrong type",
        "documents.estate.deed: estate.size is no fact that holds a day; name the milestone that says so",
    ),
    "a total of days": (lambda: a_value(total(Estate.houses, House.built_on)), "wrong type", "a total is of whole numbers or decimals"),
    "a list of moved days": (
        lambda: a_value(values(Estate.houses, House.built_on + years(1))),
        "bad expression",
        "derive a calculation on the part and read that",
    ),
    "a plain fact as a derived value": (lambda: a_value(Estate.size), "bad expression", "derive a calculation from a moved date"),
    "years since a day that can be absent": (
        lambda: a_value(years_since(Estate.sold_on)),  # type: ignore[arg-type]  # what mypy refuses too
        "wrong type",
        "name a day that is never absent",
    ),
    "years since a day in a condition": (
        lambda: a_document(years_since(Estate.founded_on) > 3),
        "bad expression",
        "derive a calculation from it and read that",
    ),
    "a number that is reached": (
        lambda: a_document(reached(Estate.size)),  # type: ignore[arg-type]  # what mypy refuses too
        "wrong type",
        "only a day can be moved, reached or counted to",
    ),
    "a law date that is no day": (
        lambda: a_calculation(estimated, law_date=Estate.size),
        "wrong type",
        "is not a fact that holds a day; name one",
    ),
    "a fact of another subject given": (
        lambda: a_calculation(estimated, of=House, gives=Estate.estimate),
        "wrong fact",
        "a calculation gives a fact of its own subject",
    ),
    "a text with two addresses": (
        lambda: a_document(Estate.open, source=(SOURCE, replace(SOURCE, address="https://elsewhere"))),
        "two sources",
        "give it one of each",
    ),
    "a fact given twice": (
        lambda: a_calculation(estimated, gives=Estate.estimate) | a_calculation(reads_size, gives=Estate.estimate),
        "given twice",
        "let one calculation give it",
    ),
}


def on_a_day(size_on: date) -> date:
    return size_on


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_rule_set_that_cannot_stand_stops_the_start_with_the_remedy(mistake: str) -> None:
    plant, problem, remedy = PLANTED[mistake]
    with pytest.raises(RuleSetError, match=remedy) as caught:
        rule_set_of(plant())
    assert caught.value.problem == problem


@pytest.mark.parametrize(
    "joined",
    [
        lambda: (Estate.size > 1) and (Estate.size < 3),
        lambda: (Estate.size > 1) or (Estate.size < 3),
        lambda: not (Estate.size > 1),
        lambda: 1 < Estate.size < 3,
    ],
)
def test_a_condition_joined_by_the_words_of_python_is_refused_where_it_is_written(joined: Callable[[], object]) -> None:
    with pytest.raises(DeclarationError, match=r"join conditions with &, \| and ~"):
        joined()


@pytest.mark.parametrize(
    ("length", "said"), [(8, "not by 8"), (Estate.founded_on, "not by estate.founded_on; days are compared with later")]
)
def test_a_day_that_is_moved_by_no_length_of_time_is_refused_where_it_is_written(length: Any, said: str) -> None:
    for move in (Estate.founded_on.__add__, Estate.founded_on.__sub__):
        with pytest.raises(DeclarationError, match=said):
            move(length)


class Tended(FactGroup):
    tended: Fact[bool] = fact(fr="Entretenu", en="Tended")


MISTYPED: dict[str, tuple[Callable[[], object], str]] = {
    "a subject by its name": (lambda: a_document(None, "estate"), r"document\(of='estate'\): write the class of a Subject"),  # type: ignore[arg-type]  # planted
    "no subject": (lambda: a_document(None, None), r"document\(of=None\): write the class"),  # type: ignore[arg-type]  # planted
    "a class that is no subject": (lambda: a_document(None, Alert), r"document\(of=<enum 'Alert'>\): write the class"),  # type: ignore[arg-type]  # planted
    "a group of facts": (lambda: a_value(count(Estate.houses), Tended), r"derived\(of=<class '\S+Tended'>\): write the class"),  # type: ignore[arg-type]  # planted
    "a requirement by its name": (lambda: a_document(None, requirement="NEVER"), "write Requirement.TO_REGISTER, Requirement.TO_PROC"),
    "a confidence by its name": (lambda: a_task(confidence="FROM_MEMORY"), r"task\(confidence='FROM_MEMORY'\): write Confidence.SOURCED, "),
    "a day in quotes": (lambda: a_document(None, since="2020-01-01"), r"since='2020-01-01'\): write date\(2026, 1, 31\)"),
    "a time of day": (lambda: a_document(None, since=datetime(2020, 1, 1)), r"since=datetime.* write date\("),  # noqa: DTZ001 - planted
    "no source": (lambda: a_document(None, source=None), r"document\(source=None\): write a name from rules/sources or \(a name "),
    "a source in a list": (lambda: a_document(None, source=[SOURCE]), r"source=\[.* or \(a name from rules/sources,\)"),
    "a bare text": (lambda: a_document(None, period="a year"), r"document\(period='a year'\): write text\(fr=…, en=…\)"),
    "a number that is none": (lambda: a_document(None, number=True), r"document\(number=True\): write a whole number"),
    "an id outside of a tuple": (lambda: a_task(blocks="tasks.estate.lost"), r"blocks='tasks.estate.lost'\): write \(a text in quotes,\)"),
    "an alert by its name": (lambda: a_task(alerts={"MODERATE": months(1)}), r"write \{Alert.MODERATE, Alert.CRITICAL: days\(…\), months"),
    "an alert without a length": (lambda: a_task(alerts={Alert.CRITICAL: 10}), r"CRITICAL: .*: 10\}\): write .*days\(…\), months\(…\)"),
    "a day by its name": (lambda: a_task(counts_to="founded_on"), r"counts_to='founded_on'\): write a fact or calculation"),
    "a condition without a name": (lambda: a_calculation(size, when=Estate.open), r"when=estate.open\): write a condition that named"),
    "a name that is bare": (lambda: named("open", Estate.open), r"named\(title='open'\): write text\(fr=…, en=…\)"),  # type: ignore[arg-type]  # planted
    "what is no condition": (lambda: a_document("open"), r"document\(when='open'\): write a condition such as Person.nationality == "),
    "what is no condition of parts": (lambda: any_of(Estate.houses, True), "True is no condition; write one of facts"),  # type: ignore[arg-type]  # planted
    "months and a half": (lambda: months(6.5), "a period of 6.5 months and 0 days: write whole numbers"),  # type: ignore[arg-type]  # planted
    "years and a half": (lambda: years(Decimal("1.5")), r"a period of Decimal\('18.0'\) months and 0 days: write whole numbers"),  # type: ignore[arg-type]  # planted
    "days and a half": (lambda: days(2.5), "a period of 0 months and 2.5 days: write whole numbers"),  # type: ignore[arg-type]  # planted
    "one of none": (Estate.colour.one_of, "estate.colour is held against no values, .*; name one or more"),
    "a collection that includes nothing": (Estate.names.includes, "estate.names is held against no values"),
}


@pytest.mark.parametrize("mistake", MISTYPED)
def test_what_is_not_of_the_type_that_is_expected_is_refused_where_it_is_written(mistake: str) -> None:
    write, remedy = MISTYPED[mistake]
    with pytest.raises(DeclarationError, match=remedy):
        write()


def test_a_text_that_says_nothing_in_a_language_is_refused() -> None:
    with pytest.raises(DeclarationError, match="a text is to be said in both languages; found fr='Jardin' and en=' '"):
        text(fr="Jardin", en=" ")


def test_a_choice_without_words_is_refused() -> None:
    with pytest.raises(DeclarationError, match="Rakes: SPADE has no words in both languages; give it a text"):

        class Rakes(Choice):
            RAKE = text(fr="Râteau", en="Rake")
            SPADE = "spade"


def test_a_fact_that_is_asked_in_a_step_that_the_form_lacks_stops_the_start() -> None:
    class Allotment(Subject, title=text(fr="Parcelle", en="Allotment")):
        steps = (text(fr="Le sol", en="The ground"),)
        sown: Fact[bool] = fact(fr="Semée", en="Sown", step=2)

    with pytest.raises(RuleSetError, match=r"allotment.sown is asked in step 2, but allotment has steps 1 to 1; give it one of these"):
        build("allotment", Allotment, a_document(Allotment.sown, Allotment), {})


def test_a_fact_whose_unit_has_no_words_stops_the_start() -> None:
    class Meadow(Subject, title=text(fr="Pré", en="Meadow")):
        width: Fact[int] = fact(fr="Largeur", en="Width", unit="rods")

    with pytest.raises(
        RuleSetError, match=r"meadow.width: the unit 'rods' has no words; write one of UNITS in rules/engine/units.py, or add it"
    ):
        build("meadow", Meadow, a_document(Meadow.width > 1, Meadow), {})


def test_alerts_of_days_and_months_are_told_apart_by_their_length() -> None:
    rules = rule_set_of(a_task(counts_to=Estate.founded_on, alerts={Alert.MODERATE: days(45), Alert.CRITICAL: months(1)}))
    assert [(each.task.moderate, each.task.critical) for each in rules.plan.units if each.task] == [((0, 45), (1, 0))]


def test_a_fact_that_holds_a_float_is_refused() -> None:
    with pytest.raises(DeclarationError, match=r"barn.price: a float is not exact; declare a Decimal"):

        class Barn(Subject, title=text(fr="Grange", en="Barn")):
            price: Fact[float] = fact(fr="prix", en="price")

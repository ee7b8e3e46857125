"""What a task waits for: what shows it and its stage, never its own closing."""

from datetime import date

import pytest

from domain.conditions import happened
from domain.expressions import Condition
from rules.engine.answers.explain import Explanation
from rules.engine.answers.reading import Reading
from rules.engine.answers.waits import awaited, day_to_come
from rules.engine.declare import task
from tests.rules.engine.estates import SOURCE, TITLE, Estate, rule_set_of

TODAY, GONE, TO_COME = date(2026, 2, 12), date(2026, 1, 5), date(2026, 3, 1)
SOLD, FINISHED = happened(Estate.sold_on), happened(Estate.finished_on)


@pytest.mark.parametrize(
    ("open_while", "closed", "sold_on", "finished_on", "waits"),
    [
        (SOLD, FINISHED, None, None, ["estate.sold_on"]),
        (SOLD, FINISHED, None, TO_COME, ["estate.sold_on"]),
        (SOLD, FINISHED, TO_COME, None, []),
        (SOLD, Estate.open, None, None, ["estate.sold_on"]),
        (~SOLD, FINISHED, GONE, None, None),
        (SOLD & (Estate.size > 3), FINISHED, None, None, ["estate.sold_on"]),
        ((Estate.size > 3) & SOLD, FINISHED, None, None, None),
    ],
)
def test_a_task_waits_for_its_stage_and_not_for_its_own_closing(
    open_while: Condition, closed: Condition, sold_on: date | None, finished_on: date | None, waits: list[str] | None
) -> None:
    survey = task(of=Estate, title=TITLE, source=SOURCE, display=Estate.size < 3, open_while=open_while, closed=closed)
    rules = rule_set_of({"tasks.estate.survey": survey})
    facts = Estate(size=1, open=False, sold_on=sold_on, finished_on=finished_on)
    reading = Reading(rules.index, rules.run(facts, TODAY), TODAY)
    explanation, (evaluation,) = Explanation(reading), reading.evaluations()
    days = awaited(explanation, evaluation)
    assert (None if days is None else [fact.id for fact, _ in days]) == waits
    told = day_to_come(explanation, evaluation)
    assert (None if told is None else told[1]) == (TO_COME if waits == [] else None)

"""What a rule waits for that does not apply yet, on the law itself."""

from datetime import date

import pytest

from domain.operation_choices import OperationKind
from domain.operations import Operation
from rules.engine.answers.explain import Explanation
from rules.engine.answers.reading import Reading
from rules.engine.answers.waits import awaited
from rules.library import load_rule_sets

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(("received", "event"), [(date(2026, 10, 20), "operation.permit_granted_on"), (date(2026, 10, 19), None)])
def test_a_task_that_a_day_gone_by_has_done_already_waits_for_nothing(received: date, event: str | None) -> None:
    """The prefect has a month to answer about archaeology; after them the permit brings nothing to look at."""
    rules = load_rule_sets()["operation"]
    facts = Operation(kind=OperationKind.CONSTRUCTION, archaeology_zone=True, archaeology_file_received_on=received, permit_granted_on=None)
    reading = Reading(rules.index, rules.run(facts, TODAY), TODAY)
    (task,) = [each for each in reading.evaluations() if each.unit.id == "tasks.archaeology.prescriptions"]
    days = awaited(Explanation(reading), task)
    assert (days[0][0].id if days else None) == event

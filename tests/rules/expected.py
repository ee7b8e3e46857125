"""Holds what the rules say of a case against what its author expects."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from domain.money import round_half_up
from rules.engine.answers.aging import Aging
from rules.engine.answers.days_told import obtained_on
from rules.engine.answers.reading import APPLIED, Evaluation, Reading
from rules.engine.errors import near
from rules.engine.ruleset import RuleSet
from rules.review.cases import Case


def assert_as_expected(case: Case, rule_set: RuleSet) -> None:
    """Run the rules on the case's subject and hold every outcome and output that it names against them."""
    reading = Reading(rule_set.index, rule_set.run(case.subject, case.as_of), case.as_of)
    found = {each.key: each for each in reading.evaluations()}
    for key, expected in case.then.items():
        assert key in found, f"{key} is no rule, or no part of the subject{near(key, found)}"
        evaluation = found[key]
        outcome = expected if isinstance(expected, str) else APPLIED
        assert evaluation.outcome == outcome, (
            f"{key} is {evaluation.outcome}, where the case says {outcome}: {evaluation.output}, {evaluation.node.failures}"
        )
        if isinstance(expected, Mapping):
            _assert_output(key, output(evaluation, reading), {name: each for name, each in expected.items() if name != "doubts"})
            if "doubts" in expected:
                doubts = [each.id.rpartition(".")[2] for each in Aging(reading).doubts(evaluation)]
                assert doubts == expected["doubts"], f"{key}: its doubts are {doubts}, where the case says {expected['doubts']}"


def _assert_output(key: str, shown: Mapping[str, Any], expected: Mapping[str, Any]) -> None:
    decimals = expected.get("decimals")
    for name, value in expected.items():
        if name != "decimals":
            assert plain(shown[name], decimals) == plain(value, None), f"{key}: {name} is {shown[name]}, where the case says {value}"


def output(evaluation: Evaluation, reading: Reading) -> dict[str, Any]:
    """Return what a rule put out, by the names that cases use."""
    unit = evaluation.unit
    if unit.document:
        document = unit.document
        return {
            "number": document.number,
            "period": document.period and document.period.fr,
            "requirement": document.requirement,
            "asked": document.asked,
            "standing": document.standing,
            "confidence": unit.confidence,
            "obtained": obtained_on(reading, evaluation),
        }
    if unit.task:
        return {
            "state": evaluation.output.name,
            "due": reading.due(unit, evaluation.node),
            "confidence": unit.confidence,
            "delay": unit.task.delay_confidence,
            "alerts": unit.task.alerts_confidence,
            "blocks": list(unit.task.blocks),
        }
    return {"value": evaluation.output}


def plain(value: Any, decimals: int | None) -> Any:
    """Return a value as cases compare it: numbers exactly, whatever their notation; anything else as text."""
    if isinstance(value, list):
        return [plain(each, decimals) for each in value]
    if value is None or isinstance(value, bool):
        return "none" if value is None else value
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return number if decimals is None else round_half_up(number, Decimal(1).scaleb(-decimals))

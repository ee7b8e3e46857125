"""One request, seen from every side: the answer, the record and the trace at a real OTLP receiver name the same things."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.api.clients import served
from tests.otlp_receiver import OtlpReceiver
from tracing.rule_spans import rule_span_id
from tracing.telemetry import set_up

QUESTION = """
query Ask($id: ID!) {
  operation(id: $id) { tasks { key } decision { id number traceId } }
}
"""
DEMOLITION = {"kind": "DEMOLITION", "worksStart": "2026-08-31", "buildingsComplete": True, "buildings": []}


def test_one_request_is_one_tree_whose_ids_stand_in_the_answer_and_in_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with OtlpReceiver() as receiver:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint)
        with served(f"sqlite:///{tmp_path / 'a.db'}", telemetry=set_up()) as client:
            key = client.operation(**DEMOLITION)
            answer = client.send(QUESTION, id=key)
        spans = {span.span_id: span for request in receiver.traces for span in spans_of(request)}

    told = answer["extensions"]["ruleTrace"]
    decision = answer["data"]["operation"]["decision"]
    (entry,) = told["decisions"]
    mine = {span_id: span for span_id, span in spans.items() if span.trace_id.hex() == told["traceId"]}
    roots = [span for span in mine.values() if not span.parent_span_id]
    assert [span.name for span in roots] == ["POST /graphql"], "one root"
    assert all(span.parent_span_id in mine for span in mine.values() if span.parent_span_id), "no orphan"

    by_name = {span.name: span for span in mine.values()}
    run = by_name["evaluate_ruleset operation"]
    assert by_name["query"].parent_span_id == roots[0].span_id
    assert run.parent_span_id == by_name["query"].span_id
    assert attribute(run, "attendu.decision.id") == decision["id"] == str(entry["id"])
    assert decision["traceId"] == told["traceId"] == entry["traceId"]

    rules = [span for span in mine.values() if span.name.startswith("evaluate_rule ")]
    keys = {f"{each['rule']}@{each['part']}" if "part" in each else each["rule"] for each in entry["evaluations"]}
    assert rules
    assert {span.parent_span_id for span in rules} == {run.span_id}
    assert {span.span_id for span in rules} <= {rule_span_id(UUID(decision["id"]), each) for each in keys}


def spans_of(request: Any) -> list[Any]:
    return [span for resource in request.resource_spans for scope in resource.scope_spans for span in scope.spans]


def attribute(span: Any, name: str) -> Any:
    return next(each.value.string_value for each in span.attributes if each.key == name)

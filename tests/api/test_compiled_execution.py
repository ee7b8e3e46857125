"""One setting says which documents are compiled; whatever it says, answers, spans and logs are the same."""

import hashlib
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.app import Surroundings, create_app
from api.compiling import CompiledExecution
from api.settings import Mode, SettingRefused, Settings
from tests.api.clients import Clock
from tests.otlp_receiver import OtlpReceiver
from tracing.telemetry import set_up

SAVE = "mutation ($input: CreateHouseholdInput!) { createHousehold(input: $input) { ... on HouseholdSaved { household { id } } } }"
ASK = "query ($id: ID!) { household(id: $id) { documents { title because { sentence values { text } } } tasks { state } } }"
WRONG = "query ($id: ID!) { household(id: $id) { documents { title } } decision(id: $id) { number } }"
ANSWERS = 3
PERSON = {"key": "marie", "role": "APPLICANT", "nationality": "FRENCH", "bornOn": "1990-05-01"}


@dataclass(frozen=True)
class Served:
    answers: list[Any]
    spans: list[Any]
    fallbacks: dict[str, int]
    logged: list[str]


Serve = Callable[..., Served]


@pytest.fixture
def serve(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serve with a collector and a database of its own."""

    def once(**settings: Any) -> Served:
        with OtlpReceiver() as receiver:
            monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint)
            caplog.clear()
            return served(Path(mkdtemp(dir=tmp_path)), receiver, caplog, **settings)

    return once


def served(folder: Path, collector: OtlpReceiver, caplog: pytest.LogCaptureFixture, **settings: Any) -> Served:
    """Ask an application, set so, the same questions a few times each."""
    telemetry = set_up()
    given = Settings(mode=Mode.DEVELOPMENT, database_url=f"sqlite:///{folder / 'app.db'}", **settings)
    surroundings = Surroundings(telemetry=telemetry, providers={}, clock=Clock())
    with caplog.at_level(logging.DEBUG), TestClient(create_app(given, surroundings)) as http:
        saved = http.post("/graphql", json={"query": SAVE, "variables": {"input": {"facts": {"persons": [PERSON]}}}}).json()
        subject = saved["data"]["createHousehold"]["household"]["id"]
        asked = [{"query": query, "variables": {"id": subject}} for query in (ASK, WRONG) for _ in range(ANSWERS)]
        answers = [http.post("/graphql", json=each).json() for each in asked]
    return Served(answers, [span_of(each) for each in collector.spans], fallbacks_in(collector), logged_by_us(caplog))


def span_of(span: Any) -> tuple[str, list[str], int]:
    return span.name, sorted(each.key for each in span.attributes), span.status.code


def fallbacks_in(collector: OtlpReceiver) -> dict[str, int]:
    points = collector.metric("attendu.graphql.fallbacks").sum.data_points
    return {point.attributes[0].value.string_value: point.as_int for point in points}


def told(answers: list[Any]) -> list[Any]:
    """Return answers without what is new each time."""
    found: list[Any] = json.loads(json.dumps(answers))
    for each in found:
        trace = each["extensions"].pop("ruleTrace", {"decisions": []})
        each["trace"] = [decision["evaluations"] for decision in trace["decisions"]]
        for error in each.get("errors", ()):
            error["extensions"].pop("traceId", None)
    return found


def test_answers_spans_and_logs_are_the_same_with_it_and_without(serve: Serve) -> None:
    on = serve(compiled_execution=CompiledExecution.ANY)
    off = serve(compiled_execution=CompiledExecution.OFF)
    assert told(on.answers) == told(off.answers)
    assert sorted(on.spans) == sorted(off.spans)
    assert on.logged == off.logged
    assert set(on.fallbacks) == {"seen_too_rarely"}
    assert off.fallbacks == {"switched_off": 1 + 2 * ANSWERS}


def test_only_listed_documents_are_compiled_where_that_is_set(tmp_path: Path, serve: Serve) -> None:
    listed = tmp_path / "documents.json"
    listed.write_text(json.dumps({hashlib.sha256(ASK.encode()).hexdigest(): ASK}), encoding="utf-8")
    found = serve(compiled_execution=CompiledExecution.TRUSTED, trusted_documents=listed)
    assert found.fallbacks == {"seen_too_rarely": 3, "not_trusted": ANSWERS - 1}


def test_production_compiles_listed_documents_only_unless_told() -> None:
    assert Settings.read({}).compiled is CompiledExecution.TRUSTED
    assert Settings.read({"ATTENDU_MODE": "development"}).compiled is CompiledExecution.ANY
    assert Settings.read({"ATTENDU_COMPILED_EXECUTION": "any"}).compiled is CompiledExecution.ANY
    with pytest.raises(SettingRefused, match="any, trusted, off"):
        Settings.read({"ATTENDU_COMPILED_EXECUTION": "perhaps"})


def logged_by_us(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what was logged, but by clients and by what opens the database."""
    ours = ("api", "domain", "rules", "tracing", "strawberry", "graphql", "asyncio")
    return [f"{each.name} {each.levelname} {each.message}" for each in caplog.records if each.name.partition(".")[0] in ours]

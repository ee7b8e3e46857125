"""The application behind HTTP: its pages, its probes, what it refuses, what it logs."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import structlog
from graphql import parse, validate
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from starlette.testclient import TestClient

from api.app import Surroundings, create_app
from api.http.graphiql import examples
from api.logs import configure_logs
from api.schema.schema import build_schema
from api.settings import Mode, SettingRefused, Settings
from tracing.audit.log import DecisionLog
from tracing.telemetry import OFF, set_up

Logged = Callable[[], list[Any]]


@contextmanager
def served(folder: Path, **settings: Any) -> Iterator[TestClient]:
    given = Settings(**{"mode": Mode.DEVELOPMENT, "database_url": f"sqlite:///{folder / 'app.db'}", **settings})
    with TestClient(create_app(given, Surroundings(telemetry=OFF, providers={}))) as http:
        yield http


@pytest.fixture
def logged(capsys: pytest.CaptureFixture[str]) -> Iterator[Logged]:
    """Read the lines that the process has logged so far, written as in production."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    configure_logs("info", plain=False)
    yield lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    structlog.reset_defaults()
    root.handlers = handlers
    root.setLevel(level)


def test_graphiql_opens_the_example_operations_under_a_policy_with_the_pages_own_nonce(tmp_path: Path) -> None:
    with served(tmp_path, graphiql=True) as http:
        page = http.get("/graphiql")
        nonces = {http.get("/graphiql").text.split('nonce="')[1].split('"')[0] for _ in range(2)}
    assert page.status_code == 200
    assert len(examples()) >= 6
    assert all(example.query.splitlines()[0] in page.text for example in examples())
    nonce = page.text.split('nonce="')[1].split('"')[0]
    assert f"script-src 'nonce-{nonce}'" in page.headers["content-security-policy"]
    assert len({nonce, *nonces}) == 3


def test_graphiql_is_there_in_development_or_where_a_setting_says_so(tmp_path: Path) -> None:
    assert Settings.read({"ATTENDU_MODE": "development"}).graphiql
    assert not Settings.read({}).graphiql
    assert Settings.read({"ATTENDU_GRAPHIQL": "on"}).graphiql
    with served(tmp_path) as http:
        assert http.get("/graphiql").status_code == 404


def test_the_example_operations_fit_the_schema() -> None:
    schema = build_schema()._schema
    assert [validate(schema, parse(each.query)) for each in examples()] == [[] for _ in examples()]


def test_every_metric_is_watched(tmp_path: Path) -> None:
    reader = InMemoryMetricReader()
    settings = Settings(mode=Mode.DEVELOPMENT, database_url=f"sqlite:///{tmp_path / 'app.db'}")
    with TestClient(create_app(settings, Surroundings(telemetry=set_up(readers=[reader]), providers={}))) as http:
        assert "errors" not in http.post("/graphql", json={"query": "{ simulateLandlord(facts: {}) { __typename } }"}).json()
        told = json.loads(reader.get_metrics_data().to_json())  # type: ignore[union-attr]  # there is some
    names = {metric["name"] for resource in told["resource_metrics"] for scope in resource["scope_metrics"] for metric in scope["metrics"]}
    assert names >= {
        "attendu.record.queue.size",
        "attendu.rule.evaluations",
        "attendu.ruleset.evaluation.duration",
        "http.server.request.duration",
    }


def test_readiness_tells_of_the_database_the_rules_and_the_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with served(tmp_path) as http:
        assert http.get("/livez").json() == {"status": "alive"}
        ready = http.get("/readyz")
        monkeypatch.setattr(DecisionLog, "writes", False)
        broken = http.get("/readyz")
    assert (ready.status_code, ready.json()["checks"]) == (200, {"database": "ok", "rules": "ok", "writer": "ok"})
    assert (broken.status_code, broken.json()["checks"]) == (503, {"database": "ok", "rules": "ok", "writer": "failed"})


def test_who_asks_too_often_is_told_when_to_come_again(tmp_path: Path) -> None:
    with served(tmp_path, rate="2 per hour") as http:
        answers = [http.post("/graphql", json={"query": "{ __typename }"}) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert answers[2].json()["errors"][0]["extensions"]["code"] == "RATE_LIMITED"
    assert int(answers[2].headers["retry-after"]) > 0


@pytest.mark.parametrize(
    "setting",
    [
        {"ATTENDU_RATE": "often"},
        {"ATTENDU_RATE": "0 per minute"},
        {"ATTENDU_GRAPHIQL": "maybe"},
        {"ATTENDU_LOG_LEVEL": "loud"},
        {"ATTENDU_KEPT_MB": "much"},
        {"ATTENDU_ORIGINS": "https://[desk"},
        {"ATTENDU_FILES": "s3://[bucket"},
        {"ATTENDU_COMMUNES_URL": "https://[registry"},
        {"ATTENDU_COMMUNES_URL": "https://"},
    ],
)
def test_a_setting_that_cannot_be_used_is_named(setting: dict[str, str]) -> None:
    (name,) = setting
    with pytest.raises(SettingRefused, match=name):
        Settings.read(setting)


def test_origins_are_read_as_browsers_write_them() -> None:
    origins = Settings.read({"ATTENDU_ORIGINS": "https://Desk.example:443/ http://desk.example:80 https://desk.example:8443"}).origins
    assert origins == {"https://desk.example", "http://desk.example", "https://desk.example:8443"}


def test_a_request_is_one_line_with_its_ids_and_nothing_that_the_caller_wrote(tmp_path: Path, logged: Logged) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    with served(tmp_path, log_level="info") as http:
        headers = {"x-request-id": "desk-12345678", "traceparent": f"00-{trace}-00f067aa0ba902b7-01"}
        http.post("/graphql", params={"name": "Zéphyrine"}, json={"query": "query Zephyrine { __typename }"}, headers=headers)
        http.get("/Zephyrine")
    lines = logged()
    told, other = [line for line in lines if line["event"] == "request"]
    assert (told["method"], told["route"], told["status"], told["level"]) == ("POST", "/graphql", 200, "info")
    assert (told["request_id"], told["trace_id"]) == ("desk-12345678", trace)
    assert (other["route"], other["status"]) == (None, 404)
    assert "phyrine" not in json.dumps(lines, ensure_ascii=False)


def test_a_line_of_an_exception_has_its_type_and_place_and_not_its_text(logged: Logged) -> None:
    for tell in (structlog.get_logger("ours").error, logging.getLogger("theirs").error):
        try:
            int("Zéphyrine")
        except ValueError:
            tell("broken", exc_info=True)
    lines = logged()
    assert [line["type"] for line in lines] == ["builtins.ValueError"] * 2
    assert all(line["place"].startswith("test_app.py:") for line in lines)
    assert "phyrine" not in json.dumps(lines, ensure_ascii=False)

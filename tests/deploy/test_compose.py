"""The stack of docker-compose.yml, as far as it can be checked without an engine."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind

from tests.tracing.builders import DECISION, a_run
from tracing.middleware import request_attributes
from tracing.spans import graphql_operation, mark_failed, open_span, ruleset_run, summarize_run
from tracing.telemetry import set_up

ROOT = Path(__file__).parents[2]
Read = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def read() -> Read:
    def parse(name: str) -> dict[str, Any]:
        content: dict[str, Any] = yaml.safe_load((ROOT / name).read_text())
        return content

    return parse


def test_the_compose_file_follows_the_compose_specification() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(ROOT / "docker-compose.yml")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout


def test_every_port_is_published_on_loopback_only(read: Read) -> None:
    ports = [port for service in read("docker-compose.yml")["services"].values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_every_image_has_a_version(read: Read) -> None:
    images = [service["image"] for service in read("docker-compose.yml")["services"].values() if "build" not in service]
    assert all(re.search(r":v?\d", image) for image in images)


def test_every_file_that_is_mounted_exists(read: Read) -> None:
    services = read("docker-compose.yml")["services"].values()
    mounted = [volume.split(":")[0] for service in services for volume in service.get("volumes", ()) if volume.startswith("./")]
    assert len(mounted) == 3
    assert all((ROOT / path).is_file() for path in mounted)


def test_the_application_runs_as_nobody_in_particular_and_may_write_its_data_only(read: Read) -> None:
    application = read("docker-compose.yml")["services"]["application"]
    assert application["read_only"]
    assert application["cap_drop"] == ["ALL"]
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert dockerfile.index("USER attendu") < dockerfile.index('CMD ["attendu", "serve", "--host", "0.0.0.0", "--port", "8000"]')
    assert "--frozen" in dockerfile


@pytest.mark.parametrize("name", ["deploy/collector.yaml", "deploy/jaeger.yaml"])
def test_a_pipeline_names_only_what_is_configured(read: Read, name: str) -> None:
    config = read(name)
    for pipeline in config["service"]["pipelines"].values():
        for kind, components in pipeline.items():
            assert set(components) <= set(config[kind])
    assert set(config["service"].get("extensions", ())) == set(config.get("extensions", ()))


def test_the_collector_limits_its_memory_before_anything_else(read: Read) -> None:
    pipelines = read("deploy/collector.yaml")["service"]["pipelines"].values()
    assert [pipeline["processors"][0] for pipeline in pipelines] == ["memory_limiter", "memory_limiter"]


def test_the_net_of_the_collector_lets_pass_what_the_application_tells(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OTEL_EXPORTER_OTLP_ENDPOINT", raising=False)
    exporter = InMemorySpanExporter()
    telemetry = set_up(span_exporters=[exporter])
    request = request_attributes({"method": "POST"})
    with (
        open_span(telemetry.tracer, "POST", SpanKind.SERVER, request),
        graphql_operation(telemetry.tracer, "query", "Documents"),
        ruleset_run(telemetry.tracer, "household", "3f2a9c1d", "full") as span,
    ):
        summarize_run(span, DECISION, evaluated=1, applied=1, undetermined=0, failed=0)
        mark_failed(span, "RECORD_UNAVAILABLE")
        telemetry.submit(a_run(1, parent=span.get_span_context()))
    telemetry.shutdown(5)
    told = {key for span in exporter.get_finished_spans() for key in {**(span.attributes or {}), **span.resource.attributes}}
    net = read("deploy/collector.yaml")["processors"]["redaction/keys"]
    free = re.compile("|".join(net["ignored_key_patterns"]))
    assert {key for key in told if not free.match(key)} <= set(net["allowed_keys"])
    assert "attendu.rule.outcome" in told


@pytest.mark.parametrize(
    "value",
    ["1 85 05 78 006 084 36", "185057800608436", "FR76 3000 6000 0112 3456 7890 189", "jeanne.martin@example.org", "06 12 34 56 78"],
)
def test_the_net_of_the_collector_holds_what_looks_personal(read: Read, value: str) -> None:
    patterns = read("deploy/collector.yaml")["processors"]["redaction/values"]["blocked_values"]
    assert any(re.search(pattern, f"text {value}, more") for pattern in patterns)


@pytest.mark.parametrize(
    "value", ["0af7651916cd43dd8448eb211c80319c", "01890a5d-ac96-774b-bcce-b302099a8057", "documents.identity.french", "2026-01-31"]
)
def test_the_net_of_the_collector_lets_ids_and_dates_pass(read: Read, value: str) -> None:
    patterns = read("deploy/collector.yaml")["processors"]["redaction/values"]["blocked_values"]
    assert not any(re.search(pattern, value) for pattern in patterns)

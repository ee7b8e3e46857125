"""A collector, and an environment in which nothing asks for telemetry but the test."""

import os
from collections.abc import Callable, Iterator

import pytest

from tests.otlp_receiver import OtlpReceiver
from tracing.telemetry import Telemetry, set_up


@pytest.fixture(autouse=True)
def no_otel(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("OTEL_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def receiver() -> Iterator[OtlpReceiver]:
    with OtlpReceiver() as collector:
        yield collector


@pytest.fixture
def telemetry_at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Telemetry]]:
    """Set telemetry up as an operator would, by variables, and shut it down after the test."""
    started: list[Telemetry] = []

    def start(endpoint: str, **variables: str) -> Telemetry:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        started.append(set_up())
        return started[-1]

    yield start
    for telemetry in started:
        telemetry.shutdown(1)

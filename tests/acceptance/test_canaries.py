"""Personal values stay in the record: none of them leaves in a span, a metric, a log line or an error."""

import json
import logging
import re
import sqlite3
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from domain.households import Household
from domain.provided import Fetched
from domain.text import text
from rules import library
from rules.engine.declare import calculation
from rules.engine.discover import Declaration, discover
from rules.sources.requests import LIMITATIVE_LIST
from tests.api.clients import SAVE, a_person, served
from tests.otlp_receiver import OtlpReceiver
from tracing.audit.compression import decompress
from tracing.telemetry import set_up

INCOME, BORN, COMMUNE, RENT = "98765.43", "1957-11-23", "29978", "7654.32"
ANSWER, PROVIDER_ERROR, LITERAL, SYNTAX = "CANARY_ANSWER", "canary provider error", "CANARY_LITERAL", "CANARY_SYNTAX"
FACTS = {"commune": COMMUNE, "rent": RENT, "personsComplete": True, "persons": [a_person(bornOn=BORN, referenceTaxIncome=INCOME)]}
CANARIES = (INCOME, BORN, COMMUNE, RENT, ANSWER, PROVIDER_ERROR, LITERAL, SYNTAX)
ASK = "query($id: ID!) { household(id: $id) { documents { key } calculations { key outcome } decision { id } } }"


@calculation(of=Household, title=text(fr="Règle cassée", en="Broken rule"), source=LIMITATIVE_LIST)
def broken(rent: Decimal, commune: str) -> Decimal:
    """Raise what it was given, as a careless rule might."""
    raise ValueError(f"{rent} in {commune}")


class Careless:
    """A provider that first fails with a person's name, then answers nonsense."""

    name, source, provides, inputs = "careless", "nowhere", "household.ceiling_zone", ("commune",)
    asked = 0

    async def fetch(self, requests: Sequence[Mapping[str, Any]]) -> Sequence[Fetched]:
        self.asked += 1
        if self.asked % 2:
            raise RuntimeError(f"{PROVIDER_ERROR}: {requests}")
        return [Fetched(ANSWER)] * len(requests)


def with_a_broken_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the application with one more rule, which raises."""

    def found(package: str, folders: tuple[str, ...]) -> dict[str, Declaration]:
        return discover(package, folders) | {"calculations.canaries.broken": broken}

    monkeypatch.setattr(library, "discover", found)


def test_personal_values_appear_in_the_record_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with_a_broken_rule(monkeypatch)
    caplog.set_level(logging.DEBUG)
    errors: list[Any] = []
    with OtlpReceiver() as receiver:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint)
        with served(f"sqlite:///{tmp_path / 'a.db'}", telemetry=set_up(), providers={Careless.provides: Careless()}) as client:
            key = client.household(**FACTS)
            answers = [client.send(ASK, id=key) for _ in range(2)]
            errors.append(client.send(SAVE, input={"facts": {"persons": [a_person(bornOn=LITERAL)]}}))
            errors.append(client.send(f'{{ household(id: "{key}", asOf: "{LITERAL}") {{ id }} }}'))
            errors.append(client.send(f'{{ household(id: "{key}", asOf: {SYNTAX}) {{ id }} }}'))
            errors.append(client.send(f"{{ household(id: {SYNTAX} "))
            errors.append(client.send(SAVE, input={"facts": {"persons": [a_person(referenceTaxIncome=LITERAL)]}}))
            errors.append(client.send(SAVE, input={"facts": {"persons": [a_person(nationality=LITERAL)]}}))
        telemetry = " ".join(map(str, (*receiver.traces, *receiver.metrics)))

    outcomes = {each["key"]: each["outcome"] for each in answers[0]["data"]["household"]["calculations"]}
    assert outcomes["calculations.canaries.broken"] == "FAILED"
    assert "evaluate_ruleset household" in telemetry

    with sqlite3.connect(tmp_path / "a.db") as stored:
        bodies = [decompress(body) for (body,) in stored.execute("SELECT body FROM decision")]
    stored.close()
    assert all(each.encode() in bodies[0] for each in (INCOME, BORN, COMMUNE, RENT, f"{RENT} in {COMMUNE}"))

    logs = "\n".join(record.getMessage() + str(record.exc_info or "") for record in caplog.records) + "".join(capfd.readouterr())
    for where, said in (("telemetry", telemetry), ("logs", logs), ("errors", json.dumps(errors))):
        for canary in CANARIES:
            found = re.search(rf"(?<!\d){re.escape(canary)}(?!\d)", said)  # the digits of a commune may stand within those of a moment
            assert found is None, f"{canary} is in {where}"

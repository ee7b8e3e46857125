"""Planted mistakes: each of them has to turn the laws of test_who_may_what red, but what row security holds beside the code."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from api import permissions
from api.permissions import GRANTED, Permission, permissions_of
from api.principal import Role
from api.schema.decisions import masking
from domain.store import revisions
from domain.store.opening import open_database
from domain.store.reach import Reaching
from domain.store.statements import LATEST, LATEST_OF
from tests.acceptance.two_organisations import canaries
from tests.acceptance.world import World
from tracing.audit import search, worklist

STATEMENTS = {"LATEST": LATEST, "LATEST_OF": LATEST_OF}
PROTECTED = {search: ["decision"], worklist: ["task", "latest_decision"]}
"""The tables whose row security protects a list: any one of them by itself."""


@pytest.fixture
def fresh(world: World) -> World:
    """The same world, with nothing remembered of its answers."""
    return replace(world, kept={})


@pytest.fixture
def row_security(world_address: str) -> Iterator[Any]:
    """Switches row security off, table by table; it is on again in the end."""
    off: list[str] = []

    def switch(*tables: str) -> None:
        off.extend(tables)
        asyncio.run(altered(world_address, tables, "DISABLE"))

    yield switch
    asyncio.run(altered(world_address, off, "ENABLE"))


async def altered(address: str, tables: Any, how: str) -> None:
    """Switch row security of some tables as their owner."""
    database = open_database(address)
    for table in tables:
        statement = f"ALTER TABLE {table} {how} ROW LEVEL SECURITY"
        await database.write(lambda connection, statement=statement: connection.exec_driver_sql(statement) and None)  # type: ignore[misc]
    await database.close()


def sees(world: World) -> bool:
    """Tell whether an auditor sees anything of the other organisation."""
    theirs = [world.files["amaryllis"], world.files["begonia"]]  # the first in every list
    return bool(world.seen_of_others(world.files["dahlia"], theirs, canaries(theirs), Role.AUDITOR))


@pytest.mark.parametrize("name", list(STATEMENTS))
def test_a_statement_without_its_organisation_is_seen_and_row_security_catches_it(
    fresh: World, world_address: str, monkeypatch: pytest.MonkeyPatch, row_security: Any, name: str
) -> None:
    careless = STATEMENTS[name].with_only_columns(*STATEMENTS[name].selected_columns)
    careless._where_criteria = tuple(each for each in careless._where_criteria if "organisation" not in str(each))
    monkeypatch.setattr(revisions, name, careless)
    if world_address.startswith("postgresql"):
        assert not sees(fresh)
        row_security("subject", "revision")
        fresh.kept.clear()
    assert sees(fresh)


@pytest.mark.parametrize("module", list(PROTECTED))
def test_a_list_without_its_reach_is_seen_and_row_security_catches_it(
    fresh: World, world_address: str, monkeypatch: pytest.MonkeyPatch, row_security: Any, module: Any
) -> None:
    def nothing(_reach: Reaching, _table: Any) -> list[Any]:
        return []

    monkeypatch.setattr(module, "within", nothing)
    if world_address.startswith("postgresql"):
        for table in PROTECTED[module]:
            assert not sees(fresh)
            row_security(table)
            fresh.kept.clear()
    assert sees(fresh)


def test_a_role_that_reads_too_much_is_seen(fresh: World, monkeypatch: pytest.MonkeyPatch) -> None:
    grant(monkeypatch, Role.AUDITOR, GRANTED[Role.AUDITOR] | {Permission.PERSONAL, Permission.SENSITIVE})
    file = fresh.files["amaryllis"]
    assert fresh.seen(file, Role.AUDITOR)[1] != set()
    assert fresh.mismatches(file, Role.AUDITOR) != []


@pytest.mark.parametrize("permission", [Permission.RULES, Permission.SIMULATE, Permission.FILES, Permission.DECISIONS, Permission.PERSONAL])
def test_a_role_that_lost_a_permission_is_seen(fresh: World, monkeypatch: pytest.MonkeyPatch, permission: Permission) -> None:
    grant(monkeypatch, Role.CASEWORKER, GRANTED[Role.CASEWORKER] - {permission})
    assert fresh.mismatches(fresh.files["geranium"], Role.CASEWORKER) != []


def test_masking_that_forgets_a_fact_is_seen(fresh: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(*given: Any) -> Any:
        return hidden_in(*given) - {"tenancy.income_notice_sent_on"}

    hidden_in = masking.hidden_in
    for module in ("api.schema.context", "api.schema.subjects.subjects"):
        monkeypatch.setattr(f"{module}.hidden_in", forgetful)
    assert fresh.seen(fresh.files["geranium"], Role.AUDITOR)[1] != set()


def grant(monkeypatch: pytest.MonkeyPatch, role: Role, granted: frozenset[Permission]) -> None:
    """Let a role do something else than it may."""
    monkeypatch.setattr(permissions, "GRANTED", {**GRANTED, role: granted})
    monkeypatch.setattr("api.schema.context.permissions_of", permissions_of.__wrapped__)

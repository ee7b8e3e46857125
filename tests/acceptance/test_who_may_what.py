"""
Role by field by own and other's, over the whole schema: nobody sees a byte of what is not theirs, and each role sees what the page says.

The questions are made from the schema, those about facts from their declarations. What roles may do is read from ``docs/permissions.md``,
as it was reviewed, and not from the code. On PostgreSQL row security is in force: what answers is the role that answers in production.
"""

import re
from typing import Any

import orjson
import pytest

from api.principal import Role
from tests.acceptance.every_field import Question, objects_of
from tests.acceptance.two_organisations import FILES, File, bearing, canaries, leaks, nobodys
from tests.acceptance.world import READERS, Asking, Seen, World, caller

DAY = re.compile(r"\d{4}-")
NOT_YET = "these lists hold what applies; what does not yet is told where rules are asked for by their ids"
NEVER_TOLD: dict[tuple[str, str], str] = {
    ("AwaitedEvent", "part"): "what waits here waits for days of whole files",
    ("CalculationItem", "waitsFor"): NOT_YET,
    ("DifferenceCause", "part"): "the facts compared are about whole files",
    ("DocumentItem", "waitsFor"): NOT_YET,
    ("ListedTask", "part"): "the first tasks by due day are about whole files",
    ("ListedTask", "shownFrom"): "the first tasks by due day are shown from the first day on",
    ("PersonFacts", "dependant"): "contradicts other facts of the same person",
    ("Rule", "since"): "no rule begins on a day of its own",
    ("TaskItem", "waitsFor"): NOT_YET,
}
"""Fields that no answer here holds, and why."""
ERRORS = {"InvalidFacts", "FactProblem", "NotFound"}


def words(organisation: str) -> list[str]:
    return list(FILES[organisation])


def test_the_questions_ask_for_every_field_of_every_type(asking: Asking) -> None:
    asked = {each for question in (*asking.queries, *asking.mutations, *asking.subscriptions) for each in question.touched}
    assert {(kind.name, name) for kind in objects_of(asking.schema) for name in kind.fields} - asked == set()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("word", ["amaryllis", "begonia"])
def test_each_role_may_ask_of_its_own_what_the_page_says(world: World, word: str, role: Role) -> None:
    assert world.mismatches(world.files[word], role) == []


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("word", ["amaryllis", "begonia", "geranium", "hyacinth"])
def test_personal_values_are_told_to_those_who_may_read_them_and_to_nobody_else(world: World, word: str, role: Role) -> None:
    """Wherever they might be told: facts, reasons, traces, forms, histories, simulations, lists and their cursors, addresses."""
    file = world.files[word]
    _, told = world.seen(file, role)
    written = {each for each in file.personal if word in each or DAY.match(each)}
    assert told >= written if role in READERS else told == set()


def test_somebody_is_told_of_every_field_that_a_question_can_be_about(world: World) -> None:
    """Else nothing would be known of what is told in it to others."""
    told: Seen = set()
    for word in words("harbour"):
        told |= world.seen(world.files[word], Role.CASEWORKER)[0]
    asked = {each for question in world.asking.queries for each in question.touched}
    told |= {(kind, name) for kind, name in asked if kind in ERRORS}  # see test_who_changes_what
    assert sorted(asked - told - set(NEVER_TOLD)) == []


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("own", "others"), [("amaryllis", "valley"), ("dahlia", "harbour")])
def test_nobody_sees_a_byte_of_another_organisation(world: World, own: str, others: str, role: Role) -> None:
    """Either of the other: lists begin with the files of harbour."""
    theirs = [world.files[word] for word in words(others)]
    assert world.seen_of_others(world.files[own], theirs, canaries(theirs) | {others}, role) == set()


def test_an_applicant_sees_nothing_of_its_neighbours(world: World) -> None:
    neighbours = [world.files[word] for word in words("harbour") if word != "amaryllis"]
    assert world.seen_of_others(world.files["amaryllis"], neighbours, canaries(neighbours), Role.APPLICANT) == set()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("word", ["dahlia", "edelweiss"])
def test_what_is_anothers_is_answered_like_what_nobody_has(world: World, word: str, role: Role) -> None:
    other, headers = world.files[word], caller(role, world.files["amaryllis"])

    def told(question: Question, file: File) -> Any:
        found = orjson.loads(world.answer(question, file, headers))
        found.get("extensions", {}).pop("ruleTrace", None)  # names a decision and an instant, or nothing
        return found | {"errors": [(each["message"], each["extensions"]["code"]) for each in found.get("errors", [])]}

    for question in world.about(other):
        assert told(question, other) == told(question, nobodys(other)), question.root


def test_who_is_an_applicant_and_an_auditor_too_reads_no_personal_value(world: World) -> None:
    """What an applicant may do is meant for its own file, and its other role reaches every file."""
    file = world.files["begonia"]
    headers = bearing(Role.APPLICANT, file.organisation, file.id, also=[Role.AUDITOR])
    answers = b"".join(world.answer(question, file, headers) for question in world.about(file))
    assert file.id in answers.decode()
    assert leaks(answers, file.personal) == set()

"""The application with the files of two organisations, asked for everything by every role; and what the page says of each field."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

import orjson
from graphql import GraphQLObjectType, GraphQLSchema

from api.principal import Role
from tests.acceptance.every_field import Question, Written, questions
from tests.acceptance.two_organisations import File, bearing, leaks
from tests.api.clients import Client

Rights = dict[tuple[str, str], dict[Role, str]]
Seen = set[tuple[str, str]]
"""Fields, by the names of their types and their own."""

CATALOGUE = frozenset({"rules", "rule", "figures"})
"""What is asked of the rules, and of nobody's file."""
WIDE = 60
"""Fields of a question that is worth a whole trace."""
READERS = (Role.APPLICANT, Role.CASEWORKER)
"""Who reads values of personal facts."""


def read_page(page: str) -> Rights:
    """Return what the page says of each field and role."""
    found: Rights = {}
    for line in page.partition("## Field by field")[2].splitlines():
        columns = [each.strip() for each in line.strip("| ").split("|")]
        if re.fullmatch(r"`\w+`", columns[0]):
            for name in re.findall(r"`(\w+)`", columns[1]):
                found[columns[0].strip("`"), name] = dict(zip(Role, columns[2:], strict=True))
    return found


def caller(role: Role, file: File) -> dict[str, str]:
    """Return the header of somebody with this role in the file's organisation; of an applicant, whose only file it is."""
    return bearing(role, file.organisation, *([file.id] if role is Role.APPLICANT else []))


def codes(content: bytes) -> list[str]:
    """Return the codes of the errors in an answer."""
    return [each["extensions"]["code"] for each in orjson.loads(content).get("errors", [])]


@dataclass
class Asking:
    """Every question that the schema allows, each with fields that the same roles may read, by the page."""

    schema: GraphQLSchema
    rights: Rights

    def needs(self, on: str, name: str) -> object:
        """Return which roles may not read a field."""
        return tuple(right == "no" for right in self.rights[on, name].values())

    def root(self, name: str) -> GraphQLObjectType:
        """Return the type of queries, mutations or subscriptions."""
        kind = self.schema.type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        return kind

    @cached_property
    def queries(self) -> list[Question]:
        """All questions that change nothing."""
        return list(questions(self.schema, self.needs, (False,) * len(Role), self.root("Query")))

    @cached_property
    def mutations(self) -> list[Question]:
        """All changes, with what they answer that no question does."""
        known = [each for question in self.queries for each in question.edges]
        return list(questions(self.schema, self.needs, (False,) * len(Role), self.root("Mutation"), known))

    @cached_property
    def subscriptions(self) -> list[Question]:
        """All that can be followed."""
        return list(questions(self.schema, self.needs, (False,) * len(Role), self.root("Subscription")))

    def allows(self, question: Question, role: Role) -> bool:
        """Tell whether a role may ask all that is asked for."""
        return all(self.rights[each][role] != "no" for each in question.touched)


@dataclass(frozen=True)
class World:
    """The application with its files."""

    client: Client
    asking: Asking
    files: dict[str, File]
    kept: dict[bytes, bytes] = field(default_factory=dict)

    def answer(
        self,
        question: Question,
        file: File,
        headers: dict[str, str],
        *,
        operation: str = "query",
        more: Mapping[str, Any] = MappingProxyType({}),
    ) -> bytes:
        """Return the answer to a question about a file, as it came; what was asked before in the same words is not asked again."""
        given = {**file.given(question.root), **more}
        body = Written(self.asking.schema, given).body(question, operation)
        whole = len(question.touched) > WIDE and question.root == file.root
        body["extensions"] = {"ruleTrace": {"level": "FULL" if whole else "SUMMARY"}}
        if operation != "query":
            return self.client.http.post("/graphql", json=body, headers=headers).content
        key = orjson.dumps([body, headers])
        if key not in self.kept:
            self.kept[key] = self.client.http.post("/graphql", json=body, headers=headers).content
        return self.kept[key]

    def about(self, file: File) -> Iterator[Question]:
        """Yield the questions that have an answer about a file of its kind."""
        others = {each.kind for each in self.files.values()} - {file.kind}
        for question in self.asking.queries:
            about = {question.branches[0].to.removesuffix("Connection"), question.root.removeprefix("simulate").removeprefix("compare")}
            if about.isdisjoint(others):
                yield question

    def mismatches(self, file: File, role: Role) -> list[Any]:
        """Return where a role may ask what the page does not allow it, or may not what it does; and any other error."""
        found = []
        for question in self.about(file):
            told = codes(self.answer(question, file, caller(role, file)))
            if told != ([] if self.asking.allows(question, role) else ["FORBIDDEN"]):
                found.append((role, question.root, sorted(question.touched)[:3], told))
        return found

    def seen(self, file: File, role: Role) -> tuple[Seen, set[str]]:
        """Return the fields of which somebody with this role is told something of a file, and the personal values that it is told."""
        fields: Seen = set()
        values: set[str] = set()
        for question in self.about(file):
            if self.asking.allows(question, role):
                content = self.answer(question, file, caller(role, file))
                fields |= told_in(question, orjson.loads(content).get("data"))
                values |= leaks(content, file.personal)
        return fields, values

    def seen_of_others(self, own: File, others: list[File], hidden: set[str], role: Role) -> set[str]:
        """
        Return what of others' files somebody sees who asks for them by their ids, and in lists.

        An internal error is something seen: a list that holds another's file fails where it reads that file, and tells none of it.
        """
        headers = caller(role, own)
        asked = ((question, other) for other in others for question in self.about(other) if question.root not in CATALOGUE)
        answers = {self.answer(question, other, headers) for question, other in asked if self.asking.allows(question, role)}
        return {each for answer in answers for each in (*leaks(answer, hidden), *({"INTERNAL"} & {*codes(answer)}))}


def told_in(question: Question, data: Any) -> Seen:
    """Return the fields that are not null somewhere in an answer."""
    return {each for branch in question.branches for each in _told(branch, data)}


def _told(branch: Any, holder: Any) -> Iterator[tuple[str, str]]:
    value = None if holder is None else holder.get(branch.name)
    if value is None:
        return
    yield branch.on, branch.name
    for each in _flat(value):
        if isinstance(each, dict) and branch.to and each.get("__typename") == branch.to:
            yield from ((branch.to, leaf) for leaf in branch.leaves if each.get(leaf) is not None)
            for inner in branch.below:
                yield from _told(inner, each)


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for each in value:
            yield from _flat(each)
    else:
        yield value

"""Attacks by a document: each is GraphQL, or nearly, and asks for more than anybody needs."""

from collections.abc import Iterator

from tests.hostile.wire import REFUSED, Attack, ask, raw

RULE = 'rule(id: "calculations.income_ceilings.plus_ceiling")'


def chain(levels: int) -> str:
    fragments = (f"fragment f{at} on Rule {{ ...f{at + 1} }}" for at in range(levels))
    return f"{{ {RULE} {{ ...f0 }} }} " + " ".join(fragments) + f" fragment f{levels} on Rule {{ id }}"


def doubling(levels: int) -> str:
    """Fragments each of which spreads the next twice: 2^levels fields."""
    fragments = (f"fragment f{at} on Rule {{ dependsOn {{ ...f{at + 1} }} usedBy {{ ...f{at + 1} }} }}" for at in range(levels))
    return f"{{ {RULE} {{ ...f0 }} }} " + " ".join(fragments) + f" fragment f{levels} on Rule {{ id }}"


def mesh(size: int) -> str:
    """Return fragments each of which spreads all later ones."""
    spreads = (" ".join(f"...f{later}" for later in range(at + 1, size)) for at in range(size))
    return f"{{ {RULE} {{ ...f0 }} }} " + " ".join(f"fragment f{at} on Rule {{ id {spread} }}" for at, spread in enumerate(spreads))


DOCUMENTS = {
    "fragments that double, 27": doubling(27),
    "fragments that double at one level": "{ ...f0 } "
    + " ".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(27)),
    "fragments in a chain of 500": chain(500),
    "fragments in a mesh of 60": mesh(60),
    "a fragment within itself": "{ ...a } fragment a on Query { ...a }",
    "fragments within each other": "{ ...a } fragment a on Query { ...b __typename } fragment b on Query { ...a ...a }",
    "1,000 fragments that nobody uses": "{ __typename } " + " ".join(f"fragment f{n} on Query {{ __typename }}" for n in range(1_000)),
    "10,000 aliases": "{ " + " ".join(f"a{n}: __typename" for n in range(10_000)) + " }",
    "500 aliases of a decision": "{ " + " ".join(f'a{n}: household(id: "h{n}") {{ id }}' for n in range(500)) + " }",
    "40 aliases of one rule": f"{{ {RULE} {{ " + " ".join(f"a{n}: id" for n in range(40)) + " } }",
    "10,000 directives": "{ __typename " + "@skip(if: false) " * 10_000 + "}",
    "300 unknown directives": "{ __typename " + "@x " * 300 + "}",
    "60 directives on one field": "{ __typename " + "@include(if: true) " * 60 + "}",
    "10,000 fields": "{ " + "__typename " * 10_000 + "}",
    "30 root fields": "{ " + " ".join(f'rules(kind: CALCULATION) {{ id }} r{n}: rule(id: "x") {{ id }}' for n in range(30)) + " }",
    "150 objects to merge": "{ " + f"{RULE} {{ dependsOn {{ id }} }} " * 150 + "}",
    "merging in inline fragments": f"{{ {RULE} {{ " + "... { dependsOn { id } } " * 150 + "} }",
    "10,000 operations": " ".join(f"query q{n} {{ __typename }}" for n in range(10_000)),
    "two operations and no name": "query a { __typename } query b { __typename }",
    "selections 5,000 deep": f"{{ {RULE} " + "{ dependsOn " * 5_000 + "}" * 5_000 + " }",
    "selections 150 deep": f"{{ {RULE} {{ " + "dependsOn { " * 150 + "id" + " }" * 152,
    "selections 17 deep": f"{{ {RULE} {{ " + "dependsOn { " * 17 + "id" + " }" * 19,
    "decisions in subjects in decisions": "{ decisions(first: 100) { nodes { " + "subject { decision { " * 6 + "id" + " } }" * 6 + " } } }",
    "a hundred of a hundred": "{ decisions(first: 100) { nodes { documents { because { because { because { sentence } } } } } } }",
    "inline fragments 300 deep": "{ " + "... { " * 300 + "__typename" + " }" * 301,
    "lists 5,000 deep": "{ nodes(ids: " + "[" * 5_000 + "]" * 5_000 + ") { id } }",
    "objects 190 deep": "{ simulateHousehold(facts: " + "{persons: " * 190 + "1" + "}" * 190 + ") { __typename } }",
    "a number of 100,000 digits": "{ decisions(first: " + "9" * 100_000 + ") { nodes { id } } }",
    "a name of 500,000 letters": "{ " + "a" * 500_000 + " }",
    "500 kB of spaces": "{ nothing" + " " * 500_000 + "}",
    "100,000 comments": "#\n" * 100_000 + "{ nothing }",
    "introspection of introspection": "{ __schema { types { " + "fields { type { " * 8 + "name" + " } }" * 8 + " } } }",
    "1,000 variables": "query (" + " ".join(f"$v{n}: Int" for n in range(1_000)) + ") { __typename }",
    "an escape that is no character": '{ node(id: "\\ud800") { id } }',
    "nothing but commas": "," * 100_000,
    "an unfinished string": '{ node(id: "',
    "a block string that does not end": '{ node(id: """' + "x" * 100_000,
    "type definitions": "type Query { echo: String }",
    "an extension of the schema": "extend type Query { echo: String } { __typename }",
    "an empty document": "",
    "an empty selection": "{ }",
    "an unknown field with a long name": "{ " + "householdd" * 100 + " }",
    "a subscription over HTTP": "subscription { decisionRecorded { cursor } }",
    "two subscriptions in one": "subscription { a: decisionRecorded { cursor } b: decisionRecorded { cursor } }",
    "a document of NUL": "\x00" * 1_000,
    "a byte order mark and Unicode separators": "\ufeff{\u2028\u00a0__typename }",
}  # fmt: skip
HARMLESS = {"an empty selection", "decisions in subjects in decisions"}  # the latter a page of a hundred, decided once each
CODES = REFUSED | {"OPERATION_AMBIGUOUS", "OPERATION_NOT_ALLOWED", "BAD_ID"}


def attacks() -> Iterator[Attack]:
    """Yield every attack by a document."""
    for name, document in DOCUMENTS.items():
        yield Attack(name, raw(ask(document)), CODES, harmless=name in HARMLESS)

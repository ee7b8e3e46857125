"""
The compact form of a decision: what the plan does not already say, in a few hundred bytes.

A body holds, for each part, its facts, calculated values and one byte a truth; then what providers answered. It is
MessagePack, compressed. Names, texts and conditions stand in the plan, stored once per version of the rule set.

    [format, part, answers]
    part    = [key, facts, values, truths, failures, lists of parts]
    truths  = one byte a truth slot, see ``CODES``
"""

from collections.abc import Iterable
from itertools import chain
from typing import Any

import msgspec

from domain.facts import UNKNOWN
from rules.engine.decision import Decision
from rules.engine.index import PlanIndex
from rules.engine.plan import Segment
from rules.engine.providers import Answer
from rules.engine.run import Node, Outcome
from tracing.audit.compression import compress, decompress

FORMAT = 1
UNKNOWN_MARK = msgspec.msgpack.Ext(1, b"")
CODES: dict[Any, int] = {False: 0, True: 1, None: 2, UNKNOWN: 3} | {outcome: 4 + position for position, outcome in enumerate(Outcome)}
TRUTHS = {code: truth for truth, code in CODES.items()}


def encode(decision: Decision) -> bytes:
    """Return the body of *decision*."""
    part = decision.run_alike.once("record", lambda: _packed(decision))
    answers = [
        [each.provider, each.source, each.fact, each.path, each.inputs, *_marked([each.value]), each.because, each.at, each.cached]
        for each in decision.answers
    ]
    return compress(msgspec.msgpack.encode([FORMAT, part, answers]))


def _packed(decision: Decision) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(_part(decision.root, decision.index.derived("segments by type", segments_by_type))))


def _part(node: Node, segments: dict[str, list[Segment]]) -> list[Any]:
    block, plain, facts = node.block, node.made_plain(), len(node.values)
    own = segments[node.type_name]
    values = [value for each in own for value in plain[facts + each.start : facts + each.truths]]
    truths = bytes(map(CODES.__getitem__, chain.from_iterable([block[each.truths : each.end] for each in own])))
    below = [[_part(part, segments) for part in items] for items in node.children]
    return [node.key, _marked(plain[:facts]), _marked(values), truths, node.failures, below]


def _marked(values: list[Any]) -> list[Any]:
    """Return plain values with what MessagePack can hold in the place of unknowns."""
    return [UNKNOWN_MARK if value is UNKNOWN else value for value in values]


def decode(body: bytes, index: PlanIndex) -> tuple[Node, tuple[Answer, ...]]:
    """
    Return the run and the answers of providers that *body* holds.

    Args:
        body: what ``encode`` returned.
        index: the plan of the version that ran; values come back in plain form.

    Raises:
        ValueError: the body is of a later format than this program reads.
    """
    form, part, answers = msgspec.msgpack.decode(decompress(body), ext_hook=lambda _code, _data: UNKNOWN)
    if form != FORMAT:
        raise ValueError(f"the record has format {form}, this program reads {FORMAT}: read it with the version that wrote it")
    root = _restored(part, index.plan.root, None, index, index.derived("segments by type", segments_by_type))
    return root, tuple(Answer(*each) for each in answers)


def _restored(part: list[Any], type_name: str, parent: Node | None, index: PlanIndex, segments: dict[str, list[Segment]]) -> Node:
    key, facts, values, truths, failures, below = part
    node = Node(type_name, key, tuple(facts), parent)
    node.block = list(_block(segments[type_name], iter(values), iter(truths)))
    node.failures = tuple((slot, kind, said) for slot, kind, said in failures)
    lists = index.types[type_name].lists
    node.children = [
        [_restored(each, listed.of, node, index, segments) for each in items] for listed, items in zip(lists, below, strict=True)
    ]
    return node


def _block(segments: list[Segment], values: Iterable[Any], truths: Iterable[int]) -> Iterable[Any]:
    """Put values and truths back into their slots."""
    take_value, take_truth = iter(values), iter(truths)
    for each in segments:
        for _ in range(each.start, each.truths):
            yield next(take_value)
        for _ in range(each.truths, each.end):
            yield TRUTHS[next(take_truth)]


def segments_by_type(index: PlanIndex) -> dict[str, list[Segment]]:
    """Return the plan's segments by type, in order."""
    return {name: [each for each in index.plan.segments if each.type == name] for name in index.types}

"""
Rule spans as OTLP, written from prepared bytes.

The SDK's encoder makes some 4,000 protobuf objects for a run of 200 rules, which costs ten to twenty times more than writing the same
bytes here: a span differs from its neighbours by its id and a few values, everything else is encoded once and reused. Fields are
written in the order of their numbers, as protobuf does, so that the bytes equal the SDK's (tests/tracing/test_otlp.py holds this).

Field numbers and wire types: opentelemetry/proto/trace/v1/trace.proto and common/v1/common.proto. A tag byte is number << 3 | type.
"""

import struct
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from opentelemetry.attributes import BoundedAttributes
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, SpanLimits
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import INVALID_SPAN_CONTEXT

from tracing.rule_spans import Attributes, AttributeValue, RuleSpan, RunSpans, Told

K = TypeVar("K")
Pair = tuple[str, AttributeValue]

_KEPT = 32_768  # encoded pieces remembered of each kind
_KEPT_VALUES = 1_024  # texts remembered under one key: one with more, such as a digest, has always new ones
_KEPT_LENGTH = 64  # bytes; longer texts seldom repeat
_UNLIMITED = 2**31
_UNSET, _ERROR = b"\x7a\x00", b"\x7a\x02\x18\x02"  # Span.status: none, and STATUS_CODE_ERROR without a message
_HAS_IS_REMOTE, _IS_REMOTE = 0x100, 0x200  # SpanFlags
_double = struct.Struct("<d").pack
_fixed64 = struct.Struct("<Q").pack
_fixed32 = struct.Struct("<I").pack


def varint(number: int) -> bytes:
    """Encode a number from 0 to 2**64 - 1, seven bits a byte, lowest first."""
    octets = bytearray()
    while number > 0x7F:
        octets.append(number & 0x7F | 0x80)
        number >>= 7
    octets.append(number)
    return bytes(octets)


def delimited(tag: bytes, content: bytes) -> bytes:
    """Encode a field that holds text, bytes or a message."""
    return tag + varint(len(content)) + content


def unless_empty(tag: bytes, text: str) -> bytes:
    """Encode a text field as proto3 does, which leaves an empty one out."""
    return delimited(tag, text.encode()) if text else b""


class Prepared(dict[K, bytes], Generic[K]):
    """Bytes by what they encode, made at first sight."""

    def __init__(self, encode: Callable[[K], bytes]) -> None:
        super().__init__()
        self._encode = encode

    def __missing__(self, key: K) -> bytes:
        encoded = self._encode(key)
        if len(self) < _KEPT:
            self[key] = encoded
        return encoded


def _attribute(key: str, any_value: bytes) -> bytes:
    """Encode Span.attributes (9): a KeyValue of key (1) and value (2)."""
    return delimited(b"\x4a", delimited(b"\x0a", key.encode()) + delimited(b"\x12", any_value))


def _bool(pair: Pair) -> bytes:
    return _attribute(pair[0], b"\x10\x01" if pair[1] else b"\x10\x00")


def _int(pair: Pair) -> bytes:
    value = int(pair[1])
    return _attribute(pair[0], b"\x18" + varint(value % 2**64)) if -(2**63) <= value < 2**63 else b""


def _float_lead(key: str) -> bytes:
    return _attribute(key, b"\x21" + bytes(8))[:-8]


class _TextLeads(dict[str, Prepared[int]]):
    """What stands before a text, by its key and then by its length in bytes."""

    def __missing__(self, key: str) -> Prepared[int]:
        leads = self[key] = Prepared(lambda length: _attribute(key, delimited(b"\x0a", bytes(length)))[: -length or None])
        return leads


class EncodedAttributes(dict[Pair, bytes]):
    """
    Encoded attributes by key and value; texts are cut at *longest* characters.

    Only texts are kept in this dictionary itself: as keys, True, 1 and 1.0 are one and the same, so each other type has its own.
    An attribute that OTLP cannot hold, such as an integer beyond 64 bits, is no bytes at all: the SDK leaves it out too.
    """

    def __init__(self, longest: int | None) -> None:
        super().__init__()
        self._longest = longest
        self._room: dict[str, int] = defaultdict(lambda: _KEPT_VALUES)
        self._text_leads = _TextLeads()
        self._float_leads = Prepared(_float_lead)
        self._others = {bool: Prepared(_bool), int: Prepared(_int)}
        self._subclasses = Prepared(self._subclass)

    def __missing__(self, pair: Pair) -> bytes:
        key, value = pair
        if type(value) is str:
            return self._text(key, value)
        if type(value) is float:
            return self._float_leads[key] + _double(value)
        return self._others.get(type(value), self._subclasses)[pair]

    def _text(self, key: str, value: str) -> bytes:
        try:
            content = (value if self._longest is None else value[: self._longest]).encode()
        except UnicodeEncodeError:
            return b""
        encoded = self._text_leads[key][len(content)] + content
        if self._room[key] and len(content) <= _KEPT_LENGTH and len(self) < _KEPT:
            self._room[key] -= 1
            self[key, value] = encoded
        return encoded

    def _subclass(self, pair: Pair) -> bytes:
        """Encode an enumeration's member, or another kind of text or number, as what it stands for."""
        key, value = pair
        if isinstance(value, str):
            return self[key, str.__str__(value)]
        return self[key, int.__int__(value) if isinstance(value, int) else float.__float__(value)]


class RuleSpanEncoder:
    """Writes rule spans under one resource and scope, within the SDK's limits."""

    def __init__(self, resource: Resource, scope: InstrumentationScope, limits: SpanLimits) -> None:
        self._resource, self._scope = _envelope(resource, scope)
        self._most: int = _UNLIMITED if limits.max_span_attributes is None else limits.max_span_attributes
        self._longest: int | None = limits.max_span_attribute_length
        self._leads = Prepared[int](lambda length: b"\x12" + varint(length))
        self._names = Prepared[str](lambda name: unless_empty(b"\x2a", name))
        self._attributes = EncodedAttributes(self._longest)

    def request(self, spans: Sequence[bytes]) -> bytes:
        """Return an ExportTraceServiceRequest that holds what `spans` returned."""
        (before, after), (scope, scope_end) = self._resource, self._scope
        length = len(scope) + sum(map(len, spans)) + len(scope_end)
        scope_spans = b"\x12" + varint(length) + scope
        length += len(before) + len(scope_spans) - len(scope) + len(after)
        return b"".join((b"\x0a", varint(length), before, scope_spans, *spans, scope_end, after))

    def spans(self, run: RunSpans, rules: Sequence[RuleSpan]) -> bytes:
        """Return the rules of a run as ScopeSpans.spans (2), one after another."""
        head, middle, times, tail = _frame(run)
        shared = len(head) + 8 + len(middle) + len(times) + len(tail)
        leads, names, encoded = self._leads, self._names, self._attributes.__getitem__
        most, pieces, joined = self._most, list[bytes](), b"".join
        for name, span_id, attributes, failed in rules:
            known = attributes.encoded if type(attributes) is Told else None
            if known is not None and known[0] is self:
                described = known[1]
            else:
                described = (
                    self._bounded(attributes) if len(attributes) > most or "" in attributes else joined(map(encoded, attributes.items()))
                )
                if type(attributes) is Told:
                    attributes.encoded = self, described
            label, status = names[name], _ERROR if failed else _UNSET
            lead = leads[shared + len(label) + len(described) + len(status)]
            pieces += (lead, head, span_id, middle, label, times, described, status, tail)
        return b"".join(pieces)

    def _bounded(self, attributes: Attributes) -> bytes:
        """Encode attributes of which some are over the limit or without a key, with Span.dropped_attributes_count (10)."""
        kept = BoundedAttributes(self._most, attributes, max_value_len=self._longest)
        dropped = b"\x50" + varint(kept.dropped) if kept.dropped else b""
        scalars = [(key, value) for key, value in kept.items() if isinstance(value, str | int | float)]
        return b"".join(map(self._attributes.__getitem__, scalars)) + dropped


def _frame(run: RunSpans) -> tuple[bytes, bytes, bytes, bytes]:
    """Return what all spans of a run share: before the span's id, between it and the name, between name and attributes, at the end."""
    parent = run.parent
    state = ",".join(f"{key}={value}" for key, value in parent.trace_state.items())
    flags = _HAS_IS_REMOTE | (_IS_REMOTE if parent.is_remote else 0)
    return (
        b"\x0a\x10" + parent.trace_id.to_bytes(16, "big") + b"\x12\x08",
        unless_empty(b"\x1a", state) + b"\x22\x08" + parent.span_id.to_bytes(8, "big"),
        b"\x30\x01" + b"\x39" + _fixed64(run.start_ns) + b"\x41" + _fixed64(run.end_ns),  # kind: SPAN_KIND_INTERNAL
        b"\x85\x01" + _fixed32(flags),
    )


def _envelope(resource: Resource, scope: InstrumentationScope) -> tuple[tuple[bytes, bytes], tuple[bytes, bytes]]:
    """Return what stands before and after the content of ResourceSpans and of ScopeSpans, taken from what the SDK itself writes."""
    probe = ReadableSpan("", INVALID_SPAN_CONTEXT, resource=resource, instrumentation_scope=scope, start_time=0, end_time=0)
    sent = encode_spans([probe]).resource_spans[0]
    within = sent.scope_spans[0]
    return (
        (delimited(b"\x0a", sent.resource.SerializeToString()), unless_empty(b"\x1a", sent.schema_url)),
        (delimited(b"\x0a", within.scope.SerializeToString()), unless_empty(b"\x1a", within.schema_url)),
    )

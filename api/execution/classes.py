"""
Which classes hold plain values: never awaitable, never an exception, never null.

graphql-core asks these three questions of every value. A class answers them once for all its instances, so that the
happy path asks one dictionary. The only difference this makes is for an instance that carries an `__await__` of its own
while its class has none: graphql-core takes it for awaitable, and then fails to await it.
"""

import datetime as dt
import decimal
import types
from collections import OrderedDict, defaultdict, deque

from graphql import Undefined

_DECIDED_PER_VALUE: tuple[type, ...] = (BaseException, type(None), type(Undefined), types.GeneratorType, types.CoroutineType)
"""Exceptions, nulls, and what may be awaitable by a flag of its code object."""

_TELLTALES = frozenset({"__await__", "__getattr__", "__getattribute__", "__class__"})
"""What a class defines when its instances may answer `hasattr` or `isinstance` each in their own way."""

_HARMLESS: frozenset[type] = frozenset({
    object, bool, int, float, complex, str, bytes, bytearray, range,
    list, tuple, dict, set, frozenset, deque, OrderedDict, defaultdict, types.SimpleNamespace, types.MappingProxyType,
    dt.date, dt.datetime, dt.time, dt.timedelta, dt.timezone, decimal.Decimal,
})  # fmt: skip
"""Classes written in C, which name their `__getattribute__` though it is the ordinary one."""

_MOST_CLASSES = 10_000
"""Classes remembered; an application that makes classes without end is served, more slowly, without a leak."""


class PlainClasses(dict[type, bool]):
    """Tells by class whether values are plain: `plain[type(value)]`; looks at a class when it is first met."""

    def __missing__(self, cls: type) -> bool:
        """Look at *cls*, and remember the answer."""
        plain = is_plain(cls)
        if len(self) < _MOST_CLASSES:
            self[cls] = plain
        return plain


def is_plain(cls: type) -> bool:
    """Tell whether no instance of *cls* can be awaitable, an exception or null."""
    if issubclass(cls, _DECIDED_PER_VALUE):
        return False
    return all(base in _HARMLESS or _TELLTALES.isdisjoint(vars(base)) for base in cls.__mro__)

"""The version of a rule: a digest of what it says, so that a change of the rule, and of nothing else, changes it."""

import hashlib
import inspect
from collections.abc import Mapping
from typing import Any

import msgspec

from rules.engine.plan import Unit


def version_of(unit: Unit, declared: Any, hidden: Mapping[str, str]) -> str:
    """
    Return the first twelve hexadecimal digits of a SHA-256 over the unit's data and its function's source.

    Args:
        unit: the unit, as yet without a version.
        declared: what it was declared by.
        hidden: versions of the units before it that have no name of their own: what they say, the rule that reads them says.
    """
    digest = hashlib.sha256(msgspec.json.encode(_without_numbers(msgspec.to_builtins(unit), hidden), order="deterministic"))
    function = getattr(declared, "function", None)
    if function is not None:
        digest.update(_source_text(function).encode())
    return digest.hexdigest()[:12]


def _without_numbers(data: Any, hidden: Mapping[str, str]) -> Any:
    """Leave out slots, indexes and places, which change when other rules do; put its version for the number of a unit without a name."""
    if isinstance(data, dict):
        return {key: _without_numbers(item, hidden) for key, item in data.items() if key not in {"slot", "settled", "index", "place"}}
    if isinstance(data, list | tuple):
        return [_without_numbers(item, hidden) for item in data]
    return hidden.get(data, "#") if isinstance(data, str) and data.startswith("#") else data


def _source_text(function: Any) -> str:
    try:
        return inspect.getsource(function)
    except OSError:  # declared at a prompt or by a test
        return repr((function.__code__.co_code, function.__code__.co_consts, function.__code__.co_names))

"""The version of a rule: a digest of what it says, so that a change of the rule, and of nothing else, changes it."""

import hashlib
import inspect
from typing import Any

import msgspec

from rules.engine.plan import Unit


def version_of(unit: Unit, declared: Any) -> str:
    """Return the first twelve hexadecimal digits of a SHA-256 over the unit's data and its function's source."""
    digest = hashlib.sha256(msgspec.json.encode(_without_numbers(msgspec.to_builtins(unit)), order="deterministic"))
    function = getattr(declared, "function", None)
    if function is not None:
        digest.update(_source_text(function).encode())
    return digest.hexdigest()[:12]


def _without_numbers(data: Any) -> Any:
    """Leave out slots, indexes and places: they change when other rules do."""
    if isinstance(data, dict):
        return {key: _without_numbers(item) for key, item in data.items() if key not in {"slot", "settled", "index", "place"}}
    if isinstance(data, list | tuple):
        return [_without_numbers(item) for item in data]
    return "#" if isinstance(data, str) and data.startswith("#") else data


def _source_text(function: Any) -> str:
    try:
        return inspect.getsource(function)
    except OSError:  # declared at a prompt or by a test
        return repr((function.__code__.co_code, function.__code__.co_consts, function.__code__.co_names))

"""JSON for people: what fits on a line stands on one."""

import json
from typing import Any


def compact(value: Any, width: int = 110, indent: int = 0, before: int = 0) -> str:
    """
    Return *value* as JSON, broken only where a line would be longer than *width*.

    Args:
        value: plain data.
        width: of a line.
        indent: of what stands on lines of its own.
        before: characters that stand before it on its line, its indentation not counted.

    >>> print(compact({"title": "Passport", "because": ["French", "adult"]}, width=24))
    {
      "title": "Passport",
      "because": [
        "French",
        "adult"
      ]
    }
    """
    flat = json.dumps(value, ensure_ascii=False)
    if not value or not isinstance(value, dict | list) or indent + before + len(flat) < width:
        return flat
    inner = indent + 2
    if isinstance(value, dict):
        names = {name: f"{json.dumps(name, ensure_ascii=False)}: " for name in value}
        items = [names[name] + compact(item, width, inner, len(names[name])) for name, item in value.items()]
    else:
        items = [compact(item, width, inner) for item in value]
    opened, closed = "{}" if isinstance(value, dict) else "[]"
    lines = ",\n".join(f"{' ' * inner}{each}" for each in items)
    return f"{opened}\n{lines}\n{' ' * indent}{closed}"

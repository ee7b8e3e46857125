"""
The page that says which role may read which field: written from the declarations, and held to them by a test.

``python -m api.schema.permissions_page`` writes it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from strawberry import Schema

from api.permissions import GRANTED, Needs, Permission
from api.principal import Role
from api.schema.needs import Field, masked_fields, needs_of
from api.schema.schema import build_schema

PAGE = Path(__file__).parents[2] / "docs" / "permissions.md"
HEAD = """# Which role may do what

Written by `python -m api.schema.permissions_page` from the declarations in `api/schema` and the grants in `api/permissions.py`.

Whatever a role may do, it may within its organisation only; an applicant only with its own files. Beyond that there is nothing: the answer
is the one for an id that nobody has. An operation with a field that the caller's roles do not allow is refused before it runs, with
`FORBIDDEN`. A **masked** field is there, and tells no value: neither of a personal fact nor of what depends on one, however far off.
`masked` beside it says so; of a label, of `changesOn` and of a `DayCame`'s day nothing but `null` does.
"""
FIELDS = """
## Field by field

*as holder*: whoever may read what holds it. *masked*: where it tells of a personal fact.
"""


def written(schema: Schema) -> str:
    """Return the page."""
    grants = [_row("", *Role), _row("---", *("---" for _ in Role))]
    grants += [_row(f"`{each}`", *("yes" if each in GRANTED[role] else "no" for role in Role)) for each in Permission]
    return "\n".join([HEAD, *grants, FIELDS, *_fields(needs_of(schema), masked_fields(schema)), ""])


def cells(needs: Needs, *, masked: bool) -> tuple[str, ...]:
    """Return what each role may do with a field, in the order of the roles."""
    return tuple(_cell(needs, role, masked=masked) for role in Role)


def _cell(needs: Needs, role: Role, *, masked: bool) -> str:
    if isinstance(needs, Permission) and needs not in GRANTED[role]:
        return "no"
    if masked and Permission.PERSONAL not in GRANTED[role]:
        return "masked"
    return "yes" if isinstance(needs, Permission) else "as holder"


def _fields(needs: Mapping[Field, Needs], masked: frozenset[Field]) -> Iterator[str]:
    yield _row("type", "fields", *Role)
    yield _row("---", "---", *("---" for _ in Role))
    for name in sorted({type_name for type_name, _ in needs}):
        alike: dict[tuple[str, ...], list[str]] = {}
        for (type_name, field), each in needs.items():
            if type_name == name:
                alike.setdefault(cells(each, masked=(name, field) in masked), []).append(f"`{field}`")
        for rights, fields in alike.items():
            yield _row(f"`{name}`", " ".join(fields), *rights)


def _row(*columns: str) -> str:
    return f"| {' | '.join(columns)} |"


if __name__ == "__main__":
    PAGE.write_text(written(build_schema()), encoding="utf-8")

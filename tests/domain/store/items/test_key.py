"""An item's key is read as it is shown."""

import pytest

from domain.store.items.key import ItemKey


@pytest.mark.parametrize("text", ["documents.identity.passport@marie", "documents.identity.passport", "tasks.a.b@buildings/x@y"])
def test_a_key_is_read_as_it_is_shown(text: str) -> None:
    assert ItemKey.read("household-1", text).text == text

"""The view over the small schema, with whatever settings a test wants."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from api.http.settings import Limits, TransportSettings
from api.http.view import GraphQLView
from tests.api.http.app import new_context
from tests.api.http.schema import schema

MakeView = Callable[..., GraphQLView]


@pytest.fixture
def make_view() -> MakeView:
    """Make a view; keywords are fields of the settings or of the limits, or arguments of the view."""

    def make(**given: Any) -> GraphQLView:
        limits = {name: given.pop(name) for name in list(given) if name in Limits.__dataclass_fields__}
        settings = {name: given.pop(name) for name in list(given) if name in TransportSettings.__dataclass_fields__}
        chosen = replace(TransportSettings(**settings), limits=Limits(**limits))
        return GraphQLView(schema, **{"context": new_context, "settings": chosen, **given})

    return make


@pytest.fixture
def view(make_view: MakeView) -> GraphQLView:
    return make_view()

"""Whoever asks too often is told when to come again; nobody else notices."""

import pytest

from api.http.context import OperationContext, RequestInfo
from api.http.errors import RequestError
from api.http.rate import Rate
from tests.api.http.clients import ask, websocket
from tests.api.http.conftest import MakeView


async def test_a_caller_is_refused_beyond_its_rate_and_others_are_not() -> None:
    rate = Rate("3 per hour")
    for _ in range(3):
        await rate.admit("marie")
    with pytest.raises(RequestError, match=r"More than 3 per 1 hour were asked for: ask again in \d+ s") as refused:
        await rate.admit("marie")
    assert (refused.value.code, refused.value.status) == ("RATE_LIMITED", 429)
    await rate.admit("paul")


async def test_the_narrowest_of_several_windows_counts() -> None:
    rate = Rate("100 per hour; 2 per minute")
    await rate.admit("marie")
    await rate.admit("marie")
    with pytest.raises(RequestError, match="More than 2 per 1 minute"):
        await rate.admit("marie")


async def test_without_windows_nobody_is_slowed_down() -> None:
    rate = Rate("")
    for _ in range(1000):
        await rate.admit("marie")


def test_what_is_no_rate_is_refused() -> None:
    with pytest.raises(ValueError, match="parse"):
        Rate("many")


async def test_over_http_a_refusal_says_when_to_come_again_and_over_a_websocket_it_refuses_the_operation(make_view: MakeView) -> None:
    rate = Rate("2 per hour")

    async def context(info: RequestInfo) -> OperationContext:
        await rate.admit("marie")
        return OperationContext(info)

    view = make_view(context=context)
    assert (await ask(view, "{ greeting }")).status == 200
    async with websocket(view) as socket:
        await socket.greet()
        for number in ("1", "2"):
            socket.subscribe(number, "{ greeting }")
        heard = [await socket.message() for _ in range(3)]
        errors = [each["payload"] for each in heard if each["type"] == "error"]
        assert [each["extensions"]["code"] for (each,) in errors] == ["RATE_LIMITED"]
    refused = await ask(view, "{ greeting }")
    assert (refused.status, refused.codes) == (429, ["RATE_LIMITED"])
    assert 0 < int(refused.headers["retry-after"]) <= 3600

"""What runs beside the answers for as long as the server does."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def beside(*endless: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run each of *endless* until the end of the block; should one of them fail, the block is ended and its error raised."""
    async with asyncio.TaskGroup() as group:
        running = [group.create_task(each) for each in endless]
        yield
        for each in running:
            each.cancel()

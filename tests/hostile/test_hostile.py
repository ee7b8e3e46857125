"""Whatever is sent, the server answers with a code, goes on answering others, and gives its memory back."""

from pathlib import Path

import pytest

from tests.hostile.server import attacked, attacks

KEPT = 1.2
"""Of the memory before; what came back within a fifth."""


@pytest.mark.server
async def test_every_attack_is_answered_with_a_code_and_memory_comes_back(tmp_path: Path) -> None:
    chosen = attacks()
    assert len(chosen) >= 90
    assert len({each.name for each in chosen}) == len(chosen)
    async with attacked(tmp_path) as server:
        before = server.memory()
        problems = await server.problems(chosen)
        after = server.memory()
    assert problems == {}
    assert after <= before * KEPT, f"{before // 1_000_000} MB before, {after // 1_000_000} MB after"

"""docs/execution.md: its example runs, and it names every reason for a fallback."""

from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from api.execution import Fallback

PAGE = Path(__file__).parents[3] / "docs/execution.md"


def test_the_example_runs() -> None:
    examples = list(Sybil(parsers=[PythonCodeBlockParser()]).parse(PAGE).examples())
    assert len(examples) == 1
    for example in examples:
        example.evaluate()


def test_every_reason_for_a_fallback_is_told() -> None:
    text = PAGE.read_text()
    assert [reason for reason in Fallback if f"`{reason}`" not in text] == []

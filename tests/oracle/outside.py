"""The oracle as a program beside us: started in its own environment, asked over its standard input, in batches."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tests.oracle.households import Sample, question

ENVIRONMENT: Final = Path(__file__).parents[2] / ".venv-oracle"
PROGRAM: Final = Path(__file__).with_name("openfisca_program.py")


@contextmanager
def oracle() -> Iterator["Oracle"]:
    """Run the program for as long as questions come."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        sys.exit(f"{ENVIRONMENT.name} is not there: run `make oracle`, which makes it")
    with subprocess.Popen([python, PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Oracle(process)
        finally:
            process.kill()


class Oracle:
    """Answers about households."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def answers(self, samples: Sequence[Sample]) -> list[dict[str, Any]]:
        """Return what the oracle says of each household; all stand on one day."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        asked = {"as_of": samples[0].as_of.isoformat(), "households": [question(each) for each in samples]}
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            sys.exit("the oracle stopped without an answer; what went wrong stands above")
        found: list[dict[str, Any]] = json.loads(line)
        return found

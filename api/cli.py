"""
The command line: ``attendu``. Each command has a module of its own, loaded when it is used.

    0   done
    1   it could not be done: the rules, the database or a setting stand in the way; the reason is on standard error
    2   what was given cannot be read: an argument or a file; every problem is on standard error
    130 interrupted
"""

import sys
from collections.abc import Sequence

from cyclopts import App, CycloptsError
from rich.console import Console

from api.commands.errors import FileRefused
from domain.errors import AttenduError

DONE, NOT_DONE, NOT_READ, INTERRUPTED = 0, 1, 2, 130
EPILOGUE = """
Exit codes: 0 done; 1 it could not be done (rules, database, settings); 2 an argument or a file cannot be read; 130 interrupted.

Settings are read from the environment: ATTENDU_MODE, ATTENDU_DATABASE_URL, ATTENDU_COMMUNES_URL and others, see api/settings.py.
"""

app = App(
    name="attendu",
    help="Rule-bound case work, with the trace of the rules behind every answer.",
    help_epilogue=EPILOGUE,
    help_format="plaintext",
    version_flags=["--version"],
)
app.command("api.commands.serve:serve", name="serve")
app.command("api.commands.demo:demo", name="demo")
app.command("api.commands.evaluate:evaluate", name="evaluate")
app.command("api.commands.explain:explain", name="explain")
app.command("api.commands.rules:app", name="rules")
app.command("api.commands.database:app", name="db")
app.command("api.commands.stock:app", name="stock")
app.command("api.commands.schema:schema", name="schema")


def main() -> None:
    """Run the command that the process was started with."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; expected errors are told on standard error, without a traceback."""
    try:
        app(arguments, exit_on_error=False, result_action="return_value", error_console=Console(stderr=True))
    except CycloptsError:
        return NOT_READ
    except FileRefused as error:
        sys.stderr.write(f"{error}\n")
        return NOT_READ
    except AttenduError as error:
        sys.stderr.write(f"{error.code}: {error}\n")
        return NOT_DONE
    except SystemExit as end:  # a server that could not start has said why
        return NOT_DONE if end.code else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE

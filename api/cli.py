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
COMMANDS = {
    "serve": "api.commands.serve:serve",
    "demo": "api.commands.demo:demo",
    "evaluate": "api.commands.evaluate:evaluate",
    "explain": "api.commands.explain:explain",
    "compare": "api.commands.compare:compare",
    "rules": "api.commands.rules:app",
    "db": "api.commands.database:app",
    "stock": "api.commands.stock:app",
    "schema": "api.commands.schema:schema",
    "token": "api.commands.token:token",
}
for name, place in COMMANDS.items():
    app.command(place, name=name)


def main() -> None:
    """Run the command that the process was started with."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; expected errors are told on standard error, without a traceback."""
    try:
        if not arguments or arguments[0] in {"-h", "--help"}:
            for each in COMMANDS:  # the list of commands says what each does only once it is loaded
                app[each]
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

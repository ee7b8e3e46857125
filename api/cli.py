"""
The command line: ``attendu``. Each command has a module of its own, loaded when it is used.

    0   done
    1   it could not be done: the rules, the database or a setting stand in the way; the reason is on standard error
    2   what was given cannot be read: an argument or a file; every problem is on standard error
    130 interrupted
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version

from cyclopts import App, CycloptsError
from rich.console import Console

from api.commands.errors import FileRefused, NotRead
from domain.errors import AttenduError

DONE, NOT_DONE, NOT_READ, INTERRUPTED = 0, 1, 2, 130
HELP = {"-h", "--help"}
EPILOGUE = """
Exit codes: 0 done; 1 it could not be done (rules, database, settings); 2 an argument or a file cannot be read; 130 interrupted.

Settings are read from the environment: ATTENDU_MODE, ATTENDU_DATABASE_URL, ATTENDU_COMMUNES_URL and others, see api/settings.py.
"""

COMMANDS = {
    "serve": ("api.commands.serve:serve", "Serve GraphQL at /graphql until told to stop; /livez and /readyz tell how it is."),
    "demo": ("api.commands.demo:demo", "Load the samples of examples/, decide on each, ask two questions, and stay up to be asked more."),
    "evaluate": ("api.commands.evaluate:evaluate", "Decide on a sample in a file and read the answer with its reasons."),
    "explain": ("api.commands.explain:explain", "Read a recorded decision with its reasons, exactly as it was given."),
    "compare": ("api.commands.compare:compare", "See what is decided otherwise, and which rule, figure, fact or day makes the difference."),
    "rules": ("api.commands.rules:app", "The rules: list them, read one, see what reads what."),
    "db": ("api.commands.database:app", "The database that ATTENDU_DATABASE_URL names."),
    "stock": ("api.commands.stock:app", "The landlord's dwellings by commune and year."),
    "schema": ("api.commands.schema:schema", "Print the GraphQL schema in its own language (SDL), as schema.graphql holds it."),
    "token": (
        "api.commands.token:token",
        "Print a bearer token for a role, good for twelve hours, on servers of this user in development mode.",
    ),
}
"""Where each command is, and what it does, told before it is loaded."""


def command_line(*, listed: bool) -> App:
    """Return the command line; *listed*: to list its commands, rather than to run one, which says more of itself."""
    app = App(
        name="attendu",
        help="Rule-bound case work, with the trace of the rules behind every answer.",
        help_epilogue=EPILOGUE,
        help_format="plaintext",
        version=lambda: version("attendu"),
        version_flags=["--version"],
    )
    for name, (place, does) in COMMANDS.items():
        app.command(place, name=name, help=does if listed else None)
    return app


def main() -> None:
    """Run the command that the process was started with."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; expected errors are told on standard error, without a traceback."""
    try:
        named = [each for each in arguments if each not in HELP]
        app = command_line(listed=not named)
        if len(named) == 1 and named[0] in COMMANDS:  # where it lists commands of its own, each says what it does
            app[named[0]].resolved_commands()
        app(arguments, exit_on_error=False, result_action="return_value", error_console=Console(stderr=True))
    except CycloptsError:
        return NOT_READ
    except AttenduError as error:
        sys.stderr.write(f"{error}\n" if isinstance(error, FileRefused) else f"{error.code}: {error}\n")
        return NOT_READ if isinstance(error, NotRead) else NOT_DONE
    except SystemExit as end:  # a server that could not start has said why
        return NOT_DONE if end.code else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE

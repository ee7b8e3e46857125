"""
What the process logs: one line an event on standard error, JSON in production, plain words in development.

Lines of libraries are written alike. A line has the request's id and its trace's; of an exception the type and the place, never the
text, which may quote a person's facts.
"""

import logging
import sys
from typing import Final, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from api.http.errors import place_of
from tracing.spans import current_ids

LEVELS: Final = ("debug", "info", "warning", "error")
QUIET: Final = ("asyncio", "websockets", "httpx2", "httpcore2", "sqlalchemy", "aiosqlite")
"""Libraries that write what passes through them at the levels below warning."""


def configure_logs(level: str, *, plain: bool) -> None:
    """
    Send every line to standard error.

    Args:
        level: the least that is written, one of ``LEVELS``.
        plain: for people to read, instead of JSON.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _in_its_trace,
        _without_text,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
    )
    renderer: Processor = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()) if plain else structlog.processors.JSONRenderer()
    handler = _StandardError()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(allow=())],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to what is standard error when it writes: a program that runs commands one after the other may replace it."""

    @property
    def stream(self) -> TextIO:
        """Where to write now."""
        return sys.stderr

    @stream.setter
    def stream(self, _: TextIO) -> None:
        """Leave it: there is one standard error."""


def _in_its_trace(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    return {**line, **current_ids()}


def _without_text(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """Write of an exception what it is and where it was raised."""
    told = line.pop("exc_info", None)
    error = sys.exception() if told is True else told[1] if isinstance(told, tuple) else told
    if not isinstance(error, BaseException):
        return line
    kind = type(error)
    return {**line, "type": f"{kind.__module__}.{kind.__qualname__}", "place": place_of(error)}

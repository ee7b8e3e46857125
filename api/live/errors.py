"""
Why a stream of events cannot begin, or ends; each says how to go on.

    AttenduError
    └── StreamBroken
        ├── CursorExpired   events after this cursor are no longer kept
        ├── CursorAhead     there is no event with this cursor yet
        └── FellBehind      the subscriber takes events more slowly than they come
"""

from typing import ClassVar

from domain.errors import AttenduError
from tracing.audit.events import KEPT, MOST


class StreamBroken(AttenduError):
    """A stream of events that cannot begin, or ends."""

    code: ClassVar[str] = "STREAM_BROKEN"


class CursorExpired(StreamBroken):
    """Events after this cursor are no longer kept."""

    code = "CURSOR_EXPIRED"

    def __init__(self) -> None:
        super().__init__(
            f"Events are kept for {KEPT.days} days, and the last {MOST:,} at most; this cursor is older. "
            "Read again what you show, together with eventCursor, and subscribe after that."
        )


class CursorAhead(StreamBroken):
    """There is no event with this cursor yet."""

    code = "CURSOR_AHEAD"

    def __init__(self) -> None:
        super().__init__("No event has this cursor: give one that an event or eventCursor contained, or none to begin now.")


class FellBehind(StreamBroken):
    """The subscriber takes events more slowly than they come."""

    code = "RESUME_FROM_CURSOR"

    def __init__(self) -> None:
        super().__init__("Events come faster than you take them: subscribe again after the cursor of the last event that you had.")

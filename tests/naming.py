"""Names of parameters in the ids of tests: the same in every process, so that they can be spread over several."""


def named(value: object) -> str:
    """Return how *value* shows itself, or its type where that would tell its place in memory."""
    return type(value).__name__ if " at 0x" in repr(value) else repr(value)

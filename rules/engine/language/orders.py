"""
Orders in words: what people say of two values of which one is smaller, in French and English.

Of numbers there is less, of things fewer, of years and days one is earlier; a threshold is reached or exceeded.
"""

from domain.text import Text, text
from rules.engine.language.words import is_counted

OPPOSITES = {"<": ">=", ">": "<=", "<=": ">", ">=": "<"}
"""What holds where an order does not."""

NUMBERS: dict[str, Text] = {
    "<": text(fr="moins de {}", en="less than {}"),
    "<=": text(fr="au plus {}", en="at most {}"),
    ">": text(fr="plus de {}", en="more than {}"),
    ">=": text(fr="au moins {}", en="at least {}"),
}
COUNTS = NUMBERS | {"<": text(fr="moins de {}", en="fewer than {}")}
NAMED_NUMBERS = NUMBERS | {"<": text(fr="moins que {}", en="less than {}"), ">": text(fr="plus que {}", en="more than {}")}
YEARS: dict[str, Text] = {
    "<": text(fr="avant {}", en="before {}"),
    "<=": text(fr="en {} ou avant", en="in {} or earlier"),
    ">": text(fr="après {}", en="after {}"),
    ">=": text(fr="en {} ou après", en="in {} or later"),
}
DAYS: dict[str, Text] = {
    "<": text(fr="avant le {}", en="before {}"),
    "<=": text(fr="au plus tard le {}", en="on or before {}"),
    ">": text(fr="après le {}", en="after {}"),
    ">=": text(fr="à partir du {}", en="on or after {}"),
}
SAME_DAY = text(fr="le même jour que le {}", en="the same day as {}")
"""Of a day that was found, where it is the one it is held against: "no later than" would read as what is asked of it."""
NAMED_DAYS: dict[str, Text] = {
    "<": text(fr="plus tôt que {}", en="earlier than {}"),
    "<=": text(fr="au plus tard {}", en="no later than {}"),
    ">": text(fr="plus tard que {}", en="later than {}"),
    ">=": text(fr="au plus tôt {}", en="no earlier than {}"),
}
THRESHOLDS: dict[str, Text] = {
    "<": text(fr="le seuil de {} n’est pas atteint", en="the threshold of {} is not reached"),
    "<=": text(fr="le seuil de {} n’est pas dépassé", en="the threshold of {} is not exceeded"),
    ">": text(fr="le seuil de {} est dépassé", en="the threshold of {} is exceeded"),
    ">=": text(fr="le seuil de {} est atteint", en="the threshold of {} is reached"),
}


def order(test: str, unit: str | None, *, day: bool, valued: bool) -> Text:
    """
    Return a pattern for what a value is held against, ``{}`` in its place.

    Args:
        test: the order, such as ``<``.
        unit: that of the values, where they are numbers.
        day: whether they are days.
        valued: whether a value takes the place, and not the name of one.
    """
    if day:
        return (DAYS if valued else NAMED_DAYS)[test]
    if not valued:
        return NAMED_NUMBERS[test]
    return (YEARS if unit == "calendar year" else COUNTS if is_counted(unit) else NUMBERS)[test]

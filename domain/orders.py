"""Facts whose order is certain: a step of a procedure is not taken before the one it follows, a part is no more than the whole."""

from datetime import date

from domain.conditions import exceeds
from domain.expressions import Comparison, Expression, Operator
from domain.subjects import Contradiction
from domain.text import text

Day = Expression[date] | Expression[date | None]


def too_early(day: Day, *, before: Day, code: str, fr: str, en: str) -> Contradiction:
    """Declare that *day* never comes before *before*; the same day will do. *fr* and *en* say what contradicts what."""
    return Contradiction(
        Comparison(day, Operator.LESS, before),
        code=code,
        message=text(fr=f"{fr} : corriger l’une des deux dates.", en=f"{en}: correct one of the two days."),
    )


def too_many(part: Expression[int], *, of: Expression[int], code: str, fr: str, en: str) -> Contradiction:
    """Declare that *part* is never more than the whole it is *of*. *fr* and *en* say what contradicts what."""
    return Contradiction(
        exceeds(part, of),
        code=code,
        message=text(fr=f"{fr} : corriger l’un des deux nombres.", en=f"{en}: correct one of the two numbers."),
    )

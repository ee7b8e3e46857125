"""
What stops the start: a rule set that cannot stand.

    DeclarationError
    └── RuleSetError    one rule, figure or the whole set; ``problem`` names what, the message adds where and the remedy
"""

from domain.errors import DeclarationError


class RuleSetError(DeclarationError):
    """A rule set that cannot stand."""

    code = "INVALID_RULE_SET"

    def __init__(self, problem: str, message: str) -> None:
        self.problem = problem
        super().__init__(message)

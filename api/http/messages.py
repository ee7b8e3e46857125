"""
What of graphql-core's own error messages may leave.

It writes the offending value into many of them (``found: "Dupont"``). A message leaves only as far as it is known to be made of names
and types; what is not known leaves as a plain sentence. Locations stay, so nobody is left in the dark.
"""

import re

LONGEST = 300
SYNTAX = "Syntax Error: "

_KIND = r"'[^'\w]{1,3}'|<[A-Z]+>|Name|Int|Float|String|BlockString|Comment"
_EXPECTED = re.compile(rf"Expected (?P<expected>{_KIND}|'\w+'), found (?P<found>{_KIND})")
_UNEXPECTED = re.compile(rf"Unexpected (?P<found>{_KIND})")

_OF_NAMES = re.compile(
    r"Cannot (query field|spread fragment) '|"
    r"Unknown (argument|type|directive|fragment) '|"
    r"Fragment (cannot|'\w+' (cannot|is never))|"
    r"Variable '\$\w+' (is (not defined|never used|of type)|of type|cannot be non-input)|"
    r"Fields? '\w+' (conflict|must not|of type)|Spreads '|"
    r"There can be only one |This anonymous operation |The (query|mutation|subscription) operation |The directive '|"
    r"Argument '[@\w.]+\(\w+:\)' of type |Directive '|"
    r"(Anonymous Subscription|Subscription '\w+') must|"
    r"OneOf Input Object '|Too many validation errors|Validation aborted|Document is nested too deeply"
)
_SUGGESTION = re.compile(r"\.? Did you mean .*", re.DOTALL)
_NAMED_SUGGESTION = re.compile(r"\.( Did you mean (?:the enum value )?'[\w' ,]+\?)")

_OF_INPUT = re.compile(r"Variable '\$\w+' has invalid |Variable values are nested|Too many errors processing variables")
_OF_ONE_VALUE = re.compile(r"OneOf Input Object '\w+' must specify exactly one key|Value for member field '\w+' must be non-null")
_OF_ARGUMENT = re.compile(r"Argument '\w+' (has invalid (default )?value|of required type)")
_OWNER = re.compile(
    r"(?P<owner>(Variable '\$\w+'|Argument '\w+') has invalid (default )?value(?: at [\w.\[\]]+)?): (?P<rest>.*)", re.DOTALL
)
_OF_VALUE = re.compile(
    r"(Expected (a )?value of (non-null )?type '[\w!\[\]]+'"
    r"( to be an object| to be provided| not to be None| to include required field '\w+'| not to include unknown field '\w+')?"
    r"|(Int|Float|String|Boolean|ID) cannot represent (a )?(non[\w -]*)?value"
    r"|(?!(?:Int|Float|String|Boolean|ID) )\w+ cannot represent value: [^\n]*"  # a scalar of ours: what is expected, never what was given
    r"|Value cannot represent an? \w+"
    r"|Enum '\w+' cannot represent non-\w+ value"
    r"|Argument '\w+' of required type '[\w!\[\]]+' was not provided"
    r"|Expected variable '\$\w+' provided to [^:]*"
    r"|Within OneOf Input Object type '\w+', exactly one field must be specified, and the value for that field must be non-null"
    r"|Variable values are nested too deeply|Too many errors processing variables)"
)
_ENUM_VALUE = re.compile(r"Value '.*' does not exist in '(?P<enum>\w+)' enum", re.DOTALL)


def document_message(message: str, *, suggestions: bool = False) -> str:
    """
    Return the part of a message about a document that repeats no value of it.

    >>> document_message("Syntax Error: Expected Name, found String 'Dupont'.")
    'Syntax Error: Expected Name, found String.'
    >>> document_message("Cannot query field 'nam' on type 'Person'. Did you mean 'name'?")
    "Cannot query field 'nam' on type 'Person'."
    >>> document_message('Int cannot represent non-integer value: "Dupont"')
    'Int cannot represent non-integer value.'
    """
    if message.startswith(SYNTAX):
        return SYNTAX + _syntax(message.removeprefix(SYNTAX)) + "."
    if _OF_NAMES.match(message):
        told = message if suggestions else _SUGGESTION.sub(".", message)
        return told if len(told) <= LONGEST else told[: LONGEST - 1] + "…"
    return input_message(message, suggestions=suggestions)


def is_about_input(message: str, *, in_field: bool) -> bool:
    """Tell whether *message* says that a variable, or in a field an argument, does not fit its type."""
    return (_OF_ARGUMENT if in_field else _OF_INPUT).match(message) is not None or _OF_ONE_VALUE.match(message) is not None


def input_message(message: str, *, suggestions: bool = False) -> str:
    """
    Return the part of a message about a value that does not repeat the value.

    >>> input_message("Variable '$born' has invalid value at .day: Expected value of type 'Date', found: 'Dupont'.")
    "Variable '$born' has invalid value at .day: Expected value of type 'Date'."
    >>> input_message('Date cannot represent value: a day is expected, such as "2026-01-31"')
    'Date cannot represent value: a day is expected, such as "2026-01-31".'
    """
    owned = _OWNER.match(message)
    if owned:
        return f"{owned['owner']}: {_value(owned['rest'], suggestions=suggestions)}"
    return _value(message, suggestions=suggestions)


def _value(message: str, *, suggestions: bool) -> str:
    suggested = _NAMED_SUGGESTION.search(message) if suggestions else None
    hint = suggested[1] if suggested else ""
    if known := _OF_VALUE.match(message) or _OF_ONE_VALUE.match(message):
        return f"{known[0]}.{hint}"
    if known := _ENUM_VALUE.match(message):
        return f"Value does not exist in '{known['enum']}' enum.{hint}"
    return "Invalid value."


def _syntax(message: str) -> str:
    if known := _EXPECTED.match(message) or _UNEXPECTED.match(message):
        return known[0]
    return re.split(r"[:'\"]", message, maxsplit=1)[0].rstrip(" .,")

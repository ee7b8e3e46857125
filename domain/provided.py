"""
What a provider says: a value, or unknown and a code that says why; and what each code means in words.

A provider that fails is no error of the question: its fact stays unknown, the rules go on, and the record says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.text import Text, text


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a provider says of one request: a value, or ``UNKNOWN`` with a code that says why."""

    value: Any
    because: str | None = None
    cached: bool = False


WHY_UNKNOWN: Mapping[str, Text] = {
    "PROVIDER_TIMEOUT": text(fr="le service n’a pas répondu à temps", en="the service did not answer in time"),
    "PROVIDER_UNAVAILABLE": text(fr="le service ne répond pas", en="the service does not answer"),
    "CIRCUIT_OPEN": text(
        fr="le service vient d’échouer plusieurs fois, il n’est plus interrogé pour l’instant",
        en="the service has just failed several times and is left alone for a while",
    ),
    "PROVIDER_FAILED": text(fr="le service a échoué", en="the service failed"),
    "NO_ANSWER": text(fr="cette source ne donne pas la réponse", en="this source does not give the answer"),
    "NO_SUCH_COMMUNE": text(fr="aucune commune n’a ce code INSEE : le corriger", en="no commune has this INSEE code: correct it"),
    "NOT_COVERED": text(fr="le service ne couvre pas ce cas", en="the service does not cover this case"),
    "ANSWER_TOO_LARGE": text(fr="la réponse du service est démesurée", en="the service's answer is far too large"),
    "ANSWER_NOT_UNDERSTOOD": text(fr="la réponse du service est incompréhensible", en="the service's answer makes no sense"),
    "ANSWER_OUT_OF_RANGE": text(fr="la réponse du service est impossible", en="the service's answer is impossible"),
}

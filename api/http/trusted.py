"""
Trusted documents: the operations that the client build wrote down, asked for by their SHA-256.

The file is what GraphQL Code Generator's client preset makes (``persisted-documents.json``, with ``hashAlgorithm: "sha256"``):
one JSON object from hash to document.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Self

import orjson

from api.http.errors import Code, RequestError
from api.http.request import GraphQLRequest


class DocumentPolicy(StrEnum):
    """Which documents are answered."""

    ANYTHING = "anything"
    LISTED = "listed"  # by hash, or as a text that is on the list to the letter
    TRUSTED_ONLY = "trusted only"  # by hash


class BrokenDocumentList(ValueError):
    """The file of trusted documents cannot be used; stops the start."""


@dataclass(frozen=True, slots=True)
class TrustedDocuments:
    """The listed documents by hash, and what to do about others."""

    policy: DocumentPolicy = DocumentPolicy.ANYTHING
    texts: Mapping[str, str] = field(default_factory=dict)
    _listed: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_listed", frozenset(self.texts.values()))

    @classmethod
    def from_file(cls, path: Path, policy: DocumentPolicy) -> Self:
        """
        Read the list that the client build made.

        Raises:
            BrokenDocumentList: it is not an object of texts, or a key is not the SHA-256 of its text.
        """
        try:
            texts = orjson.loads(path.read_bytes())
        except orjson.JSONDecodeError as error:
            raise BrokenDocumentList(f"{path} is not JSON: let the client build write it anew") from error
        if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
            raise BrokenDocumentList(f"{path} must be one object from hash to document")
        for key, text in texts.items():
            if key != sha256(text):
                raise BrokenDocumentList(
                    f'{path}: {key} is not the SHA-256 of its document; set hashAlgorithm: "sha256" in the client build'
                )
        return cls(policy, texts)

    def lists(self, text: str) -> bool:
        """Tell whether *text* is on the list, to the letter."""
        return text in self._listed

    def text_of(self, request: GraphQLRequest) -> str:
        """
        Return the document that *request* asks for, by text or by hash.

        Raises:
            RequestError: it may not be asked for, or the list has no such hash.
        """
        if request.document_id is not None:
            return self._by_hash(request.document_id, request.query)
        text = request.query or ""
        if self.policy is DocumentPolicy.ANYTHING or (self.policy is DocumentPolicy.LISTED and text in self._listed):
            return text
        raise RequestError(
            Code.DOCUMENT_NOT_TRUSTED, "Only documents on the deployment's list are answered: send the hash of one in documentId."
        )

    def _by_hash(self, document_id: str, query: str | None) -> str:
        text = self.texts.get(document_id)
        if query is not None and sha256(query) != document_id:
            raise RequestError(Code.BAD_REQUEST, "The hash is not the SHA-256 of the document sent with it.")
        if text is not None:
            return text
        if query is not None and self.policy is DocumentPolicy.ANYTHING:
            return query
        raise RequestError(Code.PERSISTED_QUERY_NOT_FOUND, "PersistedQueryNotFound", of_document=True)


def sha256(text: str) -> str:
    """Return the hash under which clients know a document."""
    return hashlib.sha256(text.encode()).hexdigest()

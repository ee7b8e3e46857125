"""Changes on items, as a client asks for them, and what comes of them."""

from collections.abc import Mapping
from typing import Any

from tests.api.clients import Client
from tests.api.files.contents import PDF

CARD = "documents.identity.identity_card@marie"

ANNOUNCE = """
mutation ($input: AnnounceFileInput!) { announceFile(input: $input) {
  ... on FileAnnounced { file { id state downloadUrl } upload { url method headers { name value } expiresAt } }
  ... on Error { code path } } }
"""
CONFIRM = """
mutation ($input: ConfirmFileInput!) { confirmFile(input: $input) {
  ... on FileConfirmed { file { id name state sha256 downloadUrl } receipt { state files { id } } } ... on Error { code path } } }
"""
REMOVE = "mutation ($input: RemoveFileInput!) { removeFile(input: $input) { ... on FileRemoved { file { state } } ... on Error { code } } }"
REVIEW = """
mutation ($input: ReviewDocumentInput!) { reviewDocument(input: $input) {
  ... on DocumentReviewed { receipt { state reason by } } ... on Error { code path message } } }
"""
WRITE = """
mutation ($input: WriteCommentInput!) { writeComment(input: $input) {
  ... on CommentSaved { comment { id text internal author version } } ... on Error { code } } }
"""
EDIT = """
mutation ($input: EditCommentInput!) { editComment(input: $input) {
  ... on CommentSaved { comment { text version } } ... on CommentConflict { code current { text version } } ... on Error { code } } }
"""
DELETE = """
mutation ($input: DeleteCommentInput!) { deleteComment(input: $input) {
  ... on CommentSaved { comment { text version } } ... on Error { code } } }
"""
ASSIGN = """
mutation ($input: AssignItemInput!) { assignItem(input: $input) {
  ... on ItemAssigned { assignment { assignee by } } ... on Error { code path } } }
"""
DOCUMENTS = """
query ($id: ID!, $received: [ReceiptState!]) { household(id: $id) { documents(received: $received) {
  key receipt { state reason files { name size state } } assignment { assignee } comments(first: 2) { nodes { text } } } } }
"""
HISTORY = """
query ($id: ID!, $item: ID, $first: Int! = 20, $after: String) { household(id: $id) {
  itemHistory(item: $item, first: $first, after: $after) { nodes { item action by detail } pageInfo { endCursor hasNextPage } } } }
"""


def change(client: Client, mutation: str, headers: Mapping[str, str] | None = None, **given: Any) -> dict[str, Any]:
    """Make a change and return what came of it."""
    answer = client.send(mutation, headers=headers, input=given)
    assert "errors" not in answer, answer["errors"]
    (made,) = answer["data"].values()
    return dict(made)


def send(client: Client, household: str, content: bytes = PDF, headers: Mapping[str, str] | None = None, **changes: Any) -> dict[str, Any]:
    """Announce a file, upload it, and return what came of announcing it."""
    about: dict[str, Any] = {
        "subject": household,
        "item": CARD,
        "name": "carte.pdf",
        "mediaType": "application/pdf",
        "size": len(PDF),
        **changes,
    }
    announced = change(client, ANNOUNCE, headers, **about)
    upload = announced["upload"]
    sent = client.http.request(
        upload["method"], upload["url"], content=content, headers={each["name"]: each["value"] for each in upload["headers"]}
    )
    assert sent.status_code == 204
    return announced

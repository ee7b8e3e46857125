"""Files of documents: announced, uploaded elsewhere, confirmed, removed."""

from functools import partial

from api.schema.context import Context
from api.schema.findings.attached import DocumentReceipt, File
from api.schema.items.access import DOCUMENTS, Place, file_at, place_of
from api.schema.items.inputs import AnnounceFileInput, ConfirmFileInput, RemoveFileInput
from api.schema.items.results import (
    LONGEST_NAME,
    PER_DOCUMENT,
    FileAnnounced,
    FileConfirmed,
    FileRemoved,
    Header,
    ItemRefused,
    Upload,
)
from api.schema.subjects.idempotency import once
from api.schema.subjects.results import IdempotencyKeyReused, NotFound
from domain.store.idempotency import Key, Made
from domain.store.items.errors import FileMissing, FileNotAsAnnounced
from domain.store.items.files import AWAITING, STORED
from domain.store.items.files import File as StoredFile
from domain.store.items.media_types import BEGINNINGS
from domain.store.items.objects import LARGEST, UPLOAD_WITHIN

Refused = NotFound | ItemRefused | IdempotencyKeyReused


async def announce(context: Context, given: AnnounceFileInput) -> FileAnnounced | Refused:
    """Write down a file that is about to be uploaded, and say where to."""
    return await once(context, given, partial(_announce, context, given), partial(_announced_again, context))


async def confirm(context: Context, given: ConfirmFileInput) -> FileConfirmed | Refused:
    """Read through what was uploaded and keep it; its document is received."""

    async def again(_: Made) -> FileConfirmed | Refused:
        return await _confirm(context, given.file, None)

    return await once(context, given, partial(_confirm, context, given.file), again)


async def remove(context: Context, given: RemoveFileInput) -> FileRemoved | Refused:
    """Remove a file; what was known of it stays, its bytes do not."""

    async def again(_: Made) -> FileRemoved | Refused:
        return await _remove(context, given.file, None)

    return await once(context, given, partial(_remove, context, given.file), again)


async def _announce(context: Context, given: AnnounceFileInput, key: Key | None) -> FileAnnounced | Refused:
    place = await place_of(context, given.subject, given.item, DOCUMENTS)
    if not isinstance(place, Place):
        return place
    if not 0 < len(given.name) <= LONGEST_NAME or given.name.isspace() or not given.name.isprintable():
        return ItemRefused.of("FILE_NAME_REFUSED")
    if given.media_type not in BEGINNINGS:
        return ItemRefused.of("FILE_TYPE_REFUSED")
    if not 0 < given.size <= LARGEST:
        return ItemRefused.of("FILE_SIZE_REFUSED")
    if len((await place.on_items.files()).get(place.item, ())) >= PER_DOCUMENT:
        return ItemRefused.of("TOO_MANY_FILES")
    act = place.act(key)
    await context.answering.items.stores.files.announce(act, given.name, given.media_type, given.size)
    return await _announced(context, act.id)


async def _announced_again(context: Context, made: Made) -> FileAnnounced | Refused:
    return await _announced(context, *made.ids)


async def _announced(context: Context, file_id: str) -> FileAnnounced | Refused:
    found = await file_at(context, file_id)
    if found is None:
        return NotFound.here("subject")
    place, file = found
    url = await context.answering.items.objects.upload_address(file)
    headers = [Header(name="Content-Type", value=file.media_type)]
    until = context.answering.deciding.clock() + UPLOAD_WITHIN
    return FileAnnounced(file=File.of(file, place.on_items), upload=Upload(url=url, method="PUT", headers=headers, expires_at=until))


async def _confirm(context: Context, file_id: str, key: Key | None) -> FileConfirmed | Refused:
    found = await file_at(context, file_id)
    if found is None:
        return NotFound.here("file")
    place, file = found
    if file.state == AWAITING:
        try:
            digest = await context.answering.items.objects.settle(file)
        except (FileMissing, FileNotAsAnnounced) as refused:
            return ItemRefused.of(refused.code)
        await context.answering.items.stores.files.keep(place.act(key), file, digest)
    after = await context.answering.items.stores.files.get(context.reach, file_id)
    if after is None or after.state != STORED:
        return ItemRefused.of("FILE_MISSING")
    receipts = await place.on_items.receipts()
    return FileConfirmed(
        file=File.of(after, place.on_items), receipt=DocumentReceipt.of(receipts.get(place.item), place.item, place.on_items)
    )


async def _remove(context: Context, file_id: str, key: Key | None) -> FileRemoved | Refused:
    found = await file_at(context, file_id)
    if found is None:
        return NotFound.here("file")
    place, file = found
    await context.answering.items.stores.files.remove(place.act(key), file)
    await context.answering.items.objects.remove(file.id)
    after: StoredFile = (await context.answering.items.stores.files.get(context.reach, file_id)) or file
    return FileRemoved(file=File.of(after, place.on_items))

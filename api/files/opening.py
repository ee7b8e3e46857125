"""From a setting to the store of files: a folder, or a bucket of an S3-compatible store."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from obstore.store import LocalStore, S3Store

from api.files.routes import PATH, Files
from api.files.signing import FolderSigner
from domain.store.items.files import FileStore
from domain.store.items.objects import BucketSigner, Objects

RETRIES = 2
RETRY_WITHIN = timedelta(seconds=15)


def open_files(address: str, store: FileStore, clock: Callable[[], datetime]) -> Files:
    """
    Return the store of files at *address*; nothing is opened before its first use.

    Args:
        address: a folder, or ``s3://bucket/folder``; the rest of what reaching a bucket takes is in the ``AWS_*`` variables.
        store: what is known of files.
        clock: the instant now.
    """
    if address.startswith("s3://"):

        @cache
        def open_bucket() -> S3Store:
            return S3Store.from_url(address, retry_config={"max_retries": RETRIES, "retry_timeout": RETRY_WITHIN})

        return Files(store, Objects(open_bucket, BucketSigner(open_bucket)))
    folder = Path(address)
    signer = FolderSigner(folder, PATH, clock)
    return Files(store, Objects(lambda: LocalStore(folder, mkdir=True), signer), signer)

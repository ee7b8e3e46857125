"""An S3-compatible server on a port of this machine, with one bucket; its keys are the standard ``AWS_*`` variables."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import httpx2
import pytest
from moto.server import ThreadedMotoServer

BUCKET = "attendu-files"
KEYS: Mapping[str, str] = MappingProxyType(
    {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "us-east-1", "AWS_ALLOW_HTTP": "true"}
)


SIGNED_SOMEHOW = {"authorization": "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x"}
"""The server asks no more of a signature than which service it is for."""


@contextmanager
def a_bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve one bucket, set the variables, and return its address."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        for name, value in {**KEYS, "AWS_ENDPOINT_URL": endpoint}.items():
            monkeypatch.setenv(name, value)
        httpx2.put(f"{endpoint}/{BUCKET}", headers=SIGNED_SOMEHOW).raise_for_status()
        yield f"s3://{BUCKET}/demo"
    finally:
        server.stop()

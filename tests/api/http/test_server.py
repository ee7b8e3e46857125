"""What only a real server shows: shutdown, and sockets over TCP."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
from websockets.sync.client import connect

pytestmark = pytest.mark.server

READ = "subscription { forever }"


@contextmanager
def server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Run the small application; yield its address once it listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        descriptor = listener.fileno()
        command = [sys.executable, "-m", "uvicorn", "tests.api.http.app:app", "--fd", str(descriptor), "--log-level", "warning"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
        process = subprocess.Popen(command, pass_fds=[descriptor], env=environment)
        try:
            yield f"127.0.0.1:{listener.getsockname()[1]}", process
        finally:
            process.kill()
            process.wait(10)


def test_idle_streams_end_on_shutdown_and_the_process_with_them() -> None:
    with (
        server() as (address, process),
        httpx2.Client(timeout=20) as client,
        connect(f"ws://{address}/graphql", subprotocols=["graphql-transport-ws"]) as websocket,  # type: ignore[list-item]  # a plain name
    ):
        websocket.send('{"type": "connection_init"}')
        assert json.loads(websocket.recv(20))["type"] == "connection_ack"
        websocket.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"query": READ}}))
        assert json.loads(websocket.recv(20))["type"] == "next"
        headers = {"accept": "text/event-stream"}
        with client.stream("POST", f"http://{address}/graphql", json={"query": READ}, headers=headers) as response:
            lines = response.iter_lines()
            assert next(lines) == "event: next"
            process.send_signal(signal.SIGTERM)
            assert "event: complete" not in list(lines)
        assert process.wait(5) in {0, -signal.SIGTERM}

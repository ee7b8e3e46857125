"""Server processes that a benchmark starts, and what they used of the processor."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx2

START_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers over HTTP."""

    process: subprocess.Popen[bytes]
    address: str

    def cpu_seconds(self) -> float:
        """Return the processor time that the process has used so far, in all its threads."""
        return cpu_seconds(self.process.pid)

    def memory_bytes(self) -> int:
        """Return what the process holds of the machine's memory now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used so far, in all its threads."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


@contextmanager
def program(environment: Mapping[str, str]) -> Iterator[Server]:
    """Start ``attendu serve`` as people do, and wait until it answers."""
    port = free_port()
    command = (sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", str(port))
    with _running(command, environment, port, "/livez") as made:
        yield made


@contextmanager
def server(module: str, environment: Mapping[str, str], probe: str) -> Iterator[Server]:
    """Start ``python -m uvicorn`` on the application factory or application *module* names, and wait until *probe* answers."""
    port = free_port()
    factory = ["--factory"] if module.endswith("from_environment") else []
    command: Sequence[str] = (
        *(sys.executable, "-m", "uvicorn", module, *factory, "--port", str(port), "--loop", "uvloop", "--http", "httptools"),
        *("--no-access-log", "--log-level", "warning"),
    )
    with _running(command, environment, port, probe) as made:
        yield made


@contextmanager
def _running(command: Sequence[str], environment: Mapping[str, str], port: int, probe: str) -> Iterator[Server]:
    process = subprocess.Popen(command, env=os.environ | environment)
    try:
        made = Server(process, f"http://127.0.0.1:{port}")
        wait_for(f"{made.address}{probe}")
        yield made
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def wait_for(address: str) -> None:
    """Wait until something answers."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            httpx2.get(address)
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


class Sink(BaseHTTPRequestHandler):
    """A collector that takes every span and keeps none."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take what is sent."""
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


@contextmanager
def sink() -> Iterator[str]:
    """Run a collector on a thread of this process, and give its address."""
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Sink)
    thread = threading.Thread(target=listening.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}"
    finally:
        listening.shutdown()
        thread.join()

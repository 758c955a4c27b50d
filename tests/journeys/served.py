"""The demo as people meet it: its own web server, on a copy of the simulated year, on the day of the demo."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from tests.database import address_of
from tools.env import ROOT

HOST = "127.0.0.1"
PATIENCE = 30.0
"""seconds for a start"""


@contextmanager
def served(database: str, folder: Path, *, day: str = "2024-05-10") -> Iterator[str]:
    """The address of the product for as long as the block lasts, its clock on a day; `folder` takes files and log."""
    environment = os.environ | {
        "DIABAN_DEMO": "1",
        "DIABAN_CLOCK": day,
        "DATABASE_URL": address_of(database),
        "DIABAN_STATIC_ROOT": str(folder / "static"),
    }
    port = _free_port()
    with (folder / "server.log").open("wb") as log:
        collect = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(collect, cwd=ROOT, env=environment, stdout=log, stderr=log, check=True)
        server = subprocess.Popen(_command(port), cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        _wait(server, port, folder / "server.log")
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _command(port: int) -> list[str]:
    granian = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    return [*granian, "--workers", "1", "--blocking-threads", "2", "--no-ws", "diaban.config.wsgi:application"]


def _free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        port: int = door.getsockname()[1]
    return port


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until it answers. A server that ends first, or never answers, says why in its log."""
    late = monotonic() + PATIENCE
    while server.poll() is None and monotonic() < late:
        with suppress(OSError), socket.create_connection((HOST, port), timeout=0.2):
            return
    raise RuntimeError(log.read_text(errors="replace"))

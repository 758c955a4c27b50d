"""The side that asks: hands a file to the process of its own and believes nothing but its verdict."""

from __future__ import annotations

import hashlib
import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from diaban.attachments.rules.kinds import AttachmentKind, FileType, refuse_size
from diaban.attachments.rules.names import display_name
from diaban.attachments.rules.secrecy import refuse_marked_name
from diaban.kit.errors import FileRefused

HOUSE = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-P", "-s", "-m", "diaban.attachments.examining"]
PATIENCE = 60
"""seconds by the wall, for a machine with much to do; the process itself has ten of computing"""
_TOO_COMPLEX = "Tệp quá phức tạp nên không kiểm tra được. Hãy lưu lại thành tệp đơn giản hơn (PDF, ảnh JPEG) rồi gửi."
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that may be kept. `source` is read when it is: many large ones never stand in memory together."""

    name: str
    type: FileType
    size: int
    sha256: str
    source: IO[bytes]
    thumb: bytes = b""
    width: int | None = None
    height: int | None = None

    def content(self) -> bytes:
        self.source.seek(0)
        return self.source.read()


def examine(*, source: IO[bytes], name: str, size: int, kind: AttachmentKind) -> Examined:
    """What a file is, and a photo made anew. `size` as it was sent. Raises FileRefused."""
    refuse_marked_name(name)
    refuse_size(size, kind=kind)
    source.seek(0)
    content = source.read()
    verdict, pictures = _ask(content, kind)
    if "refused" in verdict:
        raise FileRefused(verdict["refused"])
    file_type = FileType(verdict["type"])
    if file_type is FileType.JPEG:
        content, thumb = pictures[: verdict["content"]], pictures[verdict["content"] :]
        source = BytesIO(content)
    else:
        thumb = b""
    return Examined(
        name=display_name(name, file_type),
        type=file_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        source=source,
        thumb=thumb,
        width=verdict.get("width"),
        height=verdict.get("height"),
    )


def _ask(content: bytes, kind: AttachmentKind) -> tuple[dict[str, Any], bytes]:
    """The verdict, and the two pictures. Whatever ends the process, memory, time or a bug, the file is refused."""
    command, environment = [*COMMAND, kind.value], {"PYTHONPATH": str(HOUSE), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 -- our own module, and a kind
            command, input=content, env=environment, cwd="/", capture_output=True, timeout=PATIENCE, check=True
        )
    except (subprocess.SubprocessError, OSError) as problem:
        said = bytes(getattr(problem, "stderr", None) or b"").decode(errors="replace").strip().splitlines()
        log.warning("a file could not be examined: %s %s", problem, said[-1:] or "")
        raise FileRefused(_TOO_COMPLEX) from None
    line, _, pictures = done.stdout.partition(b"\n")
    return json.loads(line), pictures

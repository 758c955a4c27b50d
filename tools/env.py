"""The project's own environment, .venv, made from the lock files. Standard library only: it runs before all else."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from tools import say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
STAMP = VENV / "diaban-lock.json"
"""{lock file: sha256 of what was installed from it}"""
UV_LOCK = ROOT / "tools" / "uv.txt"
LOCKS = [ROOT / "requirements.txt"]
DEV_LOCKS = [*LOCKS, ROOT / "requirements-dev.txt"]


def is_ours(prefix: str) -> bool:
    return Path(prefix).resolve() == VENV.resolve()


def ensure(*, dev: bool) -> None:
    """Make or renew .venv so that it holds what the lock says; nothing to do when the stamp agrees."""
    locks = DEV_LOCKS if dev else LOCKS
    if _is_fresh(locks):
        return
    with _one_at_a_time():
        if _is_fresh(locks):
            return
        bar = say.Bar(["môi trường Python", "công cụ cài đặt", "thư viện"])
        bar.run("Tạo môi trường Python riêng (.venv)", _make_venv)
        bar.run("Cài uv, công cụ cài đặt", _install_uv)
        bar.run("Cài các thư viện đã khóa phiên bản", lambda: _install(locks))
        STAMP.write_text(json.dumps({path.name: _digest(path) for path in locks}))


def run(command: list[str], failure: str) -> None:
    """Run quietly; when it fails, show what it printed and stop with a sentence."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        say.line("\n" + done.stdout[-4000:])
        say.stop(failure)


def _is_fresh(locks: list[Path]) -> bool:
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return False
    return os.access(PYTHON, os.X_OK) and all(stamp.get(path.name) == _digest(path) for path in locks)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class _one_at_a_time:  # noqa: N801 -- reads as what it does
    """Two commands started together must not both write .venv."""

    def __enter__(self) -> None:
        try:
            (ROOT / ".diaban").mkdir(exist_ok=True)
            self.file = (ROOT / ".diaban" / "env.lock").open("w")
        except OSError as error:
            say.stop(f"Không ghi được vào thư mục {ROOT}: {error.strerror}. Hãy chạy bằng chủ của thư mục này.")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *_: object) -> None:
        self.file.close()


def _make_venv() -> None:
    if os.access(PYTHON, os.X_OK) and _succeeds([PYTHON, "-c", "import pip"]):
        return
    if not _can_make_venv():
        _install_venv_package()
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], "Không tạo được môi trường Python (.venv).")


def _can_make_venv() -> bool:
    """Debian's python3 comes without ensurepip; without it `python3 -m venv` fails half-way."""
    probe = [sys.executable, "-c", "import venv, ensurepip; ensurepip.version()"]
    return _succeeds(probe)


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _install_venv_package() -> None:
    package = "python3-venv"
    if os.geteuid() != 0:
        say.stop(f"Máy thiếu gói {package}. Hãy chạy: sudo apt-get install {package}, rồi chạy lại lệnh này.")
    apt_install([package], f"Không cài được gói {package}; xem lại mạng hoặc cài bằng tay.")


def apt_install(packages: list[str], failure: str) -> None:
    """As root on Debian."""
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run(["apt-get", "update", "-q"], failure)
    run(["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages], failure)


def _install_uv() -> None:
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", str(UV_LOCK)]
    run(pip, "Không tải được uv. Hãy kiểm tra mạng (hoặc cấu hình pip) rồi chạy lại.")


def _install(locks: list[Path]) -> None:
    """uv is quick; where it cannot get through (a certificate or a mirror that it does not know), others try."""
    files = [part for path in locks for part in ("-r", str(path))]
    uv = [PYTHON, "-m", "uv", "pip", "install", "-q", "--python", PYTHON, "--require-hashes", "--compile-bytecode"]
    if _succeeds([*uv, *files]) or _succeeds([*uv, "--system-certs", *files]):
        return
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    run([*pip, *files], "Không cài được thư viện theo tệp khóa. Hãy kiểm tra mạng rồi chạy lại.")

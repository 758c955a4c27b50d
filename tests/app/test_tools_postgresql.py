"""The embedded PostgreSQL starts, is shared, stops with its last user, and comes back after the worst."""

from __future__ import annotations

import os
import shutil
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tools.pg import Server


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A cluster for these tests alone, down between them and deleted afterwards."""
    made = Server(f"try-{os.getpid()}")
    yield made
    made.wipe()
    shutil.rmtree(made.state)
    shutil.rmtree(made.sockets, ignore_errors=True)


def number_in(server: Server) -> int:
    """Keep one more record; how many there are."""
    with psycopg.connect(server.url("postgres"), autocommit=True, options="-c synchronous_commit=on") as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept (number int)")
        connection.execute("INSERT INTO kept VALUES (1)")
        row = connection.execute("SELECT count(*) FROM kept").fetchone()
    assert row
    return int(row[0])


def pid_of(server: Server) -> int:
    return int((server.data / "postmaster.pid").read_text().splitlines()[0])


def test_the_last_user_stops_it_and_nothing_is_lost(server: Server) -> None:
    with server.in_use():
        with Server(server.kind).in_use() as other:
            before = number_in(other)
        assert number_in(server) == before + 1
    assert not (server.data / "postmaster.pid").exists()
    with server.in_use():
        assert number_in(server) == before + 2


def test_it_comes_back_after_a_crash(server: Server) -> None:
    with server.in_use():
        before = number_in(server)
        os.kill(pid_of(server), signal.SIGKILL)
        if server.process:
            server.process.wait()
    with server.in_use():
        assert number_in(server) == before + 1


def test_a_stale_number_that_now_belongs_to_another_process_is_no_obstacle(server: Server) -> None:
    with server.in_use():
        before = number_in(server)
    pidfile = server.data / "postmaster.pid"
    pidfile.write_text(f"{os.getppid()}\n{server.data}\n1\n5432\n{server.sockets}\n\n1 1\nready\n")
    with server.in_use():
        assert number_in(server) == before + 1


def test_only_its_owner_reads_its_secrets(server: Server) -> None:
    with server.in_use():
        private = [server.state / "secrets.json", server.data, server.sockets]
        assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in private] == [0, 0, 0]


def test_a_database_in_use_is_not_wiped(server: Server) -> None:
    with server.in_use(), pytest.raises(SystemExit):
        Server(server.kind).wipe()


def test_folders_above_keep_their_modes(server: Server) -> None:
    parents = [path for path in server.state.parents if path != Path("/")]
    before = [path.stat().st_mode for path in parents]
    with server.in_use():
        assert [path.stat().st_mode for path in parents] == before

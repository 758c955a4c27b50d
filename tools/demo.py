"""`bin/demo`: the whole product on this machine, with a simulated year and the running one, in one command."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from diaban.config.words import speak_vietnamese
from tools import launch, say, static
from tools.env import ROOT
from tools.pg import Server

REPORTS = ROOT / ".diaban" / "bao-cao"
HOST = "127.0.0.1"


def main(words: list[str]) -> int:
    arguments = _parser().parse_args(words)
    if not arguments.no_serve:
        _refuse_taken_port(arguments.port)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _as_ctrl_c)
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        say.line("\nĐã dừng. Dữ liệu còn nguyên; chạy lại bin/demo để mở tiếp.")
        return 0


def _parser() -> argparse.ArgumentParser:
    speak_vietnamese()
    parser = argparse.ArgumentParser(
        prog="bin/demo", description="Dựng Địa Bàn trên máy này với một năm mô phỏng và năm đang chạy rồi mở trang."
    )
    parser.add_argument("--port", type=int, default=8000, metavar="SỐ", help="cổng của trang (mặc định 8000)")
    parser.add_argument("--no-serve", action="store_true", help="dựng xong, in số liệu rồi thôi, không mở trang")
    parser.add_argument("--fresh", action="store_true", help="xóa dữ liệu mô phỏng đang có và làm lại từ đầu")
    return parser


def _as_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _run(arguments: argparse.Namespace) -> int:
    os.environ["DIABAN_DEMO"] = "1"
    os.environ.setdefault("DIABAN_CLOCK", launch.DEMO["DIABAN_CLOCK"])
    server = launch.prepare()
    if arguments.fresh:
        _wipe(server)
    with launch.running(server):
        import django

        django.setup()
        fill()
        static.collect()
        if arguments.no_serve:
            _say_headline()
            return 0
        return _serve(arguments.port)


def _wipe(server: Server | None) -> None:
    if server is None:
        say.stop("--fresh chỉ xóa cơ sở dữ liệu của riêng bin/demo, không xóa máy chủ trong DATABASE_URL.")
    server.wipe()


def fill() -> None:
    """Bring the database to the demonstration's state; a filling that was cut short goes on where it stopped."""
    from diaban.config import demo, schema
    from diaban.kit.errors import RuleBroken

    launch.refuse_silence()
    steps = [demo.Step("Tạo cấu trúc dữ liệu", launch.bring_up_to_date), *demo.steps(REPORTS)]
    if demo.is_ready():
        launch.bring_up_to_date()
        steps = [] if list(REPORTS.glob("*.pdf")) else steps[-1:]
    bar = say.Bar([step.label for step in steps])
    for step in steps:
        try:
            bar.run(step.label, step.work)
        except RuleBroken as refusal:
            say.stop(f"{refusal}\nbin/demo cần cơ sở dữ liệu chỉ có dữ liệu mô phỏng; làm lại bằng: bin/demo --fresh")
    if steps:
        schema.remember(demo=demo.SEEDED)


def _say_headline() -> None:
    from diaban.config import demo

    for title, sentences in demo.headline():
        print(f"\n{title} năm {demo.YEAR} (dữ liệu mô phỏng)")
        for sentence in sentences:
            print(f"  - {sentence}")
    print("\nBáo cáo tổng hợp:")
    for path in sorted(REPORTS.glob(f"tong-hop-{demo.YEAR}.*")):
        print(f"  {_shown(path)}")
    sys.stdout.flush()


def _shown(path: Path) -> Path:
    """As short as it is right from where the person stands."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _refuse_taken_port(port: int) -> None:
    if not 0 < port < 65536:
        say.stop(f"Cổng {port} không có; hãy chọn một số từ 1 đến 65535, ví dụ: bin/demo --port 8001")
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, port))
        except (OSError, OverflowError):
            other = port + 1 if 1023 < port < 65535 else 8001
            say.stop(
                f"Không mở được cổng {port}: đang có chương trình khác dùng, hoặc máy không cho. "
                f"Hãy chọn cổng khác, ví dụ: bin/demo --port {other}"
            )


def _serve(port: int) -> int:
    """The web server, until Ctrl-C. It is a group of processes of its own: Ctrl-C reaches us, and we end all of it.

    The headline is read while the server starts, so that both cores have something to do."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "2", "--log-level", "warning", "--no-ws"]
    # Even when we are killed outright, the kernel ends the web server with us.
    bound = ["setpriv", "--pdeathsig", "TERM"] if shutil.which("setpriv") else []
    process = subprocess.Popen([*bound, *command, "diaban.config.wsgi:application"], cwd=ROOT, start_new_session=True)
    try:
        _say_headline()
        if _answers(process, port):
            _say_address(port)
        return process.wait()
    finally:
        _end(process)


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection((HOST, port), timeout=0.2):
            return True
        time.sleep(0.05)
    return False


def _say_address(port: int) -> None:
    print(f"\nMở trang: http://localhost:{port}/")
    print("Đăng nhập: ở trang đăng nhập, bấm tên một vai (Ban Tổ chức Tỉnh ủy, cán bộ theo dõi, đảng ủy xã …).")
    print("Dừng: Ctrl-C", flush=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Once politely, then for good: its workers must not outlive it, nor a second Ctrl-C stop us here."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

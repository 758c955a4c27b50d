"""`bin/bench`: measure, on the demonstration's own data; prints figures and ratios, and never fails for a slow one."""

from __future__ import annotations

import os
import subprocess
import sys

from tools import demo, launch, say, static
from tools.env import ROOT


def main(arguments: list[str]) -> int:
    """`bin/bench` runs every file of bench/; `bin/bench NAME [its arguments]` runs one."""
    names = sorted(path.stem for path in (ROOT / "bench").glob("*.py") if path.stem != "__init__")
    if {"-h", "--help"} & set(arguments[:1]):
        say.line(f"bin/bench [PHÉP ĐO [tham số]]: đo trên dữ liệu mô phỏng. Các phép đo: {', '.join(names)}.")
        return 0
    if arguments and arguments[0] not in names:
        say.stop(f"Không có phép đo «{arguments[0]}». Các phép đo: {', '.join(names)}.")
    server = launch.prepare()
    with launch.running(server):
        import django

        django.setup()
        demo.fill()
        static.collect()
        launch.hang_up()
        chosen, words = (arguments[:1], arguments[1:]) if arguments else (names, [])
        return max(_run(name, words) for name in chosen)


def _run(name: str, words: list[str]) -> int:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    before = "import django; django.setup(); import runpy; runpy.run_module(sys.argv.pop(1), run_name='__main__')"
    command = [sys.executable, "-c", f"import sys; {before}", f"bench.{name}", *words]
    return subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode

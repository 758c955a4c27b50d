"""What the commands tell the person: short Vietnamese lines and one progress bar, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

WIDTH = 24
Result = TypeVar("Result")


def line(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(text: str, code: int = 2) -> NoReturn:
    """End with a sentence that the person can act on."""
    line(text)
    raise SystemExit(code)


def step(label: str, work: Callable[[], Result]) -> Result:
    """Say what is being done, do it, and say how long it took."""
    return Bar([label]).run(label, work)


class Bar:
    """A bar over known steps; a line a step where nobody watches (a file, a pipe, CI)."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = list(labels)
        self.done = 0
        self.alive = sys.stderr.isatty()

    def run(self, label: str, work: Callable[[], Result]) -> Result:
        began = time.monotonic()
        if self.alive:
            self._draw(label)
        result = work()
        self.done += 1
        took = f"{time.monotonic() - began:.1f} giây".replace(".", ",")
        if self.alive:
            sys.stderr.write("\r\x1b[2K")
        line(f"{self._count()} {label} · {took}")
        return result

    def _draw(self, label: str) -> None:
        full = round(WIDTH * self.done / max(1, len(self.labels)))
        sys.stderr.write(f"\r\x1b[2K{'█' * full}{'░' * (WIDTH - full)} {label} …")
        sys.stderr.flush()

    def _count(self) -> str:
        return f"[{self.done}/{len(self.labels)}]" if len(self.labels) > 1 else "·"

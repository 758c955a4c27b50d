"""Who is looked at: a draw that anybody can repeat. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from diaban.kit.enums import Labelled
from diaban.kit.law import cites


class Basis(Labelled):
    """Why a duty is among those looked at."""

    NAMED = "named", "Nêu trong quyết định"
    RANDOM = "random", "Rút ngẫu nhiên"
    SIGNAL = "signal", "Có dấu hiệu"


@dataclass(frozen=True, slots=True)
class Draw:
    """`chosen` of a population of `population` keys, whose `digest` says that it was these keys and no others."""

    population: int
    digest: str
    chosen: tuple[str, ...]


@cites("Mặc định của phần mềm (quy tắc 52): mỗi năm kiểm tra ngẫu nhiên 10 % số phân công, cộng nơi có dấu hiệu")
def draw(keys: Iterable[str], *, seed: str, percent: int) -> Draw:
    """The first `percent` (1 to 100), rounded up, of the keys in the order of SHA-256 of «seed:key».

    The order of `keys` is irrelevant, and no generator of a programming language is needed to repeat it.
    """
    population = sorted(set(keys))
    shuffled = sorted(population, key=lambda key: sha256(f"{seed}:{key}".encode()).hexdigest())
    wanted = -(-len(population) * percent // 100)
    return Draw(len(population), fingerprint(population), tuple(shuffled[:wanted]))


def fingerprint(keys: Iterable[str]) -> str:
    """SHA-256 over the sorted keys, one a line."""
    return sha256("\n".join(sorted(set(keys))).encode()).hexdigest()

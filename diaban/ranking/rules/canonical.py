"""The form in which records, rules and results are printed and hashed."""

from __future__ import annotations

import json
from typing import Any


def canonical(plain: Any) -> str:
    """One line, keys in the order of their letters, no spaces, UTF-8 as it is: the same values are the same bytes."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

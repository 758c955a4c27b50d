"""Join diaban/kit/styles/*.css into the one stylesheet that pages link to.

    python scripts/build_css.py            writes diaban/kit/static/app.css
    python scripts/build_css.py --check    says whether it is up to date (exit code 1 when not)

No tool chain: comments and indentation go, layers.css comes first, and the dark tokens are repeated for a system that
prefers dark. Priority comes from the layers, so the order of the other files does not matter.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

KIT = Path(__file__).resolve().parents[1] / "diaban" / "kit"
STYLES, TARGET = KIT / "styles", KIT / "static" / "app.css"
FIRST = ("layers.css", "fonts.css")
ASKED, PREFERRED = ":root[data-theme=dark]", ":root:not([data-theme=light])"


def main(arguments: list[str]) -> int:
    joined = build()
    if "--check" in arguments:
        fresh = TARGET.exists() and TARGET.read_text(encoding="utf-8") == joined
        print("app.css is up to date." if fresh else "app.css is stale: run python scripts/build_css.py.")
        return 0 if fresh else 1
    TARGET.write_text(joined, encoding="utf-8")
    print(f"{TARGET.name}: {len(joined.encode())} byte")
    return 0


def build() -> str:
    others = sorted(path.name for path in STYLES.glob("*.css") if path.name not in FIRST)
    return "\n".join(squeeze(read(name)) for name in (*FIRST, *others)) + "\n"


def read(name: str) -> str:
    text = (STYLES / name).read_text(encoding="utf-8")
    return text + preferring_dark(text) if name == "tokens-dark.css" else text


def preferring_dark(text: str) -> str:
    block = text[text.index(ASKED) : text.rindex("}")].replace(ASKED, PREFERRED)
    return f"@layer tokens{{@media (prefers-color-scheme:dark){{{block}}}}}"


def squeeze(text: str) -> str:
    """One line a file, without comments and without space where CSS needs none; quoted text stays as it is."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    parts = re.split(r'("[^"\n]*")', text)
    return "".join(part if part.startswith('"') else shrink(part) for part in parts).strip()


def shrink(text: str) -> str:
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,>]) ?", r"\1", text)
    return re.sub(r"([{;][\w-]+): ", r"\1:", text).replace(";}", "}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

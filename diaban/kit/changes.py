"""What changed between two versions of a text."""

from __future__ import annotations

from difflib import SequenceMatcher


def changed_words(before: str, after: str) -> list[tuple[str, str]]:
    """Two texts word by word: (same, words), (gone, words), (new, words)."""
    old, new = before.split(), after.split()
    parts: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", " ".join(old[a:b])))
            continue
        parts += [(kind, " ".join(words)) for kind, words in (("gone", old[a:b]), ("new", new[c:d])) if words]
    return parts

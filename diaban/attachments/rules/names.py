"""The name under which a file is shown and saved: clean, short, and ending as its content says."""

from __future__ import annotations

import re

from diaban.attachments.rules.kinds import NAME_LENGTH, FileType
from diaban.kit.text import nfc

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f"*:<>?|]+')
_ENDING = re.compile(
    r"\s*\.(?:jpe?g|jfif|png|webp|heic|heif|avif|gif|bmp|tiff?|svgz?|pdf|doc[xm]?|dot[xm]?|xls[xmb]?|pptx?|od[st]|rtf|txt"
    r"|csv|html?|xml|js|zip|rar|7z|exe|com|bat|cmd|scr|lnk|php|jar)$",
    re.IGNORECASE,
)


def display_name(given: str, file_type: FileType) -> str:
    """NFC, at most 120 characters; endings that were typed make way for the one that is true."""
    end = f".{file_type.extension}"
    bare = stem(given)[: NAME_LENGTH - len(end)].strip(" .")
    return (bare or "tep") + end


def stem(given: str) -> str:
    """Without folders, endings and signs that no name of a file may hold."""
    text = nfc(_NOT_IN_A_NAME.sub(" ", re.split(r"[/\\]", given)[-1])).rstrip(" .")
    while (shorter := _ENDING.sub("", text)) != text:
        text = shorter.rstrip(" .")
    return text.strip(" .")

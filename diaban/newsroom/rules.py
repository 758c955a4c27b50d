"""What an article is made of.

The body is plain text: paragraphs stand apart by an empty line, and «# Nhãn» begins a part labelled in the margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from diaban.kit.enums import Labelled
from diaban.kit.text import slugify_vi

SLUG_LENGTH = 80


class Category(Labelled):
    DOCUMENT = "document", "Văn bản mới"
    ACTIVITY = "activity", "Hoạt động"
    MODEL = "model", "Mô hình, cách làm"


class ArticleState(Labelled):
    DRAFT = "draft", "Bản nháp"
    PUBLISHED = "published", "Đã đăng"


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs under one label of the margin; the label is empty for a body without labels."""

    label: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text as it was published elsewhere: its title, its moment (no time zone: Hà Nội), its body."""

    title: str
    published_at: datetime
    body: str


def parts_of(body: str) -> tuple[Part, ...]:
    parts: list[tuple[str, list[str]]] = [("", [])]
    for block in paragraphs_of(body):
        if block.startswith("# "):
            parts.append((block[2:].strip(), []))
        else:
            parts[-1][1].append(block)
    return tuple(Part(label, tuple(paragraphs)) for label, paragraphs in parts if paragraphs)


def paragraphs_of(text: str) -> list[str]:
    return [block.strip() for block in text.split("\n\n") if block.strip()]


def slug_of(title: str) -> str:
    """The title in plain letters, cut between words to at most 80."""
    whole = slugify_vi(title)
    if len(whole) <= SLUG_LENGTH:
        return whole
    return whole[: SLUG_LENGTH + 1].rpartition("-")[0]


def read_source(text: str) -> SourceText:
    """A source file: the title, the moment as 09/05/2024 14:52, the body."""
    title, moment, body = text.strip().split("\n\n", 2)
    return SourceText(title, datetime.strptime(moment, "%d/%m/%Y %H:%M"), body)  # noqa: DTZ007 -- the caller knows where

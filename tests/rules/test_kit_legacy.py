"""Text in fonts from before Unicode."""

import csv

import pytest

from diaban.kit.legacy import Encoding, decode, decode_as, decode_bytes, encoding_of_font, guess
from diaban.kit.syllables import is_syllable
from tests.shared import shared


def samples() -> list[dict[str, str]]:
    with shared("legacy_samples.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_letter_of_the_published_tables() -> None:
    with shared("legacy_encodings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            letter = row["char"]
            assert decode_as(row["vni_as_cp1252_text"], Encoding.VNI) == letter
            assert decode_as(row["tcvn3_as_cp1252_text"], Encoding.TCVN3).lower() == letter.lower()
            assert decode_as(bytes.fromhex(row["viscii_byte"]).decode("latin-1"), Encoding.VISCII) == letter


def test_the_samples_decode_by_the_name_of_their_font() -> None:
    for row in samples():
        assert decode(row["tcvn3_as_cp1252_text"], ".VnTime") == row["unicode_nfc"]
        assert decode(row["vni_as_cp1252_text"], "VNI-Times") == row["unicode_nfc"]


def test_the_samples_decode_without_a_font_when_read_together() -> None:
    rows = samples()
    for column, expected in [("tcvn3_as_cp1252_text", Encoding.TCVN3), ("vni_as_cp1252_text", Encoding.VNI)]:
        hint = guess(row[column] for row in rows)
        assert hint is expected
        assert [decode(row[column], hint=hint) for row in rows] == [row["unicode_nfc"] for row in rows]


def test_unicode_is_left_alone() -> None:
    rows = samples()
    assert guess(row["unicode_nfc"] for row in rows) is Encoding.UNICODE
    for font in ("Times New Roman", ".VnTime", "VNI-Times", ""):
        assert decode("Huyện Lạc Thủy", font) == "Huyện Lạc Thủy"
    assert decode("Phó Vinh", "Times New Roman") == "Phó Vinh"
    assert decode("Phó Vinh", ".VnTime") == "Phú Vinh"


@pytest.mark.parametrize(
    ("typed", "font", "meant"),
    [
        ("hä vµ tªn", ".VnTimeH", "HỌ VÀ TÊN"),
        ("ban tæ chøc", ".VnArialH", "BAN TỔ CHỨC"),
        ("NGUYÔN V¡N B×NH", ".VnTime", "NGUYỄN VĂN BÌNH"),
        ("bui thi an", ".VnTimeH", "BUI THI AN"),
        ("NGUYEÃN VAÊN BÌNH", "VNI-Times", "NGUYỄN VĂN BÌNH"),
        ("Ðinh V¨n B", ".VnTime", "éinh Văn B"),
    ],
)
def test_capitals(typed: str, font: str, meant: str) -> None:
    assert decode(typed, font) == meant


def test_a_reader_that_took_the_bytes_for_cp1258_is_undone() -> None:
    typed = "Phã Gi¸m ®èc Së".encode("latin-1").decode("cp1258")
    assert decode(typed, ".VnTime") == "Phó Giám đốc Sở"


def test_font_names() -> None:
    names = [".VnTime", ".VnTimeH", "VNI-Times", "VNI Helve", "Times New Roman", "Arial", "", "'.VnArial'"]
    kinds = [encoding_of_font(name) for name in names]
    assert kinds == [Encoding.TCVN3] * 2 + [Encoding.VNI] * 2 + [None] * 3 + [Encoding.TCVN3]


def test_bytes_that_are_no_utf() -> None:
    rows = samples()[:40]
    with shared("legacy_encodings.csv").open(encoding="utf-8", newline="") as file:
        windows = {row["char"]: bytes.fromhex(row["cp1258_bytes"]) for row in csv.DictReader(file)}
    text = "\n".join(row["unicode_nfc"] for row in rows)
    raw = b"".join(windows.get(sign) or sign.encode("ascii") for sign in text)
    assert decode_bytes(raw) == (text, Encoding.UNICODE)
    for column, expected in [("tcvn3_as_cp1252_text", Encoding.TCVN3), ("vni_as_cp1252_text", Encoding.VNI)]:
        old = "\n".join(row[column] for row in rows)
        assert decode_bytes(old.encode("latin-1")) == (old, expected)


def test_syllables() -> None:
    good = "nguyễn phường nghĩa quyết thuỷ thủy huỳnh giếng gì yên khuya được"
    bad = "xaõ hoï vaø sôû x· pµ cß tỉt nhâc"
    assert all(is_syllable(word) for word in good.split())
    assert not any(is_syllable(word) for word in bad.split())

"""The verbs `units` and `match units`: no database is asked."""

import argparse
import csv
import io
import json
from pathlib import Path

import pytest

from diaban.kit.errors import RuleBroken
from diaban.places import commands

ROWS = [["Pà Cò", "Mai Châu", "Hòa Bình"], ["Ba To", "Ba Tơ", "Quảng Ngãi"], ["Xã Không Có", "Mai Châu", "Hòa Bình"]]


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    commands.register(parser.add_subparsers(required=True))
    arguments = parser.parse_args(list(words))
    return int(arguments.run(arguments))


def write(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.write_text(text, encoding=encoding, newline="")
    return str(path)


def test_units_prints_the_published_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("units") == 0
    printed = capsys.readouterr().out
    assert "63 / 696 / 10.035" in printed
    assert "34 / 3.321" in printed
    assert run("units", "--format", "json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["ok"] is True
    assert [each["commune"]["total"] for each in result["lists"]] == [10035, 3321]


def test_units_fails_when_the_lists_do_not_add_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "wrong_lists", lambda: ["Danh mục từ 1/7/2025"])
    assert run("units") == 1
    assert "Không khớp số đã công bố: Danh mục từ 1/7/2025." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (";", "utf-16-le")]
)
def test_match_adds_three_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], separator: str, encoding: str
) -> None:
    lines = [["province", "note", "ward", "district"], *([up, "a", ward, district] for ward, district, up in ROWS)]
    file = write(tmp_path / "tên.csv", "\r\n".join(separator.join(line) for line in lines), encoding)
    assert run("match", "units", file, "--on", "2024-12-31") == 0
    printed = capsys.readouterr()
    assert list(csv.reader(io.StringIO(printed.out))) == [
        ["province", "note", "ward", "district", "code", "state", "candidates"],
        ["Hòa Bình", "a", "Pà Cò", "Mai Châu", "05209", "exact", ""],
        ["Quảng Ngãi", "a", "Ba To", "Ba Tơ", "", "ask", "21484|21523"],
        ["Hòa Bình", "a", "Xã Không Có", "Mai Châu", "", "none", ""],
    ]
    assert "khớp: 1; cần hỏi: 1; không có: 1." in printed.err


def test_match_writes_json_to_a_file(tmp_path: Path) -> None:
    file = write(tmp_path / "in.csv", "Xã,Huyện,Tỉnh\nPà Cò,Mai Châu,Hòa Bình\n\nBa To,Ba Tơ,Quảng Ngãi\n")
    out = tmp_path / "out.json"
    assert run("match", "units", file, "--on", "2024-12-31", "--format", "json", "--out", str(out)) == 0
    result = json.loads(out.read_text(encoding="utf-8"))
    assert result["counts"] == {"exact": 1, "ask": 1, "none": 0}
    assert [(row["row"], row["code"], row["candidates"]) for row in result["rows"]] == [
        (2, "05209", []),
        (4, "", ["21484", "21523"]),
    ]


def test_match_says_what_is_wrong_with_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "in.csv", "a,b\n1,2\n")
    with pytest.raises(RuleBroken, match="các cột ward, district, province"):
        run("match", "units", file, "--on", "2024-12-31")
    with pytest.raises(RuleBroken, match="bắt đầu từ ngày"):
        run("match", "units", file, "--on", "2020-01-01")
    with pytest.raises(RuleBroken, match="Không đọc được tệp"):
        run("match", "units", str(tmp_path / "none.csv"), "--on", "2024-12-31")

"""`bin/diaban rate`: no database, canonical output, and a wrong value is refused by its path with a sentence."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diaban.config import cli
from diaban.kit.shape_schemas import writer
from diaban.kit.shapes import Misfit
from diaban.ranking.commands import SCHEMAS
from diaban.ranking.rules import Records, Rulebook, read_rulebook
from diaban.ranking.rules.canonical import canonical
from diaban.regulations.rules import OWN_DEFAULT, PARAMETERS
from diaban.regulations.rules.national import national_sets
from tests.rating import READ, Json, agency, cadre, form, records
from tests.rating_years import shipped, years

MARKED = "mặc định của phần mềm, đổi để thử"


@pytest.fixture
def given_year(tmp_path: Path) -> Path:
    path = tmp_path / "records.json"
    path.write_text(json.dumps(records(cadre("b"), cadre("a"), agencies=(agency(),))))
    return path


def run(*words: str) -> int:
    parsed = cli.build_parser().parse_args(["rate", *words])
    assert parsed.needs_database is False
    return cli.run(parsed)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == cli.REFUSED
    streams = capsys.readouterr()
    assert streams.out == ""
    return streams.err.strip()


def test_a_year_becomes_canonical_json(given_year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, keys sorted, no float anywhere; twice the same bytes."""
    outputs = []
    for _ in range(2):
        assert run("--input", str(given_year), "--rules", "366-qd-tw-2025") == cli.DONE
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    result = json.loads(outputs[0], parse_float=pytest.fail)
    assert outputs[0] == json.dumps(result, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
    assert [verdict["id"] for verdict in result["verdicts"]] == ["so-1", "a", "b"]
    assert result["rules"] == {"code": "366-qd-tw-2025", "name": "Quy định 366-QĐ/TW (2025)"}


def test_the_same_year_as_text_into_a_file(given_year: Path, tmp_path: Path) -> None:
    out = tmp_path / "ket-qua.txt"
    assert run("--input", str(given_year), "--rules", "mac-dinh", "--format", "text", "--out", str(out)) == cli.DONE
    assert out.read_text().startswith(
        "Kết quả theo dõi năm 2025, theo bộ quy tắc “Mặc định của phần mềm” (mac-dinh).\n"
    )


def test_a_set_of_ones_own_tried_against_another(
    given_year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "rules.json"
    own.write_text(json.dumps({"code": "x", "name": "X", "values": {"excellent_cap_percent": [100, "A", MARKED]}}))
    assert run("--input", str(given_year), "--rules", "mac-dinh", "--against", str(own)) == cli.DONE
    found = json.loads(capsys.readouterr().out)
    assert [change["id"] for change in found["changes"]] == ["so-1", "a", "b"]
    assert run("--input", str(given_year), "--rules", "mac-dinh", "--against", str(own), "--format", "text") == cli.DONE
    assert capsys.readouterr().out.startswith("Thử quy tắc: 3 đối tượng đổi mức.\n")


def test_records_may_come_through_a_pipe(
    given_year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given_year.read_bytes())))
    assert run("--input", "-", "--rules", "mac-dinh") == cli.DONE
    assert json.loads(capsys.readouterr().out)["year"] == 2025


@pytest.mark.parametrize("name", ["records", "rules", "result", "comparison"])
def test_each_schema_is_printed(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--schema", name) == cli.DONE
    assert json.loads(capsys.readouterr().out) == json.loads((SCHEMAS / f"{name}.schema.json").read_text())


def test_the_schema_alone_is_that_of_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--schema") == cli.DONE
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Records"


def at(raw: Json, path: str, value: Any) -> Json:
    """The records with another value at a path such as cadres.0.items.done; DELETED takes the key away."""
    changed = deepcopy(raw)
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = changed
    for step in way:
        place = place[step]
    if value is DELETED:
        del place[last]
    else:
        place[last] = value
    return changed


DELETED = object()
NUMBER = "cần một số nguyên từ 0 đến 1.000.000, không phải"


@pytest.mark.parametrize(
    ("path", "value", "place", "sentence"),
    [
        ("cadres.0.items.done", "9", "cadres[0].items.done", f"{NUMBER} “9”."),
        ("cadres.0.items.done", 9.0, "cadres[0].items.done", f"{NUMBER} 9.0."),
        ("cadres.0.items.done", True, "cadres[0].items.done", f"{NUMBER} true."),
        ("cadres.0.items.done", None, "cadres[0].items.done", f"{NUMBER} null."),
        ("cadres.0.items.done", -1, "cadres[0].items.done", f"{NUMBER} -1."),
        ("cadres.0.items.done", 10**40, "cadres[0].items.done", f"{NUMBER} một số quá lớn."),
        ("cadres.0.items.done", [], "cadres[0].items.done", f"{NUMBER} một danh sách."),
        ("cadres.0.items.done", DELETED, "cadres[0].items.done", "còn thiếu khóa này."),
        ("cadres.0.items.dome", 9, "cadres[0].items.dome",
         "khóa lạ. Các khóa được nhận: beyond, done, evidence, excused, late, planned."),
        ("cadres.0.items.late", 11, "cadres[0].items.late", "không được lớn hơn “done” (10)."),
        ("cadres.0.items.done", 11, "cadres[0].items.done",
         "số đã thực hiện và số có nguyên nhân khách quan vượt số nội dung trong chương trình."),
        ("cadres.0.items", [], "cadres[0].items", "cần một đối tượng {…}, không phải một danh sách."),
        ("cadres.0.visits.by_quarter", [1, 2, 3], "cadres[0].visits.by_quarter", "cần đúng 4 phần tử, không phải 3."),
        ("cadres.0.visits.by_quarter.2", "x", "cadres[0].visits.by_quarter[2]",
         "cần một số nguyên từ 0 đến 366, không phải “x”."),
        ("cadres.0.is_head", 1, "cadres[0].is_head", "cần true hoặc false, không phải 1."),
        ("cadres.0.assignments.0.starts_on", "2025-02-30", "cadres[0].assignments[0].starts_on",
         "cần một ngày dạng 2024-12-31, không phải “2025-02-30”."),
        ("cadres.0.assignments.0.starts_on", "20250101", "cadres[0].assignments[0].starts_on",
         "cần một ngày dạng 2024-12-31, không phải “20250101”."),
        ("cadres.0.assignments.0.starts_on", "2026-01-01", "cadres[0].assignments[0].starts_on",
         "không có ngày nào trong năm 2025."),
        ("cadres.0.assignments.0.ends_on", "2022-01-01", "cadres[0].assignments[0].ends_on",
         "ngày kết thúc phải sau ngày bắt đầu 01/01/2023."),
        ("cadres.0.assignments", [], "cadres[0].assignments", "cán bộ phải có ít nhất một xã theo dõi."),
        ("cadres.0.forms.0.level", "great", "cadres[0].forms[0].level",
         "cần một trong các giá trị excellent, good, completed, not_completed, không phải “great”."),
        ("cadres.0.forms.0.marks", {"good": 4, "fair": 3, "average": 0, "poor": 0}, "cadres[0].forms[0].marks.good",
         "phiếu có tám tiêu chí, ở đây cộng được 7."),
        ("cadres.0.forms", [form(), form()], "cadres[0].forms[1].commune", "xã “xa-1” đã có ở trên."),
        ("cadres.1.id", "a", "cadres[1].id", "mã “a” đã có ở trên."),
        ("cadres.0.id", "x\ud800", "cadres[0].id", "chuỗi có ký tự điều khiển hoặc ký tự hỏng."),
        ("cadres.0.name", "x" * 501, "cadres[0].name", "chuỗi dài 501 ký tự, tối đa 500."),
        ("cadres.0.agency", "so-9", "cadres[0].agency", "không có cơ quan “so-9” của tỉnh này trong tệp."),
        ("cadres.0.agency_group", None, "cadres[0].agency_group",
         "bộ quy tắc tính trần theo “nhóm cơ quan có nhiệm vụ tương đồng” nên mục này không được để trống."),
        ("cadres.0.earlier", [{"year": 2025, "level": "good"}], "cadres[0].earlier",
         "mỗi năm một lần, đều trước năm 2025."),
        ("agencies.0.answers.asked", 4, "agencies[0].answers.asked",
         "số kiến nghị ít hơn số đã trả lời cộng số quá hạn."),
        ("format", "other", "format", "tệp phải ghi “diaban.rate.records/1”."),
        ("year", 25, "year", "cần một số nguyên từ 2.000 đến 2.100, không phải 25."),
        ("cadres", {}, "cadres", "cần một danh sách […], không phải một đối tượng."),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_by_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str, value: Any, place: str, sentence: str
) -> None:
    file = tmp_path / "r.json"
    file.write_text(json.dumps(at(records(cadre("a"), cadre("b"), agencies=(agency(),)), path, value)))
    said = refused(capsys, "--input", str(file), "--rules", "mac-dinh")
    assert said == f"Số liệu ({file}), tại {place}: {sentence}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải JSON: sai ở dòng 1, cột 1."),
        (b'{"year": 2025,\n "year"', "không phải JSON: sai ở dòng 2, cột 8."),
        (b"\xff\xfe{}", "không phải UTF-8."),
        (b"[" * 100_000, "không đọc được: lồng quá sâu, hoặc có số quá dài."),
        (b'{"year": ' + b"9" * 5000 + b"}", "không đọc được: lồng quá sâu, hoặc có số quá dài."),
    ],
)
def test_what_is_no_json_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, said: str
) -> None:
    file = tmp_path / "r.json"
    file.write_bytes(content)
    assert refused(capsys, "--input", str(file), "--rules", "mac-dinh") == f"Tệp {file} {said}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"year": 2025, "year": 2026}', "tại year: khóa này được ghi hai lần trong cùng một đối tượng."),
        ('{"year": NaN}', "tại (gốc): NaN không phải là số."),
        ("[]", "tại (gốc): cần một đối tượng {…}, không phải một danh sách."),
        ("null", "tại (gốc): cần một đối tượng {…}, không phải null."),
    ],
)
def test_what_json_lets_pass_is_still_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, said: str
) -> None:
    file = tmp_path / "r.json"
    file.write_text(content)
    assert refused(capsys, "--input", str(file), "--rules", "mac-dinh") == f"Số liệu ({file}), {said}"


def test_a_byte_order_mark_does_no_harm(given_year: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given_year.write_bytes(b"\xef\xbb\xbf" + given_year.read_bytes())
    assert run("--input", str(given_year), "--rules", "mac-dinh") == cli.DONE
    assert capsys.readouterr().out


def test_files_that_are_not_there(given_year: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = str(tmp_path / "gone" / "x.json")
    assert refused(capsys, "--input", gone, "--rules", "mac-dinh").startswith(f"Không đọc được tệp {gone}: ")
    assert refused(capsys, "--input", str(given_year), "--rules", gone).startswith(f"Không đọc được tệp {gone}: ")
    said = refused(capsys, "--input", str(given_year), "--rules", "mac-dinh", "--out", gone)
    assert said.startswith(f"Không ghi được tệp {gone}: ")
    assert refused(capsys, "--rules", "mac-dinh").startswith("Cần --input và --rules, hoặc --year.")


RULES: Json = {
    "code": "x",
    "name": "X",
    "values": {"good_from": [70, "A", MARKED], "ladder_help_count": [[1, 0, 0], "A", MARKED]},
}


@pytest.mark.parametrize(
    ("path", "value", "place", "sentence"),
    [
        ("values.good_from.0", "70", "values.good_from[0]", "“Mức tốt từ” cần một số nguyên."),
        ("values.good_from.0", 95, "values.good_from", "Ngưỡng điểm phải giảm dần: xuất sắc, tốt, hoàn thành."),
        ("values.good_from.1", "Z", "values.good_from[1]", "mức chắc chắn là một trong S, S*, G, A."),
        ("values.good_from.2", "Quy định 366", "values.good_from[2]",
         f"mức A, và chỉ mức A, có căn cứ bắt đầu bằng “{OWN_DEFAULT}”."),
        ("values.good_from", 70, "values.good_from", "cần [giá trị, mức chắc chắn, căn cứ]."),
        ("values.good_form", [70, "A", MARKED], "values.good_form", "không có tham số này."),
        ("values.ladder_help_count.0", [0, 1, 2], "values.ladder_help_count[0]",
         "“Bậc: số hỗ trợ xã đã xác nhận và mô hình xã đang thực hiện” cần ba bậc [xuất sắc, tốt, hoàn thành], "
         "số nguyên giảm dần, hoặc null ở các bậc cuối."),
        ("values.ladder_help_count.0", [1, None, 0], "values.ladder_help_count[0]",
         "“Bậc: số hỗ trợ xã đã xác nhận và mô hình xã đang thực hiện” cần ba bậc [xuất sắc, tốt, hoàn thành], "
         "số nguyên giảm dần, hoặc null ở các bậc cuối."),
        ("values.judging", ["luck", "A", MARKED], "values.judging[0]",
         "“Cách xếp mức” cần một trong ladder, points, both."),
        ("values.weight_support", [30, "A", MARKED], "values.weight_programme",
         "Trọng số các phần phải cộng thành 100, ở đây là 110."),
        ("values.excellent_cap_percent", [101, "A", MARKED], "values.excellent_cap_percent",
         "“Xuất sắc không quá tỷ lệ của số hoàn thành tốt, theo nhóm tương đồng” phải từ 0 đến 100."),
        ("values.photos_scored", [True, "A", MARKED], "values.photos_scored[0]",
         "là nguyên tắc của phần mềm, không thay đổi được."),
        ("values.cadre_ladder", [[], "A", MARKED], "values.cadre_ladder",
         "“Các quy tắc theo bậc đối với cán bộ” phải có ít nhất một mục."),
        ("code", "", "code", "cần một chuỗi chữ."),
        ("extra", 1, "extra", "khóa lạ. Các khóa được nhận: code, directive, ends_on, name, starts_on, values."),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_refused_by_its_path(
    given_year: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    path: str,
    value: Any,
    place: str,
    sentence: str,
) -> None:
    file = tmp_path / "rules.json"
    file.write_text(json.dumps(at(RULES, path, value)))
    said = refused(capsys, "--input", str(given_year), "--rules", str(file))
    assert said == f"Bộ quy tắc ({file}), tại {place}: {sentence}"


CALM = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(year=years(most=4))
def test_what_is_read_and_written_again_is_the_same(year: Json) -> None:
    """The schema's shape loses nothing: canonical input comes out as it went in."""
    read = READ(year)
    assert READ(json.loads(canonical(writer(Records)(read)))) == read


ODD: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, 1.5, float("inf"), 10**30, "", "x", "\x00", "1/0", [], {}, [[]], {"id": 1}]
)
ANYTHING = ODD | st.lists(ODD, max_size=4) | st.dictionaries(st.sampled_from(["id", "commune", ""]), ODD, max_size=3)


def refusal(read: Callable[[Any], object], raw: object) -> str | None:
    """Where the reader refuses, if it does."""
    try:
        read(raw)
    except Misfit as misfit:
        return misfit.place
    return None


@CALM
@given(
    raw=ANYTHING, path=st.sampled_from(["cadres", "cadres.0", "cadres.0.visits", "cadres.0.forms", "agencies.0.acts"])
)
def test_nothing_makes_the_reader_stumble(raw: object, path: str) -> None:
    """Whatever stands anywhere is read or refused; never another error."""
    place = refusal(READ, at(records(cadre(), agencies=(agency(),)), path, raw))
    assert place is None or place.startswith(path.split(".", maxsplit=1)[0])


@CALM
@given(raw=ANYTHING, key=st.sampled_from(sorted(PARAMETERS)))
def test_nothing_makes_the_rule_set_stumble(raw: object, key: str) -> None:
    place = refusal(read_rulebook, {"code": "x", "name": "X", "values": {key: [raw, "A", MARKED]}})
    assert place is None or place.startswith("values.")


@pytest.mark.parametrize("code", national_sets())
def test_a_shipped_set_is_honest(code: str) -> None:
    """It is called by its file, differs from the defaults, and what is ours in it says so in full."""
    book = shipped(code)
    assert book.code == code
    assert book.values != Rulebook().values
    for key in PARAMETERS:
        source = book.source(key)
        assert (source.mark == "A") == source.citation.startswith(OWN_DEFAULT), key
        assert source.citation != OWN_DEFAULT

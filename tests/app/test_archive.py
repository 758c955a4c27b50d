"""`export` and `import-archive`: everything comes back, or nothing."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from diaban.archive.queries import filled_tables
from diaban.archive.services import export, import_archive
from diaban.fieldwork.models import Support, Visit
from diaban.journal.guard import silent
from diaban.journal.queries import verify
from diaban.kit.digest import columns_of, digest, our_models
from diaban.kit.errors import RuleBroken
from diaban.kit.models import FormUse
from diaban.people.models import Account
from diaban.places.models import Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year")]


def empty_the_database() -> None:
    """Gone again when the test ends: PostgreSQL rolls a TRUNCATE back."""
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in our_models())
    connection.check_constraints()
    with silent(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {tables} CASCADE")


def test_a_round_trip_keeps_the_digest(tmp_path: Path) -> None:
    before, visits = digest(), Visit.objects.count()
    _, exported = export(folder=tmp_path / "kho")
    empty_the_database()
    _, imported = import_archive(folder=tmp_path / "kho")
    assert before == exported == imported == digest()
    assert Visit.objects.count() == visits
    assert verify().faults == []
    assert not Account.objects.get(username="btc").has_usable_password()


def test_a_new_unit_gets_a_new_number_after_an_import(tmp_path: Path) -> None:
    export(folder=tmp_path / "kho")
    empty_the_database()
    import_archive(folder=tmp_path / "kho")
    old = Unit.objects.order_by("-id")[0]
    new = Unit.objects.create(
        code="98", name="Tỉnh Mới", folded="tinh moi", level="province", kind="tinh", valid_from=old.valid_from
    )
    assert new.pk > old.pk


def test_the_files_alone_give_the_figures(tmp_path: Path) -> None:
    export(folder=tmp_path / "kho")
    with (tmp_path / "kho" / "fieldwork_support.csv").open(encoding="utf-8", newline="") as file:
        total = sum(int(row["value_vnd"]) for row in csv.DictReader(file))
    assert total == sum(Support.objects.values_list("value_vnd", flat=True))
    schema = json.loads((tmp_path / "kho" / "schema.json").read_text(encoding="utf-8"))
    value = next(c for c in schema["tables"]["fieldwork_support"]["columns"] if c["name"] == "value_vnd")
    assert (value["type"], value["unit"], value["title"]) == ("bigint", "đồng", "giá trị quy ra tiền (đồng)")


def test_one_province_is_an_archive_of_its_own(tmp_path: Path) -> None:
    described, exported = export(folder=tmp_path / "kho", province="17")
    assert described["tables"]["fieldwork_visit"]["rows"] == Visit.objects.count()
    assert described["tables"]["kit_auditevent"]["rows"] == 0
    empty_the_database()
    assert import_archive(folder=tmp_path / "kho")[1] == exported == digest()


def test_another_province_carries_none_of_these_records(tmp_path: Path) -> None:
    described, _ = export(folder=tmp_path / "kho", province="01")
    rows = {name: table["rows"] for name, table in described["tables"].items()}
    assert {rows[f"fieldwork_{name}"] for name in ("visit", "support", "difficultystep", "commitment")} == {0}
    assert {rows[f"exchange_{name}"] for name in ("bulletinread", "bulletinreply", "invitation", "communefacts")} == {0}
    assert rows["people_cadre"] == rows["planning_programmeitem"] == 0


def test_what_forms_cost_goes_with_its_province(tmp_path: Path) -> None:
    own = Unit.objects.get(code="17", level="province").pk
    for province in (own, own + 1):
        FormUse.objects.create(form="chuyen-di", role="cadre", province_id=province, on=date(2023, 5, 1), fields=9)
    described, _ = export(folder=tmp_path / "kho", province="17")
    assert described["tables"]["kit_formuse"]["rows"] == 1


def test_a_database_with_records_is_refused(tmp_path: Path) -> None:
    export(folder=tmp_path / "kho")
    with pytest.raises(RuleBroken, match="đã có dữ liệu"):
        import_archive(folder=tmp_path / "kho")


def spoil_a_value(folder: Path) -> None:
    path = folder / "fieldwork_support.csv"
    path.write_bytes(path.read_bytes().replace(b",invoice,", b",estimate,", 1))


def cut_a_file_short(folder: Path) -> None:
    path = folder / "fieldwork_visit.csv"
    path.write_bytes(path.read_bytes()[:5000])


def drop_a_file(folder: Path) -> None:
    (folder / "people_cadre.csv").unlink()


def drop_rows_that_others_need(folder: Path) -> None:
    path, schema = folder / "people_cadre.csv", folder / "schema.json"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([lines[0], *lines[2:]]))
    described = json.loads(schema.read_text(encoding="utf-8"))
    described["tables"]["people_cadre"]["rows"] -= 1
    schema.write_text(json.dumps(described), encoding="utf-8")


def forge_an_entry(folder: Path) -> None:
    path = folder / "journal_entry.csv"
    path.write_bytes(path.read_bytes().replace(b",insert,", b",update,", 1))


def change_a_column(folder: Path) -> None:
    schema = folder / "schema.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace('"value_vnd"', '"value"', 1), encoding="utf-8")


def break_the_schema(folder: Path) -> None:
    (folder / "schema.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoil_a_value, "Mã băm sau khi nạp"),
        (cut_a_file_short, "fieldwork_visit.csv"),
        (drop_a_file, "thiếu tệp people_cadre.csv"),
        (drop_rows_that_others_need, "không khớp nhau"),
        (forge_an_entry, "Nhật ký ghi nhận trong kho lưu không khớp"),
        (change_a_column, "các cột khác"),
        (break_the_schema, "schema.json hỏng"),
    ],
    ids=lambda case: getattr(case, "__name__", ""),
)
def test_a_spoilt_archive_is_refused_and_nothing_is_written(spoil: object, sentence: str, tmp_path: Path) -> None:
    assert callable(spoil)
    export(folder=tmp_path / "kho", province="17")
    spoil(tmp_path / "kho")
    empty_the_database()
    with pytest.raises(RuleBroken, match=sentence):
        import_archive(folder=tmp_path / "kho")
    assert filled_tables() == []


def test_a_folder_with_files_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "something").write_text("mine")
    with pytest.raises(RuleBroken, match="thư mục trống"):
        export(folder=tmp_path)


def test_no_text_is_null_and_no_password_leaves() -> None:
    texts = [
        field
        for model in our_models()
        for field in columns_of(model)
        if field.get_internal_type() in {"CharField", "TextField", "URLField"}
    ]
    assert [f"{field.model.__name__}.{field.name}" for field in texts if field.null] == []
    assert {field.name for field in columns_of(Account)} == {"id", "username", "full_name", "is_active"}

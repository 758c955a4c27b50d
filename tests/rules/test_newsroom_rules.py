"""How an article's body is cut into parts, how its address follows from its title, how a source file reads."""

from __future__ import annotations

from datetime import datetime

from diaban.newsroom.rules import Part, SourceText, parts_of, read_source, slug_of


def test_a_body_without_labels_is_one_part() -> None:
    assert parts_of("Một.\n\nHai.\n\n") == (Part("", ("Một.", "Hai.")),)


def test_labels_begin_parts_and_empty_parts_fall_away() -> None:
    assert parts_of("# Kết quả\n\nMột.\n\n# Trống\n\n# Hạn chế\n\nHai.") == (
        Part("Kết quả", ("Một.",)),
        Part("Hạn chế", ("Hai.",)),
    )


def test_an_address_is_ascii_and_cut_between_words() -> None:
    title = "Kết luận của Ban Thường vụ Tỉnh ủy về tiếp tục thực hiện Quy định số 26-QĐ/TU, ngày 14/12/2022"
    assert slug_of(title) == "ket-luan-cua-ban-thuong-vu-tinh-uy-ve-tiep-tuc-thuc-hien-quy-dinh-so-26-qd-tu"
    assert slug_of("Đường về Pà Cò") == "duong-ve-pa-co"


def test_a_source_file_reads_as_title_moment_and_body() -> None:
    text = "Kết luận\n\n09/05/2024 14:52\n\n# Văn bản\n\nĐoạn một.\n"
    assert read_source(text) == SourceText("Kết luận", datetime(2024, 5, 9, 14, 52), "# Văn bản\n\nĐoạn một.")  # noqa: DTZ001 -- as Excel and papers write it

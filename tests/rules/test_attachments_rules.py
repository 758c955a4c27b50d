"""Names, secrecy marks, sizes and counts of files."""

from __future__ import annotations

import unicodedata

import pytest

from diaban.attachments.rules.kinds import MB, AttachmentKind, FileType, refuse_size, too_many
from diaban.attachments.rules.names import display_name, stem
from diaban.attachments.rules.secrecy import mark_in_name, mark_in_text, refuse_marked_name, refuse_marked_text
from diaban.kit.errors import FileRefused

PHOTO, DOCUMENT = AttachmentKind.PHOTO, AttachmentKind.DOCUMENT
MARKED = {
    "MẬT.pdf": "Mật",
    "Mật_CV12.pdf": "Mật",
    "CV 12 (mật).docx": "Mật",
    "[MẬT] Báo cáo.docx": "Mật",
    "Công văn mật số 12.pdf": "Mật",
    "tài liệu mật.odt": "Mật",
    "TỐI MẬT.pdf": "Tối mật",
    "bc-tối-mật-2024.pdf": "Tối mật",
    "Báo cáo tuyệt mật.docx": "Tuyệt mật",
    "TuyệtMật.docx": "Tuyệt mật",
    "BC TUYET MAT.pdf": "Tuyệt mật",
    "TOI_MAT.jpg": "Tối mật",
    "M Ậ T.pdf": "Mật",
    "m_ậ_t cv12.pdf": "Mật",
    "T.U.Y.Ệ.T M.Ậ.T.pdf": "Tuyệt mật",
    "T Ố I  M Ậ T.jpg": "Tối mật",
    "M\u200bẬ\u200bT.pdf": "Mật",
    "ＴỐＩ ＭẬＴ.pdf": "Tối mật",
    "C:\\Users\\An\\MẬT.docx": "Mật",
}
PASSING = [
    "Bảo mật.pdf",
    "QUY CHẾ BẢO MẬT.pdf",
    "mật ong Pà Cò.jpg",
    "MẬT ONG.JPG",
    "nuôi ong lấy mật.docx",
    "Mật khẩu wifi.docx",
    "mat khau.docx",
    "Luật bảo vệ bí mật nhà nước.pdf",
    "mật độ dân số.xlsx",
    "mat ong.jpg",
    "Buoi toi mat troi.jpg",
    "Hội nghị cơ mật viện.pdf",
    "mặt bằng.pdf",
    "Mất điện.docx",
    "IMG_2024.jpg",
    "",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(("name", "mark"), MARKED.items())
def test_a_name_that_bears_a_mark_is_refused(name: str, mark: str, form: str) -> None:
    sent = unicodedata.normalize(form, name)  # type: ignore[arg-type]  # a form of Unicode by its name
    assert mark_in_name(sent) == mark
    with pytest.raises(FileRefused, match="đường văn thư mật"):
        refuse_marked_name(sent)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", PASSING)
def test_a_name_with_a_common_word_passes(name: str, form: str) -> None:
    refuse_marked_name(unicodedata.normalize(form, name))  # type: ignore[arg-type]  # a form of Unicode by its name


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "Mật"),
        ("  mật ", "Mật"),
        ("TỐI MẬT", "Tối mật"),
        ("T Ố I   M Ậ T", "Tối mật"),
        ("Tuyệt mật", "Tuyệt mật"),
        ("* TUYỆT MẬT *", "Tuyệt mật"),
        ("Độ mật: Tối mật", "Tối mật"),
        ("Mức độ mật: Mật", "Mật"),
        ("MẬT      Bản số: 1", "Mật"),
        ("TUYỆT MẬT Hòa Bình, ngày 05 tháng 5 năm 2024", "Tuyệt mật"),
        ("Số 12-BC/TU MẬT", "Mật"),
        ("TỈNH ỦY HÒA BÌNH TỐI MẬT ĐẢNG CỘNG SẢN VIỆT NAM", "Tối mật"),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_mark_at_the_head_of_a_text_is_seen(line: str, mark: str, form: str) -> None:
    lines = ["TỈNH ỦY", unicodedata.normalize(form, line)]  # type: ignore[arg-type]  # a form of Unicode by its name
    assert mark_in_text(lines) == mark
    with pytest.raises(FileRefused, match=f"mang dấu độ mật “{mark}”"):
        refuse_marked_text(lines)


def test_words_of_common_use_pass_in_a_text() -> None:
    assert (
        mark_in_text(
            [
                "QUY CHẾ BẢO MẬT",
                "MÔ HÌNH NUÔI ONG LẤY MẬT TẠI XÃ PÀ CÒ",
                "Mật khẩu, mật độ, mật ong.",
                "Không chụp tài liệu đóng dấu mật, tối mật hay tuyệt mật.",
                "Giữ gìn bí mật nhà nước là nghĩa vụ của mọi người.",
                "",
            ]
        )
        == ""
    )


@pytest.mark.parametrize(
    ("given", "file_type", "shown"),
    [
        ("IMG_1.HEIC.JPG", FileType.JPEG, "IMG_1.jpg"),
        ("bao-cao.pdf.exe", FileType.PDF, "bao-cao.pdf"),
        ("kẻ xấu.html", FileType.JPEG, "kẻ xấu.jpg"),
        ("QĐ 26-QĐ.TU.docx", FileType.DOCX, "QĐ 26-QĐ.TU.docx"),
        ("../../etc/passwd", FileType.PDF, "passwd.pdf"),
        ("C:\\fakepath\\a.xlsx", FileType.XLSX, "a.xlsx"),
        ('a"<b>|c?.pdf', FileType.PDF, "a b c.pdf"),
        ("hóa đơn\u202egpj.exe", FileType.JPEG, "hóa đơngpj.jpg"),
        (unicodedata.normalize("NFD", "Hỗ trợ xã Pà Cò.odt"), FileType.ODT, "Hỗ trợ xã Pà Cò.odt"),
        ("a\r\nSet-Cookie: x.pdf", FileType.PDF, "a Set-Cookie x.pdf"),
        (".jpg", FileType.JPEG, "tep.jpg"),
        ("", FileType.PDF, "tep.pdf"),
        ("…", FileType.PDF, "….pdf"),
    ],
)
def test_a_name_is_shown_clean_and_ends_as_its_content_says(given: str, file_type: FileType, shown: str) -> None:
    assert display_name(given, file_type) == shown


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    shown = display_name("ộ" * 300 + ".pdf", FileType.PDF)
    assert (len(shown), shown[-5:]) == (120, "ộ.pdf")
    assert stem("a" * 300) == "a" * 300


def test_a_file_over_the_limit_is_told_what_to_do() -> None:
    refuse_size(10 * MB, kind=DOCUMENT)
    refuse_size(15 * MB, kind=PHOTO)
    with pytest.raises(FileRefused, match=r"Tệp nặng 40 MB, tối đa 15 MB\. .* hãy thu nhỏ ảnh"):
        refuse_size(40 * MB, kind=PHOTO)
    with pytest.raises(FileRefused, match="Tệp nặng 10,1 MB, tối đa 10 MB"):
        refuse_size(10 * MB + 1, kind=DOCUMENT)


def test_the_number_is_counted_with_what_hangs_there_already() -> None:
    assert too_many(kept=0, added=3, limit=3, kind=PHOTO) == ""
    assert too_many(kept=3, added=0, limit=3, kind=PHOTO) == ""
    assert too_many(kept=0, added=5, limit=3, kind=PHOTO) == (
        "Mỗi hồ sơ có tối đa 3 ảnh; đang gửi 5. Hãy bỏ bớt 2 ảnh."
    )
    assert too_many(kept=2, added=2, limit=3, kind=PHOTO) == (
        "Mỗi hồ sơ có tối đa 3 ảnh; đã có 2 ảnh, gửi thêm 2. Hãy bỏ bớt 1 ảnh."
    )

"""A field takes several files, opens each, and says what is wrong with which; a request of 40 MB gets a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict
from PIL import Image

from diaban.attachments.examining import apart
from diaban.attachments.forms import AttachmentsField, PhotosField
from diaban.attachments.rules.kinds import MB, FileType
from diaban.kit.uploads import KEPT_OF_A_FILE, KEPT_OF_A_REQUEST
from tests.rules.odd_files import HTML, docx, pdf, photo


class VisitForm(forms.Form):
    photos = PhotosField(label="Ảnh")
    documents = AttachmentsField(label="Tài liệu", limit=2)


def sent(**files: Sequence[tuple[str, bytes]]) -> VisitForm:
    uploads: MultiValueDict[str, UploadedFile[Any]] = MultiValueDict(
        {name: [SimpleUploadedFile(*one) for one in listed] for name, listed in files.items()}
    )
    return VisitForm({}, uploads)


def sentences(form: VisitForm, field: str = "photos") -> list[str]:
    assert not form.is_valid()
    return [str(sentence) for sentence in form.errors[field]]


def test_a_photo_comes_out_small_upright_and_nameless_of_its_device() -> None:
    form = sent(photos=[("IMG_0001.JPG", photo((3000, 2000), orientation=6))])
    assert form.is_valid(), form.errors
    (one,) = form.cleaned_data["photos"]
    assert (one.name, one.type, one.width, one.height) == ("IMG_0001.jpg", FileType.JPEG, 1067, 1600)
    made = Image.open(BytesIO(one.content()))
    assert (made.size, len(made.getexif())) == ((1067, 1600), 0)
    assert made.getpixel((1000, 20)) == pytest.approx((195, 208, 228), abs=12)  # the sky of the picture, now above
    assert one.size == len(one.content()) < 300_000
    assert len(one.thumb) <= 20 * 1024


def test_no_file_is_an_empty_list() -> None:
    form = sent()
    assert form.is_valid()
    assert form.cleaned_data == {"photos": [], "documents": []}


def test_a_required_field_asks_for_a_file() -> None:
    class Evidence(forms.Form):
        documents = AttachmentsField(required=True, error_messages={"required": "Chưa có biên bản."})

    assert Evidence({}, MultiValueDict()).errors == {"documents": ["Chưa có biên bản."]}


def test_documents_keep_their_bytes_and_get_their_true_ending() -> None:
    form = sent(documents=[("biên bản.docx", pdf()), ("bảng.txt", docx())])
    assert form.is_valid(), form.errors
    first, second = form.cleaned_data["documents"]
    assert (first.name, first.content(), first.width) == ("biên bản.pdf", pdf(), None)
    assert (second.name, second.type) == ("bảng.docx", FileType.DOCX)


def test_a_picture_may_be_a_document_and_is_made_anew_as_well() -> None:
    form = sent(documents=[("biên bản.jpg", photo())])
    assert form.is_valid(), form.errors
    (one,) = form.cleaned_data["documents"]
    assert (one.type, one.content() == photo(), b"GPS" in one.content()) == (FileType.JPEG, False, False)


def test_one_bad_file_is_told_without_its_name() -> None:
    (said,) = sentences(sent(photos=[("anh.jpg", HTML)]))
    assert said == "Đây là trang web (HTML), không nhận được. Chỉ nhận ảnh JPEG, PNG hoặc WebP."


def test_of_several_each_bad_one_is_named() -> None:
    said = sentences(sent(photos=[("tốt.jpg", photo()), ("xấu.jpg", HTML), ("trống.png", b"")]))
    assert [one.split(":")[0] for one in said] == ["“xấu”", "“trống”"]


def test_too_many_are_counted_before_any_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_ask", None)
    (said,) = sentences(sent(photos=[(f"{n}.jpg", photo()) for n in range(4)]))
    assert said == "Mỗi hồ sơ có tối đa 3 ảnh; đang gửi 4. Hãy bỏ bớt 1 ảnh."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_that_bears_a_mark_is_refused_before_the_file_is_opened(
    monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr(apart, "_ask", None)
    name = unicodedata.normalize(form, "Công văn TỐI MẬT.pdf")  # type: ignore[arg-type]  # a form of Unicode by its name
    (said,) = sentences(sent(documents=[(name, pdf())]), "documents")
    assert said.startswith("Tên tệp mang dấu độ mật “Tối mật”. Không đưa bí mật nhà nước lên hệ thống này")


def test_whatever_ends_the_one_who_opens_the_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", [*apart.COMMAND[:1], "-c", "raise SystemExit(3)"])
    assert sentences(sent(photos=[("a.jpg", photo())])) == [apart._TOO_COMPLEX]
    monkeypatch.setattr(apart, "COMMAND", [*apart.COMMAND[:1], "-c", "while True: pass"])
    monkeypatch.setattr(apart, "PATIENCE", 0.5)
    assert sentences(sent(photos=[("a.jpg", photo())])) == [apart._TOO_COMPLEX]
    monkeypatch.setattr(apart, "COMMAND", ["/khong/co"])
    assert sentences(sent(photos=[("a.jpg", photo())])) == [apart._TOO_COMPLEX]


def test_the_one_who_opens_a_file_has_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    tell = "import json, os; print(json.dumps({'refused': ' '.join(sorted(os.environ))}))"
    monkeypatch.setattr(apart, "COMMAND", [*apart.COMMAND[:1], "-c", tell])
    (said,) = sentences(sent(photos=[("a.jpg", photo())]))
    assert set(said.split()) <= {"LC_CTYPE", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}


def posted(size: int, *, name: str = "anh.jpg", count: int = 1) -> HttpRequest:
    """A request with files of so many bytes, as it comes over the wire, and a word after them."""
    head = f'--x\r\nContent-Disposition: form-data; name="photos"; filename="{name}"\r\n\r\n'.encode()
    word = '--x\r\nContent-Disposition: form-data; name="outcome"\r\n\r\nĐã họp.\r\n--x--\r\n'.encode()
    body = (head + b"\xff\xd8\xff" + bytes(size - 3) + b"\r\n") * count + word
    return RequestFactory().post("/", body, content_type="multipart/form-data; boundary=x")


def test_a_photo_of_40_mb_gets_a_sentence_and_the_words_of_the_form_are_not_lost() -> None:
    with closing(posted(40 * MB)) as request:
        (said,) = sentences(VisitForm(request.POST, request.FILES))
        assert request.POST["outcome"] == "Đã họp."
    assert said == (
        "Tệp nặng 40 MB, tối đa 15 MB. Trình duyệt chưa nén được ảnh này: hãy thu nhỏ ảnh trên điện thoại rồi chọn lại."
    )


def test_no_more_of_an_upload_is_kept_than_any_form_takes() -> None:
    with closing(posted(30 * MB, count=5)) as request:
        on_disk = [len(upload.read()) for upload in request.FILES.getlist("photos")]
        assert [upload.size for upload in request.FILES.getlist("photos")] == [30 * MB] * 5
    assert max(on_disk) <= KEPT_OF_A_FILE + MB
    assert sum(on_disk) <= KEPT_OF_A_REQUEST + MB


def test_a_name_longer_than_a_disk_can_hold_is_no_matter() -> None:
    with closing(posted(4 * MB, name="a." + "ộ" * 250)) as request:
        assert request.FILES.getlist("photos")[0].size == 4 * MB
        (said,) = sentences(VisitForm(request.POST, request.FILES))
    assert said.startswith("Ảnh bị hỏng")

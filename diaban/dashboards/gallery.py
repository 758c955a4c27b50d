"""The gallery: every component once, with invented words. In the demo only; a test walks it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods

from diaban.attachments.forms import AttachmentsField, PhotosField
from diaban.dashboards import gallery_listing
from diaban.kit import clock, fields
from diaban.kit.editions import Saved, stamp
from diaban.kit.enums import Labelled
from diaban.kit.forms import RecordForm
from diaban.kit.ids import uuid7
from diaban.kit.rows import Repeat, RowForm

SUPPORT = (0.35, 0.74, 1.31, 1.6, 2.4, 3.1, 4.2, 5.0, 6.9, 8.3, 10.46)
LAST_YEAR = (0.4, 0.9, 1.6, 2.2, 3.1, 4.0, 4.8, 5.6, 6.7, 7.8, 8.9, 10.2)
RHYTHM = (1.1, 1.2, 0.8, 1.0, 1.3, 1.1, 0.6, 1.1, 1.2, 1.0, 1.1)
ON = date(2024, 11, 28)
WRITTEN = {"outcome": "Đã khảo sát cầu tràn, đề nghị mở thêm một cửa thoát nước.", "value": 12_500_000}
SAVED = {"outcome": "Đã khảo sát. Chờ Sở Giao thông vận tải trả lời.", "value": 12_500_000}


class Done(Labelled):
    COMMITTEE = "committee", "Làm việc với Đảng ủy, UBND xã"
    EVENT = "event", "Dự sự kiện, sinh hoạt tại xã"
    VISIT = "visit", "Thăm hộ dân, nghe ý kiến"
    MODEL = "model", "Kiểm tra mô hình, công trình"
    DIALOGUE = "dialogue", "Đối thoại với Nhân dân"
    OTHER = "other", "Việc khác"


class Level(Labelled):
    VERY_GOOD = "rt", "Rất tốt"
    GOOD = "t", "Tốt"
    FAIR = "d", "Đạt"
    POOR = "cd", "Chưa đạt"


class DifficultyRow(RowForm):
    title = fields.LineField(label="Nội dung vướng mắc", noun="nội dung vướng mắc", limit=200)
    agency = fields.PickField(
        label="Cơ quan cần giải quyết",
        choices=[("", "Chọn cơ quan"), ("so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn")],
        error_messages={"required": "Chưa chọn cơ quan. Vướng mắc chỉ được chuyển đi khi có nơi nhận."},
    )


class GalleryForm(RecordForm):
    """One field of each kind. It is read and answered like any other, and nothing is recorded."""

    key = "thu-vien"
    repeats: ClassVar[Mapping[str, Repeat]] = {"difficulties": Repeat(DifficultyRow, "vướng mắc", most=5)}

    visited_on = fields.DayField(label="Ngày đi", widget=fields.DayChoice)
    due_on = fields.DayField(label="Hẹn trả lời trước ngày", required=False)
    kind = fields.LabelledField(Done, label="Việc chính", widget=forms.RadioSelect)
    done = fields.LabelledManyField(Done, label="Việc đã làm")
    place = fields.LineField(label="Thôn, bản, điểm đến", noun="nơi đến", limit=200, required=False)
    households = fields.CountField(label="Số hộ", unit="hộ", required=False)
    month = fields.MonthField(label="Tháng", year=2024, required=False)
    outcome = fields.PassageField(label="Kết quả", limit=1000, help_text="Nêu việc cụ thể, ít nhất 50 ký tự.")
    value = fields.VndField(label="Giá trị quy ra tiền", required=False, least=1)
    level = fields.LabelledField(Level, label="Mức đánh giá", widget=forms.RadioSelect)
    sure = fields.TickField(label="Đã đối chiếu với sổ theo dõi", required=False)
    photos = PhotosField(label="Ảnh")
    minutes = AttachmentsField(label="Biên bản họp")


class GalleryConfirmForm(RecordForm):
    key = "thu-vien-gui"
    confirms = True
    sealed = True

    reason = fields.PassageField(label="Lý do", limit=1000)


class GalleryEditForm(RecordForm):
    key = "thu-vien-sua"

    outcome = fields.PassageField(label="Kết quả", limit=1000)
    value = fields.VndField(label="Giá trị quy ra tiền")


class GalleryFilesForm(forms.Form):
    photos = PhotosField(label="Ảnh")
    minutes = AttachmentsField(label="Biên bản họp", required=True, error_messages={"required": "Chưa có biên bản."})


@require_http_methods(["GET", "POST"])
def gallery(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    form = GalleryForm(request.POST or None, today=ON, initial={"visited_on": ON})
    if form.is_valid():
        messages.success(request, "Đã nhận biểu mẫu thử; không ghi gì.", extra_tags=f"nhan:{form.id}")
        return redirect("dashboards:gallery")
    return render(request, "dashboards/gallery.html", context(form), status=form.status)


def context(form: GalleryForm | None = None) -> dict[str, Any]:
    return {
        "form": form or GalleryForm(today=ON),
        "wrong": _wrong(),
        "confirm": _unsure(),
        "edit": _changed(),
        "chosen": GalleryFilesForm({}, MultiValueDict(), auto_id="chon_%s"),
        "now": clock.at_hanoi(ON, 9, 40),
        "page": gallery_listing.page(),
        "made_at": clock.at_hanoi(gallery_listing.TODAY, 14),
        "support": SUPPORT,
        "last_year": LAST_YEAR,
        "rhythm": RHYTHM,
    }


def _wrong() -> GalleryForm:
    """A form as it comes back from a refused sending."""
    given = "visited_on=khac&visited_on-khac=31/9/2024&outcome=Đã khảo sát.&value=trên 10 tỷ&households=-3&done=visit"
    posted = QueryDict(f"ma={uuid7()}&{given}&difficulties-0-title=Cầu tràn Khe Trầm ngập khi mưa")
    wrong = GalleryForm(posted, today=ON, auto_id="sai_%s")
    wrong.is_valid()
    return wrong


def _unsure() -> GalleryConfirmForm:
    """A form that was sent once and asks whether it is meant."""
    form = GalleryConfirmForm(QueryDict(f"ma={uuid7()}&reason=Không xây dựng chương trình năm 2024."), auto_id="gui_%s")
    form.is_valid()
    return form


def _changed() -> GalleryEditForm:
    """A form whose record somebody else saved meanwhile."""
    seen = stamp({"outcome": "", "value": 12_500_000}, WRITTEN)
    posted = QueryDict(f"ma={uuid7()}&dau={seen}&outcome={WRITTEN['outcome']}&value=12,5 triệu")
    form = GalleryEditForm(posted, initial=SAVED, auto_id="sua_%s")
    if form.is_valid():
        form.compare(SAVED, Saved(clock.at_hanoi(ON, 9, 40), "Lý Thị Ngân", by_self=False))
    return form

"""The gallery: every component once, with invented words. In the demo only; a test walks it."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from diaban.attachments.forms import AttachmentsField, PhotosField

SUPPORT = (0.35, 0.74, 1.31, 1.6, 2.4, 3.1, 4.2, 5.0, 6.9, 8.3, 10.46)
LAST_YEAR = (0.4, 0.9, 1.6, 2.2, 3.1, 4.0, 4.8, 5.6, 6.7, 7.8, 8.9, 10.2)
RHYTHM = (1.1, 1.2, 0.8, 1.0, 1.3, 1.1, 0.6, 1.1, 1.2, 1.0, 1.1)


class GalleryForm(forms.Form):
    """One field of each kind, two of them wrong."""

    title = forms.CharField(label="Tên việc")
    agency = forms.ChoiceField(
        label="Cơ quan cần giải quyết",
        choices=[("", "Chọn cơ quan"), ("so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn")],
        error_messages={"required": "Chưa chọn cơ quan. Vướng mắc chỉ được chuyển đi khi có nơi nhận."},
    )
    value = forms.IntegerField(
        label="Giá trị quy ra tiền",
        min_value=1,
        widget=forms.TextInput,
        error_messages={"min_value": "Giá trị đang là 0 ₫."},
    )
    outcome = forms.CharField(label="Kết quả", widget=forms.Textarea, help_text="Nêu việc cụ thể, ít nhất 50 ký tự.")
    again = forms.ChoiceField(
        label="Đề nghị",
        choices=[("keep", "Tiếp tục phân công đồng chí theo dõi xã"), ("swap", "Xem xét thay thế cán bộ theo dõi")],
        widget=forms.RadioSelect,
    )
    photos = PhotosField(label="Ảnh")
    minutes = AttachmentsField(label="Biên bản họp", required=True, error_messages={"required": "Chưa có biên bản."})
    sure = forms.BooleanField(label="Đã đối chiếu với sổ theo dõi", required=False)


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    return render(request, "dashboards/gallery.html", context())


def context() -> dict[str, object]:
    form = GalleryForm({"title": "Sửa cầu dân sinh", "value": "0", "outcome": "Đã khảo sát.", "again": "keep"})
    form.is_valid()
    return {"form": form, "support": SUPPORT, "last_year": LAST_YEAR, "rhythm": RHYTHM}

"""The shape of an upload: a file, or the same file handed on by the preview, with the answers given so far."""

from __future__ import annotations

import base64
import zlib
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from diaban.kit.dates import Kind, parse_date
from diaban.kit.sheets.guard import MAX_BYTES

ANSWER = "tl:"
"""What the names of answers begin with in the posted form; the question's key follows."""
_TOO_BIG = f"Tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB. Hãy chỉ gửi bảng phân công."


class ImportForm(forms.Form):
    """After the first reading the file travels with the page, packed: nothing is kept before it is committed."""

    file = forms.FileField(label="Tệp danh sách phân công", required=False, allow_empty_file=True)
    starts_on = forms.CharField(label="Ngày bắt đầu khi tệp không ghi", required=False, max_length=40)
    packed = forms.CharField(required=False, widget=forms.HiddenInput)
    filename = forms.CharField(required=False, max_length=255, widget=forms.HiddenInput)
    show = forms.ChoiceField(
        required=False, choices=[("", "Tất cả"), ("ok", "Được"), ("ask", "Cần hỏi"), ("error", "Sai")]
    )

    def clean_starts_on(self) -> Any:
        reading = parse_date(self.cleaned_data["starts_on"])
        if reading.kind not in {Kind.DAY, Kind.EMPTY}:
            raise forms.ValidationError(reading.message or "Hãy ghi một ngày, ví dụ 14/12/2022.")
        return reading.start

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        upload: UploadedFile[Any] | None = data.get("file")
        if upload is not None:
            if upload.size is not None and upload.size > MAX_BYTES:
                raise forms.ValidationError({"file": _TOO_BIG})
            data["content"], data["filename"] = upload.read(), upload.name or "tep"
        elif data.get("packed"):
            data["content"] = unpack(data["packed"])
        else:
            raise forms.ValidationError({"file": "Chưa chọn tệp."})
        return data


def pack(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content, 6)).decode()


def unpack(packed: str) -> bytes:
    """Undo `pack`; never more than the limit of an upload, whatever was sent."""
    try:
        content = zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), MAX_BYTES + 1)
    except (ValueError, zlib.error) as error:
        raise forms.ValidationError({"file": "Tệp gửi kèm trang bị hỏng. Hãy chọn lại tệp."}) from error
    if len(content) > MAX_BYTES:
        raise forms.ValidationError({"file": _TOO_BIG})
    return content


def answers_in(posted: QueryDict) -> dict[str, str]:
    """Answers by the key of their question; several ticked choices joined by commas; empty ones left out."""
    given = {name.removeprefix(ANSWER): posted.getlist(name) for name in posted if name.startswith(ANSWER)}
    joined = {key: ",".join(value.strip() for value in values if value.strip()) for key, values in given.items()}
    return {key: value for key, value in joined.items() if value}

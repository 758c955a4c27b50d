"""Fields for files: what comes out of them was opened and examined, and may be kept."""

from __future__ import annotations

from typing import IO, Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from diaban.attachments.examining import Examined, examine
from diaban.attachments.rules.kinds import MAX_DOCUMENTS, MAX_PHOTOS, AttachmentKind, too_many
from diaban.attachments.rules.names import stem
from diaban.kit.errors import FileRefused


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class AttachmentsField(forms.FileField):
    """Several documents, none at all unless `required`. A refusal names the file when there is more than one."""

    widget = FilesInput
    kind = AttachmentKind.DOCUMENT
    accept = ".pdf,.docx,.xlsx,.odt,image/*"

    def __init__(self, *, limit: int = MAX_DOCUMENTS, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.limit = limit

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return super().widget_attrs(widget) | {"accept": self.accept}

    def clean(self, data: list[UploadedFile[Any]] | None, initial: object = None) -> list[Examined]:
        """Raises ValidationError with a sentence for each file that is refused."""
        files = data or []
        if self.required and not files:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if sentence := too_many(kept=0, added=len(files), limit=self.limit, kind=self.kind):
            raise forms.ValidationError(sentence)
        examined, refusals = [], []
        for file in files:
            try:
                examined.append(self._examined(file))
            except FileRefused as refusal:
                refusals.append(f"“{_short(file)}”: {refusal}" if len(files) > 1 else str(refusal))
        if refusals:
            raise forms.ValidationError(refusals)
        return examined

    def _examined(self, file: UploadedFile[Any]) -> Examined:
        source = cast("IO[bytes]", file.file)
        return examine(source=source, name=file.name or "", size=file.size or 0, kind=self.kind)


class PhotosField(AttachmentsField):
    """Photos, at most three. They were made small on the phone where its browser could; here they are made anew."""

    kind = AttachmentKind.PHOTO
    accept = "image/*"

    def __init__(self, *, limit: int = MAX_PHOTOS, **kwargs: Any) -> None:
        super().__init__(limit=limit, **kwargs)


def _short(file: UploadedFile[Any]) -> str:
    name = stem(file.name or "")
    return name if len(name) <= 40 else f"{name[:39]}…"

"""What a cadre writes down after a day in the commune: one page, at most six answers that must be given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from diaban.attachments.forms import PhotosField
from diaban.fieldwork.forms.difficulties import Pairs
from diaban.fieldwork.forms.supports import SupportAnswers
from diaban.fieldwork.forms.visits import VisitAnswers
from diaban.fieldwork.models import Visit
from diaban.fieldwork.queries.sittings import ItemGroup
from diaban.fieldwork.rules import Authority, DifficultyKind, Footing, Trend, day_objections, sitting_objections
from diaban.fieldwork.services import (
    CommitmentDraft,
    DifficultyDraft,
    NoteDraft,
    Sitting,
    SupportDraft,
    VisitDraft,
)
from diaban.kit import fields
from diaban.kit.errors import RuleBroken
from diaban.kit.objections import Objection
from diaban.kit.rows import Repeat, RowForm
from diaban.people.models import Agency
from diaban.planning.models import ProgrammeItem
from diaban.planning.rules import Topic


class NoteRow(RowForm):
    topic = fields.LabelledField(Topic, label="Lĩnh vực")
    trend = fields.LabelledField(Trend, label="Chiều hướng", widget=forms.RadioSelect)
    text = fields.PassageField(label="Tình hình", limit=1000)


class SupportRow(SupportAnswers, RowForm):
    pass


class DifficultyRow(RowForm):
    """Its content may be left out where the title says it all; the title then stands for it."""

    kind = fields.LabelledField(
        DifficultyKind, label="Loại", widget=forms.RadioSelect, initial=DifficultyKind.REFLECTION
    )
    title = fields.LineField(label="Tên việc", limit=200)
    description = fields.PassageField(label="Nội dung", noun="nội dung khó khăn, vướng mắc", limit=2000, required=False)
    topic = fields.LabelledField(Topic, label="Lĩnh vực của việc", noun="lĩnh vực")
    authority = fields.LabelledField(Authority, label="Cấp giải quyết")
    owner = fields.PickField(
        label="Cơ quan cần giải quyết",
        required=False,
        help_text="Chỉ chọn khi cấp giải quyết là một cơ quan cấp tỉnh khác.",
    )


class CommitmentRow(RowForm):
    text = fields.LineField(label="Việc đã hứa với xã", noun="việc đã hứa", limit=500)
    due_on = fields.DayField(label="Hạn thực hiện")


class SittingForm(VisitAnswers):
    """Photos come out examined; `owner` of a difficulty as the key of an agency."""

    key = "chuyen-di"
    repeats: ClassVar[Mapping[str, Repeat]] = {
        "notes": Repeat(NoteRow, "ghi nhận tình hình", most=12),
        "supports": Repeat(SupportRow, "hoạt động hỗ trợ", most=10),
        "difficulties": Repeat(DifficultyRow, "khó khăn, đề xuất", most=10),
        "commitments": Repeat(CommitmentRow, "cam kết", most=10),
    }

    outcome = fields.PassageField(label="Kết quả", noun="kết quả chuyến đi", limit=1000)
    met = fields.LineField(
        label="Đã làm việc với",
        limit=200,
        required=False,
        help_text="Chức danh và số người, ví dụ: Bí thư Đảng ủy, trưởng bản và 12 hộ.",
    )
    companions = fields.CountField(label="Số người cùng đi", most=500, unit="người", required=False)
    photos = PhotosField(label="Ảnh")

    def __init__(
        self,
        *args: Any,
        duties: Pairs,
        items: Sequence[ItemGroup],
        agencies: Pairs,
        photos: int,
        rest_on: Callable[[str, date], Footing],
        **options: Any,
    ) -> None:
        """`rest_on` says what the rules rest on, for the key of a duty and a day."""
        nobody = ("", "Không phải cơ quan cấp tỉnh khác")
        offers = {"difficulties": {"owner": [nobody, *agencies]}}
        super().__init__(*args, duties=duties, items=items, offers=offers, **options)
        self.rest_on = rest_on
        self.photos_most = photos
        limited = self.fields["photos"]
        if isinstance(limited, PhotosField):
            limited.limit = photos

    def full_clean(self) -> None:
        """The rules speak with the fields, of every part at once: one sending tells all that is to be mended."""
        super().full_clean()
        duty, day = (self.cleaned_data.get(name) for name in ("duty", "visited_on")) if self.is_bound else ("", None)
        if duty and day:
            footing = self.rest_on(duty, day)
            written = {name: [row.cleaned_data for row in rows.filled] for name, rows in self.rows.items()}
            self._take_all(sitting_objections(footing, written))
            if self.errors or any(row.errors for rows in self.rows.values() for row in rows.filled):
                self._take_all(day_objections(footing.day, field="visited_on"))  # by itself the service tells it

    def _take_all(self, objections: Iterable[Objection]) -> None:
        for place, sentence in objections:
            self.take(RuleBroken(sentence, field=place))

    def sitting(
        self,
        *,
        item: ProgrammeItem | None,
        planned: Visit | None,
        owners: Mapping[str, Agency],
        attach: Callable[[Visit], object],
    ) -> Sitting:
        """What was written, for the service."""
        given = self.cleaned_data
        return Sitting(
            visit=VisitDraft(
                visited_on=given["visited_on"],
                event_kind=given["event_kind"],
                outcome=given["outcome"],
                half_days=given["half_days"],
                place=given["place"],
                met=given["met"],
                companions=given["companions"] or 0,
                programme_item=item,
                planned=planned,
            ),
            notes=[NoteDraft(**row) for row in given["notes"]],
            difficulties=[_difficulty(row, owners) for row in given["difficulties"]],
            supports=[SupportDraft(**row) for row in given["supports"]],
            commitments=[CommitmentDraft(**row) for row in given["commitments"]],
            attach=attach,
        )


def _difficulty(row: Mapping[str, Any], owners: Mapping[str, Agency]) -> DifficultyDraft:
    said = {**row, "description": row["description"] or row["title"], "owner": owners.get(row["owner"])}
    return DifficultyDraft(**said)

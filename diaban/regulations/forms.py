from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from diaban.kit import fields
from diaban.kit.forms import RecordForm
from diaban.kit.text import slugify_vi
from diaban.regulations.rules import PARAMETERS, Mark, Source, Unit
from diaban.regulations.rules.directives import DayKind
from diaban.regulations.rules.parameter import OWN_DEFAULT
from diaban.regulations.rules.sheet import WORDLESS
from diaban.regulations.rules.typed import BASIS, NO, YES, choices_of, example_of, read, several_of


class TypedField(fields.LineField):
    """A number, a day of every year, steps or a list of numbers, as they are typed."""

    def __init__(self, key: str, **options: Any) -> None:
        self.key = key
        super().__init__(limit=200, **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return read(self.key, text)
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from None


class CopyForm(RecordForm):
    key = "chep-bo-quy-tac"

    name = fields.LineField(label="Tên bộ quy tắc mới", noun="tên bộ quy tắc", limit=200)
    starts_on = fields.DayField(label="Dự kiến áp dụng từ ngày")

    @property
    def given(self) -> dict[str, Any]:
        """What the service takes; the code of an address follows from the name."""
        return self.values | {"code": slugify_vi(self.values["name"])[:60]}


class ParameterForm(RecordForm):
    """The parameters of one section, each with what it rests on. What the product itself decides is not asked for."""

    key = "tham-so"

    def __init__(self, *args: Any, keys: Iterable[str], **options: Any) -> None:
        self.keys = [key for key in keys if not PARAMETERS[key].fixed]
        super().__init__(*args, **options)

    def more_fields(self) -> dict[str, forms.Field]:
        made: dict[str, forms.Field] = {}
        for key in self.keys:
            made[key] = _field(key)
            made[BASIS + key] = fields.LineField(
                label="Căn cứ", noun="căn cứ", limit=300, required=False, help_text="Để trống: mặc định của phần mềm."
            )
        return made

    def clean(self) -> dict[str, Any]:
        """A value that is changed says what it rests on: it is not the software's default any more."""
        data = super().clean() or self.cleaned_data
        for key in self.keys:
            if key in data and key in self.changed and not data.get(BASIS + key) and not _is_default(key, data[key]):
                title = PARAMETERS[key].title
                self.add_error(BASIS + key, f"“{title}” không còn là mặc định của phần mềm: ghi văn bản làm căn cứ.")
        return data

    def basis(self, key: str) -> forms.BoundField:
        """The field beside a value that says what it rests on."""
        return self[BASIS + key]

    @property
    def changed(self) -> set[str]:
        """Keys of which the value or the basis was changed."""
        return {name.removeprefix(BASIS) for name in self.changed_data} & set(self.keys)

    def changes(self, known: Mapping[str, Source]) -> dict[str, tuple[object, Source]]:
        """What the service takes: `known` says what each value rests on now."""
        return {key: (_value(self.cleaned_data[key]), self._source(key, known[key])) for key in sorted(self.changed)}

    def _source(self, key: str, known: Source) -> Source:
        said = str(self.cleaned_data[BASIS + key])
        if said == (known.citation if known.mark is not Mark.ASSUMED else ""):
            return known
        return Source(Mark.SOURCE, said) if said else Source(Mark.ASSUMED, OWN_DEFAULT)


class PublishForm(RecordForm):
    key = "cong-bo-bo-quy-tac"
    confirms = True

    starts_on = fields.DayField(
        label="Áp dụng từ ngày", help_text="Từ hôm nay trở đi. Bộ đang áp dụng kết thúc hết ngày hôm trước."
    )
    directive = fields.PickField(label="Văn bản ban hành", required=False)

    def __init__(self, *args: Any, directives: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["directive"]
        if isinstance(field, fields.PickField):
            field.choices = [("", "Chưa có văn bản"), *directives]


class DayForm(RecordForm):
    key = "ngay-nghi"

    day = fields.DayField(label="Ngày")
    kind = fields.LabelledField(DayKind, label="Là ngày", widget=forms.RadioSelect)
    reason = fields.LineField(label="Lý do", limit=200)
    source = fields.LineField(label="Văn bản", limit=200, help_text="Số, ngày, cơ quan ban hành.")


def _field(key: str) -> forms.Field:
    parameter = PARAMETERS[key]
    unit = "" if parameter.unit in WORDLESS else parameter.unit.label
    if parameter.unit is Unit.FLAG:
        flag = fields.PickField(label=parameter.title, noun="có hay không", widget=forms.RadioSelect)
        flag.choices = [(YES, "Có"), (NO, "Không")]
        return flag
    if one := choices_of(key):
        return fields.LabelledField(one, label=parameter.title, widget=forms.RadioSelect)
    if several := several_of(key):
        return fields.LabelledManyField(several, label=parameter.title, required=False)
    hint = ", ".join(filter(None, (unit, example_of(key))))
    return TypedField(key, label=parameter.title, noun="giá trị", help_text=hint[:1].upper() + hint[1:])


def _value(cleaned: Any) -> object:
    if cleaned in (YES, NO):
        return cleaned == YES
    return tuple(cleaned) if isinstance(cleaned, list) else cleaned


def _is_default(key: str, cleaned: Any) -> bool:
    return _value(cleaned) == PARAMETERS[key].default

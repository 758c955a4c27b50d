"""The one form of the product. A view is: valid? one service call through `act`, then `acknowledge` and redirect; else
render with `form.status`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, ClassVar, TypeVar, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.forms.utils import ErrorDict
from django.http import Http404, QueryDict

from diaban.kit import burden
from diaban.kit.actors import ActorRequest
from diaban.kit.clock import local_date
from diaban.kit.editions import Changed, Difference, Saved, Values, moved, stamp
from diaban.kit.errors import NotAllowed, RuleBroken
from diaban.kit.fields import DayField, PassageField, Spoken, VndField
from diaban.kit.ids import uuid7
from diaban.kit.records import came_before
from diaban.kit.rows import Offers, Repeat, Rows, set_calendar

M = TypeVar("M", bound=Model)
ADD, DROP, REVIEW, SURE, CHOICE = "them", "bo", "xem-lai", "chac-chan", "chon:"
"""Names of the buttons that add a row, take one away, go back to the form, confirm; prefix of a choice of versions."""
OWN = ("ma", "giay", "dau")
AGAIN = (
    "Hồ sơ này đã được nhận từ lần gửi trước; bản nhận trước giữ nguyên. "
    "Nếu vừa sửa thêm, đồng chí đối chiếu với bản dưới đây."
)
_UNTOUCHED = {"autocomplete": "off", "id": False}
"""A browser must not put back an old value; and a page may hold several forms."""
_ROW_FIELD = re.compile(r"(\w+)-(\d+)-(\w+)")


class RecordForm(forms.Form):
    """`ma` is the id that the page made for the record, `giay` the seconds of writing, `dau` what the writer saw.

    An existing record is edited with `initial` on every request, the posted one too: choosing between two versions
    takes the saved one from there. `today` and `year` are for days and months that name none; `offers` sets the
    choices of repeated rows, by the name of the rows.
    """

    key: ClassVar[str] = "mot-lan-bam"
    """What the form is called in the drafts of a device and in the measured burden; one that is only a press, without
    fields of its own, needs no other."""
    sealed: ClassVar[bool] = False
    """Assessments, ratings, inspections: nothing of it is ever kept on the device."""
    confirms: ClassVar[bool] = False
    """What is sent cannot be taken back: a second press is asked for."""
    repeats: ClassVar[Mapping[str, Repeat]] = {}

    use_required_attribute = False
    ma = forms.UUIDField(initial=uuid7, widget=forms.HiddenInput(attrs=_UNTOUCHED))
    giay = forms.CharField(required=False, widget=forms.HiddenInput(attrs=_UNTOUCHED))
    dau = forms.CharField(required=False, widget=forms.HiddenInput(attrs=_UNTOUCHED))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        files: Any = None,
        initial: Values | None = None,
        today: date | None = None,
        year: int | None = None,
        offers: Mapping[str, Offers] | None = None,
        auto_id: str = "id_%s",
    ) -> None:
        first = dict(initial or {})
        posted = data.copy() if data is not None else None
        super().__init__(posted, files, initial=first, label_suffix="", auto_id=auto_id)
        self.fields.update(self.more_fields())
        self.comparison: list[Difference] = []
        self.saved: Saved | None = None
        self.unsure = False
        set_calendar(self, today, year)
        self.first = {name: first[name] for name in first if name in self.fields or name in self.repeats}
        self.initial["dau"] = stamp(self.first, self.first)
        calendar = {"today": today, "year": year}
        if self.is_bound:
            self._take_chosen(calendar)
        self.rows = {
            name: self._rows(name, repeat, offers=(offers or {}).get(name), auto_id=auto_id, **calendar)
            for name, repeat in self.repeats.items()
        }
        self._shape_rows()

    def more_fields(self) -> Mapping[str, forms.Field]:
        """Fields that follow from the record and not from the form; asked for once, while the form is made."""
        return {}

    @property
    def id(self) -> UUID:
        """The id under which the service writes the record: the same twice is one record."""
        return cast("UUID", self.cleaned_data["ma"])

    @property
    def seen(self) -> str:
        return str(self.cleaned_data["dau"])

    @property
    def seconds(self) -> int | None:
        """Seconds of writing as the page counted them; null without a script."""
        typed = str(self.cleaned_data["giay"])
        return int(typed) if re.fullmatch(r"[0-9]{1,9}", typed) else None

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in, by field, without the form's own three."""
        return {name: value for name, value in self.cleaned_data.items() if name not in OWN}

    @property
    def status(self) -> int:
        """Of the page that shows the form: 422 when something was sent that cannot be taken as it is."""
        return 422 if self.is_bound and not self.reshaping and not self.unsure else 200

    @property
    def reshaping(self) -> bool:
        """Sent only to be shown anew: a row more or less, or back from the comparison. Nothing is judged."""
        return self.is_bound and any(name in self.data for name in (ADD, DROP, REVIEW))

    @property
    def writes(self) -> bool:
        """Whether there is anything to write that a draft could keep; files are never kept."""
        own = (bound.field for bound in self.visible_fields())
        return bool(self.repeats) or not all(isinstance(field, forms.FileField) for field in own)

    @property
    def holds_prose(self) -> bool:
        """Whether free text is asked for: then the page says what must not stand in it."""
        return self._asks(PassageField)

    @property
    def reads_out(self) -> bool:
        """Whether there are amounts or days to read out while they are typed."""
        return self._asks(VndField, DayField)

    @property
    def answered(self) -> int:
        """How many answers were given, rows included: what the form cost."""
        filled = [row for rows in self.rows.values() for row in rows.filled]
        own = [self.cleaned_data.get(name) for name in self.fields if name not in OWN]
        return sum(value not in (None, "", [], False) for value in own) + sum(len(row.changed_data) for row in filled)

    def full_clean(self) -> None:
        if self.reshaping:
            self._errors, self.cleaned_data = ErrorDict(), {}
            return
        super().full_clean()
        if self.is_bound:
            self.cleaned_data |= {name: rows.values for name, rows in self.rows.items() if rows.is_valid()}

    def is_valid(self) -> bool:
        valid = super().is_valid() and not self.reshaping and all(rows.is_valid() for rows in self.rows.values())
        self.unsure = valid and self.confirms and SURE not in self.data
        return valid and not self.unsure

    def add_error(self, field: str | None, error: Any) -> None:
        """What is wrong with a hidden field is said on top."""
        if field in OWN:
            field, error = None, "Trang này thiếu mã của hồ sơ. Hãy mở lại trang rồi gửi lại."
        super().add_error(field, error)

    def take(self, error: RuleBroken) -> None:
        """Put a refusal at its field, at its row («items-0-topic»), or on top."""
        place, sentence = error.field or "", str(error)
        found = _ROW_FIELD.fullmatch(place)
        if place in self.rows:
            self.rows[place].refuse(sentence)
        elif found and found[1] in self.rows and int(found[2]) < len(self.rows[found[1]].filled):
            row = self.rows[found[1]].filled[int(found[2])]
            row.add_error(found[3] if found[3] in row.fields else None, sentence)
        else:
            self.add_error(place if place in self.fields else None, sentence)

    def compare(self, now: Values, saved: Saved) -> bool:
        """Set the two versions side by side. False when they say the same: then nothing is left to choose."""
        mine = self.values
        own = moved(self.seen, mine)
        names = [name for name in self.first if name in mine.keys() & now.keys()]
        both = [self._difference(name, mine[name], now[name], kept=name in own) for name in names]
        self.comparison = [one for one in both if one.mine != one.saved]
        self.saved = saved
        cast("QueryDict", self.data)["dau"] = stamp(now, self.first)
        return bool(self.comparison)

    def carried(self) -> Iterator[tuple[str, str]]:
        """What was sent, to be sent once more with the choice between two versions."""
        data = cast("QueryDict", self.data)
        dropped = {"csrfmiddlewaretoken", ADD, DROP, REVIEW}
        for name in data:
            if name not in dropped and not name.startswith(CHOICE):
                yield from ((name, str(value)) for value in data.getlist(name))

    def _asks(self, *kinds: type[forms.Field]) -> bool:
        rows = [rows.empty_row for rows in self.rows.values()]
        return any(isinstance(field, kinds) for form in (self, *rows) for field in form.fields.values())

    def _rows(self, name: str, repeat: Repeat, **common: Any) -> Rows:
        data = cast("QueryDict", self.data) if self.is_bound else None
        return Rows(name, repeat, data=data, initial=self.first.get(name, ()), **common)

    def _shape_rows(self) -> None:
        for name, rows in self.rows.items():
            if self.reshaping:
                rows.reshape(add=self.data.get(ADD) == name, drop=self.data.get(DROP))
            else:
                rows.tidy()

    def _take_chosen(self, calendar: dict[str, Any]) -> None:
        """Where the saved version of a field was chosen, it stands in for what was typed."""
        data = cast("QueryDict", self.data)
        for name, value in self.first.items():
            if data.get(f"{CHOICE}{name}") != "saved":
                continue
            for key in [key for key in data if key == name or key.startswith(f"{name}-")]:
                del data[key]
            if name in self.fields:
                data.setlist(name, as_posted(self.fields[name], value))
                continue
            for index, row in enumerate(value):
                pattern = self.repeats[name].form(**calendar).fields
                for part in row.keys() & pattern.keys():
                    data.setlist(f"{name}-{index}-{part}", as_posted(pattern[part], row[part]))

    def _difference(self, name: str, mine: Any, saved: Any, *, kept: bool) -> Difference:
        if name in self.rows:
            rows = self.rows[name]
            return Difference(name, rows.label, rows.told(mine), rows.told(saved), theirs_only=not kept)
        field = self.fields[name]
        tell = field.told if isinstance(field, Spoken) else str
        return Difference(name, str(field.label), [tell(mine)], [tell(saved)], theirs_only=not kept)


def as_posted(field: forms.Field, value: Any) -> list[str]:
    """A stored value as a browser would send it back."""
    shown = field.prepare_value(value)
    if isinstance(shown, list | tuple | set | frozenset):
        return [str(one) for one in shown]
    return [] if shown in (None, "", False) else ["on" if shown is True else str(shown)]


def act(form: RecordForm, work: Callable[[], M]) -> M | None:
    """Run one service call. A refusal goes to its place in the form and gives null; no right looks like no page."""
    try:
        return work()
    except Changed as changed:
        return None if form.compare(changed.now, changed.saved) else cast("M", changed.record)
    except NotAllowed:
        raise Http404 from None
    except RuleBroken as refusal:
        form.take(refusal)
    return None


def acknowledge(request: ActorRequest, form: RecordForm, record: Model, said: str, *, at: datetime) -> None:
    """Tell the person, and the page's script by the id, that the server has it; count what the form cost."""
    again = came_before(record)
    tag = f"{'lai' if again else 'nhan'}:{form.id}"
    messages.success(request, AGAIN if again else said, extra_tags=tag)
    if not again:
        burden.count_use(
            form=form.key,
            actor=request.actor,
            on=local_date(at),
            seconds=form.seconds,
            fields=form.answered,
        )

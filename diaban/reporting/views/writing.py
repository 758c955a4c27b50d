"""Reports written: begun, saved half written, mended as a new version; in Word, away from the network, and back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from diaban.documents.exports import attachment
from diaban.documents.filled import filled_texts, write_blank
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.changes import changed_words
from diaban.kit.forms import RecordForm, acknowledge, act
from diaban.people.access import actor_required
from diaban.regulations.rules import ReportPeriod
from diaban.reporting import papers, policies, services
from diaban.reporting.forms import ReportForm, WordForm
from diaban.reporting.queries import as_written, periods_owed
from diaban.reporting.queries import reports as queries
from diaban.reporting.rules import NEXT, ReportState, in_order, sections_of, sentences
from diaban.reporting.views.reading import in_view


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def new(request: ActorRequest, assignment: UUID, kind: str, year: int) -> HttpResponse:
    """The report is begun by its first saving; until then there is only the page."""
    at, duty, period = clock.now(), queries.duty_in_view(request.actor, assignment), ReportPeriod.of(kind)
    if duty is None or not policies.may_write(request.actor, duty):
        raise Http404
    if period is None or period not in periods_owed(duty, year):
        raise Http404
    if queries.report_of(request.actor, assignment, period, year):
        return redirect("reporting:of_assignment", pk=assignment, kind=kind, year=year)
    form = ReportForm(request.POST or None, kind=period.kind, sections=sections_of({}), today=clock.today())
    if form.is_valid():
        made = act(
            form,
            lambda: services.begin_report(
                assignment=duty, period=period, year=year, **form.written, id=form.id, by=request.actor, at=at
            ),
        )
        if made:
            acknowledge(request, form, made, "Đã lưu bản nháp báo cáo.", at=at)
            return redirect("reporting:edit", pk=made.pk)
    return _page(request, form, duty, period, year)


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    at, found = clock.now(), _draft(request, pk)
    form = _form(request, found)
    if form.is_valid():
        done = act(
            form,
            lambda: services.write_report(report=found, **form.written, seen=form.seen, by=request.actor, at=at),
        )
        if done:
            acknowledge(request, form, done, "Đã lưu bản nháp báo cáo.", at=at)
            return redirect("reporting:edit", pk=pk)
    return _page(request, form, found.assignment, found.period, found.year, report=found)


@require_POST
@actor_required(Role.CADRE)
def checked(request: ActorRequest, assignment: UUID, kind: str, year: int) -> HttpResponse:
    """The panel «Kiểm tra trước khi gửi» for what is typed so far; nothing is saved."""
    duty, period = queries.duty_in_view(request.actor, assignment), ReportPeriod.of(kind)
    if duty is None or period is None or not policies.may_write(request.actor, duty):
        raise Http404
    report = queries.report_of(request.actor, assignment, period, year)
    form = ReportForm(request.POST, kind=period.kind, sections=report.sections if report else sections_of({}))
    return render(request, "reporting/completeness.html", {"checks": _checks(form)})


@require_POST
@actor_required(Role.CADRE)
def mending(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A returned report goes on as a new version, which is a draft."""
    at, found = clock.now(), in_view(request, pk)
    if not policies.may_write(request.actor, found) or ReportState.REPLACED not in NEXT[ReportState(found.state)]:
        raise Http404
    form = RecordForm(request.POST)
    made = (
        act(form, lambda: services.mend_report(report=found, id=form.id, by=request.actor, at=at))
        if (form.is_valid())
        else None
    )
    if not made:
        return redirect("reporting:report", pk=pk)
    acknowledge(request, form, made, f"Đã mở bản {made.version} để sửa.", at=at)
    return redirect("reporting:edit", pk=made.pk)


@require_GET
@actor_required(Role.CADRE)
def word(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The document to fill in where there is no network."""
    found = _draft(request, pk)
    counted = queries.counted_of(found, today=clock.today())
    content = write_blank(papers.blank_of(found, counted=counted))
    return attachment(content, name=f"bao-cao-{found.period.slug}-{found.year}-mau", form="docx")


@require_http_methods(["GET", "POST"])
@actor_required(Role.CADRE)
def from_word(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A filled document is read and shown beside what was saved; nothing is kept before the writer saves it."""
    found = _draft(request, pk)
    form = WordForm(request.POST or None, files=request.FILES or None, today=clock.today())
    if form.is_valid():
        texts = _texts_of(form, found)
        if texts is not None:
            return _read_back(request, found, texts)
    return render(request, "reporting/from_word.html", {"form": form, "report": found}, status=form.status)


def _texts_of(form: WordForm, report: Any) -> dict[str, str] | None:
    headings = {key: section["heading"] for key, section in report.sections.items()}
    return filled_texts(form, mark=papers.mark_of(report), headings=headings)


def _read_back(request: ActorRequest, found: Any, texts: dict[str, str]) -> HttpResponse:
    """The form filled with what was read; it is saved by the page of writing, and compared as any other there."""
    saved = as_written(found)
    form = ReportForm(kind=found.period.kind, sections=found.sections, initial=saved, today=clock.today())
    form.initial.update(texts)
    parts = [
        (section["heading"], changed_words(section["text"], texts[key]) if key in texts else None)
        for key, section in in_order(found.sections)
        if texts.get(key) != section["text"]
    ]
    return _page(
        request, form, found.assignment, found.period, found.year, report=found, read=parts
    )  # fmt: skip


def _form(request: ActorRequest, found: Any) -> ReportForm:
    return ReportForm(
        request.POST or None,
        kind=found.period.kind,
        sections=found.sections,
        initial=as_written(found),
        today=clock.today(),
    )


def _draft(request: ActorRequest, pk: UUID) -> Any:
    found = in_view(request, pk)
    if not policies.may_write(request.actor, found) or found.state != ReportState.DRAFT:
        raise Http404
    return found


def _checks(form: ReportForm) -> list[tuple[str, str, bool]]:
    """By section its key, its heading and whether something is written; the level last."""
    checks = [(name, str(form.fields[name].label), bool(text)) for name, text in form.typed.items()]
    if "self_level" in form.fields:
        checks.append(("self_level", str(form.fields["self_level"].label), bool(form["self_level"].value())))
    return checks


def _page(
    request: ActorRequest, form: ReportForm, duty: Any, period: ReportPeriod, year: int, **more: Any
) -> HttpResponse:
    today: date = clock.today()
    counted = queries.counted(duty, period, year, today=today)
    report = more.get("report")
    context = {
        "form": form,
        "duty": duty,
        "period": period,
        "year": year,
        "checks": _checks(form),
        "counted": counted,
        "sentences": sentences(counted.values),
        "owed": queries.owed_for(request.actor, duty, period, year, today),
        "report": report,
        "read": more.get("read"),
        "action": reverse("reporting:edit", args=[report.pk]) if report else "",
        "today": today,
    }
    return render(request, "reporting/write.html", context, status=form.status)

"""The page that takes the office's list of assignments: upload, preview with questions, commit."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from diaban.assignments.queries import province_code
from diaban.assignments.services import ImportReport
from diaban.assignments.understanding import SKIP
from diaban.intake.forms import ANSWER, ImportForm, answers_in, pack
from diaban.intake.services import take_in_assignments
from diaban.kit import clock
from diaban.kit.actors import ActorRequest, Role
from diaban.kit.errors import RuleBroken
from diaban.people.access import actor_required

PAGE = "intake/import.html"


@never_cache
@require_http_methods(["GET", "POST"])
@actor_required(Role.BOARD)
def assignment_import(request: ActorRequest) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if not form.is_valid():
        return render(request, PAGE, {"form": form, "report": None}, status=422 if form.is_bound else 200)
    data, answers = form.cleaned_data, answers_in(request.POST)
    try:
        report = take_in_assignments(
            content=data["content"],
            filename=data["filename"],
            province=province_code(request.actor),
            starts_on_default=data["starts_on"],
            answers=answers,
            commit=request.POST.get("act") == "commit",
            by=request.actor,
            at=clock.now(),
        )
    except RuleBroken as refusal:
        form.add_error("file", str(refusal))
        return render(request, PAGE, {"form": form, "report": None}, status=422)
    if report.recorded:
        messages.success(request, _done(report))
        return redirect("intake:assignments")
    status = 422 if report.refusal else 200
    return render(request, PAGE, _preview(form, report, data, answers), status=status)


def _done(report: ImportReport) -> str:
    made = report.recorded
    if made is None or not (made.assignments or made.cadres):
        return f"Tệp {report.filename}: mọi phân công đã có từ trước, không thêm gì."
    return (
        f"Đã nhập tệp {report.filename}: {made.assignments} phân công, {made.cadres} cán bộ mới, "
        f"{made.agencies} cơ quan mới; {made.known} phân công đã có từ trước."
    )


def _preview(form: ImportForm, report: ImportReport, data: dict[str, Any], answers: dict[str, str]) -> dict[str, Any]:
    """What the preview shows. A question that two rows share is asked once; answers given travel along."""
    entries = report.understood.entries
    shown = [entry for entry in entries if data["show"] in {"", entry.state.value}]
    first_row: dict[str, int] = {}
    for index, entry in enumerate(shown):
        for question in entry.questions:
            first_row.setdefault(question.key, index)
    rows = [
        {
            "entry": entry,
            "number": index,
            "messages": [text for text in entry.messages if text not in {asked.sentence for asked in entry.questions}],
            "questions": [question for question in entry.questions if first_row[question.key] == index],
            "skip": f"{ANSWER}{entry.sheet}!{entry.row}|{SKIP}",
        }
        for index, entry in enumerate(shown)
    ]
    return {
        "form": form,
        "report": report,
        "rows": rows,
        "show": data["show"],
        "packed": pack(data["content"]),
        "filename": data["filename"],
        "prefix": ANSWER,
        "kept": {f"{ANSWER}{key}": value for key, value in answers.items() if key not in first_row},
    }

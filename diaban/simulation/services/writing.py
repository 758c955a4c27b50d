"""Planned rows go to the database by COPY; constraints and indexes stay on."""

from __future__ import annotations

import json

from django.db import connection, models

from diaban.assessment.models import (
    AgencyAssessment,
    AssessmentMark,
    CommuneAssessment,
    YearConclusion,
)
from diaban.assignments.models import Assignment, AssignmentDecision
from diaban.exchange.models import (
    Bulletin,
    BulletinRead,
    BulletinReply,
    CommuneEvent,
    CommuneFacts,
    Invitation,
)
from diaban.fieldwork.models import (
    AgencyAct,
    Commitment,
    Difficulty,
    DifficultyStep,
    Innovation,
    InnovationAdoption,
    SituationNote,
    Support,
    Visit,
)
from diaban.kit.models import AuditEvent
from diaban.obligations.models import Extension, Obligation
from diaban.oversight.models import CheckItem, Finding, FindingReply, Inspection, SampledDuty, TeamMember
from diaban.people.models import Account, Agency, Cadre, Post, RoleGrant
from diaban.planning.models import Programme, ProgrammeItem, ProgrammeStep
from diaban.ranking.models import QualityRanking
from diaban.replacement.models import Handover, ReplacementRequest
from diaban.reporting.models import PeriodicReport, ReportStep
from diaban.simulation.rules.book import Book

TABLES: dict[str, type[models.Model]] = {
    model._meta.label_lower: model
    for model in (
        *(Account, Agency, Cadre, Post, RoleGrant, AssignmentDecision, Assignment, Programme, ProgrammeItem),
        *(ProgrammeStep, Visit, SituationNote, Difficulty, DifficultyStep, Innovation, InnovationAdoption, Support),
        *(Commitment, Bulletin, BulletinRead, BulletinReply, CommuneEvent, Invitation, CommuneFacts),
        *(AgencyAct, PeriodicReport, ReportStep, CommuneAssessment, AssessmentMark),
        *(AgencyAssessment, ReplacementRequest, Handover, YearConclusion, Inspection, TeamMember, SampledDuty),
        *(CheckItem, Finding, FindingReply, QualityRanking, Obligation, Extension, AuditEvent),
    )
}


def write_book(book: Book) -> None:
    """All rows of a book, which is then turned over; foreign keys are checked when the transaction ends."""
    for table, rows in book.rows.items():
        model, columns = TABLES[table], ("id", *book.columns[table])
        _demand_all_columns(model, columns)
        _copy(model, columns, rows)
    book.turn_over()


def _demand_all_columns(model: type[models.Model], columns: tuple[str, ...]) -> None:
    """COPY knows no defaults of Django: a column that the plan forgot must be an error of ours."""
    wanted = {field.attname for field in model._meta.concrete_fields if not field.generated}
    if wanted != set(columns):
        raise LookupError(f"{model._meta.label_lower}: {sorted(wanted ^ set(columns))}")


def _copy(model: type[models.Model], columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    names = ", ".join(connection.ops.quote_name(str(fields[name].column)) for name in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    documents = [index for index, name in enumerate(columns) if isinstance(fields[name], models.JSONField)]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(_with_json(row, documents) if documents else row)


def _with_json(row: tuple[object, ...], documents: list[int]) -> list[object]:
    values = list(row)
    for index in documents:
        values[index] = json.dumps(values[index], ensure_ascii=False)
    return values

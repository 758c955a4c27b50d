"""The SQL of a read that is asked again and again with the same scope, compiled once and run afresh each time.

Compiling a long aggregate costs the ORM more than running it costs the server. No answer is kept, only the text.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

KEPT = 2048
Statement = tuple[str, Any]
_known: OrderedDict[Hashable, Statement] = OrderedDict()
_lock = Lock()
"""The server answers in two threads."""


def one_row(key: Hashable, compile_and_run: Callable[[], Mapping[str, Any]], names: list[str]) -> dict[str, Any]:
    """The single row of an aggregate, by name. `key` must say everything that the statement depends on."""
    statement = recall(key)
    if statement is not None:
        return dict(zip(names, _fetch(*statement)[0], strict=True))
    sent: list[Statement] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        found = dict(compile_and_run())
    if len(sent) == 1:  # an aggregate over nothing at all asks the server nothing, and stays so
        _keep(key, sent[0])
    return found


def many_rows(key: Hashable, read: Callable[[], QuerySet[Any]]) -> list[tuple[Any, ...]]:
    """The rows of a values_list. `key` must say everything that the statement depends on."""
    statement = recall(key)
    if statement is None:
        try:
            statement = _keep(key, read().query.sql_with_params())
        except EmptyResultSet:
            return []
    return _fetch(*statement)


def recall(key: Hashable) -> Statement | None:
    """The kept text of a read with its parameters, if it was read before."""
    with _lock:
        statement = _known.get(key)
        if statement is not None:
            _known.move_to_end(key)
        return statement


def _keep(key: Hashable, statement: Statement) -> Statement:
    with _lock:
        _known[key] = statement
        while len(_known) > KEPT:
            _known.popitem(last=False)
        return statement


def _fetch(sql: str, params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())

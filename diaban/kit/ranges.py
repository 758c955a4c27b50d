"""Ranges for exclusion constraints. The embedded server has no btree_gist, so a key is compared as a range of one."""

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.fields.ranges import BigIntegerRangeField
from django.db.models import Expression, Func


class KeyRange(Func):
    """A whole-number key as a range of one: two overlap when, and only when, they are equal."""

    function = "int8range"
    template = "%(function)s(%(expressions)s, '[]')"
    output_field = BigIntegerRangeField()

    def __init__(self, key: str | Expression) -> None:
        super().__init__(key, key)


class DayRange(Func):
    """From a day up to, and without, another; open when there is none."""

    arity = 2
    function = "daterange"
    template = "%(function)s(%(expressions)s, '[)')"
    output_field = DateRangeField()

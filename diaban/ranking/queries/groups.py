"""What the groups of the cap are called."""

from __future__ import annotations

from collections.abc import Iterable

from diaban.people.models import Agency, AgencyGroup
from diaban.ranking.queries.records import AREAS
from diaban.ranking.rules.subjects import WHOLE_PROVINCE

GROUP_NAMES: dict[str, str] = {
    WHOLE_PROVINCE: "toàn tỉnh",
    **{group.value: str(group.label) for group in AgencyGroup},
    **{code: area.label for area, code in AREAS.items()},
}
"""By their codes; a group of one agency has the agency's id as its code."""


def group_names(codes: Iterable[str]) -> dict[str, str]:
    """All names that are known without a record, and those of the agencies that `codes` name."""
    own = set(codes) - GROUP_NAMES.keys() - {""}
    agencies = Agency.objects.filter(pk__in=own).values_list("pk", "name") if own else ()
    return GROUP_NAMES | {str(pk): name for pk, name in agencies}

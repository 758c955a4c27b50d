"""The verbs of the room. The official ranking is typed in; a round only proposes."""

from diaban.ranking.services.lines import answer_appeal, appeal, opine, override
from diaban.ranking.services.moving import (
    decide_round,
    finish_round,
    propose_round,
    publish_round,
    return_round,
    submit_round,
)
from diaban.ranking.services.official import record_ranking, replace_ranking
from diaban.ranking.services.rounds import compute_round, open_round

__all__ = [
    "answer_appeal",
    "appeal",
    "compute_round",
    "decide_round",
    "finish_round",
    "open_round",
    "opine",
    "override",
    "propose_round",
    "publish_round",
    "record_ranking",
    "replace_ranking",
    "return_round",
    "submit_round",
]

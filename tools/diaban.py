"""`bin/diaban`: the product's command line, with the embedded database up for as long as the verb runs."""

from __future__ import annotations

from tools import launch

WITHOUT_DATABASE = ({"-h", "--help"}, {"match"})
"""words that need no database: help anywhere, verbs by their first word"""


def main(arguments: list[str]) -> int:
    launch.settings()
    from diaban.config import cli

    if not needs_database(arguments):
        launch.without_database()
        return cli.main(arguments)
    with launch.database():
        return cli.main(arguments)


def needs_database(arguments: list[str]) -> bool:
    helps, verbs = WITHOUT_DATABASE
    return bool(arguments) and not helps & set(arguments) and arguments[0] not in verbs

"""`bin/diaban`: the product's command line, with the embedded database up for as long as the verb runs."""

from __future__ import annotations

from tools import launch


def main(arguments: list[str]) -> int:
    """Help, a typing error and verbs that say `needs_database=False` start no server."""
    server = launch.prepare()
    import django

    django.setup()
    from diaban.config import cli

    parsed = cli.build_parser().parse_args(arguments)
    if not getattr(parsed, "needs_database", True):
        return cli.run(parsed)
    with launch.running(server):
        if server:
            launch.bring_up_to_date()
        else:
            launch.refuse_silence()
        return cli.run(parsed)

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class JournalConfig(AppConfig):
    """The triggers follow the tables: they are put on after every migration, when the rooms above have theirs."""

    name = "diaban.journal"

    def ready(self) -> None:
        from diaban.journal.guard import install  # noqa: PLC0415 -- models are there only now

        post_migrate.connect(lambda **_: install(), sender=self, weak=False, dispatch_uid="journal")

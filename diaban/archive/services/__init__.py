"""The verbs of the room."""

from diaban.archive.services.exporting import export
from diaban.archive.services.importing import import_archive

__all__ = ["export", "import_archive"]

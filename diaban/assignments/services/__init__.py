"""Verbs of assignments."""

from diaban.assignments.services.importing import ImportReport, import_assignments

__all__ = ["ImportReport", "import_assignments"]

"""The forms that a summary can take."""

FORMS = ("html", "docx", "pdf", "json")

"""Refusals that a person reads."""


class RuleBroken(Exception):  # noqa: N818 -- reads as prose at the raise
    """A rule said no. The message is a whole Vietnamese sentence and is shown to the person.

    `field` names the form field that the sentence belongs to, where there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class NotAllowed(RuleBroken):
    """The person has no right to this act. Shown as absent where the thing itself may not be known."""


class FileRefused(RuleBroken):
    """The file as a whole cannot be taken; the sentence says why and what to do."""

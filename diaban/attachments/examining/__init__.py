"""Opening a stranger's file: in a process of its own, with a fence around its memory and its time."""

from diaban.attachments.examining.apart import Examined, examine

__all__ = ["Examined", "examine"]

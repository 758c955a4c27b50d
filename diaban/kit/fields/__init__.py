"""Form fields that speak Vietnamese. Each says what is missing, too long or wrong in whole sentences of its own."""

from diaban.kit.fields.amounts import CountField, VndField
from diaban.kit.fields.choices import LabelledField, LabelledManyField, PickField, PickManyField, TickField, offer
from diaban.kit.fields.days import DayChoice, DayField, MonthField
from diaban.kit.fields.texts import LineField, PassageField, Spoken

__all__ = [
    "CountField",
    "DayChoice",
    "DayField",
    "LabelledField",
    "LabelledManyField",
    "LineField",
    "MonthField",
    "PassageField",
    "PickField",
    "PickManyField",
    "Spoken",
    "TickField",
    "VndField",
    "offer",
]

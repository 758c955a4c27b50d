"""Reads over every room: the registry of figures, the summary of a year, the records behind a figure."""

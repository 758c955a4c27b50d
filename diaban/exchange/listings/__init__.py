"""The daily lists of the room."""

"""Officials' tables, whatever they were saved as, read into plain grids. Nothing is run and no link is followed."""

from diaban.kit.errors import FileRefused
from diaban.kit.sheets.grid import Book, Cell, Grid, Merge, address
from diaban.kit.sheets.reader import read_book

__all__ = ["Book", "Cell", "FileRefused", "Grid", "Merge", "address", "read_book"]

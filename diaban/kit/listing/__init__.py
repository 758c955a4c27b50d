"""The one machine for every list of records: saved views, filters in the address bar, search, order, pages, totals.

A room says what its list is (`Listing`) and hands over rows that started from a policy; `open_listing` reads one page
of them in a fixed number of queries: one for the count of every view and the totals, one for the rows shown, and one
for each filter whose choices are read from the rows. Nothing that a person types reaches a lookup: keys and choices are
looked up in what the list offers, so a value of somebody else's and one that does not exist are the same nothing.
"""

from diaban.kit.listing.asked import ask
from diaban.kit.listing.columns import ListColumn, Said, Total
from diaban.kit.listing.page import ListPage, open_listing
from diaban.kit.listing.reading import Measured, ticked
from diaban.kit.listing.shape import Choice, Dates, Filter, Listing, View

__all__ = [
    "Choice",
    "Dates",
    "Filter",
    "ListColumn",
    "ListPage",
    "Listing",
    "Measured",
    "Said",
    "Total",
    "View",
    "ask",
    "open_listing",
    "ticked",
]

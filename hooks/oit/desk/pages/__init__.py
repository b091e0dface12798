"""The pages of the desk: a module each, with the table of its addresses."""

from oit.desk.asked import Page
from oit.desk.pages import conflict, item, live, saves, start

ADDRESSES: tuple[tuple[str, Page, tuple[str, ...]], ...] = (
    *start.ADDRESSES,
    *item.ADDRESSES,
    *conflict.ADDRESSES,
    *saves.ADDRESSES,
    *live.ADDRESSES,
)
"""Every address, the page that answers it, and the methods that it takes."""

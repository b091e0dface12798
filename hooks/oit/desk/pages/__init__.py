"""The pages of the desk: a module each, with the table of its addresses."""

from oit.desk.asked import Page
from oit.desk.pages import (
    change,
    conflict,
    documents,
    history,
    item,
    live,
    look,
    paste,
    preview,
    proposals,
    publish,
    rows,
    saves,
    start,
    table,
    understood,
)

ADDRESSES: tuple[tuple[str, Page, tuple[str, ...]], ...] = (
    *start.ADDRESSES,
    *understood.ADDRESSES,
    *look.ADDRESSES,
    *item.ADDRESSES,
    *conflict.ADDRESSES,
    *saves.ADDRESSES,
    *change.ADDRESSES,
    *paste.ADDRESSES,
    *live.ADDRESSES,
    *documents.ADDRESSES,
    *proposals.ADDRESSES,
    *table.ADDRESSES,
    *rows.ADDRESSES,
    *preview.ADDRESSES,
    *history.ADDRESSES,
    *publish.ADDRESSES,
)
"""Every address, the page that answers it, and the methods that it takes."""

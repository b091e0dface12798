"""The pages of the manual that are made of what the program knows: codes, items, checklists.

They are not in git: `make manual` builds them together with the pages written by hand.
"""

from tools.manual import codes, items, lists

from oit.data.manuals import FOLDER


def pages() -> dict[str, str]:
    """Return the text of every generated page, by its path in the manual."""
    return {
        **{f"codes/{name}": text for name, text in codes.pages().items()},
        **{f"{FOLDER}{name}": text for name, text in items.pages().items()},
        "lists/index.md": lists.page(),
    }

"""Write the manual's generated pages: those of the codes and those of every item.

    python -m tools.manual

What is written is kept in git beside the other pages; a test says when it is stale.
"""

from .codes import FOLDER as CODES
from .codes import pages as pages_of_codes
from .items import FOLDER as ITEMS
from .items import pages as pages_of_items


def main() -> None:
    """Write every page, and take away those of codes and items that are no more."""
    for folder, pages in ((CODES, pages_of_codes()), (ITEMS, pages_of_items())):
        for name, text in pages.items():
            page = folder / name
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(text, encoding="utf-8", newline="\n")
        for page in folder.rglob("*.md"):
            if page.relative_to(folder).as_posix() not in pages:
                page.unlink()


if __name__ == "__main__":
    main()

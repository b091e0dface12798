"""Print how well the links of example pages are placed: `python -m tools.adopt_pages [FOLDER]`.

Each folder in FOLDER has a `page.html` and a `truth.json`, which names the item of each link.
"""

import json
import sys
from pathlib import Path

from oit.adopt.links import links_of
from oit.adopt.page import read_page
from oit.data.checklist import program_lists

EXAMPLES = Path(__file__).parents[1] / "tests" / "adopt" / "pages"
COLUMNS = ("links", "right", "wrong", "missed", "sure", "sure wrong")


def counts(folder: Path) -> tuple[int, ...]:
    """Return the numbers of a page, in the order of the columns."""
    truth = json.loads((folder / "truth.json").read_text())
    page = read_page((folder / "page.html").read_bytes(), "https://www.agency.example/ita")
    placed = [link for link in links_of(page, program_lists()) if link.item]
    wrong = [link for link in placed if truth.get(link.url) != f"{link.list}:{link.item}"]
    right = {link.url for link in placed if link not in wrong}
    missed = set(truth) - {link.url for link in placed}
    sure = [link for link in placed if link.sure]
    sure_wrong = [link for link in wrong if link.sure]
    return tuple(map(len, (truth, right, wrong, missed, sure, sure_wrong)))


def main() -> None:
    """Print a row for each page, and their sums."""
    examples = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES
    rows = {path.parent.name: counts(path.parent) for path in sorted(examples.glob("*/truth.json"))}
    rows["all"] = tuple(map(sum, zip(*rows.values(), strict=True)))
    print(f"{'':28}", *(f"{column:>10}" for column in COLUMNS))
    for name, numbers in rows.items():
        print(f"{name:28}", *(f"{number:10}" for number in numbers))


if __name__ == "__main__":
    main()

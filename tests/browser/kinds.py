"""The kinds of page of the sample site: the address of one page of each kind."""

from pathlib import Path

HOME = ""
LIST = "oit/2569/"

NEWEST_ITEMS = [f"oit/2569/o{number}/" for number in range(1, 27)]
"""Each has a different form; O14 and O24 have no data, O22 does not apply to the agency."""

OLDER_ITEMS = [f"oit/2568/o{number}/" for number in (11, 12, 15, 19, 22, 24, 26)]
"""Items whose forms have data only in the older year."""

PAPERS = [
    *(f"ita/2569/{slug}/" for slug in ("development", "measures", "progress-6")),
    *(f"ita/2568/{slug}/" for slug in ("progress-12", "report", "memo")),
]
"""Each paper of the ITA cycle once."""

CYCLES = ["ita/2569/", "ita/2567/"]
"""The overviews of the newest year and of a year with only an ITA cycle."""

TABLES = ["data/2569/procurement/", "data/2569/plan/"]
"""A table of purchases, with months and sums, and another table; a script adds controls."""

OPEN_DATA = [
    *("data/", "api/"),
    *(f"data/2569/procurement/{page}/" for page in ("2568-12", "report")),
]

HAND_WRITTEN = ["about/", "accessibility/"]

KINDS = [
    *(HOME, "oit/", LIST, "oit/2568/", "oit/years/", "oit/2569/method/"),
    *(*NEWEST_ITEMS, *OLDER_ITEMS, *CYCLES, *PAPERS, *TABLES, *OPEN_DATA),
    *(*HAND_WRITTEN, "404.html"),
]


def every_page(site: Path) -> list[str]:
    """Return the address of every page of a built site, from its root."""
    return sorted(
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("*.html")
    )

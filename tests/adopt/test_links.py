"""Every folder of `pages/` is an example: a page, and the item that each of its links is of."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from oit.adopt.links import Link, links_json, links_of
from oit.adopt.page import read_page
from oit.data.checklist import program_lists
from oit.thai.writing import thai_digits

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("pages/*/truth.json"))
NUMBERED = 0.85
"""The least share of links that must be right."""


class Measured(NamedTuple):
    """How well the links of a page were placed."""

    right: int
    wrong: int
    missed: int
    sure: int
    sure_wrong: int


def links(contents: bytes, charset: str = "") -> list[Link]:
    return links_of(read_page(contents, "https://www.agency.example/ita", charset), program_lists())


def measured(found: list[Link], truth: dict[str, str]) -> Measured:
    placed = [link for link in found if link.item]
    wrong = [link for link in placed if truth.get(link.url) != f"{link.list}:{link.item}"]
    urls = {link.url for link in placed}
    return Measured(
        len({link.url for link in placed if link not in wrong}),
        len(wrong),
        len([url for url in truth if url not in urls]),
        sum(link.sure for link in placed),
        sum(link.sure for link in wrong),
    )


def items(found: list[Link]) -> list[tuple[str | None, str | None, bool]]:
    return [(link.list, link.item, link.sure) for link in found]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_links_go_to_the_items_of_the_example(folder: Path) -> None:
    truth = json.loads((folder / "truth.json").read_text())
    found = measured(links((folder / "page.html").read_bytes()), truth)

    assert (found.wrong, found.missed, found.sure_wrong) == (0, 0, 0), found


def recoded(page: str) -> bytes:
    return page.encode("cp874", "xmlcharrefreplace")


def with_a_wrong_charset(page: str) -> bytes:
    return re.sub(r"(?i)charset=[\"']?[\w-]+", 'charset="iso-8859-1', page).encode()


def recoded_but_called_utf_8(page: str) -> bytes:
    return re.sub(r"(?i)charset=[\"']?[\w-]+", 'charset="utf-8', page).encode(
        "cp874", "xmlcharrefreplace"
    )


def without_closing_tags(page: str) -> bytes:
    return re.sub(r"(?i)</(?:p|li|td|th|tr|tbody|dt|dd|body|html)>", "", page).encode()


def with_thai_digits(page: str) -> bytes:
    """Write the digits of texts in Thai, but not those in tags."""
    return "".join(
        part if part.startswith("<") else re.sub(r"[^&#;]+", lambda text: thai_digits(text[0]), part)
        for part in re.split(r"(<[^>]*>)", page)
    ).encode()


def with_zero_width_spaces(page: str) -> bytes:
    return re.sub(r">(?=[^<\s])", ">\u200b", page).encode()


CHANGES: list[Callable[[str], bytes]] = [
    recoded, with_a_wrong_charset, recoded_but_called_utf_8, without_closing_tags,
    with_thai_digits, with_zero_width_spaces,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_how_a_page_is_written_changes_nothing(change: Callable[[str], bytes]) -> None:
    different = []
    for folder in FOLDERS:
        contents = (folder / "page.html").read_bytes()
        encoding = "cp874" if b"windows-874" in contents else "utf-8"
        page = contents.decode(encoding)
        if items(links(change(page))) != items(links(contents)):
            different.append(folder.name)

    assert different == []

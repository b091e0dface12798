"""A served site from end to end: adopted, checked, adopted again, and again once it has changed."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest

from adopt import site
from adopt.adopting import Adopting, of_item
from adopt.conftest import NewWeb
from adopt.served import OldSite
from oit.adopt.adoption import Adoption, Outcome
from oit.adopt.groups import sections, state_of
from oit.adopt.report import as_json, page, text

LIVE = {
    "O1": ["o01-1.pdf"],
    "O3": ["o03-1.pdf"],
    "O5": ["o05-1.pdf"],
    "O6": ["o06-1.pdf", "o06-2.pdf"],
    "O7": ["o07-1.pdf"],
    "O9": ["o09-1.pdf"],
    "O12": ["o12-1.xlsx"],
    "O13": ["o13-1.pdf"],
    "O20": ["o20-1.pdf"],
    "O21": ["o21-1.pdf"],
    "O23": ["o23-1.pdf"],
    "O25": ["o25-1.pdf"],
    "O26": ["o26-1.pdf"],
}
"""The documents that are surely of an item."""
WAITING = {
    "O7": ["o07-2.pdf"],
    "O8": ["o08-1.pdf"],
    "O11": ["o11-1.pdf"],
    "O16": ["o16-1.pdf"],
}
"""Another year's report, two that would change a status, and a scan."""
TOLD = {
    "look": ["O8", "O11"],
    "other-year": ["O7"],
    "scan": ["O16"],
    "name": ["O15"],
    "personal": ["O21"],
    "dead": ["O19"],
    "drive": ["O10"],
    "social": ["O4"],
    "staging": ["O14"],
    "javascript": ["O17"],
}
MISSING = {"O2", "O18", "O22", "O24"}


@dataclass
class Served:
    """A newcomer, and the old site."""

    adopting: Adopting
    old: OldSite
    address: str
    new_web: NewWeb

    def adopt(self) -> Adoption:
        """Adopt in a run of its own."""
        with self.new_web() as self.adopting.web:
            return self.adopting.adopt(self.address)

    def check(self) -> dict[str, Any]:
        """Return all that the check says, without the lines at which it says so."""
        said = self.adopting.newcomer.on_data("check", "--year", "2569", "--format", "json")
        value: dict[str, Any] = json.loads(re.sub(r'"line": \d+', '"line": 0', said.out))
        return {"status": said.status, **value}


@pytest.fixture
def served(adopting: Adopting, old_site: OldSite, new_web: NewWeb) -> Served:
    return Served(adopting, old_site, site.build(old_site), new_web)


def files(adoption: Adoption, *outcomes: Outcome) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in adoption.items:
        for row in entry.rows:
            if row.outcome in outcomes:
                found.setdefault(entry.item.id, []).append(row.file.rpartition("/")[2])
    return found


def told(adoption: Adoption) -> dict[str, list[str]]:
    return {section.key: [line.item for line in section.lines] for section in sections(adoption)}


def test_an_old_site_from_first_to_last(served: Served) -> None:
    before = served.check()
    adoption = served.adopt()
    assert files(adoption, Outcome.LIVE) == LIVE
    assert files(adoption, Outcome.LOOK) == WAITING
    assert told(adoption) == TOLD
    assert {entry.item.id for entry in adoption.items if state_of(entry) == "missing"} == MISSING
    assert served.check() == before
    _every_report_names_everything(adoption)

    written = served.adopting.written()
    again = served.adopt()
    assert served.adopting.written() == written
    assert files(again, Outcome.KNOWN) == LIVE
    assert files(again, Outcome.WAITING) == WAITING
    # Nothing that is still to do is forgotten.
    assert told(again) == TOLD
    assert [*map(state_of, again.items)] == [*map(state_of, adoption.items)]
    assert [row.shows for row in of_item(again, "O7").rows] == [
        row.shows for row in of_item(adoption, "O7").rows
    ]

    _change(served.old)
    changed = served.adopt()
    assert served.adopting.written() == written
    assert files(changed, Outcome.CHANGED) == {"O7": ["o07-1.pdf"]}
    assert files(changed, Outcome.NEW) == {"O3": [""]}
    assert {entry.item for entry in changed.gone} == {"O1", "O3"}
    assert sorted(told(changed)["changed"]) == ["O1", "O3", "O3", "O7"]


def _change(old: OldSite) -> None:
    """Replace a file, remove a link, and lead another to a new file."""
    old.file("/files/o07.pdf", site.files()["/files/o06-progress.pdf"])
    html = site.pages()[site.INDEX]
    html = html.replace('<p><a href="/files/o01.pdf">แผนผังโครงสร้าง</a></p>', "")
    html = html.replace("/files/o03.pdf", "/files/o03-new.pdf")
    old.file("/files/o03-new.pdf", site.files()["/files/o09.pdf"])
    old.page(site.INDEX, html)


def _every_report_names_everything(adoption: Adoption) -> None:
    urls = {link["url"] for link in json.loads(as_json(adoption))["links"]}
    assert {link.href for links in site.LINKS.values() for link in links} <= urls
    shown, lines = page(adoption), text(adoption, "th")
    for entry in adoption.items:
        assert f"{entry.item.id} {entry.item.title}" in shown
        assert f"\n{entry.item.id} {entry.item.title}: [" in lines
    for link in (site.DRIVE, site.FACEBOOK, site.STAGING):
        assert f'<a href="{link}" rel="noopener noreferrer nofollow">' in shown

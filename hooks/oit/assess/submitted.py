"""The addresses that were submitted to the assessors: they must not break.

``data/<year>/submitted.yml`` lists them; ``oit answers --lock`` writes it.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from oit.assess.assessment import Assessment
from oit.bilingual import Bilingual
from oit.data import unknown_items
from oit.data.checklist import slug_of
from oit.data.documents import check_file
from oit.data.folder import DataFolder
from oit.findings.codes import address_lost, submitted_item
from oit.findings.finding import Finding, Place
from oit.forms.agency import Agency
from oit.forms.fields import FilePath

_NO_SITE_URL = Bilingual(
    "agency.yml ไม่มี site_url แล้ว",
    "agency.yml has no site_url any more",
)
_ELSEWHERE = "ที่อยู่เว็บไซต์ (site_url) ใน agency.yml คือ {root}", "site_url in agency.yml is {root}"
_NO_PAGE = Bilingual("ไม่มีหน้านี้ในเว็บไซต์", "the site has no such page")
_NO_FILE = "ไม่มีไฟล์ docs/{path}", "there is no file docs/{path}"


def addresses(assessment: Assessment) -> Iterator[tuple[str, str, Place]]:
    """Yield each submitted address after its item, with its place in the file."""
    file = assessment.submitted
    if file is None or file.form is None:
        return
    for index, entry in enumerate(file.form.items):
        for number, address in enumerate(entry.addresses):
            yield entry.item, address, file.place(("items", index, "addresses", number))


def broken_addresses(
    folder: DataFolder, assessment: Assessment, published: Collection[str] | None = None
) -> list[Finding]:
    """Report the submitted addresses of a year that would break, and faults of their file.

    Args:
        folder: the data folder.
        assessment: the year.
        published: the address of every page and the path of every file, from the site's root.
            Without it, only addresses of items and documents are checked.
    """
    faults = assessment.submitted.findings if assessment.submitted else ()
    lost = {
        place: address_lost.CODE.at(place, address=address, id=item, reason=reason)
        for item, address, place in addresses(assessment)
        if (reason := _reason(address, folder, assessment, published))
    }
    return [*faults, *lost.values(), *_unknown_items(assessment, lost)]


def _unknown_items(assessment: Assessment, lost: Collection[Place]) -> Iterator[Finding]:
    """Report the submitted items that the year's checklist does not have.

    If the page of an item is lost, that is already reported.
    """
    file, checklist = assessment.submitted, assessment.checklist
    known = {result.item.slug for result in assessment.items}
    if file is None or file.form is None:
        return
    for index, entry in enumerate(file.form.items):
        path = ("items", index, "addresses")
        places = {file.place((*path, number)) for number in range(len(entry.addresses))}
        if slug_of(entry.item) not in known and places.isdisjoint(lost):
            yield submitted_item.CODE.at(
                file.place(("items", index, "item")),
                id=entry.item,
                year=checklist.year,
                suggestion=unknown_items.suggestion(entry.item, checklist),
            )


def _reason(
    address: str, folder: DataFolder, assessment: Assessment, published: Collection[str] | None
) -> Bilingual | None:
    """Return why an address would break; ``None`` if it works."""
    path = path_of(address, assessment.agency)
    if isinstance(path, Bilingual):
        return path
    if path.startswith("files/"):
        place = Place("")
        if any(check_file(FilePath(path), folder.docs, place)):
            return Bilingual(*(text.format(path=path) for text in _NO_FILE))
        return None
    pages = {result.url for result in assessment.items}
    is_item = re.fullmatch(rf"oit/{assessment.year}/[a-z]+[0-9]+", path.rstrip("/"))
    if published is None and not is_item:
        return None
    known = {page.rstrip("/") for page in (*pages, *(published or ()))}
    return None if path.rstrip("/") in known or _is_hand_written(path, folder.docs) else _NO_PAGE


def path_of(address: str, agency: Agency) -> str | Bilingual:
    """Return an address as a path from the site's root; if it is not of this site, return why."""
    if not agency.site_url:
        return _NO_SITE_URL
    root = f"{agency.site_url.rstrip('/')}/"
    bare = urlsplit(address)._replace(query="", fragment="").geturl()
    if not f"{bare}/".startswith(root):
        return Bilingual(*(text.format(root=root) for text in _ELSEWHERE))
    return unquote(bare[len(root) :]).removesuffix("index.html")


def _is_hand_written(path: str, docs: Path) -> bool:
    """Tell whether a page or file of docs/ has this address."""
    stem = path.strip("/")
    candidates = (docs / path, docs / f"{stem}.md", docs / stem / "index.md")
    return ".." not in Path(path).parts and any(file.is_file() for file in candidates)

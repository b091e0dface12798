"""An agency that begins, and an old site of it that was saved into a folder."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from given import ROOT, TODAY
from oit.adopt.adoption import Adoption, ItemRows
from oit.adopt.run import Asked, adopt, site_of
from oit.adopt.sources import open_source
from oit.adopt.trouble import Trouble
from oit.adopt.visit import Web
from oit.data.checklist import available, load
from oit.data.folder import DataFolder
from oit.data.paths import files_of, new_file
from oit.data.template import agency_file
from start.newcomer import Newcomer

DOCUMENTS = ROOT / "docs/files/2569"
"""The documents of the sample."""
REPORT = DOCUMENTS / "o07-annual-report.pdf"
"""Its words for results are on page 4."""

Links = Sequence[tuple[str, str]]
"""Texts and addresses."""


def index(items: Mapping[str, Links], year: int = 2569, more: str = "") -> str:
    """Return a page with a table of items, each an id and a title."""
    rows = "".join(
        f"<tr><td>{escape(item.partition(' ')[0])}</td><td>{escape(item.partition(' ')[2])}</td>"
        f"<td>{''.join(_anchor(*link) for link in links)}</td></tr>"
        for item, links in items.items()
    )
    return (
        "<!doctype html><html><head><meta charset='utf-8'></head><body>"
        f"<h1>การเปิดเผยข้อมูลสาธารณะ (OIT) ประจำปีงบประมาณ พ.ศ. {year}</h1>"
        f"<table>{rows}</table>{more}</body></html>"
    )


def _anchor(text: str, address: str) -> str:
    return f"<a href='{escape(address, quote=True)}'>{escape(text)}</a> "


@dataclass
class Adopting:
    """A newcomer with a saved site beside the new repository."""

    newcomer: Newcomer
    web: Web

    def begin(self) -> None:
        """Write the data folder of a new municipality, as ``oit init`` does."""
        given = {"name": "เทศบาลตำบลใหม่", "kind": "municipality", "province": "ตัวอย่าง"}
        path = available()["general", 2569]
        checklist, _, _ = load(path, path.name)
        assert checklist
        self.newcomer.write("agency.yml", agency_file({**given, "year": "2569"}))
        for name, asked in files_of(checklist, given["kind"]).items():
            self.newcomer.write(name, new_file(name, asked))
        (self.folder.docs / "files").mkdir(parents=True)

    @property
    def folder(self) -> DataFolder:
        return DataFolder(self.newcomer.data, self.newcomer.site)

    @property
    def old(self) -> Path:
        return self.newcomer.folder / "old"

    def save(self, page: str, **files: Path | bytes) -> None:
        """Save a page and files; ``o1_pdf`` is the file ``o1.pdf``."""
        self.old.mkdir(exist_ok=True)
        (self.old / "ita.html").write_text(page, encoding="utf-8")
        for name, contents in files.items():
            target = self.old / ".".join(name.rsplit("_", 1))
            if isinstance(contents, bytes):
                target.write_bytes(contents)
            else:
                shutil.copyfile(contents, target)

    def adopt(
        self,
        *sources: str,
        year: int = 2569,
        from_year: int | None = None,
        is_dry: bool = False,
    ) -> Adoption:
        sites = []
        for text in sources or [str(self.old)]:
            source = open_source(text, self.web)
            assert not isinstance(source, Trouble), source
            sites.append(site_of(text, source))
        return adopt(Asked(self.folder, year, TODAY, from_year, is_dry), sites)

    def written(self) -> dict[str, bytes]:
        """Return everything in data/ and docs/."""
        return {
            path.relative_to(self.newcomer.site).as_posix(): path.read_bytes()
            for top in (self.newcomer.data, self.folder.docs)
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }

    def said(self) -> list[object]:
        """Return what a check says of every item, without the lines of it."""
        assessment = self.newcomer.check(2569)
        return [
            (
                result.item.id,
                result.status,
                [(entry.element.id, entry.status) for entry in result.elements],
                sorted((finding.code.id, finding.element) for finding in result.findings),
            )
            for result in assessment.items
        ]


def of_item(adoption: Adoption, item: str) -> ItemRows:
    return next(entry for entry in adoption.items if entry.item.id == item)

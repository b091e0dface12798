"""The first page: every item with its status, and what to do next."""

from typing import NamedTuple

from starlette.responses import Response

from oit.assess.assessment import ItemStatus
from oit.bilingual import Bilingual
from oit.desk.answer import page
from oit.desk.asked import Asked, RefusedError
from oit.desk.checked.words import in_words
from oit.desk.documents.proposals import open_questions
from oit.desk.pages.overview import (
    WAYS,
    Row,
    chosen,
    counts_of,
    deadlines_of,
    next_first,
    rows_of,
)
from oit.findings.finding import Finding, Severity
from oit.forms.agency import Agency

NO_YEAR = Bilingual("ไม่มีข้อมูลของปีนี้", "there is no data of this year")


def start(asked: Asked) -> Response:
    """Show every item of a year that the officer may see."""
    loaded = asked.desk.examined(asked.year).loaded
    if loaded.known_years and asked.year not in loaded.known_years:
        raise RefusedError(404, NO_YEAR)
    rows = rows_of(asked)
    owner, way = asked.query.get("owner", ""), asked.query.get("way", "")
    shown = chosen(rows, owner, way if way in WAYS else "")
    is_next = asked.query.get("sort") == "next"
    mine = [r for r in rows if asked.desk.may_change(asked.officer, r.file)]
    to_do = [row for row in next_first(mine) if row.is_lacking]
    is_new = bool(rows) and all(
        row.result.is_empty or row.result.status is ItemStatus.NOT_APPLICABLE for row in rows
    )
    return page(
        asked,
        "start.html",
        rows=next_first(shown) if is_next else shown,
        every=rows,
        counts=counts_of(rows),
        next_row=None if is_new else next(iter(to_do), None),
        first_row=next((r for r in mine if r.is_lacking), None) if is_new else None,
        owners=sorted({row.owner for row in rows if row.owner}),
        owner=owner,
        way=way,
        ways=WAYS,
        is_next=is_next,
        deadlines=deadlines_of(asked) if rows else [],
        questions=open_questions(asked.desk, asked.officer, asked.year) if rows else [],
        troubles=_troubles(asked, rows),
        current=loaded.current_year,
        may_see_agency=_may_see(asked, "agency"),
        may_see_ita=_may_see(asked, "ita"),
    )


class Trouble(NamedTuple):
    """Something without which the site cannot be built."""

    finding: Finding
    where: str
    """The file and the line, for somebody who opens files; empty if it is in none."""
    address: str = ""
    """The page on which it can be corrected, if there is one."""
    name: str = ""


def _troubles(asked: Asked, rows: list[Row]) -> list[Trouble]:
    """Return what is wrong with the data of everybody, and the files that cannot be read."""
    desk = asked.desk
    names = {file.document.file: file.ids for file in desk.files(asked.year)}
    agency = desk.folder.shown(desk.folder.path / "agency.yml")
    found = []
    for finding in desk.assessment(asked.year).general_findings:
        if finding.severity is Severity.ERROR:
            is_agency = finding.place.file == agency and _may_see(asked, "agency")
            found.append(
                Trouble(
                    in_words(finding, Agency, (), names),
                    _where(finding),
                    f"/{asked.year}/agency/" if is_agency else "",
                    "ข้อมูลหน่วยงาน" if is_agency else "",
                )
            )
    unreadable = {row.file.name: row for row in rows if not row.file.readable}
    return found + [
        Trouble(finding, _where(finding), row.address, row.file.ids)
        for row in unreadable.values()
        for finding in row.file.document.findings[:1]
    ]


def _where(finding: Finding) -> str:
    file, line, _ = finding.place
    return f"ไฟล์ {file} บรรทัด {line}" if file.endswith(".yml") else ""


def _may_see(asked: Asked, slug: str) -> bool:
    file = asked.desk.file(asked.year, slug)
    return file is not None and asked.desk.may_see(asked.officer, file)


ADDRESSES = (("/", start, ("GET",)),)

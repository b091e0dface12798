"""Papers as Word files, as LibreOffice prints them.

All files are converted by one call. Debian's package is libreoffice-writer.
"""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from blocks import AGENCY
from given import ROOT, a_cycle
from oit.assess.examine import examine_all
from oit.data.folder import DataFolder
from oit.views.pages.ita import file_papers
from oit.views.papers import papers_of
from oit.views.papers.paper import Cell, Heading, Paper, PaperTable, Records, Signatures, text_of
from oit.views.papers.word import write_word

DAY = date(2026, 4, 1)
FOLDERS = [ROOT / "data", *sorted(ROOT.glob("examples/*/data"))]
LONG = (
    "ปรับปรุงขั้นตอนการให้บริการของทุกส่วนราชการ และประชาสัมพันธ์ให้ประชาชนทราบผ่านเว็บไซต์"
    " เสียงตามสาย และที่ประชุมประจำเดือน ภายในวันที่ 30 กันยายน 2569 วงเงิน 1,234,567.89 บาท"
)
STRESS = """
cover: {lines: [เทศบาลตำบลเล็ก]}
results: {year: 2568, total: 88.42, indicators: [{id: 9, score: 100}]}
measures:
""" + "".join(
    f"""
  - name: มาตรการ {number} {LONG[:70]}
    topic: {number % 7 + 1}
    questions: [i1, e1, O{number}]
    finding: ["{LONG}", "{LONG}"]
    steps: ["{LONG}", "{LONG}", "{LONG}"]
    period: ต.ค. 2568 – ก.ย. 2569
    owner: กองยุทธศาสตร์และงบประมาณ
    budget: "999,999,999.99"
    follow_up: ["{LONG}"]
    outcome: ["{LONG}"]
    progress: [{{round: 12, status: done, done: ["{LONG}", "{LONG}"], date: 2569-09-30}}]
"""
    for number in range(1, 21)
)


@dataclass(frozen=True)
class Printed:
    """A paper and the texts of its pages, line by line; cells side by side are one line."""

    paper: Paper
    pages: list[str]

    @property
    def line_letters(self) -> list[list[str]]:
        """The lines of each page without spaces and marks."""
        return [[letters(line) for line in page.splitlines()] for page in self.pages]


def every_paper() -> Iterator[tuple[str, Paper]]:
    for folder in FOLDERS:
        assessments = examine_all(DataFolder(folder, ROOT), DAY)
        cycles = [assessment.cycle for assessment in assessments if assessment.cycle]
        for cycle in cycles:
            for filed in file_papers(cycle, assessments[0].agency, cycles):
                yield f"{folder.parent.name}-{filed.year}-{filed.paper.slug}", filed.paper
    for paper in papers_of(a_cycle(STRESS), AGENCY):
        yield f"stress-{paper.slug}", paper


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """Every paper of the sample, the examples and an agency of long texts, as printed."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed (Debian: libreoffice-writer)")
    folder = tmp_path_factory.mktemp("word")
    papers = dict(every_paper())
    for name, paper in papers.items():
        (folder / f"{name}.docx").write_bytes(write_word(paper, DAY))
    convert(folder)
    return {name: Printed(paper, read(folder / f"{name}.pdf")) for name, paper in papers.items()}


def convert(folder: Path) -> None:
    """Convert all Word files of a folder to PDF, with Sarabun as their typeface."""
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{files('fontpkg_sarabun') / 'files'}</dir><cachedir>{folder}/cache</cachedir>"
        '<match><test name="family"><string>TH SarabunPSK</string></test>'
        '<edit name="family" mode="assign" binding="strong"><string>Sarabun</string></edit></match>'
        "</fontconfig>"
    )
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *map(str, sorted(folder.glob("*.docx"))),
        ],
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "FONTCONFIG_FILE": str(settings)},
        check=True,
        capture_output=True,
        timeout=120,
    )


def read(path: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def letters(text: str) -> str:
    """Remove spaces, and marks above and below letters, whose order in PDFs varies."""
    plain = text.replace("\u0e33", "\u0e32")
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Mn")


def rows_of(block: PaperTable | Records) -> list[Sequence[Cell]]:
    if isinstance(block, PaperTable):
        return [row for _, group in block.groups for row in group]
    return [line for _, group in block.groups for record in group for line in record.lines]


def tables(paper: Paper) -> list[PaperTable | Records]:
    return [block for block in paper.blocks if isinstance(block, PaperTable | Records)]


def test_no_number_is_broken(printed: dict[str, Printed]) -> None:
    for name, paper in printed.items():
        cells = [cell for table in tables(paper.paper) for row in rows_of(table) for cell in row]
        wanted = Counter(text_of(cell) for cell in cells if isinstance(cell, int | Decimal))
        found = Counter(re.findall(r"\d(?:[\d,.]*\d)?", "\n".join(paper.pages)))
        assert not wanted - found, name


def test_heads_are_not_broken_letter_by_letter(printed: dict[str, Printed]) -> None:
    for name, paper in printed.items():
        text = "\n".join(line for page in paper.line_letters for line in page)
        for table in paper.paper.blocks:
            for head in table.columns if isinstance(table, PaperTable) else []:
                parts = [letters(part) for part in re.split(r"(?<=/)|(?=\()| ", head)]
                assert [part for part in parts if not is_in(text, part)] == [], name


def is_in(text: str, part: str) -> bool:
    """Return whether a part is on one line, or is broken once with a word on each side."""
    halves = [(part[:at], part[at:]) for at in range(4, len(part) - 3)]
    return part in text or any(all(half in text for half in pair) for pair in halves)


def test_heading_is_on_the_page_of_what_it_introduces(printed: dict[str, Printed]) -> None:
    for name, paper in printed.items():
        for heading, block in pairwise(paper.paper.blocks):
            if isinstance(heading, Heading) and isinstance(block, PaperTable):
                head, cell = block.columns[0], rows_of(block)[0][0]
                texts = [head, *(map(text_of, cell) if isinstance(cell, list) else [text_of(cell)])]
                wanted = [letters(text)[:8] for text in texts[:2]]
                pages = [page for page in paper.line_letters if letters(heading.text) in page]
                assert any(all(text in "".join(page) for text in wanted) for page in pages), (
                    f"{name}: {heading.text}"
                )


def test_signatures_are_together_and_not_alone(printed: dict[str, Printed]) -> None:
    for name, paper in printed.items():
        signers = next(b for b in paper.paper.blocks[::-1] if isinstance(b, Signatures)).signers
        last = paper.line_letters[-1]
        signed = [number for number, line in enumerate(last) if line.startswith("ลงช")]
        assert len(signed) >= len(signers), name
        running_head = letters(paper.paper.running_head)
        before = [line for line in last[: signed[0]] if line and line not in running_head]
        assert before, name


def test_no_page_is_nearly_empty(printed: dict[str, Printed]) -> None:
    for name, paper in printed.items():
        body = paper.line_letters[1 if paper.paper.cover else 0 : -1]
        assert [page for page in body if len(page) < 12] == [], name


def test_papers_are_not_longer_than_needed(printed: dict[str, Printed]) -> None:
    count = {name: len(paper.pages) for name, paper in printed.items()}
    assert max(pages for name, pages in count.items() if not name.startswith("stress")) <= 16
    # Twenty measures of twenty lines and more.
    assert max(count.values()) <= 45

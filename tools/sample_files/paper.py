"""A4 pages with a heading, a page number and correctly set Thai."""

import re
from collections.abc import Iterator
from pathlib import Path

import fontpkg_sarabun
from fpdf import FPDF

from .style import MADE_ON, NAVY, TEAL

INK, GREY = "#1a1a1a", "#666666"
FONTS = Path(fontpkg_sarabun.__file__).parent / "files"
DISCLAIMER = "เอกสารตัวอย่างของชุดข้อมูลสาธิต ไม่ใช่เอกสารของหน่วยงานจริง"

# Units that a line break must not split: a year with its era, a number or a Latin word, a Thai
# consonant with its vowels and marks.
_CLUSTER = re.compile(
    r"พ\.ศ\. \d{4}|[A-Za-z0-9][A-Za-z0-9,.:/@%()–-]*|[เแโใไ]?[ก-ฮ][ัิ-ฺ็-๎]*[ะาำๅๆฯ]*(?:[ก-ฮ]์)?|.",
    re.DOTALL,
)


class Paper(FPDF):
    """A document of an agency; if it ``grows``, text that does not fit starts a new page."""

    def __init__(self, title: str, agency: str, *, grows: bool) -> None:
        super().__init__(format="A4")
        self.agency = agency
        self.grows = grows
        self._widths: dict[tuple[str, str, float], float] = {}
        self.add_font("sarabun", "", FONTS / "Sarabun-Regular.ttf")
        self.add_font("sarabun", "B", FONTS / "Sarabun-Bold.ttf")
        self.set_font("sarabun", size=13)
        # HarfBuzz moves tone marks above vowels; it comes with the development packages.
        self.set_text_shaping(use_shaping_engine=True, script="thai", language="tha")
        self.set_margins(25, 30, 20)
        self.set_auto_page_break(auto=False)
        self.set_creation_date(MADE_ON)
        self.set_title(title)
        self.set_author(agency)
        self.set_lang("th-TH")

    def header(self) -> None:
        """Write the agency's name at the top of a page."""
        self.set_fill_color(NAVY)
        self.rect(0, 0, self.w, 6, style="F")
        self._line_at(12, self.agency, size=10, color=TEAL)
        self.set_y(24)

    def footer(self) -> None:
        """Write a disclaimer and the page number at the bottom of a page."""
        self._line_at(-16, DISCLAIMER, size=9, color=GREY)
        self._line_at(-16, f"หน้า {self.page_no()}", size=9, color=GREY, align="R")

    def _line_at(self, y: float, text: str, *, size: float, color: str, align: str = "L") -> None:
        self.set_font(style="", size=size)
        self.set_text_color(color)
        self.set_y(y)
        self.cell(0, 6, text, align=align)

    def write_heading(self, text: str, *, size: float, after: float = 1) -> None:
        """Write a heading."""
        self.write_text(text, size=size, bold=True, after=after)

    def write_text(
        self,
        text: str,
        *,
        size: float = 13,
        bold: bool = False,
        indent: float = 0,
        after: float = 1,
    ) -> None:
        """Write a paragraph; unless the paper grows, text that does not fit is left out."""
        self.set_font(style="B" if bold else "", size=size)
        self.set_text_color(NAVY if bold else INK)
        for line in self._lines(text, self.epw - indent):
            if self.get_y() > self.h - 28:
                if not self.grows:
                    return
                self.add_page()
            self.set_x(self.l_margin + indent)
            self.cell(0, size * 0.58, line, new_x="LMARGIN", new_y="NEXT")
        self.ln(after)

    def _lines(self, text: str, width: float) -> Iterator[str]:
        """Break a text into lines: at a space near the end, or else between clusters."""
        line, space, used = "", 0, 0.0
        for cluster in _CLUSTER.findall(text):
            used += self._width(cluster)
            if used > width and line.strip():
                at = space if space > len(line) * 0.6 else len(line)
                yield line[:at].rstrip()
                line, space = line[at:].lstrip(), 0
                used = sum(map(self._width, _CLUSTER.findall(line + cluster)))
            line += cluster
            if cluster == " ":
                space = len(line)
        if line.strip():
            yield line.rstrip()

    def _width(self, cluster: str) -> float:
        """Measure a cluster, each only once: shaping is slow."""
        key = (cluster, self.font_style, self.font_size)
        if key not in self._widths:
            self._widths[key] = self.get_string_width(cluster)
        return self._widths[key]

"""A difference in words for an executive: in a terminal, or as a comment of a pull request."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oit.assess.assessment import STATUS_LABELS, ElementResult, errors_in
from oit.bilingual import Bilingual, Language
from oit.views.changes.difference import Difference, ItemChange

# Characters with a meaning in Markdown, besides those of HTML.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()+!|~-])")
# GitHub links #1 and notifies @people even if these are escaped.
_LINKED = re.compile("[#@]")


class Section(NamedTuple):
    """A heading and the lines under it."""

    title: str
    lines: list[str]


class Description(NamedTuple):
    """A difference in words."""

    title: str
    """The agency and the year."""
    compared: str
    """What is compared with what."""
    counts: list[str]
    sections: list[Section]


def describe(
    difference: Difference, sides: tuple[Bilingual, Bilingual], language: Language
) -> Description:
    """Describe a difference in words.

    Args:
        difference: what changed.
        sides: the names of the older and the newer side.
        language: the language of the description.
    """
    new = difference.new
    title = Bilingual(
        f"{new.agency.name} · OIT ปีงบประมาณ {new.year}", f"{new.agency.name} · OIT {new.year}"
    )
    compared = Bilingual(
        f"จาก {sides[0].th} เป็น {sides[1].th}", f"from {sides[0].en} to {sides[1].en}"
    )
    groups = (
        (Bilingual("ครบถ้วนแล้ว", "Newly complete"), difference.newly_complete, _status),
        (Bilingual("ถดถอย", "Got worse"), difference.worse, _status),
        (Bilingual("องค์ประกอบที่ได้เพิ่ม", "Elements gained"), difference.gained, _gained),
        (Bilingual("องค์ประกอบที่หายไป", "Elements lost"), difference.lost, _lost),
    )
    sections = [
        Section(_heading(name, lines, language), lines)
        for name, items, line in groups
        if (lines := [text for item in items for text in line(item, language)])
    ]
    counts = [*_counts(difference, language)]
    return Description(title.text(language), compared.text(language), counts, sections)


def as_text(description: Description) -> str:
    """Render a description for a terminal."""
    lines = [description.title, description.compared, *description.counts]
    for section in description.sections:
        lines += ["", section.title, *(f"  {line}" for line in section.lines)]
    return "\n".join(lines) + "\n"


def as_markdown(description: Description) -> str:
    """Render a description as Markdown; all texts of the data are escaped."""
    lines = [f"### {_escaped(description.title)}", "", _escaped(description.compared), ""]
    lines += [f"**{_escaped(line)}**  " for line in description.counts]
    for section in description.sections:
        lines += ["", f"#### {_escaped(section.title)}", ""]
        lines += [f"- {_escaped(line)}" for line in section.lines]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _LINKED.sub("\\g<0>\u2060", _SPECIAL.sub(r"\\\1", html.escape(text, quote=False)))


def _heading(name: Bilingual, lines: Sequence[str], language: Language) -> str:
    return f"{name.text(language)} ({len(lines)})"


def _counts(difference: Difference, language: Language) -> Iterator[str]:
    was, now = difference.complete
    before, of_all = len(difference.old.items), len(difference.new.items)
    # The checklists of two years differ in length.
    of_before = Bilingual(
        *(("", "") if before in {0, of_all} else (f"จาก {before} ข้อ ", f"of {before} "))
    )
    change = f" ({now - was:+d})" if now != was else ""
    yield Bilingual(
        f"ครบถ้วน {was} {of_before.th}→ {now} จาก {of_all} ข้อ{change}",
        f"complete: {was} {of_before.en}→ {now} of {of_all} items{change}",
    ).text(language)
    if not difference.old.items:
        yield Bilingual(
            "ก่อนหน้านี้ไม่มีข้อมูลของปีนี้ หรืออ่านไม่ได้",
            "before, the year had no data, or its data could not be read",
        ).text(language)
    if errors := errors_in([difference.new]):
        yield Bilingual(
            f"ข้อมูลผิด {len(errors)} แห่ง ต้องแก้ก่อนจึงสร้างเว็บไซต์ได้ ดู oit check",
            f"{len(errors)} error(s) to fix before the site can be built; see oit check",
        ).text(language)
    if not any((difference.newly_complete, difference.worse, difference.gained, difference.lost)):
        yield Bilingual("ความครบถ้วนไม่เปลี่ยนแปลง", "completeness has not changed").text(language)


def _status(item: ItemChange, language: Language) -> Iterator[str]:
    now = STATUS_LABELS[item.result.status].text(language)
    was = STATUS_LABELS[item.before].text(language) if item.before else "–"
    yield f"{item.result.item.id} {item.result.item.title} ({was} → {now})"


def _gained(item: ItemChange, language: Language) -> Iterator[str]:
    yield from _elements(item, item.gained, language)


def _lost(item: ItemChange, language: Language) -> Iterator[str]:
    yield from _elements(item, item.lost, language)


def _elements(
    item: ItemChange, elements: Sequence[ElementResult], language: Language
) -> Iterator[str]:
    for element in elements:
        text = element.described(language) if element.is_begun else element.element.text
        yield f"{item.result.item.id} {text}"

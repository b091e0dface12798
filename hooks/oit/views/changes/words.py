"""A difference in words that an executive reads: in a terminal, or beside a pull request."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from oit.assess.assessment import STATUS_LABELS, ElementResult, errors_in
from oit.bilingual import Bilingual, Language
from oit.views.changes.difference import Difference, ItemChange

# What Markdown gives a meaning beside HTML.
_MEANT = re.compile(r"([\\`*_{}\[\]()+!|~-])")
# GitHub links #1 and calls @people, escaped or not.
_LINKED = re.compile("[#@]")


class Section(NamedTuple):
    """A heading and the lines under it."""

    title: str
    lines: list[str]


class Told(NamedTuple):
    """A difference in words: who and which year, what is compared, the counts, the rest."""

    title: str
    compared: str
    counts: list[str]
    sections: list[Section]


def tell(difference: Difference, sides: tuple[Bilingual, Bilingual], language: Language) -> Told:
    """Put a difference into words.

    Args:
        difference: what changed.
        sides: what the older and the newer are called.
        language: the language to say it in.
    """
    new, say = difference.new, language
    title = Bilingual(
        f"{new.agency.name} · OIT ปีงบประมาณ {new.year}", f"{new.agency.name} · OIT {new.year}"
    )
    compared = Bilingual(
        f"จาก {sides[0].th} เป็น {sides[1].th}", f"from {sides[0].en} to {sides[1].en}"
    )
    groups = (
        (Bilingual("ครบถ้วนแล้ว", "Newly complete"), difference.newly_complete, _status),
        (Bilingual("ถดถอย", "Fallen back"), difference.worse, _status),
        (Bilingual("องค์ประกอบที่ได้เพิ่ม", "Elements gained"), difference.gained, _gained),
        (Bilingual("องค์ประกอบที่หายไป", "Elements lost"), difference.lost, _lost),
    )
    sections = [
        Section(_heading(name, lines, say), lines)
        for name, items, line in groups
        if (lines := [text for item in items for text in line(item, say)])
    ]
    return Told(title.text(say), compared.text(say), [*_counts(difference, say)], sections)


def as_text(told: Told) -> str:
    """Write it for a terminal."""
    lines = [told.title, told.compared, *told.counts]
    for section in told.sections:
        lines += ["", section.title, *(f"  {line}" for line in section.lines)]
    return "\n".join(lines) + "\n"


def as_markdown(told: Told) -> str:
    """Write it as Markdown in which the data means nothing but itself."""
    lines = [f"### {_escaped(told.title)}", "", _escaped(told.compared), ""]
    lines += [f"**{_escaped(line)}**  " for line in told.counts]
    for section in told.sections:
        lines += ["", f"#### {_escaped(section.title)}", ""]
        lines += [f"- {_escaped(line)}" for line in section.lines]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return _LINKED.sub("\\g<0>\u2060", _MEANT.sub(r"\\\1", html.escape(text, quote=False)))


def _heading(name: Bilingual, lines: Sequence[str], language: Language) -> str:
    return f"{name.text(language)} ({len(lines)})"


def _counts(difference: Difference, language: Language) -> Iterator[str]:
    was, now = difference.complete
    before, of_all = len(difference.old.items), len(difference.new.items)
    # The lists of two years differ in length.
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
            "before, there was no data of the year, or none that can be read",
        ).text(language)
    if errors := errors_in([difference.new]):
        yield Bilingual(
            f"ข้อมูลผิด {len(errors)} แห่ง ต้องแก้ก่อนจึงสร้างเว็บไซต์ได้ ดู oit check",
            f"{len(errors)} error(s): no site can be built before they are mended; see oit check",
        ).text(language)
    if not any((difference.newly_complete, difference.worse, difference.gained, difference.lost)):
        yield Bilingual("ความครบถ้วนไม่เปลี่ยนแปลง", "nothing that is asked for has changed").text(
            language
        )


def _status(item: ItemChange, language: Language) -> Iterator[str]:
    now = STATUS_LABELS[item.result.status].text(language)
    was = STATUS_LABELS[item.before].text(language) if item.before else "–"
    yield f"{item.result.item.id} {item.result.item.title} ({was} → {now})"


def _gained(item: ItemChange, _: Language) -> Iterator[str]:
    yield from _elements(item, item.gained)


def _lost(item: ItemChange, _: Language) -> Iterator[str]:
    yield from _elements(item, item.lost)


def _elements(item: ItemChange, elements: Sequence[ElementResult]) -> Iterator[str]:
    for element in elements:
        yield f"{item.result.item.id} {element.element.text}"

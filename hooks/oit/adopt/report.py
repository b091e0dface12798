"""The reports of a run: for a terminal, for programs, and as a page to read and print."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from oit import jinja
from oit.adopt.adoption import KEPT, Adoption, ItemRows, Row
from oit.adopt.choice import Found
from oit.adopt.elsewhere import is_web
from oit.adopt.groups import STATES, item_lines, sections, state_of
from oit.adopt.naming import clean
from oit.adopt.page import readable
from oit.bilingual import Bilingual, Language
from oit.thai import dates
from oit.thai.identity_search import mask_for_message

PAGE = "adopt-report.html"
"""The name of the page, beside the data folder."""

_TEMPLATES = Path(__file__).with_name("templates")
_MOST_LINES = 40
"""Of a section in a terminal; the page has all."""

_NEXT = Bilingual(
    "ต่อไป: เปิดเอกสารดูทีละข้อด้วย oit desk หรือแก้ไฟล์ แล้วสั่ง oit check",
    "next: look at the documents with `oit desk` or in the files, then run `oit check`",
)
_NOTHING_OF_THE_LIST = Bilingual(
    "ไม่พบลิงก์ที่ใช้ได้ของแบบวัดของหน่วยงาน ให้ระบุหน้าที่มีรายการ O1, O2, … "
    "และดูว่า kind, checklist ใน data/agency.yml และ --from-year ถูกต้อง",
    "no usable link of the agency's checklist was found; name the page that lists O1, O2, …, and "
    "see whether kind and checklist in data/agency.yml, and --from-year, are right",
)


def headline(adoption: Adoption) -> list[Bilingual]:
    """Return the sentences that sum up a run."""
    listed, choice = adoption.checklist, adoption.choice
    name = f"{listed.checklist}-{listed.year}"
    chosen = len({entry.found for entry in choice.chosen})
    stored = len({row.file for item in adoption.items for row in item.rows if row.file})
    states = Counter(map(state_of, adoption.items))
    day = dates.format_date(adoption.day)
    lines = [
        Bilingual(
            f"{adoption.agency} · นำเข้าเว็บไซต์เดิม · แบบวัด {name} · {day}",
            f"{adoption.agency} · old site adopted · checklist {name} · {adoption.day}",
        ),
        Bilingual(
            f"อ่าน {len(adoption.pages)} หน้า พบ {len(choice.every)} ลิงก์ "
            f"เป็นของข้อ {chosen} ลิงก์ เอกสารในโฟลเดอร์ {stored} ไฟล์",
            f"{len(adoption.pages)} page(s) with {len(choice.every)} link(s), {chosen} of them of "
            f"items; {stored} document(s) in the folder",
        ),
        Bilingual(
            f"{len(adoption.items)} ข้อ: "
            + " · ".join(f"{words.th} {states[key]}" for key, words in STATES.items()),
            f"{len(adoption.items)} items: "
            + ", ".join(f"{words.en} {states[key]}" for key, words in STATES.items()),
        ),
    ]
    if choice.year is None:
        lines.append(_NOTHING_OF_THE_LIST)
    elif choice.year != listed.year:
        lines.append(
            Bilingual(
                f"หน้าเดิมเป็นรายการของปี {choice.year} จึงเทียบข้อมาเป็นปี {listed.year} ตามแบบวัด",
                f"the old page is of {choice.year}; its items were followed to {listed.year}",
            )
        )
    if adoption.is_dry:
        lines.append(
            Bilingual("เป็นการลอง ยังไม่ได้เขียนไฟล์ใด", "this was a dry run; nothing was written")
        )
    elif not adoption.written:
        lines.append(Bilingual("ไม่ได้เปลี่ยนไฟล์ข้อมูลใด", "no data file was changed"))
    return lines


def text(adoption: Adoption, language: Language) -> str:
    """Render a run for a terminal."""
    lines = [line.text(language) for line in headline(adoption)]
    lines.append("")
    for line in item_lines(adoption):
        after = line.next.text(language)
        state, found = STATES[line.state].text(language), line.found.text(language)
        title = clean(line.item.title)
        lines.append(f"{line.item.id} {title}: [{state}] {found}{f' → {after}' if after else ''}")
    for section in sections(adoption):
        lines += ["", f"{section.title.text(language)} ({len(section.lines)})"]
        lines.append(f"  → {section.todo.text(language)}")
        for entry in section.lines[:_MOST_LINES]:
            parts = (entry.item, entry.title, entry.address, entry.words.text(language))
            lines.append(f"  - {' · '.join(filter(None, dict.fromkeys(parts)))}")
        if (more := len(section.lines) - _MOST_LINES) > 0:
            words = Bilingual(f"  - อีก {more} รายการ", f"  - {more} more")
            lines.append(words.text(language))
    if not adoption.is_dry:
        files = len(adoption.written)
        done = Bilingual(
            f"{f'เขียน {files} ไฟล์ ' if files else ''}รายงานฉบับเต็มอยู่ใน {PAGE}",
            f"{f'{files} file(s) written; ' if files else ''}the full report is {PAGE}",
        )
        lines += ["", done.text(language)]
        if any(row.outcome in KEPT for entry in adoption.items for row in entry.rows):
            lines.append(_NEXT.text(language))
    return mask_for_message("\n".join(lines) + "\n")


def as_json(adoption: Adoption) -> str:
    """Render a run for programs; the addresses of links are as they stand on the pages."""
    value = {
        "adopt": 1,
        "agency": adoption.agency,
        "checklist": adoption.checklist.checklist,
        "year": adoption.checklist.year,
        "from_year": adoption.choice.year,
        "day": str(adoption.day),
        "dry_run": adoption.is_dry,
        "sources": [*adoption.sources],
        "pages": [*adoption.pages],
        "links": [_link(found) for found in adoption.choice.every],
        "items": [_item(entry) for entry in adoption.items],
        "troubles": [
            {"address": t.address, "kind": t.kind.value, "message": t.words.th}
            for t in adoption.troubles
        ],
        "gone": [
            {"item": entry.item, "address": entry.address, "file": str(entry.file)}
            for entry in adoption.gone
        ],
        "written": [*adoption.written],
    }
    return readable(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _link(found: Found) -> dict[str, Any]:
    return {**found.link.plain, "page": found.page}


def _item(entry: ItemRows) -> dict[str, Any]:
    return {
        "id": entry.item.id,
        "title": entry.item.title,
        "state": state_of(entry),
        "file": entry.path,
        "documents": [_row(row) for row in entry.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "url": row.chosen.found.link.url,
        "outcome": row.outcome.value,
        "title": row.title,
        "file": row.file or None,
        "sha256": row.digest or None,
        "doubts": [{"kind": d.why.value, "message": d.words.th} for d in row.doubts],
        "trouble": row.trouble.kind.value if row.trouble else None,
        "shows": dict(row.shows),
        "not_found": [*row.absent],
    }


def page(adoption: Adoption) -> str:
    """Render a run as a page of its own, which loads nothing."""
    return (
        jinja.environment(_TEMPLATES)
        .get_template("report.html")
        .render(
            adoption=adoption,
            headline=[line.th for line in headline(adoption)],
            items=item_lines(adoption),
            rows={entry.item.id: entry.rows for entry in adoption.items},
            sections=sections(adoption),
            sources=[clean(source) for source in adoption.sources],
            states=STATES,
            texts={
                entry.item.id: {element.id: element.text for element in entry.item.elements}
                for entry in adoption.items
            },
            stored=KEPT,
            is_web=is_web,
            clean=clean,
        )
    )

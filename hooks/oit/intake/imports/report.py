"""What an import says: what it understood, what it changes, and what it could not place."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from oit.bilingual import Bilingual, Language
from oit.intake.imports.found import Remark, SheetReading
from oit.intake.imports.header import Header
from oit.intake.imports.items import ItemChange
from oit.intake.imports.layout import NOTHING, Layout
from oit.intake.imports.merge import Changes, RowChange
from oit.spreadsheets.sheet import shown
from oit.thai import dates, money

_MOST_LISTED = 20


def read_lines(readings: Iterable[SheetReading], layout: Layout, say: Language) -> Iterator[str]:
    """Say what was understood of each sheet; the same columns are named once."""
    before: list[str] = []
    for reading in readings:
        yield reading.sheet.title
        if reading.header is None:
            yield from _without_header(reading, say)
            continue
        first, last = reading.header.row + 1, reading.header.first_row
        lines = f"{first}–{last}" if last > first else str(first)
        columns = list(_columns(reading.header, layout, say))
        same = Bilingual(" (คอลัมน์เหมือนแผ่นงานก่อน)", " (columns as on the sheet before)").text(say)
        seen = same if columns == before else ""
        yield _line(say, f"หัวตาราง: แถว {lines}{seen}", f"header: row {lines}{seen}")
        if not seen:
            yield from columns
        before = columns
        yield from _outcome(reading, layout, say)


def _without_header(reading: SheetReading, say: Language) -> Iterator[str]:
    if reading.entries:
        yield _line(say, "แจ้งว่าไม่มีรายการ", "says that there were none")
        yield from _months(reading, say)
    elif not reading.unplaced:
        yield _line(say, "แผ่นงานว่าง", "the sheet is empty")


def _columns(header: Header, layout: Layout, say: Language) -> Iterator[str]:
    for number, column in sorted(header.columns.items()):
        if column.role in {"field", "mark"}:
            names = dict.fromkeys(
                layout.title(name) if say == "th" else name
                for name in column.fields or (layout.marks,)
            )
            month = f" {month_name(column.month, say)}" if column.month else ""
            yield f"    {shown(header.texts[number])} → {' + '.join(names)}{month}"


def _outcome(reading: SheetReading, layout: Layout, say: Language) -> Iterator[str]:
    for text, (why, count) in reading.not_kept.items():
        yield _line(
            say,
            f'ไม่เก็บ "{shown(text)}" {count} ช่อง: {why.th}',
            f'not kept: "{shown(text)}", {count} cell(s): {why.en}',
        )
    yield _line(say, f"อ่านได้ {len(reading.entries)} แถว", f"{len(reading.entries)} row(s) read")
    if layout.has_months and reading.entries:
        yield from _months(reading, say)
    if reading.passed_over:
        listed = ", ".join(f"{words.text(say)} {n}" for words, n in reading.passed_over.items())
        yield _line(say, f"ข้าม: {listed}", f"passed over: {listed}")
    agreeing = sum(total.agrees for total in reading.totals)
    if agreeing:
        yield _line(say, f"ยอดรวมตรงกัน {agreeing} ยอด", f"{agreeing} total(s) agree")
    if reading.masked:
        yield _line(
            say,
            f"ปิดเลขประจำตัวประชาชน {reading.masked} แห่ง (ห้ามเผยแพร่)",
            f"{reading.masked} national id(s) masked, which may not be published",
        )


def _months(reading: SheetReading, say: Language) -> Iterator[str]:
    listed = ", ".join(
        f"{month_name(month, say)} ({count})" for month, count in sorted(reading.months.items())
    )
    source = reading.month_from
    th = f" (จาก{source.th})" if source else ""
    en = f" (from {source.en})" if source else ""
    yield _line(say, f"เดือน{th}: {listed}", f"months{en}: {listed}")


def month_name(month: str, say: Language) -> str:
    """Name a month of the table for people."""
    if not month:
        return Bilingual("ไม่ทราบเดือน", "no month").text(say)
    return dates.format_month(dates.parse_month(month)) if say == "th" else month


def change_lines(changes: Changes, path: str, layout: Layout, say: Language) -> Iterator[str]:
    """Say what becomes of the table."""
    yield Bilingual(
        f"{path}: เพิ่ม {len(changes.added)} เปลี่ยน {len(changes.changed)} "
        f"เหมือนเดิม {changes.unchanged} รายการเดิมที่ไม่อยู่ในไฟล์นี้ คงไว้ {changes.kept}",
        f"{path}: {len(changes.added)} added, {len(changes.changed)} changed, "
        f"{changes.unchanged} unchanged, {changes.kept} kept that the files do not have",
    ).text(say)
    for entry in _some(changes.added):
        yield f"  + {row_name(entry.values, say)}"
    yield from _more(changes.added, say)
    for change in _some(changes.changed):
        yield from _changed(change, layout, say)
    yield from _more(changes.changed, say)
    for row in changes.withdrawn:
        yield f"  - {row_name(row, say)}"
    if changes.repeated:
        yield _line(
            say,
            f"ซ้ำกันหลายแผ่นงาน {changes.repeated} แถว นับครั้งเดียว",
            f"{changes.repeated} row(s) stand on several sheets and count once",
        )


def _changed(change: RowChange, layout: Layout, say: Language) -> Iterator[str]:
    yield f"  ~ {row_name(change.row, say)}"
    for name, (old, new) in change.fields.items():
        title = layout.title(name) if say == "th" else name
        yield f"      {title}: {shown(old) or '–'} → {shown(new)}"


def row_name(row: dict[str, str], say: Language) -> str:
    """Name a row of the table for people."""
    month = month_name(row["month"], say) if row.get("month") else ""
    parts = [
        month,
        row.get("project_number", ""),
        row.get("name", row.get(NOTHING, "")),
        row.get("winner", ""),
        _amount(row.get("agreed_price") or row.get("count") or row.get("budget") or ""),
    ]
    return " · ".join(shown(part) for part in parts if part)


def _amount(text: str) -> str:
    return f"{money.parse_money(text):,f}" if text and text[0].isdigit() else text


def unplaced_lines(readings: Iterable[SheetReading], say: Language) -> list[str]:
    """Say what was not placed, everything once, each with its place."""
    remarks = [remark for reading in readings for remark in reading.unplaced]
    return [_remark(remark, say) for remark in remarks]


def total_lines(readings: Iterable[SheetReading], say: Language) -> list[str]:
    """Say which totals differ from the sum of their rows."""
    return [
        Bilingual(
            f'  {total.place.th}: "{total.title}" ในไฟล์ {_number(total.given)} '
            f"แต่บวกรายการได้ {_number(total.found)}",
            f'  {total.place.en}: "{total.title}" is given as {_number(total.given)}; '
            f"the rows add up to {_number(total.found)}",
        ).text(say)
        for reading in readings
        for total in reading.totals
        if not total.agrees
    ]


def notice_lines(remarks: Iterable[Remark], say: Language) -> list[str]:
    """Say what is worth a look."""
    return [_remark(remark, say) for remark in remarks]


def item_lines(items: Iterable[ItemChange], say: Language) -> list[str]:
    """Say what becomes of the files of items."""
    return [f"  {item.told.text(say)}" for item in items]


def headed(th: str, en: str, lines: list[str], say: Language) -> list[str]:
    """Put a heading above lines, if there are any; it counts them."""
    heading = Bilingual(f"{th} {len(lines)} แห่ง", f"{en}: {len(lines)}").text(say)
    return ["", heading, *lines] if lines else []


def _remark(remark: Remark, say: Language) -> str:
    place, words = remark
    return f"  {place.text(say)}: {words.text(say)}"


def _number(number: Decimal) -> str:
    return money.format_number(number)


def _line(say: Language, th: str, en: str) -> str:
    return f"  {th if say == 'th' else en}"


def _some(things: list) -> list:  # type: ignore[type-arg]
    return things[:_MOST_LISTED]


def _more(things: list, say: Language) -> Iterator[str]:  # type: ignore[type-arg]
    rest = len(things) - _MOST_LISTED
    if rest > 0:
        yield _line(say, f"… และอีก {rest} แถว", f"… and {rest} more")

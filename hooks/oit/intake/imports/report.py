"""The report of an import: what it read, what it changes, and what was not imported."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from oit.bilingual import Bilingual, Language
from oit.intake.imports.header import Header
from oit.intake.imports.items import ItemChange
from oit.intake.imports.layout import NOTHING, Layout
from oit.intake.imports.merge import Changes, RowChange
from oit.intake.imports.sheet_reading import Remark, SheetReading
from oit.spreadsheets.sheet import shown
from oit.thai import dates, money

WORTH_A_LOOK = Bilingual("ควรดู", "worth a look")
PROBABLY_WRONG = Bilingual("น่าจะผิด ให้ตรวจ", "probably wrong")
DIFFERING_TOTALS = Bilingual("ยอดรวมไม่ตรง", "totals that differ")
NOT_IMPORTED = Bilingual("ไม่ได้นำเข้า", "not imported")
"""The headings of the remarks of an import."""

_MOST_LISTED = 20


def read_lines(
    readings: Iterable[SheetReading], layout: Layout, language: Language
) -> Iterator[str]:
    """Report what was read of each sheet; columns as on the sheet before are not repeated."""
    before: list[str] = []
    for reading in readings:
        yield reading.sheet.title
        if reading.header is None:
            yield from without_header_lines(reading, language)
            continue
        first, last = reading.header.row + 1, reading.header.first_row
        lines = f"{first}–{last}" if last > first else str(first)
        understood_ = understood(reading.header, layout, language)
        columns = [f"    {heading} → {fields}" for heading, fields in understood_]
        same = Bilingual(" (คอลัมน์เหมือนแผ่นงานก่อน)", " (columns as on the previous sheet)").text(
            language
        )
        note = same if columns == before else ""
        yield _line(language, f"หัวตาราง: แถว {lines}{note}", f"header: row {lines}{note}")
        if not note:
            yield from columns
        before = columns
        yield from outcome_lines(reading, layout, language)


def without_header_lines(reading: SheetReading, language: Language) -> Iterator[str]:
    """Report what was read of a sheet without a header."""
    if reading.entries:
        yield _line(language, "แจ้งว่าไม่มีรายการ", "states that there were none")
        yield from _months(reading, language)
    elif not reading.not_imported:
        yield _line(language, "แผ่นงานว่าง", "the sheet is empty")


def understood(header: Header, layout: Layout, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the heading of each column that was understood, and the fields that it became."""
    for number, column in sorted(header.columns.items()):
        if column.role in {"field", "mark"}:
            names = dict.fromkeys(
                layout.title(name) if language == "th" else name
                for name in column.fields or (layout.marks,)
            )
            month = f" {month_name(column.month, language)}" if column.month else ""
            unit = f" × {column.unit:,f}" if column.unit != 1 else ""
            yield shown(header.texts[number]), f"{' + '.join(names)}{month}{unit}"


def outcome_lines(reading: SheetReading, layout: Layout, language: Language) -> Iterator[str]:
    """Report what became of the rows of a sheet with a header."""
    for text, (why, count) in reading.not_kept.items():
        yield _line(
            language,
            f'ไม่เก็บ "{shown(text)}" {count} ช่อง: {why.th}',
            f'not kept: "{shown(text)}", {count} cell(s): {why.en}',
        )
    yield _line(
        language, f"อ่านได้ {len(reading.entries)} แถว", f"{len(reading.entries)} row(s) read"
    )
    if layout.has_months and reading.entries:
        yield from _months(reading, language)
    if reading.skipped:
        listed = ", ".join(f"{kind.text(language)} {n}" for kind, n in reading.skipped.items())
        yield _line(language, f"ข้าม: {listed}", f"skipped: {listed}")
    agreeing = sum(total.agrees for total in reading.totals)
    if agreeing:
        yield _line(language, f"ยอดรวมตรงกัน {agreeing} ยอด", f"{agreeing} total(s) agree")
    if reading.masked:
        yield _line(
            language,
            f"ปิดเลขประจำตัวประชาชน {reading.masked} แห่ง (ห้ามเผยแพร่)",
            f"{reading.masked} national id(s) masked, since they may not be published",
        )


def _months(reading: SheetReading, language: Language) -> Iterator[str]:
    listed = ", ".join(
        f"{month_name(month, language)} ({count})"
        for month, count in sorted(reading.months.items())
    )
    source = reading.month_from
    th = f" (จาก{source.th})" if source else ""
    en = f" (from {source.en})" if source else ""
    yield _line(language, f"เดือน{th}: {listed}", f"months{en}: {listed}")


def month_name(month: str, language: Language) -> str:
    """Write a month of the table for people."""
    if not month:
        return Bilingual("ไม่ทราบเดือน", "no month").text(language)
    return dates.format_month(dates.read_month(month)) if language == "th" else month


def change_lines(changes: Changes, path: str, layout: Layout, language: Language) -> Iterator[str]:
    """Report the changes to the table."""
    yield f"{path}: {counts(changes).text(language)}"
    for entry in _some(changes.added):
        yield f"  + {row_name(entry.values, language)}"
    yield from _more(changes.added, language)
    for change in _some(changes.changed):
        yield from _changed(change, layout, language)
    yield from _more(changes.changed, language)
    for row in (*changes.withdrawn, *_some(changes.removed)):
        yield f"  - {row_name(row, language)}"
    yield from _more(changes.removed, language)
    if changes.repeated:
        yield _line(
            language,
            f"ซ้ำกันหลายแผ่นงาน {changes.repeated} แถว นับครั้งเดียว",
            f"{changes.repeated} row(s) are on several sheets and count once",
        )


def counts(changes: Changes) -> Bilingual:
    """Count the rows by what becomes of them."""
    removed = len(changes.removed)
    return Bilingual(
        f"เพิ่ม {len(changes.added)} เปลี่ยน {len(changes.changed)} "
        f"เหมือนเดิม {changes.unchanged} รายการเดิมที่ไม่อยู่ในไฟล์นี้ คงไว้ {changes.kept}"
        f"{f' ลบ {removed}' if removed else ''}",
        f"{len(changes.added)} added, {len(changes.changed)} changed, "
        f"{changes.unchanged} unchanged, {changes.kept} kept that are not in the files"
        f"{f', {removed} removed' if removed else ''}",
    )


def _changed(change: RowChange, layout: Layout, language: Language) -> Iterator[str]:
    yield f"  ~ {row_name(change.row, language)}"
    for name, (old, new) in change.fields.items():
        title = layout.title(name) if language == "th" else name
        yield f"      {title}: {shown(old) or '–'} → {shown(new)}"


def row_name(row: dict[str, str], language: Language) -> str:
    """Describe a row of the table for people."""
    month = month_name(row["month"], language) if row.get("month") else ""
    parts = [
        month,
        row.get("project_number", ""),
        row.get("name", row.get(NOTHING, "")),
        row.get("winner", ""),
        _amount(row.get("agreed_price") or row.get("count") or row.get("budget") or ""),
    ]
    return " · ".join(shown(part) for part in parts if part)


def _amount(text: str) -> str:
    return f"{money.read_money(text):,f}" if text and text[0].isdigit() else text


def differing_totals(readings: Iterable[SheetReading]) -> list[Remark]:
    """Return the totals that differ from the sum of their rows."""
    return [
        (
            total.place,
            Bilingual(
                f'"{total.title}" ในไฟล์ {_number(total.stated)} '
                f"แต่บวกรายการได้ {_number(total.computed)}",
                f'"{total.title}" is given as {_number(total.stated)}; '
                f"the rows add up to {_number(total.computed)}",
            ),
        )
        for reading in readings
        for total in reading.totals
        if not total.agrees
    ]


def item_lines(items: Iterable[ItemChange], language: Language) -> list[str]:
    """Report the changes to the files of items."""
    return [f"  {item.message.text(language)}" for item in items]


def headed(heading: Bilingual, remarks: Sequence[Remark], language: Language) -> list[str]:
    """List remarks below a heading with their number, if there are any."""
    if not remarks:
        return []
    counted = Bilingual(f"{heading.th} {len(remarks)} แห่ง", f"{heading.en}: {len(remarks)}")
    lines = [f"  {place.text(language)}: {words.text(language)}" for place, words in remarks]
    return ["", counted.text(language), *lines]


def _number(number: Decimal) -> str:
    return money.format_number(number)


def _line(language: Language, th: str, en: str) -> str:
    return f"  {th if language == 'th' else en}"


def _some(things: list) -> list:  # type: ignore[type-arg]
    return things[:_MOST_LISTED]


def _more(things: list, language: Language) -> Iterator[str]:  # type: ignore[type-arg]
    rest = len(things) - _MOST_LISTED
    if rest > 0:
        yield _line(language, f"… และอีก {rest} แถว", f"… and {rest} more")

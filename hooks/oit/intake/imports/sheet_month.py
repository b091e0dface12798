"""Find the month of the entries below a header that do not name their own."""

import re
from collections.abc import Iterator, Sequence

from oit.bilingual import Bilingual
from oit.intake.imports.named_months import named_months
from oit.intake.imports.sheet_reading import SheetReading
from oit.spreadsheets.sheet import shown
from oit.thai import dates
from oit.thai.calendar import Month

_STATED = Bilingual("ที่ท่านเลือก", "your choice")
_OF_MONTH = re.compile(r"(?:ประจำ|รอบ|ของ|ใน)\s*เดือน")


def find_month(
    reading: SheetReading, titles: Sequence[str], year: int, above: Month | None = None
) -> Month | None:
    """Find the month in the sheet's name, the titles above the header, or the file's name.

    A source that names several months is the title of a longer period: it is reported, and each
    entry has the month of its contract. ``above`` is the month of the table above on the same
    sheet. If no source names one, the month is that which a person states.
    """
    for source, texts in _sources(reading, titles, is_first=above is None):
        named = [named_months(text, year) for text in texts]
        months = sorted({month for found in named for month in found.months})
        for text in (text for found in named for text in found.unread):
            reading.doubt(
                reading.place,
                f'{source.th}บอกเดือน "{shown(text)}" ที่ปีไม่ใกล้ปีงบประมาณ {year} จึงไม่ใช้',
                f'{source.en} names "{shown(text)}", whose year is not near fiscal year {year}; '
                "it is not used",
            )
        if len(months) == 1:
            reading.month_from = source
            return months[0]
        if months:
            listed = ", ".join(map(dates.format_month, months))
            reading.notice(
                reading.place,
                f"{source.th}บอกหลายเดือน ({listed}) จึงไม่ใช้เป็นเดือนของรายการ",
                f"{source.en} names several months ({listed}), so it is not used",
            )
            return above or _stated(reading)
        if above:
            return above
    return _stated(reading)


def _stated(reading: SheetReading) -> Month | None:
    if reading.stated.month:
        reading.month_from = _STATED
    return reading.stated.month


def _sources(
    reading: SheetReading, titles: Sequence[str], *, is_first: bool
) -> Iterator[tuple[Bilingual, Sequence[str]]]:
    # "ประจำเดือน…" is more certain than the day on which the table was made.
    certain = [title for title in titles if _OF_MONTH.search(title)]
    title = (Bilingual("หัวเรื่อง", "the title"), certain or titles)
    name = (Bilingual("ชื่อแผ่นงาน", "the sheet's name"), [reading.sheet.name])
    # If a sheet has several tables, each has its own title.
    yield from (name, title) if is_first else (title, name)
    yield Bilingual("ชื่อไฟล์", "the file's name"), [reading.sheet.file.rpartition(".")[0]]

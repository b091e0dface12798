"""Of which month the entries below a header are, where they do not say so themselves."""

import re
from collections.abc import Iterator, Sequence

from oit.bilingual import Bilingual
from oit.intake.imports.found import SheetReading
from oit.thai import dates
from oit.thai.calendar import Month

_OF_MONTH = re.compile(r"(?:ประจำ|รอบ|ของ|ใน)\s*เดือน")


def month_of(
    reading: SheetReading, titles: Sequence[str], year: int, above: Month | None = None
) -> Month | None:
    """Find the month in the sheet's name, the titles above the header, or the file's name.

    A source that names several months is told of, and names none. ``above`` is the month of
    the table above on the sheet.
    """
    for source, texts in _sources(reading, titles, is_first=above is None):
        months = sorted({month for text in texts for month in dates.find_months(text, year)})
        if len(months) == 1:
            reading.month_from = source
            return months[0]
        if months:
            listed = ", ".join(map(dates.format_month, months))
            reading.notice(
                reading.place,
                f"{source.th}บอกหลายเดือน ({listed}) จึงไม่ใช้เป็นเดือนของรายการ",
                f"{source.en} names several months ({listed}); none is taken from it",
            )
        if above:
            return above
    return None


def _sources(
    reading: SheetReading, titles: Sequence[str], *, is_first: bool
) -> Iterator[tuple[Bilingual, Sequence[str]]]:
    # "ประจำเดือน…" says it better than the day on which the table was made.
    plainly = [title for title in titles if _OF_MONTH.search(title)]
    title = (Bilingual("หัวเรื่อง", "the title"), plainly or titles)
    name = (Bilingual("ชื่อแผ่นงาน", "the sheet's name"), [reading.sheet.name])
    # Of several tables on one sheet each has a title of its own.
    yield from (name, title) if is_first else (title, name)
    yield Bilingual("ชื่อไฟล์", "the file's name"), [reading.sheet.file.rpartition(".")[0]]

"""Decide the month of entries that do not name their own: by a title, or by their contracts."""

from dataclasses import dataclass, field
from datetime import date

from oit.bilingual import Bilingual
from oit.intake.imports.sheet_reading import SheetReading
from oit.procurement.contract_months import in_other_months, is_far
from oit.thai import calendar, dates
from oit.thai.calendar import Month

_TITLE = Bilingual("หัวเรื่อง", "the title")
_CONTRACT = Bilingual("วันที่ของสัญญา", "the date of the contract")


@dataclass
class Undated:
    """The entries of a sheet below a title that do not name their month."""

    reading: SheetReading
    year: int
    month: Month | None = None
    """The month that the title names."""
    source: Bilingual = _TITLE
    """What names it."""
    entries: list[tuple[dict[str, str], int]] = field(default_factory=list)
    """Their values and rows."""

    def begin(self, month: Month | None, source: Bilingual | None) -> None:
        """Begin the entries below a title; pages of one table repeat the month."""
        if month != self.month:
            self.end()
            self.month, self.source = month, source or self.source

    def add(self, values: dict[str, str], row: int) -> None:
        """Add an entry, whose values get their month at the end."""
        self.entries.append((values, row))

    def end(self) -> None:
        """Decide the months, when all contracts below the title are known.

        A title that contradicts every contract is most likely left from another month's file.
        """
        months = {_month_of_contract(values) for values, _ in self.entries} - {""}
        is_wrong = self.month is not None and months and dates.write_month(self.month) not in months
        is_title_used = self.month is not None
        if self.month and is_wrong:
            is_title_used = not any(map(self._is_in_year, months))
            self._contradiction(self.month, months, is_title_used=is_title_used)
        elif self.month:
            self._check_most(self.month)
        unknown = []
        for values, row in self.entries:
            of_contract = _month_of_contract(values)
            if self.month and is_title_used:
                values["month"] = dates.write_month(self.month)
                if of_contract and not is_wrong:
                    self.check_distance(self.month, values["contract_date"], row)
            elif of_contract and self._is_in_year(of_contract):
                values["month"] = of_contract
                self.reading.month_from = _CONTRACT
            elif of_contract:
                self._of_other_year(values["contract_date"], row)
            else:
                unknown.append(row)
        if unknown:
            self.reading.lacks_month = True
            self.reading.notice(
                self.reading.sheet.place(unknown[0]),
                f"ไม่ทราบเดือนของ {len(unknown)} รายการ เริ่มที่รายการนี้ ให้ใส่วันที่ของสัญญา "
                'หรือเขียน "ประจำเดือน…" พร้อมปี พ.ศ. ไว้เหนือตาราง',
                f"the month of {len(unknown)} entries is unknown, beginning with this one; give "
                'the dates of their contracts, or write "ประจำเดือน…" with the year above the table',
            )
        self.entries = []

    def _is_in_year(self, month: str) -> bool:
        return calendar.in_fiscal_year(dates.read_month(month), self.year)

    def _contradiction(self, month: Month, months: set[str], *, is_title_used: bool) -> None:
        first = self.reading.sheet.place(self.entries[0][1])
        of_contracts = sorted(map(dates.read_month, months))
        listed = ", ".join(map(dates.format_month, of_contracts))
        listed_en = ", ".join(map(dates.write_month, of_contracts))
        th = (
            f"{self.source.th}บอกเดือน{dates.format_month(month)} "
            f"แต่สัญญาทุกฉบับลงวันที่ในเดือนอื่น ({listed})"
        )
        en = (
            f"{self.source.en} names {dates.write_month(month)}, "
            f"but every contract is of another month ({listed_en})"
        )
        if is_title_used:
            th += f" นอกปีงบประมาณ {self.year} ให้ตรวจว่าเป็นไฟล์ของปีนี้"
            en += f" outside fiscal year {self.year}; check that the file is of this year"
        else:
            th += " จึงใช้เดือนของสัญญา ให้ตรวจว่าแก้หัวเรื่องแล้ว"
            en += "; the months of the contracts are used. Check the title"
        self.reading.doubt(first, th, en)

    def _check_most(self, month: Month) -> None:
        """Report a title that contradicts most contracts, but not all: it is used."""
        signed = [_day(values) for values, _ in self.entries if _month_of_contract(values)]
        near = [day for day in signed if not is_far(month, day)]
        if others := in_other_months(month, near):
            listed = f"{len(others)}/{len(near)}"
            self.reading.doubt(
                self.reading.sheet.place(self.entries[0][1]),
                f"{self.source.th}บอกเดือน{dates.format_month(month)} แต่สัญญาส่วนใหญ่ ({listed} ฉบับ) "
                "ลงวันที่ในเดือนอื่น ให้ตรวจหัวเรื่อง",
                f"{self.source.en} names {dates.write_month(month)}, but most contracts ({listed}) "
                "are of other months; check the title",
            )

    def check_distance(self, month: Month, day: str, row: int) -> None:
        """Report a contract far from its month."""
        if is_far(month, dates.read_day(day).date):
            self.reading.doubt(
                self.reading.sheet.place(row),
                f"สัญญาลงวันที่ {day} ห่างจากเดือน{dates.format_month(month)} ของรายการ ให้ตรวจปี",
                f"the contract is dated {day}, far from the month of this entry, "
                f"{dates.write_month(month)}; check its year",
            )

    def _of_other_year(self, day: str, row: int) -> None:
        self.reading.doubt(
            self.reading.sheet.place(row),
            f"สัญญาลงวันที่ {day} นอกปีงบประมาณ {self.year} จึงไม่ทราบเดือนของรายการนี้",
            f"the contract is dated {day}, outside fiscal year {self.year}, so the month of this "
            "entry is unknown",
        )


def _day(values: dict[str, str]) -> date:
    return dates.read_day(values["contract_date"]).date


def _month_of_contract(values: dict[str, str]) -> str:
    return values.get("contract_date", "")[:7]

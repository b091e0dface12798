"""Turn the rows of a sheet into entries of the table."""

import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.forms.bidders import write_bidders
from oit.intake.imports.bidders_text import read_own_bidders
from oit.intake.imports.header import Header
from oit.intake.imports.kinds import Group
from oit.intake.imports.layout import NOTHING, Layout, LayoutColumn
from oit.intake.imports.named_months import named_months
from oit.intake.imports.readers import Cell, Cells, ReadTexts
from oit.intake.imports.sheet_reading import SheetReading, filled
from oit.intake.imports.sums import Sums
from oit.intake.imports.undated import Undated
from oit.procurement.status import is_nobody
from oit.spreadsheets.sheet import folded, shown
from oit.thai import calendar, dates, writing
from oit.thai.unreadable import UnreadableError

_UNMARKED = Bilingual(
    "แถวที่ไม่มีเครื่องหมายในช่องเดือน (ลูกศรที่วาดไว้อ่านไม่ได้)",
    "rows without a mark in the columns of months (drawn arrows cannot be read)",
)

_OF_SUPPLIERS = frozenset({"winner", "bidders"})
_NOBODY = Bilingual(
    "ไม่ใช่ชื่อ จึงเว้นว่างไว้ ถ้ายกเลิกหรือไม่มีผู้เสนอราคา ให้บอกในช่องสถานะ (status)",
    "no name, so it stays empty; if the purchase was cancelled, say so in status",
)
_NESTED = Bilingual(
    "มีข้อมูลหลายค่าซ้อนกัน (JSON) ไม่ทราบว่าค่าใด ให้แยกเป็นช่อง",
    "it holds several values (JSON); put each in a cell of its own",
)


def _short(month: str) -> str:
    """Write a month of the table in short: ``ต.ค. 2567``."""
    year, number = month.split("-")
    return f"{calendar.MONTHS_SHORT[int(number) - 1]} {year}"


def _contradiction(name: str, beside: Decimal, price: Decimal) -> Bilingual:
    return Bilingual(
        f'ราคาข้างชื่อ "{shown(name)}" คือ {beside:,f} แต่ช่องราคาคือ {price:,f} จึงใช้ช่องราคา',
        f'the price beside "{shown(name)}" is {beside:,f}, but its own column has {price:,f},'
        " which was used",
    )


@dataclass
class Entries:
    """Adds the rows of a table to the reading as entries."""

    layout: Layout
    reading: SheetReading
    header: Header
    cells: Cells
    sums: Sums
    undated: Undated
    withheld: list[tuple[dict[str, str], int, int, str]] = field(default_factory=list)
    """Entries without a value that their project has: row, column and text of it."""

    def __post_init__(self) -> None:
        fields = [item for item in self.header.columns.items() if item[1].role == "field"]
        # A column that replaces another field is read after it.
        fields.sort(key=lambda item: bool(item[1].without))
        self.columns = [
            (n, column, self.cells.of(column.reads, column.unit)) for n, column in fields
        ]
        self.numbers = self.header.numbers()
        self.marks = [item for item in self.header.columns.items() if item[1].role == "mark"]
        self.of_suppliers = {n for n, column in fields if column.fields[0] in _OF_SUPPLIERS}
        absent, there = self.layout.absent.items(), self.header.fields
        self.absent = {name: text for name, text in absent if name not in there}
        required = self.layout.form.model_fields.items()
        self.required = [name for name, info in required if info.is_required()]

    def enter(self, group: Group) -> None:
        """Add the entry of a group of rows, or one entry a month in a table of monthly counts."""
        if not self._is_in_year(group):
            return
        values, counts = self._read(group)
        self._pair_prices(group, values)
        self._part_winner(group, values)
        values |= self.absent
        if period := self._marked(group):
            values.setdefault(self.layout.marks, period)
        if NOTHING in values:
            self._enter_own_statement(group, values)
        elif counts:
            self.sums.check_beside(group.row, group.cells, counts)
            for month, count in counts.items():
                self._enter(group, {**values, "month": month, self.layout.months: count})
        elif not self.layout.has_months or self._find_month(group, values):
            self._enter(group, values)

    def _enter(self, group: Group, values: dict[str, str]) -> None:
        for name in self.required:
            if name not in values:
                title = self.layout.title(name)
                self.reading.leave_row(group.row, group.cells, f"ไม่มี{title}", f"{name} is missing")
                return
        if self.layout.months and not values.keys() - {"name", "month"} - self.layout.absent.keys():
            self.reading.leave_row(group.row, group.cells, "ไม่มีจำนวน", "the count is missing")
            return
        self.sums.add(values)
        self.reading.enter(values, group.row)

    def _at(self, group: Group, role: str) -> str:
        number = self.numbers.get(role)
        return "" if number is None else group.cells.get(number, "")

    def _read(self, group: Group) -> tuple[dict[str, str], dict[str, str]]:
        """Read the cells: the values by field, and the counts by month."""
        values: dict[str, str] = {}
        counts: dict[str, str] = {}
        has_prices = self._has(group, "bidder_price")
        for number, column, read in self.columns:
            text = group.cells.get(number, "")
            if writing.is_blank(text):
                continue
            if column.without in values:
                if column.fields[0] not in values:
                    self.withheld.append((values, group.row, number, text))
                continue
            is_priced_apart = has_prices and column.reads == "bidders"
            known = self.cells.of("bidder_names", column.unit) if is_priced_apart else read
            cell = self._cell(group.row, number, column, text, known)
            if column.month and cell:
                counts[column.month] = cell.texts[0]
            elif cell and len(cell.texts) == 1:  # as nearly all are
                if cell.texts[0]:
                    values[column.fields[0]] = cell.texts[0]
            elif cell:
                pairs = zip(column.fields, cell.texts, strict=True)
                values |= {name: kept for name, kept in pairs if kept}
        return values, counts

    def _cell(
        self, row: int, number: int, column: LayoutColumn, text: str, read: ReadTexts
    ) -> Cell | None:
        """Read a cell; report anything odd about it, and one that is not what its column is for."""
        cell = read[text]
        if isinstance(cell, UnreadableError):
            self.reading.leave_cell(row, number, text, cell.why)
            return None
        if cell.masked:
            self.reading.masked += cell.masked
        if cell.corrected or cell.doubt or cell.unsplit or cell.numbered:
            self._report_oddities(cell, self.reading.sheet.place(row, number), column, text)
        if cell.nested:
            self.reading.leave_cell(row, number, text, _NESTED)
            return None
        if number in self.of_suppliers and is_nobody(cell.texts[0]):
            self.reading.leave_cell(row, number, text, _NOBODY)
            return None
        return cell

    def _report_oddities(
        self, cell: Cell, place: Bilingual, column: LayoutColumn, text: str
    ) -> None:
        if cell.corrected:
            year = cell.texts[-1][:4]
            self.reading.notice(
                place,
                f"ปี {cell.corrected} อ่านเป็น {year} (Excel เติมศตวรรษให้ปีที่เขียนสองหลัก)",
                f"the year {cell.corrected} is read as {year}: Excel guesses the century",
            )
        if cell.doubt:
            self.reading.notice(place, cell.doubt.th, cell.doubt.en)
        if cell.unsplit:
            title = self.layout.title(column.fields[0])
            self.reading.notice(
                place,
                f'แยก "{shown(text)}" ไม่ได้ จึงเก็บทั้งข้อความไว้ใน "{title}"',
                f'"{shown(text)}" cannot be split; all of it is kept in {column.fields[0]}',
            )
        if cell.numbered:
            th = f'"{shown(cell.numbered)}" มีตัวเลขแต่ไม่พบราคา ถ้าเป็นราคาให้ใส่ , หรือ บาท หรือแยกช่อง'
            en = f'"{shown(cell.numbered)}" has digits but no price; write a price with , or บาท'
            self.reading.not_imported.append((place, Bilingual(th, en)))

    def _has(self, group: Group, name: str) -> bool:
        number = self.numbers.get(name)
        return number is not None and not writing.is_blank(group.cells.get(number, ""))

    def _marked(self, group: Group) -> str:
        """Return the period from the first to the last marked month."""
        months = [
            column.month
            for number, column in self.marks
            if not writing.is_blank(group.cells.get(number, ""))
        ]
        if self.marks and not months:
            self.reading.skipped[_UNMARKED] += 1
        if not months:
            return ""
        names = [_short(min(months)), _short(max(months))]
        return " – ".join(dict.fromkeys(names))

    def _is_in_year(self, group: Group) -> bool:
        text = self._at(group, "year")
        years = re.findall(r"\d{4}", writing.arabic(text)) if text else []
        if not years or str(self.cells.year) in years:
            return True
        th = f"เป็นของปีงบประมาณ {years[0]} ไม่ใช่ {self.cells.year}"
        en = f"it belongs to fiscal year {years[0]}, not {self.cells.year}"
        self.reading.leave_row(group.row, group.cells, th, en)
        return False

    def _pair_prices(self, group: Group, values: dict[str, str]) -> None:
        """Add the prices of a separate column to the bidders."""
        text = values.pop("bidder_price", "")
        if not text:
            return
        place = self.reading.sheet.place(group.row, self.numbers["bidder_price"])
        prices = [Decimal(price) for price in text.split("\n")]
        bids = read_own_bidders(values.get("bidders", ""))
        if len(bids) != len(prices):
            th = f"มีผู้เสนอราคา {len(bids)} ราย แต่มีราคา {len(prices)} ราคา จึงไม่ได้นำราคาเข้า"
            en = f"{len(bids)} bidder(s) but {len(prices)} price(s); the prices were not imported"
            self.reading.not_imported.append((place, Bilingual(th, en)))
            return
        pairs = list(zip(bids, prices, strict=True))
        for (name, beside), price in pairs:
            if beside is not None and beside != price:
                self.reading.not_imported.append((place, _contradiction(name, beside, price)))
        values["bidders"] = write_bidders((name, price) for (name, _), price in pairs)

    def _part_winner(self, group: Group, values: dict[str, str]) -> None:
        """Part the winner's name from a price in the same cell, which has its own column."""
        number = self.numbers.get("winner")
        column = self.header.columns.get(number) if number is not None else None
        if number is None or column is None or column.reads != "text" or "winner" not in values:
            return
        text = group.cells[number]
        cell = self.cells.of("winner", column.unit)[text]
        if isinstance(cell, UnreadableError):
            return  # the name is kept as it is written
        name, price = cell.texts
        if not price:
            return
        values["winner"] = name
        stated = values.setdefault("agreed_price", price)
        if Decimal(stated) != Decimal(price):
            place = self.reading.sheet.place(group.row, number)
            message = _contradiction(name, Decimal(price), Decimal(stated))
            self.reading.not_imported.append((place, message))

    def _find_month(self, group: Group, values: dict[str, str]) -> bool:
        """Find the month of an entry; return whether it lies in the year."""
        year = self.cells.year
        if "month" in values:
            month = dates.read_month(values["month"])
            if not calendar.in_fiscal_year(month, year):
                th = f"เดือน{dates.format_month(month)} ไม่อยู่ในปีงบประมาณ {year}"
                en = f"{values['month']} is not in fiscal year {year}"
                self.reading.leave_row(group.row, group.cells, th, en)
                return False
            if signed := values.get("contract_date"):
                self.undated.check_distance(month, signed, group.row)
            return True
        title = self.undated.month
        if title and not calendar.in_fiscal_year(title, year):
            th = f"เดือน{dates.format_month(title)} ไม่อยู่ในปีงบประมาณ {year}"
            en = f"{dates.write_month(title)} is not in fiscal year {year}"
            self.reading.leave_row(group.row, group.cells, th, en)
            return False
        self.undated.add(values, group.row)
        return True

    def end(self) -> None:
        """Give the sum over the contracts of a project to its only contract."""
        name = "project_number"
        contracts = Counter(entry.values.get(name) for entry in self.reading.entries)
        for values, row, number, text in self.withheld:
            column = self.header.columns[number]
            if values.get(name) and contracts[values[name]] == 1:
                read = self.cells.of(column.reads, column.unit)
                if cell := self._cell(row, number, column, text, read):
                    values[column.fields[0]] = cell.texts[0]
                continue
            title = shown(self.header.texts[number])
            self.reading.not_imported.append(
                (
                    self.reading.sheet.place(row, number),
                    Bilingual(
                        f'"{title}" {shown(text)} เป็นยอดของทั้งโครงการที่มีหลายสัญญา '
                        "จึงไม่ทราบราคาของสัญญานี้ ให้ใส่ราคาของแต่ละสัญญา",
                        f'"{title}" {shown(text)} is the sum of a project with several contracts; '
                        "the price of this one is unknown, so give the price of each contract",
                    ),
                )
            )

    def enter_statement(self, row: int, text: str) -> None:
        """Add a statement, found in a row, that a month had no entries."""
        cells = filled(self.reading.sheet.rows[row])
        months = set(named_months(folded(text), self.cells.year).months)
        at_month = self.numbers.get("month")
        if at_month is not None and at_month in cells:
            try:
                months = {dates.read_month(folded(cells[at_month]), self.cells.year)}
            except UnreadableError as error:
                self.reading.leave_cell(row, at_month, cells[at_month], error.why)
                return
        months = months or ({self.undated.month} if self.undated.month else set())
        if len(months) != 1 or not all(
            calendar.in_fiscal_year(month, self.cells.year) for month in months
        ):
            self.reading.lacks_month = not months
            th = f"ไม่ทราบว่าเป็นของเดือนใดของปีงบประมาณ {self.cells.year}"
            en = f"its month in fiscal year {self.cells.year} is unknown"
            self.reading.leave_row(row, cells, th, en)
            return
        values = {"month": dates.write_month(months.pop()), NOTHING: folded(text)}
        self.reading.enter(values, row)

    def _enter_own_statement(self, group: Group, values: dict[str, str]) -> None:
        """Add a statement from the column that our own tables have for it."""
        if set(values) != {"month", NOTHING}:
            th, en = "บอกว่าไม่มี แต่มีข้อมูลอื่นด้วย", "it states that there were none but has other data"
            self.reading.leave_row(group.row, group.cells, th, en)
        elif self._find_month(group, values):
            self.reading.enter(values, group.row)

"""The last line of an import: what a person can check at a glance against the file."""

from collections.abc import Sequence
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.layout import Layout
from oit.intake.imports.merge import Changes
from oit.intake.imports.sheet_reading import Entry
from oit.spreadsheets.sheet import shown


def summary(changes: Changes, layout: Layout) -> Bilingual:
    """Sum up the entries of the files: rows, months, amounts, and the largest one."""
    entries = changes.read
    months = {entry.values["month"] for entry in entries if entry.values.get("month")}
    th, en = [f"รวม {len(entries):,} รายการ"], [f"{len(entries):,} row(s)"]
    if months:
        th[0] += f" {len(months)} เดือน"
        en[0] += f" of {len(months)} month(s)"
    if changes.statements:
        th.append(f"แจ้งว่าไม่มีรายการ {changes.statements} เดือน")
        en.append(f"{changes.statements} month(s) stated to have none")
    for name in layout.sums:
        amounts = [amount for entry in entries if (amount := _amount(entry, name)) is not None]
        if not amounts:
            continue
        total = _written(sum(amounts, Decimal(0)), name, layout)
        missing = len(entries) - len(amounts)
        th.append(
            f"{_title(name, layout)} {total.th}{f' (ว่าง {missing} รายการ)' if missing else ''}"
        )
        en.append(f"{name} {total.en}{f' (missing in {missing})' if missing else ''}")
    if largest := _largest(entries, layout):
        name, amount, entry = largest
        most = _written(amount, name, layout)
        what = shown(entry.values.get("name", ""))
        th.append(f"รายการที่มากที่สุด {most.th}: {what}")
        en.append(f"largest {most.en}: {what}")
    return Bilingual(" · ".join(th), " · ".join(en))


def _largest(entries: Sequence[Entry], layout: Layout) -> tuple[str, Decimal, Entry] | None:
    for name in dict.fromkeys((layout.largest, *layout.sums)):
        amounts = [(amount, entry) for entry in entries if (amount := _amount(entry, name))]
        if amounts:
            return name, *max(amounts, key=lambda found: found[0])
    return None


def _amount(entry: Entry, name: str) -> Decimal | None:
    text = entry.values.get(name)
    return Decimal(text) if text else None


def _title(name: str, layout: Layout) -> str:
    return layout.title(name).removesuffix("(บาท)").rstrip()


def _written(amount: Decimal, name: str, layout: Layout) -> Bilingual:
    if layout.is_money(name):
        return Bilingual(f"{amount:,.2f} บาท", f"{amount:,.2f} baht")
    return Bilingual(*[f"{amount:,f}"] * 2)

"""Find amounts below zero, which budgets and prices never are."""

from collections.abc import Iterable, Iterator

from oit.bilingual import Bilingual
from oit.intake.imports.layout import Layout
from oit.intake.imports.sheet_reading import Entry, Remark
from oit.thai.money import format_number, read_money


def negative_amounts(entries: Iterable[Entry], layout: Layout) -> Iterator[Remark]:
    """Yield a remark on each negative amount."""
    names = [name for name in layout.form.model_fields if layout.is_money(name)]
    for entry in entries:
        for name in names:
            text = entry.values.get(name, "")
            if text.startswith("-"):
                amount = format_number(read_money(text))
                yield (
                    entry.place,
                    Bilingual(
                        f"{layout.title(name)} ติดลบ ({amount}) ให้ลบเครื่องหมายลบ หรือใส่จำนวนที่ถูกต้อง",
                        f"{name} is negative ({amount}); delete the minus sign, or give the right "
                        "amount",
                    ),
                )

"""Find prices with a digit too many or too few: five times the budget, or a tenth of it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.layout import Layout
from oit.intake.imports.sheet_reading import Entry, Remark
from oit.thai.money import format_number

_PRICE = "agreed_price"
_COMPARED = (
    (_PRICE, "budget"),
    (_PRICE, "reference_price"),
    ("reference_price", "budget"),
)
_AMOUNTS = {name for names in _COMPARED for name in names}
_TIMES = 5
"""A price is seldom above its budget: with a digit too many it is a bit less than ten times."""
_PARTS = 10


def unlikely_prices(entries: Iterable[Entry], layout: Layout) -> Iterator[Remark]:
    """Yield a remark on each price that is far off its budget or its reference price."""
    if _PRICE not in layout.form.model_fields:
        return
    for entry in entries:
        amounts = {name: Decimal(entry.values.get(name) or 0) for name in _AMOUNTS}
        for names in _COMPARED:
            price, other = (amounts[name] for name in names)
            if price and other and not other / _PARTS < price < other * _TIMES:
                yield entry.place, _remark(price, other, names, layout)
                break


def _remark(price: Decimal, other: Decimal, names: tuple[str, str], layout: Layout) -> Bilingual:
    more = Bilingual(f"ตั้งแต่ {_TIMES} เท่าของ", f"{_TIMES} times or more of")
    less = Bilingual(f"ไม่เกิน 1 ใน {_PARTS} ของ", "a tenth or less of")
    is_what = more if price > other else less
    price_text, other_text = format_number(price), format_number(other)
    first, second = names
    return Bilingual(
        f"{layout.title(first)} {price_text} เป็น{is_what.th}{layout.title(second)} {other_text} "
        "ให้ตรวจจำนวนหลัก จุดทศนิยม และหน่วย",
        f"{first} {price_text} is {is_what.en} {second} {other_text}; check the digits and units",
    )

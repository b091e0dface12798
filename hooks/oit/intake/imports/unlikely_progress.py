"""Find progress that is a fraction where percents are meant: 0.875 of a budget spent to 87.5%."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from oit.bilingual import Bilingual
from oit.intake.imports.layout import Layout
from oit.intake.imports.sheet_reading import Entry, Remark

_FIELDS = ("budget", "spent", "progress")
_NEAR = Decimal("0.5")
"""Half a percent, which rounding explains."""


def unlikely_progress(entries: Iterable[Entry], layout: Layout) -> Iterator[Remark]:
    """Yield a remark on each progress that is a hundredth of the share that was spent."""
    if not set(_FIELDS) <= set(layout.form.model_fields):
        return
    for entry in entries:
        budget, spent, progress = (Decimal(entry.values.get(name) or 0) for name in _FIELDS)
        if not (budget > 0 and spent > 0 and 0 < progress <= 1):
            continue
        percents = spent / budget * 100
        if percents > 1 and abs(percents - progress * 100) <= _NEAR:
            shown = f"{round(percents, 2).normalize():f}"
            yield (
                entry.place,
                Bilingual(
                    f"{layout.title('progress')} {progress} แต่ใช้งบประมาณไปร้อยละ {shown} "
                    "ถ้าเป็นร้อยละให้คูณ 100",
                    f"progress is {progress}, but {shown} percent of the budget is spent; if it is "
                    "a fraction, multiply it by 100",
                ),
            )

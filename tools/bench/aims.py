"""The aims, and what was measured of each: the table at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RATIO, MILLISECONDS, MEGABYTES = "×", "ms", "MB"
_DIGITS = {RATIO: 2, MILLISECONDS: 0, MEGABYTES: 0}


@dataclass(frozen=True)
class Figure:
    """What was measured, and what it should be at most."""

    what: str
    value: float | None
    """``None`` if it could not be measured."""
    aim: float
    unit: str = RATIO

    @property
    def result(self) -> str:
        """Whether the aim is met, as it is printed."""
        if self.value is None:
            return "not measured"
        # As printed: 0.602 is not a failure of 0.60.
        return "met" if round(self.value, _DIGITS[self.unit]) <= self.aim else "not met"


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Yield the lines of the table."""
    width = max(len(figure.what) for figure in figures)
    yield f"{'':<{width}}{'aim at most':>14}{'figure':>12}"
    for figure in figures:
        value = "–" if figure.value is None else _amount(figure.value, figure.unit)
        aim = _amount(figure.aim, figure.unit)
        yield f"{figure.what:<{width}}{aim:>14}{value:>12}  {figure.result}"


def _amount(value: float, unit: str) -> str:
    return f"{value:,.{_DIGITS[unit]}f} {unit}"

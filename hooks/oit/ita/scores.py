"""The scores of a year's results, as printed and as computed from their parts."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from oit.ita.cycle import Cycle
from oit.ita.framework import Framework, expand
from oit.source.values import KeyPath


class Part(NamedTuple):
    """A part of a score: its name, its own score if there is one, and its weight."""

    name: str
    score: Decimal | None
    weight: Decimal = Decimal(1)


@dataclass(frozen=True)
class Scores:
    """The scores of a year's results."""

    cycle: Cycle
    framework: Framework

    @cached_property
    def printed(self) -> dict[str, tuple[Decimal | None, KeyPath]]:
        """Every printed score and its path, by name: ``total``, ``EIT``, ``9``."""
        results = self.cycle.results
        found: dict[str, tuple[Decimal | None, KeyPath]] = {"total": (results.total, ("total",))}
        for index, instrument in enumerate(results.instruments):
            found.setdefault(instrument.id, (instrument.score, ("instruments", index, "score")))
        for index, indicator in enumerate(results.indicators):
            found.setdefault(indicator.id, (indicator.score, ("indicators", index, "score")))
        for index, question in enumerate(results.questions):
            found.setdefault(question.id, (question.score, ("questions", index, "score")))
        return found

    def score(self, name: str) -> Decimal | None:
        """Return a printed score."""
        return self.printed.get(name, (None, ()))[0]

    def instruments(self) -> dict[str, Decimal | None]:
        """Return the scores of IIT, EIT and OIT, printed or computed."""
        return {
            instrument.id: self.instrument(instrument.id)
            for instrument in self.framework.instruments
        }

    def instrument(self, name: str) -> Decimal | None:
        """Return an instrument's score: printed, or else computed from its parts or indicators."""
        known = next(
            instrument for instrument in self.framework.instruments if instrument.id == name
        )
        ways = [known.parts and self.parts(known.parts), self.indicators_of(name)]
        return _first(self.score(name), *(mean(way) for way in ways if way))

    def indicator(self, number: str) -> Decimal | None:
        """Return an indicator's score: printed, or else computed from its questions."""
        known = self.framework.indicator(number)
        return _first(self.score(number), self.grouped(known.groups if known else []))

    def weighted(self) -> list[Part]:
        """Return the parts of the total."""
        return [
            Part(instrument.id, self.instrument(instrument.id), instrument.weight or Decimal(0))
            for instrument in self.framework.instruments
        ]

    def indicators_of(self, instrument: str) -> list[Part]:
        """Return the indicators as parts of an instrument."""
        return [
            Part(f"ตัวชี้วัดที่ {indicator.id}", self.indicator(indicator.id))
            for indicator in self.framework.indicators
            if indicator.instrument == instrument
        ]

    def parts(self, names: Iterable[str]) -> list[Part]:
        """Return printed scores as parts of another score."""
        return [Part(name, self.score(name)) for name in names]

    def grouped(self, groups: list[str]) -> Decimal | None:
        """Return the mean of the means of groups of questions."""
        means = [Part(group, mean(self.parts(expand(group)))) for group in groups]
        return mean(means)


def mean(parts: Iterable[Part]) -> Decimal | None:
    """Return the weighted mean; ``None`` if a part has no score or there is no part."""
    known = list(parts)
    weight = sum((part.weight for part in known), Decimal(0))
    total = Decimal(0)
    for part in known:
        if part.score is None:
            return None
        total += part.score * part.weight
    return total / weight if weight else None


def _first(*scores: Decimal | None) -> Decimal | None:
    return next((score for score in scores if score is not None), None)

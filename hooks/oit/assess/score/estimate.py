"""What score would the data get today? An estimate, and what to fix first to raise it.

A score is a number from 0 to 100; in here it is exact, and reports round it. The formulas:

* an item gets the points of its status in the year's framework; an item that does not apply
  is left out,
* an indicator is the mean of its items, or the mean of its sub-indicators' means if the
  checklist has such (9.1, 9.2 … of 9),
* OIT is the mean of the indicators, and the total is the weighted mean of the instruments.

``oit.assess.score.assumptions`` states how sure each of these is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from oit.assess.assessment import Assessment, ItemResult, ItemStatus
from oit.assess.score.assumptions import Grounds, assumptions_of, no_total
from oit.assess.score.inferred import is_inferred_gap, without_inferred_gaps
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist
from oit.ita.arithmetic import level_for, rounded
from oit.ita.framework import OIT, Framework, ItemScores, framework_of
from oit.ita.scores import Part, Scores
from oit.ita.scores import mean as weighted_mean

Points = Mapping[str, Decimal]
"""The points of each item that applies, by its id."""


class NoEstimateError(Exception):
    """No estimate is possible; ``reason`` is the reason."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class Outcome:
    """The scores that follow from the points of the items."""

    oit: Decimal
    total: Decimal | None
    """``None`` if an instrument's score is not known."""
    level: str | None
    """``None`` if it does not follow from the known scores."""


@dataclass(frozen=True)
class IndicatorScore:
    """An indicator or a sub-indicator and its score."""

    id: str
    title: str
    score: Decimal


@dataclass(frozen=True)
class Gain:
    """An item that lacks something, and the points gained by completing it."""

    result: ItemResult
    oit: Decimal
    """In the score of the OIT."""
    total: Decimal
    """In the total: the same by the weight of the OIT."""

    @property
    def missing_elements(self) -> int:
        """How many elements the item lacks."""
        return len(self.result.lacking)

    @property
    def inferred_elements(self) -> int:
        """How many of them no source confirms."""
        return sum(map(is_inferred_gap, self.result.lacking))


@dataclass(frozen=True)
class OwnersGain:
    """What an owner can gain; the items in the order in which to fix them."""

    owner: str
    """Empty if no file names an owner."""
    gains: tuple[Gain, ...]

    @property
    def oit(self) -> Decimal:
        """The points gained in the OIT; gains of several items add up."""
        return sum((gain.oit for gain in self.gains), Decimal(0))

    @property
    def total(self) -> Decimal:
        """The points gained in the total."""
        return sum((gain.total for gain in self.gains), Decimal(0))


@dataclass(frozen=True)
class WhatIf:
    """Points of items set by hand, and the result."""

    points: Points
    after: Outcome


@dataclass(frozen=True)
class NotAsked:
    """The missing elements that no source confirms, and the result if nobody asks for them."""

    items: tuple[str, ...]
    """The items that lack them."""
    elements: int
    after: Outcome


@dataclass(frozen=True)
class Estimate:
    """The score that an agency's data would get on the day of its assessment."""

    points: Points
    indicators: tuple[IndicatorScore, ...]
    """Each followed by its sub-indicators, if it has any."""
    now: Outcome
    low: Outcome
    """The same, if a partial item got no more than a missing one."""
    if_complete: Outcome
    """The same, if every item were complete."""
    instruments: Mapping[str, Decimal | None]
    """The scores of the other instruments, IIT and EIT, as far as they are known."""
    weights: Mapping[str, Decimal]
    """The weight of each instrument in the total, OIT too."""
    assumptions: tuple[Bilingual, ...]
    no_total: Bilingual | None
    """Why there is no total; ``None`` if there is one."""
    fix_first: tuple[Gain, ...]
    """The largest gain first; of equal gains, the item that lacks the least."""
    closes: date | None
    """The agency's last day for its answers; ``None`` if its calendar has none."""
    not_asked: NotAsked | None = None
    """``None`` if no such element is missing."""
    what_if: WhatIf | None = None

    @property
    def by_owner(self) -> list[OwnersGain]:
        """What each owner can gain, the most first."""
        owners = dict.fromkeys(gain.result.owner for gain in self.fix_first)
        sums = [
            OwnersGain(owner, tuple(gain for gain in self.fix_first if gain.result.owner == owner))
            for owner in owners
        ]
        return sorted(sums, key=lambda gains: -rounded(gains.total))


def estimate(assessment: Assessment, given: Points, what_if: Points) -> Estimate:
    """Estimate the score of a year's data.

    Args:
        assessment: the year.
        given: scores of IIT and EIT that go before those of last year's results.
        what_if: points of items, by their ids, to try out; empty for none.

    Raises:
        NoEstimateError: the year has no framework, or no item that applies.
    """
    framework = framework_of(assessment.year)
    if framework is None:
        raise NoEstimateError(
            Bilingual(
                f"ประมาณคะแนนไม่ได้: ไม่พบกรอบการประเมินของปี {assessment.year}",
                f"no estimate: no framework is known for {assessment.year}",
            )
        )
    points = points_of(assessment, framework.item_scores)
    if not points and assessment.cycle and not assessment.items:
        raise NoEstimateError(
            Bilingual(
                f"ประมาณคะแนนไม่ได้: ปี {assessment.year} มีเฉพาะการประเมิน ITA (ita.yml) "
                "จึงไม่ได้ตรวจตามแบบวัด เลือกปีอื่นด้วย --year",
                f"no estimate: {assessment.year} has only its turn of the ITA cycle (ita.yml) "
                "and is held against no list; choose another year with --year",
            )
        )
    if not points:
        raise NoEstimateError(
            Bilingual(
                f"ประมาณคะแนนไม่ได้: ปี {assessment.year} ไม่มีข้อที่นำมาคิดคะแนน",
                f"no estimate: there is no item to score in {assessment.year}",
            )
        )
    last_year = _last_year(assessment)
    others = {
        instrument.id: given.get(instrument.id, last_year.get(instrument.id))
        for instrument in framework.instruments
        if instrument.id != OIT
    }
    reckoning = _Reckoning(assessment.checklist, framework, others)
    grounds = Grounds(assessment, framework, others, frozenset(given))
    return Estimate(
        points=points,
        indicators=tuple(reckoning.indicators(points)),
        now=reckoning.outcome(points),
        low=reckoning.outcome(_low(assessment, points, framework.item_scores)),
        if_complete=reckoning.outcome(dict.fromkeys(points, _full(framework.item_scores))),
        instruments=others,
        weights=reckoning.weights,
        assumptions=tuple(assumptions_of(grounds)),
        no_total=no_total(grounds),
        fix_first=tuple(_fix_first(assessment, points, reckoning)),
        closes=assessment.agency.closing_day(assessment.year),
        not_asked=_not_asked(assessment, reckoning),
        what_if=WhatIf(what_if, reckoning.outcome({**points, **what_if})) if what_if else None,
    )


def points_of(assessment: Assessment, scores: ItemScores) -> dict[str, Decimal]:
    """Return the points of each item by its status."""
    worth = {
        ItemStatus.COMPLETE: scores.complete,
        ItemStatus.PARTIAL: scores.partial,
        ItemStatus.MISSING: scores.missing,
    }
    return {
        # A part of an element counts as not there.
        result.item.id: (worth[result.status] if result.shows_any else scores.missing) or Decimal(0)
        for result in assessment.items
        if result.status is not ItemStatus.NOT_APPLICABLE
    }


@dataclass(frozen=True)
class _Reckoning:
    """The formulas, for one checklist and what is known of the other instruments."""

    checklist: Checklist
    framework: Framework
    others: Mapping[str, Decimal | None]

    @property
    def weights(self) -> dict[str, Decimal]:
        return {
            instrument.id: instrument.weight or Decimal(0)
            for instrument in self.framework.instruments
        }

    def outcome(self, points: Points) -> Outcome:
        groups = self._groups(points)
        oit = _mean([_mean_of_means(group) for group in groups.values()])
        scores = {**self.others, OIT: oit}
        parts = [Part(name, scores[name], weight) for name, weight in self.weights.items()]
        total = weighted_mean(parts)
        if total is None:
            return Outcome(oit, None, None)
        # The level depends on the total as printed: 84.996 is 85.00.
        printed = {
            name: None if score is None else rounded(score) for name, score in scores.items()
        }
        level = level_for(rounded(total), printed, self.framework)
        return Outcome(oit, total, level.name if level else None)

    def indicators(self, points: Points) -> Iterator[IndicatorScore]:
        for top, group in self._groups(points).items():
            yield IndicatorScore(top, self._title(top), _mean_of_means(group))
            if list(group) != [top]:
                for sub, scores in group.items():
                    yield IndicatorScore(sub, self._title(sub), _mean(scores))

    def gain(self, result: ItemResult, points: Points) -> Gain:
        groups, indicator = self._groups(points), result.item.indicator
        group = groups[_top(indicator)]
        # The means divide by the number of items, sub-indicators and indicators.
        parts = len(groups) * len(group) * len(group[indicator])
        oit = (_full(self.framework.item_scores) - points[result.item.id]) / parts
        weights = self.weights
        return Gain(result, oit, oit * weights[OIT] / sum(weights.values()))

    def _groups(self, points: Points) -> dict[str, dict[str, list[Decimal]]]:
        """Sort points by indicator and sub-indicator: ``{"9": {"9.1": [100, 50]}}``.

        An indicator without sub-indicators is the only one of its own: ``{"9": {"9": […]}}``.
        """
        groups: dict[str, dict[str, list[Decimal]]] = {}
        for item in self.checklist.items:
            if item.id in points:
                group = groups.setdefault(_top(item.indicator), {})
                group.setdefault(item.indicator, []).append(points[item.id])
        return groups

    def _title(self, number: str) -> str:
        """Return an indicator's title: from the checklist, or else from the framework."""
        listed = {indicator.id: indicator.title for indicator in self.checklist.indicators}
        known = self.framework.indicator(number)
        return listed.get(number) or (known.title if known else "")


def _top(indicator: str) -> str:
    return indicator.partition(".")[0]


def _mean_of_means(group: Mapping[str, list[Decimal]]) -> Decimal:
    return _mean([_mean(scores) for scores in group.values()])


def _mean(scores: list[Decimal]) -> Decimal:
    return sum(scores, Decimal(0)) / len(scores)


def _full(scores: ItemScores) -> Decimal:
    return scores.complete or Decimal(0)


def _low(assessment: Assessment, points: Points, scores: ItemScores) -> dict[str, Decimal]:
    partial = {r.item.id for r in assessment.items if r.status is ItemStatus.PARTIAL}
    return {**points, **dict.fromkeys(partial, scores.missing or Decimal(0))}


def _not_asked(assessment: Assessment, reckoning: _Reckoning) -> NotAsked | None:
    gaps = {r.item.id: sum(map(is_inferred_gap, r.elements)) for r in assessment.items}
    items = tuple(item for item, count in gaps.items() if count)
    if not items:
        return None
    points = points_of(without_inferred_gaps(assessment), reckoning.framework.item_scores)
    return NotAsked(items, sum(gaps.values()), reckoning.outcome(points))


def _last_year(assessment: Assessment) -> dict[str, Decimal | None]:
    cycle = assessment.cycle
    if cycle is None or cycle.framework is None:
        return {}
    return Scores(cycle, cycle.framework).instruments()


def _fix_first(assessment: Assessment, points: Points, reckoning: _Reckoning) -> list[Gain]:
    gains = [
        reckoning.gain(result, points) for result in assessment.items if result.item.id in points
    ]
    # By what is shown: a difference that nobody sees is none. Of equals, the list's order stays.
    return sorted(
        (gain for gain in gains if gain.oit),
        key=lambda gain: (-rounded(gain.total), gain.missing_elements),
    )

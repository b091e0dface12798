"""Do printed scores follow from their parts? Scores are computed beside them, never corrected.

The total follows from the instruments, an instrument from its indicators or its parts, an
indicator or a part from its questions. The framework of the year has the formulas.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from oit.bilingual import Bilingual
from oit.data.checklist import BASES
from oit.ita.cycle import Cycle
from oit.ita.framework import Framework, Indicator, Level, expand
from oit.ita.framework import Part as FrameworkPart
from oit.ita.scores import Part, Scores, mean
from oit.source.values import KeyPath

_CENT = Decimal("0.01")
# Both a printed score and each of the parts it follows from may be rounded to two places.
_ROUNDING = Decimal("0.01")


class Verdict(StrEnum):
    """The result of comparing a printed score with the computed one."""

    AGREES = "agrees"
    DIFFERS = "differs"
    NOT_COMPUTABLE = "not_computable"
    NOT_PRINTED = "not_printed"


@dataclass(frozen=True)
class Way:
    """What a score is computed from."""

    words: str
    """In Thai."""
    parts: list[Part]
    computed: Decimal | None
    basis: str
    """How sure the formula is: a key of ``oit.data.checklist.BASES``."""

    @property
    def description(self) -> Bilingual:
        """What it is computed from; the score follows."""
        names = [part.name.rpartition(" ")[2] for part in self.parts]
        listed = "/".join(names) if len(names) <= 3 else f"{names[0]}–{names[-1]}"
        of_indicators = "the indicators " if listed[:1].isdigit() else ""
        return Bilingual(self.words, f"computed from {of_indicators}{listed}")


@dataclass(frozen=True)
class Comparison:
    """A score, as printed and as computed from its parts."""

    kind: str
    """``total``, ``instrument``, ``part`` or ``indicator``."""
    id: str
    title: str
    printed: Decimal | None
    path: KeyPath
    """The path of the printed score in the results."""
    way: Way

    @property
    def label(self) -> Bilingual:
        """What the score measures."""
        if self.kind == "indicator":
            return Bilingual(f"ตัวชี้วัดที่ {self.id} {self.title}", f"indicator {self.id}")
        return Bilingual(self.title, "the total" if self.kind == "total" else self.id)

    @property
    def computed(self) -> Decimal | None:
        """The score computed from its parts, rounded to two places."""
        exact = self.way.computed
        return None if exact is None else rounded(exact)

    @property
    def difference(self) -> Decimal | None:
        """The printed score minus the computed one."""
        if self.computed is None or self.printed is None:
            return None
        return self.printed - self.computed

    @property
    def verdict(self) -> Verdict:
        """The result of comparing the two."""
        if self.computed is None:
            return Verdict.NOT_COMPUTABLE
        if self.difference is None:
            return Verdict.NOT_PRINTED
        return Verdict.AGREES if abs(self.difference) <= _ROUNDING else Verdict.DIFFERS

    @property
    def lacking(self) -> list[str]:
        """The parts that have no score."""
        return [part.name for part in self.way.parts if part.score is None]

    @property
    def is_impossible(self) -> bool:
        """Tell whether a printed mean is below or above all of its parts."""
        scores = [part.score for part in self.way.parts if part.score is not None]
        if self.printed is None or self.computed is None or not scores:
            return False
        return not min(scores) - _ROUNDING <= self.printed <= max(scores) + _ROUNDING


def rounded(score: Decimal) -> Decimal:
    """Round a score to two places, as results are printed."""
    return score.quantize(_CENT, ROUND_HALF_UP)


def compare(cycle: Cycle) -> list[Comparison]:
    """Compare every score of the results: the total, the instruments, their parts, the indicators.

    A score that can be computed in two ways has two comparisons.
    """
    framework = cycle.framework
    if framework is None:
        return []
    scores = Scores(cycle, framework)
    return [
        Comparison(kind, name, title, *scores.printed.get(name, (None, ())), way)
        for kind, name, title, way in _ways(scores, framework)
    ]


def levels_of(cycle: Cycle) -> list[Level]:
    """Return the levels that the printed total may have; empty if none is known."""
    framework, total = cycle.framework, cycle.results.total
    if framework is None or total is None:
        return []
    # Round as in print: 84.995 is 85.00.
    scores = Scores(cycle, framework).instruments()
    printed = {name: None if score is None else rounded(score) for name, score in scores.items()}
    return levels_for(total, printed, framework)


def level_of(cycle: Cycle) -> Level | None:
    """Return the level of the printed total; ``None`` if it is not known."""
    return _only(levels_of(cycle))


def level_for(
    total: Decimal, instruments: Mapping[str, Decimal | None], framework: Framework
) -> Level | None:
    """Return the level of a total; ``None`` if several are possible."""
    return _only(levels_for(total, instruments, framework))


def _only(levels: list[Level]) -> Level | None:
    return levels[0] if len(levels) == 1 else None


def levels_for(
    total: Decimal, instruments: Mapping[str, Decimal | None], framework: Framework
) -> list[Level]:
    """Return the levels that a total may have, the highest first.

    Several are possible if a level depends on every instrument and not all are known.
    """
    levels = []
    for level in framework.levels:
        if total < (level.from_total or 0):
            continue
        least = level.from_each or Decimal(0)
        if any(score is not None and score < least for score in instruments.values()):
            continue
        levels.append(level)
        if level.from_each is None or None not in instruments.values():
            break
    return levels


def _ways(scores: Scores, framework: Framework) -> Iterator[tuple[str, str, str, Way]]:
    """Yield the ways to compute each score: kind, name, title, way; the total first."""
    instruments = framework.instruments
    weights = "/".join(
        f"{instrument.weight:g}" for instrument in instruments if instrument.weight is not None
    )
    names = "/".join(instrument.id for instrument in instruments)
    basis = _least_sure(instrument.basis for instrument in instruments)
    yield (
        "total",
        "total",
        "คะแนนรวม",
        _mean(f"ถ่วงน้ำหนัก {names} {weights}", scores.weighted(), basis),
    )
    for instrument in instruments:
        own = scores.indicators_of(instrument.id)
        words = f"ค่าเฉลี่ยของ{own[0].name}–{own[-1].name.rpartition(' ')[2]}"
        yield "instrument", instrument.id, instrument.title, _mean(words, own, instrument.basis)
        if instrument.parts:
            words = f"ค่าเฉลี่ยของ {' และ '.join(instrument.parts)}"
            yield (
                "instrument",
                instrument.id,
                instrument.title,
                _mean(words, scores.parts(instrument.parts), instrument.basis),
            )
    for part in framework.parts:
        yield "part", part.id, part.title, _from_questions(part, scores)
    for indicator in framework.indicators:
        title = scores.cycle.indicator_name(indicator.id)
        yield "indicator", indicator.id, title, _from_questions(indicator, scores)


def _mean(words: str, parts: list[Part], basis: str) -> Way:
    return Way(words, parts, mean(parts), basis)


def _from_questions(part: Indicator | FrameworkPart, scores: Scores) -> Way:
    if not part.groups:
        return Way("ไม่พบสูตรของปีนี้", [], None, part.basis)
    words = "ค่าเฉลี่ยของข้อ " if len(part.groups) == 1 else "ค่าเฉลี่ยของค่าเฉลี่ยข้อ "
    questions = [question for group in part.groups for question in expand(group)]
    return Way(
        words + ", ".join(group.replace("-", "–") for group in part.groups),
        scores.parts(questions),
        scores.grouped(part.groups),
        part.basis,
    )


def _least_sure(bases: Iterable[str]) -> str:
    return max(bases, key=list(BASES).index)

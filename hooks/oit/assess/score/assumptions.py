"""What an estimate rests on, and how sure each of it is, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from oit.assess.assessment import Assessment, ItemStatus
from oit.bilingual import Bilingual
from oit.data.checklist import BASES, UNSURE
from oit.ita.framework import Framework

_SURE = next(iter(BASES))


@dataclass(frozen=True)
class Grounds:
    """What an estimate is made from."""

    assessment: Assessment
    framework: Framework
    others: Mapping[str, Decimal | None]
    """The scores of the other instruments, as far as they are known."""
    given: frozenset[str]
    """The instruments whose score is given in the call."""

    @property
    def is_carried_over(self) -> bool:
        """Tell whether the framework is that of an earlier year."""
        return self.framework.since != self.assessment.year

    def least_sure(self, *bases: str) -> Bilingual:
        """Return the words of the least sure of some bases.

        What is carried over from an earlier year was not found in this year's own source.
        """
        carried_over = ["adapted"] if self.is_carried_over else []
        return BASES[max([*bases, *carried_over], key=list(BASES).index)]


def assumptions_of(grounds: Grounds) -> Iterator[Bilingual]:
    """Yield what is taken for true: the framework, its numbers, the other scores, the list."""
    yield from _framework(grounds)
    yield _formula(grounds)
    yield _weights(grounds)
    yield from _item_scores(grounds)
    yield from _other_instruments(grounds)
    yield from _left_out(grounds.assessment)
    yield from _elements(grounds.assessment)


def no_total(grounds: Grounds) -> Bilingual | None:
    """Say why there is no total, where an instrument's score is not known."""
    unknown = [name for name, score in grounds.others.items() if score is None]
    if not unknown:
        return None
    year, names = grounds.assessment.year, ", ".join(unknown)
    options = " ".join(f"--{name.lower()} N" for name in unknown)
    return Bilingual(
        f"ไม่ทราบคะแนน {names} เพราะไม่มีใน ita.yml ของปี {year} ระบุเองได้ด้วย {options}",
        f"{names} not known: not in ita.yml of {year}; to give the score: {options}",
    )


def _framework(grounds: Grounds) -> Iterator[Bilingual]:
    year, since = grounds.assessment.year, grounds.framework.since
    if grounds.is_carried_over:
        yield Bilingual(
            f"ไม่มีกรอบการประเมินของปี {year} เอง จึงใช้ของปี {since}",
            f"there is no framework of {year} itself: that of {since} is used",
        )


def _formula(grounds: Grounds) -> Bilingual:
    listed = [item.indicator for item in grounds.assessment.checklist.items]
    tops = list(dict.fromkeys(number.partition(".")[0] for number in listed))
    known = [grounds.framework.indicator(number) for number in tops]
    sure = grounds.least_sure(*(indicator.basis if indicator else UNSURE for indicator in known))
    within = Bilingual("ค่าเฉลี่ยของข้อ", "the mean of its items")
    if set(listed) - set(tops):
        within = Bilingual("ค่าเฉลี่ยของค่าเฉลี่ยแต่ละตัวชี้วัดย่อย", "the mean of its sub-indicators' means")
    return Bilingual(
        f"OIT คือค่าเฉลี่ยของตัวชี้วัดที่ {' และ '.join(tops)} แต่ละตัวคือ{within.th} ({sure.th})",
        f"OIT is the mean of indicators {' and '.join(tops)}, each {within.en} ({sure.en})",
    )


def _weights(grounds: Grounds) -> Bilingual:
    framework = grounds.framework
    names = "/".join(instrument.id for instrument in framework.instruments)
    weights = "/".join(f"{instrument.weight:g}" for instrument in framework.instruments)
    sure = grounds.least_sure(*(instrument.basis for instrument in framework.instruments))
    return Bilingual(
        f"น้ำหนัก {names} คือ {weights} ({sure.th})", f"{names} weigh {weights} ({sure.en})"
    )


def _item_scores(grounds: Grounds) -> Iterator[Bilingual]:
    scores = grounds.framework.item_scores
    sure = grounds.least_sure(scores.basis)
    yield Bilingual(
        f"ข้อที่ครบได้ {scores.complete:g} บางส่วนได้ {scores.partial:g} ยังไม่มีได้ {scores.missing:g}"
        f" ({sure.th})",
        f"an item gets {scores.complete:g} when complete, {scores.partial:g} when partial, "
        f"{scores.missing:g} when missing ({sure.en})",
    )
    if in_part := [
        result.item.id
        for result in grounds.assessment.items
        if result.status is ItemStatus.PARTIAL and not result.shows_any
    ]:
        names = ", ".join(in_part)
        yield Bilingual(
            f"{names} มีเพียงบางส่วนของสิ่งที่ขอ จึงคิดให้ {scores.missing:g} เหมือนยังไม่มี",
            f"{names} shows only parts of what is asked, and gets {scores.missing:g} as if missing",
        )
    if scores.partial != scores.missing and scores.basis != _SURE:
        yield Bilingual(
            "ไม่มีแหล่งยืนยันว่าข้อที่ครบบางส่วนได้คะแนน "
            f"กรณีต่ำจึงคิดให้ {scores.missing:g} ซึ่งเมื่อเติมครบจะเพิ่มมากกว่าที่แสดง",
            "no source confirms that a partial item gets points: in the low estimate it gets "
            f"{scores.missing:g}, and would gain more than is shown",
        )


def _other_instruments(grounds: Grounds) -> Iterator[Bilingual]:
    by_hand = [name for name in grounds.others if name in grounds.given]
    known = [name for name, score in grounds.others.items() if score is not None]
    of_last_year = [name for name in known if name not in by_hand]
    if grounds.assessment.cycle and of_last_year:
        year = grounds.assessment.cycle.results_year
        yield Bilingual(
            f"{_scores(grounds, of_last_year, ' และ ')} เป็นผลของปี {year} ถือว่าปีนี้ได้เท่าเดิม",
            f"{_scores(grounds, of_last_year, ' and ')}: the results of {year}, "
            "taken to stay as they are",
        )
    if by_hand:
        yield Bilingual(
            f"{_scores(grounds, by_hand, ' และ ')} ผู้ใช้ระบุเอง",
            f"{_scores(grounds, by_hand, ' and ')}: given by hand",
        )


def _scores(grounds: Grounds, names: list[str], between: str) -> str:
    return between.join(f"{name} {grounds.others[name]:.2f}" for name in names)


def _left_out(assessment: Assessment) -> Iterator[Bilingual]:
    left_out = [r.item.id for r in assessment.items if r.status is ItemStatus.NOT_APPLICABLE]
    if left_out:
        yield Bilingual(
            f"ไม่นับ {', '.join(left_out)} เพราะไม่เกี่ยวข้องกับหน่วยงาน ผู้ประเมินอาจเห็นต่าง",
            f"{', '.join(left_out)} left out as not applicable; the assessor may see it otherwise",
        )


def _elements(assessment: Assessment) -> Iterator[Bilingual]:
    elements = [e for item in assessment.checklist.items for e in item.elements]
    unsure = sum(element.basis != _SURE for element in elements)
    if unsure:
        yield Bilingual(
            "แบบวัดไม่ใช่คู่มือของสำนักงาน ป.ป.ช.: "
            f"องค์ประกอบ {unsure} จาก {len(elements)} ไม่พบในแหล่งของปีนั้น",
            "the checklist is not the commission's manual: "
            f"{unsure} of its {len(elements)} elements were not found in that year's own source",
        )

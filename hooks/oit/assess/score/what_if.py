"""Scores given with ``oit score``: of items (``--what-if``) and of instruments (``--iit``)."""

import re
from contextlib import suppress
from decimal import Decimal

from oit.assess.assessment import Assessment
from oit.bilingual import Bilingual
from oit.data import unknown_items
from oit.data.checklist import slug_of
from oit.findings.codes import unknown_item
from oit.findings.finding import Place
from oit.forms.fields import read_question
from oit.thai import writing

_SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")


class UnreadableScoreError(Exception):
    """A score in the call cannot be read; ``reason`` says which, and how to write it."""

    def __init__(self, reason: Bilingual) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_score(text: str, name: str) -> Decimal:
    """Read a score from 0 to 100, in Thai or Arabic digits.

    Args:
        text: what was written.
        name: what it is the score of, for the error.

    Raises:
        UnreadableScoreError: it is no number from 0 to 100.
    """
    plain = writing.arabic(text).strip()
    if not _SCORE.fullmatch(plain) or Decimal(plain) > 100:
        raise UnreadableScoreError(
            Bilingual(
                f'oit score: คะแนนของ {name} ต้องเป็นตัวเลข 0 ถึง 100 แต่พบ "{text}"',
                f'oit score: the score of {name} must be a number from 0 to 100, found "{text}"',
            )
        )
    return Decimal(plain)


def read_what_if(text: str, assessment: Assessment, place: Place) -> dict[str, Decimal]:
    """Read ``O2=100,o7=50,๐๙=๑๐๐``: the points of items, by the ids of the checklist.

    Args:
        text: what was written.
        assessment: the year whose items are meant.
        place: the place of the finding for an unknown item.

    Raises:
        UnreadableScoreError: a part is not an item and its score, or an item is repeated.
    """
    ids = {result.item.slug: result.item.id for result in assessment.items}
    points: dict[str, Decimal] = {}
    for part in text.split(","):
        name, equals, score = (piece.strip() for piece in part.partition("="))
        if not (name and equals and score):
            raise UnreadableScoreError(
                Bilingual(
                    f'oit score: อ่าน --what-if "{text}" ไม่ได้ '
                    "ให้เขียนข้อ=คะแนน คั่นด้วยจุลภาค เช่น O2=100,O7=50",
                    f'oit score: --what-if "{text}" cannot be read; '
                    "write item=score with commas between, such as O2=100,O7=50",
                )
            )
        item = ids.get(_slug(name))
        if item is None:
            suggestion = unknown_items.suggestion(name, assessment.checklist)
            unknown = unknown_item.CODE.at(place, name=name, suggestion=suggestion)
            raise UnreadableScoreError(Bilingual(unknown.text("th"), unknown.text("en")))
        if item in points:
            raise UnreadableScoreError(
                Bilingual(
                    f"oit score: --what-if มีข้อ {item} ซ้ำ", f"oit score: --what-if has {item} twice"
                )
            )
        points[item] = read_score(score, item)
    return points


def _slug(name: str) -> str:
    # An agency's own list may number its items otherwise.
    with suppress(ValueError):
        name = read_question(name)
    return slug_of(name)

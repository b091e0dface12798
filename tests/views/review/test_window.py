"""The round of clarification in words."""

from datetime import date

import pytest

from oit.forms.review import AssessorReview
from oit.views.review.window import left, window


def a_round(opens: str = "", closes: str = "") -> AssessorReview:
    return AssessorReview.model_validate({"opens": opens or None, "closes": closes or None})


@pytest.mark.parametrize(
    ("opens", "closes", "th", "en"),
    [
        ("2569-06-01", "", "ตั้งแต่ 1 มิถุนายน 2569", "from 2026-06-01"),
        ("", "2569-06-15", "ถึง 15 มิถุนายน 2569", "to 2026-06-15"),
        (
            "2569-06-01",
            "2569-06-15",
            "ตั้งแต่ 1 มิถุนายน 2569 ถึง 15 มิถุนายน 2569",
            "from 2026-06-01 to 2026-06-15",
        ),
    ],
)
def test_a_day_may_be_unknown(opens: str, closes: str, th: str, en: str) -> None:
    assert window(a_round(opens, closes)) == (th, en)


def test_without_days_there_are_no_words() -> None:
    assert window(None) is window(a_round()) is left(None, date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 6, 14), "อีก 1 วัน"),
        (date(2026, 6, 15), "อีก 0 วัน"),
        (date(2026, 6, 16), "ผ่านมาแล้ว"),
    ],
)
def test_the_last_day_counts(today: date, words: str) -> None:
    remaining = left(a_round(closes="2569-06-15"), today)
    assert remaining
    assert remaining.th == words

"""The round of clarification in words."""

from datetime import date

from oit.bilingual import Bilingual
from oit.forms.review import AssessorReview
from oit.thai import dates


def window(review: AssessorReview | None) -> Bilingual | None:
    """Return the days of the round; ``None`` if they are not known."""
    if review is None or not (review.opens or review.closes):
        return None
    days = (("ตั้งแต่", "from", review.opens), ("ถึง", "to", review.closes))
    return Bilingual(
        " ".join(f"{th} {dates.format_date(day)}" for th, _, day in days if day),
        " ".join(f"{en} {day}" for _, en, day in days if day),
    )


def left(review: AssessorReview | None, today: date) -> Bilingual | None:
    """Say how many days of the round are left; ``None`` if its last day is not known."""
    if review is None or review.closes is None:
        return None
    days = (review.closes - today).days
    if days < 0:
        return Bilingual("ผ่านมาแล้ว", "it is over")
    return Bilingual(f"อีก {days} วัน", f"{days} day(s) left")

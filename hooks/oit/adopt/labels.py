"""The labels of items on a page: where a number or a title of an item is written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from oit.adopt.numbers import Kind, Number, number_at_start
from oit.adopt.outline import Text
from oit.adopt.titles import Match, Titles, key

LIKE = 0.8
"""A text without a number is a label only if it is so like a title."""
_LIKE_AT_ALL = 0.45

_MOST_TEXTS = 10_000
"""So many texts of a page are looked at: hostile ones have millions."""

_SAYS_NOTHING = re.compile(
    "|".join(
        key(word)
        for word in (
            "คลิก คลิ๊ก คลิกที่นี่ คลิกดู ดู เปิด เปิดดู เปิดข้อมูล เปิดไฟล์ อ่านต่อ อ่านเพิ่มเติม รายละเอียด"
            " ดูรายละเอียด รายละเอียดเพิ่มเติม ดูข้อมูล ข้อมูล ดาวน์โหลด โหลด ไฟล์ ไฟล์แนบ เอกสาร เอกสารแนบ"
            " ดูเอกสาร ลิงก์ ลิงค์ ลิ้งค์ เข้าชม เข้าสู่เว็บไซต์ หลักฐาน แสดง url link links view click"
            " more download pdf open file go"
        ).split()
    )
)
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|/[\w/])", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """A text that names an item, or seems to."""

    at: int
    """Its place among the texts of the page."""
    number: Number | None
    title: str
    """What is written with the number; empty if nothing that tells."""
    matches: tuple[Match, ...] = ()
    """The items with titles like that, of any list."""

    def likeness(self, list_name: str) -> dict[str, float]:
        """Return how like its title is to those of a list, by item."""
        return {match.item.id: match.score for match in self.matches if match.list == list_name}


def labels_of(texts: Sequence[Text], titles: Titles) -> list[Label]:
    """Return all texts that may be labels, in their order."""
    found = (_label(index, texts, titles) for index in range(min(len(texts), _MOST_TEXTS)))
    return [label for label in found if label]


def says_something(text: str) -> bool:
    """Tell whether a text could be a title: not ``click here``, not an address."""
    letters = key(text)
    return len(letters) > 1 and not _SAYS_NOTHING.fullmatch(letters) and not _ADDRESS.match(text)


def main_line(text: str) -> str:
    """Return which of the texts in a link names it: the first with a number, or the first."""
    lines = text.split("\n")
    numbered = (line for line in lines if _is_numbered(line))
    return next(numbered, lines[0])


def _is_numbered(line: str) -> bool:
    number = number_at_start(line)
    return bool(number and number.kind <= Kind.ZERO)


def _label(index: int, texts: Sequence[Text], titles: Titles) -> Label | None:
    text = texts[index]
    if text.position == -1:
        return None
    line = main_line(text.text)
    number = number_at_start(line)
    if text.is_code and (number is None or number.kind is not Kind.LETTER or number.rest):
        return None
    if text.in_navigation and (number is None or number.kind > Kind.ZERO):
        return None
    if number is None and text.position > 0:
        number = Number(Kind.BARE, "o", text.position, line)
    title = line if number is None else number.rest
    if number is not None and not says_something(title):
        # A card that is a link as a whole has the number and the title in lines of their own.
        _, _, below = text.text.partition(line + "\n")
        title = main_line(below) if below else ""
    if number is not None and not says_something(title):
        title = _title_after(index, number, texts, titles)
    matches = tuple(titles.matches(title)[:12]) if says_something(title) else ()
    if number is None and not (matches and matches[0].score >= LIKE):
        return None
    return Label(index, number, title if says_something(title) else "", matches)


def _title_after(index: int, number: Number, texts: Sequence[Text], titles: Titles) -> str:
    """Return the title beside a number that stands alone, as in a cell of its own."""
    if number.kind is Kind.BARE and not _in_cell(texts[index]):
        return ""
    for text in texts[index + 1 : index + 4]:
        line = main_line(text.text)
        other = number_at_start(line)
        if other is None or other.kind is Kind.BARE:
            # A link after a number may be a document, with a title of its own.
            is_title = says_something(line) and (not text.href or _is_like_one(line, titles))
            return line if is_title else ""
        if other.value != number.value:
            return ""
        if says_something(other.rest):
            return other.rest
    return ""


def _is_like_one(line: str, titles: Titles) -> bool:
    matches = titles.matches(line)
    return bool(matches) and matches[0].score >= _LIKE_AT_ALL


def _in_cell(text: Text) -> bool:
    return any(
        element.tag in {"td", "th", "div", "span", "dt"}
        for element in (text.element, *text.element.iterancestors("td", "th"))
    )

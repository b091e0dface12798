"""The words by which an element is recognised in a document, from the element's own text.

The text says what must be shown. Its alternatives are separated by ``หรือ``, by a slash or by a
space; what it must be shown for (``ของแต่ละโครงการ``), examples (``เช่น …``), conditions
(``เฉพาะ …``, ``อย่างน้อย …``, ``ครบ …``) and remarks in parentheses are no words of the element.
``งบประมาณที่ใช้แล้วของแต่ละโครงการ/กิจกรรม`` gives ``งบประมาณที่ใช้แล้ว``; ``ยุทธศาสตร์หรือแนวทาง``
gives both words.

An element that asks of which year something is (rule ``covers``) is recognised by the years in its
text. What asks for any contents, for files of some type, or for every month cannot be recognised by
its text.
"""

import re

from oit.thai import writing
from oit.thai.consonants import TOO_FEW, consonants

_WITHOUT_WORDS = frozenset({"contents", "formats", "months"})
_OF_A_YEAR = "covers"
_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_IN_PARENTHESES = re.compile(r"\([^()]*\)")
_EXPLANATION = re.compile(r"(?:^| )(?:เช่น|เฉพาะ|อย่างน้อย|ครบ|ไม่น้อยกว่า).*")
_FOR_EACH = re.compile(r"(?:ของ|ใน|ตาม)?แต่ละ\S*")
_OF_SOMETHING = re.compile(r"(?<=\S)ของ\S*")
_BETWEEN = re.compile(r"[\s/,]+|หรือ")


def words_of_text(text: str, rule: str) -> list[str]:
    """Return the words that the text of an element gives, without repetitions.

    Args:
        text: the element's text.
        rule: the name of its rule.
    """
    if rule in _WITHOUT_WORDS:
        return []
    if rule == _OF_A_YEAR:
        return [*dict.fromkeys(_YEAR.findall(writing.arabic(text)))]
    plain = text
    for left_out in (_IN_PARENTHESES, _EXPLANATION, _FOR_EACH, _OF_SOMETHING):
        plain = left_out.sub(" ", plain)
    words = dict.fromkeys(_BETWEEN.split(plain))
    return [word for word in words if len(consonants(word)) > TOO_FEW]

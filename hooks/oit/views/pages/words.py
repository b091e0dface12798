"""The words and signs that the site shows for each status."""

from typing import NamedTuple

from oit.assess.assessment import ElementStatus, ItemStatus


class Mark(NamedTuple):
    """A status as readers see it, never by colour alone."""

    word: str
    sign: str
    tone: str
    """The colour's name in the style sheet."""


ITEM_MARKS = {
    ItemStatus.COMPLETE: Mark("ครบถ้วน", "✓", "good"),
    ItemStatus.PARTIAL: Mark("ยังไม่ครบ", "◐", "part"),
    ItemStatus.MISSING: Mark("ยังไม่มีข้อมูล", "✗", "none"),
    ItemStatus.NOT_APPLICABLE: Mark("ไม่เกี่ยวข้อง", "–", "calm"),
}
ELEMENT_MARKS = {
    ElementStatus.SHOWN: Mark("แสดงในหน้านี้", "✓", "good"),
    ElementStatus.ATTESTED: Mark("อยู่ในเอกสาร", "✓", "good"),
    ElementStatus.NONE_DECLARED: Mark("แจ้งว่าไม่มี", "✓", "good"),
    ElementStatus.NOT_APPLICABLE: Mark("ไม่เกี่ยวข้อง", "–", "calm"),
    ElementStatus.OUTDATED: Mark("ยังไม่ใช่ของปีที่กำหนด", "◐", "part"),
    ElementStatus.MISSING: Mark("ยังไม่มี", "✗", "none"),
}

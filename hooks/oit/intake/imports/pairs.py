"""Headings of two columns: a name and its price, a number and its day."""

from oit.intake.imports.layout import LayoutColumn, heading_key

PAIRS = {
    ("winner", "agreed_price"): (
        LayoutColumn(("winner",), "text"),
        LayoutColumn(("agreed_price",), "money"),
    ),
    ("bidders",): (
        LayoutColumn(("bidders",), "bidders"),
        LayoutColumn(("bidder_price",), "prices"),
    ),
    ("contract_number", "contract_date"): (
        LayoutColumn(("contract_number",), "number"),
        LayoutColumn(("contract_date",), "date"),
    ),
}
"""The two columns that a heading of both may stand above; the second one's cells tell it."""

_FIRST = """
    ชื่อ รายชื่อ ชื่อร้าน ผู้ประกอบการ ผู้ขาย ผู้รับจ้าง ผู้เสนอราคา ผู้ได้รับการคัดเลือก เลขที่ เลขที่สัญญา
"""
_SECOND = """
    ราคา จำนวนเงิน เป็นเงิน วงเงิน ราคาที่เสนอ ราคาเสนอ ราคาที่ตกลง ราคาที่ตกลงซื้อหรือจ้าง วันที่ ลงวันที่ วดป. ลว.
"""
_PLACES = {
    heading_key(text): place
    for place, words in enumerate((_FIRST, _SECOND))
    for text in words.split()
}
"""Which column of a pair the headings below both are."""


def column_of_pair(pair: LayoutColumn, below: str) -> LayoutColumn | None:
    """Return the column of a pair by the heading below that of both."""
    columns = PAIRS.get(pair.fields)
    if columns is None or pair.reads == "own_bidders":
        return None
    place = _PLACES.get(heading_key(below))
    return None if place is None else columns[place]

"""How much is known of an agency, how it is known, and how ready the agency is."""

from enum import StrEnum

from oit.bilingual import Bilingual


class Result(StrEnum):
    """The standing of what is known of an agency."""

    CURRENT = "current"
    """The result of the newest try."""
    EARLIER = "earlier"
    """The newest try failed: it is the last good result."""
    UNREAD = "unread"
    """The agency could never be read."""
    NOT_RUN = "not_run"
    """There is no record."""


class Readiness(StrEnum):
    """How far an agency is; every agency belongs to one of these."""

    READY = "ready"
    """Every item that applies is complete."""
    UNDER_WAY = "under_way"
    MOSTLY_MISSING = "mostly_missing"
    """More than half of the items that apply are missing."""
    NO_DATA = "no_data"


RESULTS = {
    Result.CURRENT: Bilingual("ผลล่าสุด", "current result"),
    Result.EARLIER: Bilingual(
        "ครั้งล่าสุดอ่านไม่ได้ ใช้ผลครั้งก่อน", "the newest try failed, an earlier result is used"
    ),
    Result.UNREAD: Bilingual("ยังไม่เคยอ่านได้", "never read"),
    Result.NOT_RUN: Bilingual("ยังไม่ได้ตรวจ", "not examined yet"),
}
HOW = {
    "examined": Bilingual("ตรวจข้อมูลเอง", "examined from the data"),
    "verified": Bilingual(
        "ตรวจข้อมูลเองและตรงกับเว็บไซต์", "examined, and the site is made of the same data"
    ),
    "reported": Bilingual("เว็บไซต์ของหน่วยงานรายงานเอง", "reported by the agency's own site"),
}

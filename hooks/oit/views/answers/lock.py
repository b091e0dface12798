"""The file ``submitted.yml``: the addresses of the answers, locked so that they cannot break."""

import json
import re
from collections.abc import Collection, Sequence
from datetime import date

from oit.assess.assessment import Assessment
from oit.assess.submitted import addresses
from oit.thai import dates
from oit.views.answers.answer import Answer

_PLAIN = re.compile(r"[A-Za-z]+[0-9]+|https?://[A-Za-z0-9./%~_-]+")
_HEAD = """\
# ที่อยู่ที่ส่งเข้าระบบตอบแบบวัดแล้ว เขียนโดย oit answers --lock
# การแก้ไขที่ทำให้ที่อยู่ใดเปิดไม่ได้จะถูกแจ้งเป็นความผิดพลาด (OIT405) และเว็บไซต์จะไม่ถูกสร้าง
"""


def to_lock(
    answers: Sequence[Answer], assessment: Assessment, dropped: Collection[str]
) -> dict[str, list[str]]:
    """Return the addresses to lock by item: those of the answers, and those locked before.

    Args:
        answers: the answers to every item.
        assessment: the year, with the addresses that are locked already.
        dropped: the locked addresses to leave out.
    """
    items = {answer.id: list(answer.addresses) for answer in answers if answer.is_there}
    for item, address, _ in addresses(assessment):
        if address not in dropped and address not in items.setdefault(item, []):
            items[item].append(address)
    return {item: listed for item, listed in items.items() if listed}


def as_yaml(items: dict[str, list[str]], day: date) -> str:
    """Return the contents of the file."""
    lines = [f"submitted: {dates.write_day(day)}", "items:"]
    for item, listed in items.items():
        lines += [f"  - item: {_scalar(item)}", "    addresses:"]
        lines += [f"      - {_scalar(address)}" for address in listed]
    return _HEAD + "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    """Return a text as a YAML scalar, quoted unless it is plain text in any YAML."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

"""The memo that submits the report to the executive, quoting the checklist's requirements."""

from collections.abc import Iterator

from oit.forms.agency import Agency
from oit.forms.ita import Memo, Signer
from oit.ita.cycle import Cycle
from oit.views.papers.paper import Block, Paper, Points, Signatures, Text

SLUG = "memo"
NAME = "บันทึกข้อความ"
_CLOSING = "จึงเรียนมาเพื่อโปรดทราบ"


def paper(cycle: Cycle, agency: Agency) -> Paper | None:
    """Make the paper if the file has a memo."""
    memo = cycle.form.memo
    if memo is None:
        return None
    return Paper(SLUG, NAME, NAME, agency.name, list(_blocks(memo, cycle)))


def _blocks(memo: Memo, cycle: Cycle) -> Iterator[Block]:
    lines = [
        ("ส่วนราชการ", memo.office),
        ("ที่", memo.reference),
        ("วันที่", memo.date),
        ("เรื่อง", memo.subject),
        ("เรียน", memo.to),
    ]
    yield from (Text(value, label) for label, value in lines if value)
    if memo.background:
        yield Text(memo.background, "เรื่องเดิม")
    quoted = memo.quoted or (cycle.quoted.get(memo.item, []) if memo.item else [])
    if memo.facts or quoted:
        yield Text(memo.facts or "", "ข้อเท็จจริง")
    if quoted:
        yield Text(f"แบบวัด OIT ปีงบประมาณ {cycle.year} ขอให้แสดงอย่างน้อย")
        yield Points(quoted, numbered=True)
    if memo.proposal:
        yield Text(memo.proposal, "ข้อพิจารณาและเสนอแนะ")
    yield Text(memo.closing or _CLOSING)
    # If no signer is named, leave the position blank to be filled in; the form would refuse that.
    yield Signatures(memo.signers or [Signer.model_construct(position="")])
    for line in memo.endorsements:
        yield Text(line.to, "เรียน")
        if line.text:
            yield Text(line.text)
        yield Signatures([Signer.model_construct(position=line.position or "")])

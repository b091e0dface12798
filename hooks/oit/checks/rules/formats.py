"""OIT222 · ขาดรูปแบบไฟล์ · A file format is missing

ไทย
    ข้อนี้ควรเผยแพร่เป็นไฟล์มากกว่าหนึ่งรูปแบบ เช่น PDF สำหรับอ่าน และ Excel สำหรับนำไปใช้ต่อ
    ให้วางไฟล์ใน docs/files/ แล้วเพิ่มใน documents

English
    The item should be published in more than one file format, for example PDF for reading and
    Excel for reuse. Put the file in docs/files/ and list it in documents.

fails data/2569/o11.yml
    months:
      - {month: 2568-10, nothing: ไม่มีการจัดซื้อจัดจ้างในเดือนนี้}
"""

from pathlib import PurePosixPath

from oit.bilingual import Bilingual
from oit.checks.rules.amount import Amount, Part
from oit.checks.rules.rule import Checked, Context
from oit.data.checklist import Element
from oit.data.record import Record
from oit.findings.finding import Code, Severity
from oit.forms.tabular import TableForm

CODE = Code(
    "OIT222",
    Severity.GAP,
    Bilingual(
        "{element}: ยังไม่มีไฟล์แบบ {missing} ใน documents{found}",
        "{element}: documents lists no file of the format {missing}{found}",
    ),
    Bilingual(
        "วางไฟล์ใน docs/files/ แล้วเพิ่มใน documents: - {{title: ชื่อเอกสาร, file: files/…}}",
        "put the file in docs/files/ and list it in documents: - {{title: …, file: files/…}}",
    ),
    __doc__,
)
PARAMETERS = ("formats",)


def check(element: Element, record: Record, context: Context) -> Checked:
    """Look for a document of each format; ``xlsx|csv`` accepts either."""
    del context
    found = {PurePosixPath(entry.file).suffix[1:].lower() for entry in record.form.documents}
    found.discard("")
    form = record.form
    if isinstance(form, TableForm) and (
        any(rows for _, rows in record.lists(form.ENTRIES))
        # Unreadable entries are already reported; do not report them as missing too.
        or not record.unreadable.isdisjoint(form.FILLS)
    ):
        # The site publishes its tables as files anyway.
        found |= {"csv", "xlsx", "json"}
    missing = [names for names in element.formats if not found & set(names.split("|"))]
    needed = len(element.formats)
    amount = Amount(needed - len(missing), needed, "format", tuple(map(_part, missing)))
    if not missing:
        return Checked(amount, ())
    listed = ", ".join(sorted(found))
    gap = CODE.at(
        record.place(("documents",)),
        element=element.text,
        missing=", ".join(part.name.th for part in amount.lacking),
        found=Bilingual(f" (พบ {listed})", f" (found {listed})") if listed else "",
    )
    return Checked(amount, [gap])


def _part(names: str) -> Part:
    shown = names.replace("|", " / ")
    return Part(names, Bilingual(shown, shown))

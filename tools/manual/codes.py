"""A page for each code, and ``index.md``, which lists them."""

from oit.cli.commands.explain import as_page, catalogue
from oit.findings.documentation import explain

INTRODUCTION = """\
# รหัสของข้อความ · Codes

ทุกข้อความของ `oit check` มีรหัส หน้าของรหัสบอกว่าหมายถึงอะไร แก้อย่างไร พร้อมตัวอย่าง
อ่านในหน้าต่างคำสั่งได้ด้วย `oit explain OIT201`

Every message of `oit check` has a code. Its page explains what it means and what to do, with
examples; `oit explain OIT201 --lang en` shows the same in a terminal.

| รหัส · Code | ความหมาย | Meaning |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """Return the text of every page, by file name."""
    texts = {f"{code.id}.md": as_page(code) for code in catalogue().values()}
    rows = (
        f"| [{code.id}]({code.id}.md) | {title_th} | {title_en} |\n"
        for code, title_th, title_en, *_ in map(explain, catalogue().values())
    )
    return {**texts, "index.md": INTRODUCTION + "".join(rows)}

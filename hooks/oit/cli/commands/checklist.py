"""The commands ``oit checklist …``."""

from oit.bilingual import Bilingual
from oit.cli.command import Entry, Group

run = Group(
    "checklist",
    about=Bilingual(
        "แบบวัดที่มากับโปรแกรมและของหน่วยงานเอง (data/checklists/)",
        "The checklists of the program and the agency's own (data/checklists/).",
    ),
    sections={
        Bilingual("คำสั่ง", "Commands"): {
            "lint": Entry("checklist_lint", Bilingual("ตรวจแบบวัดเอง", "check the checklists"))
        }
    },
)

"""A small repository of data with one year."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from oit.data.folder import DataFolder
from oit.desk.desk import Desk
from oit.desk.officer import Officer
from oit.desk.saving.draft import Draft, fresh
from oit.intake.workbook.files import ItemFile
from oit.source import read
from oit.source.write import Plain

SOMSRI, SOMCHAI = Officer("somsri"), Officer("somchai")

PEOPLE = """\
# ผู้บริหาร
owner: สำนักปลัด   # ใครดูแล
updated: 2568-10-20

people:
  # นายก
  - name: 'นายหนึ่ง ตัวอย่าง'
    position: นายกเทศมนตรี
    phone: 0 4500 0001   # โต๊ะ
  - name: นายสอง ตัวอย่าง
    position: ปลัดเทศบาล
    # เบอร์ใหม่
    phone: 0 4500 0002

  # คนสุดท้าย
  - name: นางสาม ตัวอย่าง
    position: รองปลัด
"""


class Office:
    """A desk with the file of item O2, and somebody who edits it."""

    def __init__(self, root: Path) -> None:
        (root / "data/2569").mkdir(parents=True)
        (root / "docs/files/2569").mkdir(parents=True)
        (root / "data/agency.yml").write_text(
            "name: เทศบาลตัวอย่าง\nkind: municipality\nyear: 2569\n", encoding="utf-8"
        )
        self.path = root / "data/2569/o02.yml"
        self.path.write_text(PEOPLE, encoding="utf-8")
        self.desk = Desk(DataFolder(root / "data", root), date(2026, 2, 1))
        found = self.desk.file(2569, "o2")
        assert found is not None
        self._file = found

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode()

    @property
    def file(self) -> ItemFile:
        """The file as it is now; the desk itself would assess the whole year anew."""
        read_anew = read(self.path, self.desk.folder.path, self._file.document.file)
        digest = sha256(self.path.read_bytes()).hexdigest()
        return replace(self._file, document=read_anew, digest=digest)

    def typed(self, change: Callable[[Any], object]) -> Draft:
        """Return a draft of the file as it is now, with a change."""
        draft = fresh(self.file)
        mine = copy(draft.mine)
        change(mine)
        return Draft(draft.base, mine, draft.version)


def copy(tree: Plain) -> Plain:
    if isinstance(tree, dict):
        return {name: copy(inner) for name, inner in tree.items()}
    return [copy(inner) for inner in tree] if isinstance(tree, list) else tree


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)

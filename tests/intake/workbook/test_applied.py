"""A workbook that is imported twice changes nothing the second time, whatever was edited in it."""

from collections.abc import Callable
from datetime import date

import pytest

from intake.workbook.office import Filled, Office

O2, O9 = "2569/o02.yml", "2569/o09.yml"
FIRST, SECOND = "นายตัวอย่าง หนึ่ง", "นายตัวอย่าง สอง"


def rename(book: Filled) -> None:
    book.fill(O2, "people", 1, name="นางสาวใหม่", phone="9")


def exchange_names(book: Filled) -> None:
    book.fill(O2, "people", 1, name=SECOND)
    book.fill(O2, "people", 2, name=FIRST)


def exchange_services(book: Filled) -> None:
    book.fill(O9, "services", 1, name="ขยะ")
    book.fill(O9, "services", 2, name="ภาษี")


def exchange_steps(book: Filled) -> None:
    book.fill(O9, "services/steps", 1, text="ชำระ")
    book.fill(O9, "services/steps", 2, text="ยื่น")


def repeat_a_step(book: Filled) -> None:
    book.fill(O9, "services/steps", 1, text="ชำระ")


def rename_and_remove(book: Filled) -> None:
    book.fill(O2, "people", 1, name=SECOND)
    book.empty(O2, "people", 2)


def remove_and_rename(book: Filled) -> None:
    book.empty(O2, "people", 1)
    book.fill(O2, "people", 2, name=FIRST)


def remove_all(book: Filled) -> None:
    book.empty(O2, "people", 1)
    book.empty(O2, "people", 2)


def rename_a_service_and_its_step(book: Filled) -> None:
    book.fill(O9, "services", 1, name="ภาษีใหม่")
    book.fill(O9, "services/steps", 1, text=" ยื่น  คำขอ \n")


def rename_and_add(book: Filled) -> None:
    book.fill(O2, "people", 1, name="ก")
    book.fill(O2, "people", 3, name=FIRST)
    book.fill(O2, "people", 4, name=FIRST)


def rename_a_document(book: Filled) -> None:
    book.fill(O2, "documents", 1, title="ใหม่", shows="people: 2")


def add_within_old_and_new(book: Filled) -> None:
    book.fill(O9, "services", 3, name="ภาษี")
    book.fill(O9, "services/steps", 4, above="3", text="ก")
    book.fill(O9, "services/steps", 5, above="1", text="ยื่น")


def fields_of_the_file(book: Filled) -> None:
    book.cell(O2, "", 1, "updated").value = date(2026, 1, 15)
    book.fill(O9, "", 1, summary="ก\nข")
    book.fill(O2, "people", 1, phone=None)


EDITS: list[Callable[[Filled], None]] = [
    rename, exchange_names, exchange_services, exchange_steps, repeat_a_step, rename_and_remove,
    remove_and_rename, remove_all, rename_a_service_and_its_step, rename_and_add,
    rename_a_document, add_within_old_and_new, fields_of_the_file,
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_the_second_time_nothing_changes(
    edit: Callable[[Filled], None], office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    before = office.read(O2), office.read(O9)
    book = office.open()
    edit(book)
    path = book.save()
    assert office.import_workbooks(path) == 0
    once = office.read(O2), office.read(O9)
    assert once != before
    capsys.readouterr()
    assert office.import_workbooks(path) == 0
    assert (office.read(O2), office.read(O9)) == once
    assert "ไม่มีอะไรต้องเปลี่ยน" in capsys.readouterr().out


@pytest.mark.parametrize("edit", [rename, exchange_names], ids=lambda edit: edit.__name__)
def test_neither_does_it_after_somebody_has_added_an_entry(
    edit: Callable[[Filled], None], office: Office
) -> None:
    book = office.open()
    edit(book)
    path = book.save()
    assert office.import_workbooks(path) == 0
    added = office.read(O2).replace("documents:", "  - name: คนใหม่\ndocuments:")
    office.write(O2, added)
    assert office.import_workbooks(path) == 0
    assert office.read(O2) == added


def test_what_somebody_changed_back_is_a_conflict(office: Office) -> None:
    book = office.open()
    exchange_names(book)
    path = book.save()
    assert office.import_workbooks(path) == 0
    changed = office.read(O2).replace("045000001", "045000002").replace(SECOND, "นายอื่น")
    office.write(O2, changed)
    assert office.import_workbooks(path) == 1
    assert office.read(O2) == changed

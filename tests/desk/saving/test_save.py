"""From a draft to the data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk.saving.conftest import PEOPLE, SOMCHAI, SOMSRI, Office
from oit.bilingual import Bilingual
from oit.desk.saving.draft import Draft, keep, kept, open_draft
from oit.desk.saving.save import Outcome, save

Edit = Callable[[Any], object]


def saved(office: Office, change: Edit) -> Outcome:
    return save(office.desk, SOMSRI, office.file, office.typed(change))


def lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that only one of two texts has."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("change", "old", "new", "label"),
    [
        (
            lambda tree: tree["people"][0].update(phone="0 4500 0009"),
            ["    phone: 0 4500 0001   # โต๊ะ"],
            ["    phone: 0 4500 0009   # โต๊ะ"],
            "ผู้บริหาร › รายการที่ 1 (นายหนึ่ง ตัวอย่าง) › โทรศัพท์",
        ),
        (
            # Its name stays, with the comment behind it.
            lambda tree: tree.update(owner=""),
            ["owner: สำนักปลัด   # ใครดูแล"],
            ["owner:    # ใครดูแล"],
            "ผู้รับผิดชอบ",
        ),
        (
            lambda tree: tree.pop("owner"),
            ["owner: สำนักปลัด   # ใครดูแล"],
            ["owner:    # ใครดูแล"],
            "ผู้รับผิดชอบ",
        ),
        (
            lambda tree: tree.update(summary="บรรทัดหนึ่ง\nบรรทัดสอง"),
            [],
            ["summary: |-", "  บรรทัดหนึ่ง", "  บรรทัดสอง"],
            "คำอธิบาย",
        ),
        (
            lambda tree: tree["people"].append({"name": "นายใหม่", "position": "", "phone": "1"}),
            [],
            ["  - name: นายใหม่", "    phone: 1"],
            "ผู้บริหาร › รายการที่ 4 (นายใหม่)",
        ),
        (
            lambda tree: tree["people"].pop(2),
            ["  - name: นางสาม ตัวอย่าง", "    position: รองปลัด"],
            [],
            "ผู้บริหาร",
        ),
    ],
)
def test_only_what_changed_is_written(
    office: Office, change: Edit, old: list[str], new: list[str], label: str
) -> None:
    outcome = saved(office, change)
    assert lines(PEOPLE, office.text) == (old, new)
    assert [each.th for each in outcome.saved] == [label]
    assert not outcome.draft.is_changed
    assert outcome.draft.version == office.file.digest


def test_what_nobody_changed_is_not_written(office: Office) -> None:
    before = office.path.stat().st_mtime_ns
    assert saved(office, lambda tree: tree["people"][2].update(phone="")) == Outcome(
        office.typed(lambda _: None)
    )
    assert office.path.stat().st_mtime_ns == before


def test_windows_line_ends_and_a_byte_order_mark_stay(office: Office) -> None:
    office.path.write_bytes(b"\xef\xbb\xbf" + PEOPLE.replace("\n", "\r\n").encode())
    saved(office, lambda tree: tree["people"].insert(0, tree["people"].pop()))
    raw = office.path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf# ")
    assert raw.count(b"\n") == raw.count(b"\r\n") == PEOPLE.count("\n")


def test_an_entry_is_moved_with_its_comments(office: Office) -> None:
    saved(office, lambda tree: tree["people"].insert(0, tree["people"].pop(1)))
    assert office.text == PEOPLE.replace(
        PEOPLE[PEOPLE.index("  # นายก\n") : PEOPLE.index("\n\n  # คนสุดท้าย")],
        """\
  - name: นายสอง ตัวอย่าง
    position: ปลัดเทศบาล
    # เบอร์ใหม่
    phone: 0 4500 0002
  # นายก
  - name: 'นายหนึ่ง ตัวอย่าง'
    position: นายกเทศมนตรี
    phone: 0 4500 0001   # โต๊ะ""",
    )


def test_what_cannot_be_read_stays_a_draft_and_the_rest_is_saved(office: Office) -> None:
    draft = office.typed(
        lambda tree: (
            tree.update(updated="31/2/2569", summary="ใหม่"),
            tree["people"][0].update(email="ไม่ใช่อีเมล", phone="1"),
            tree["people"].insert(0, {"phone": "2"}),
            tree["people"].append({"name": "นายใหม่", "email": "x"}),
        )
    )
    keep(office.desk, SOMSRI, office.file, draft)
    outcome = save(office.desk, SOMSRI, office.file, draft)
    assert lines(PEOPLE, office.text) == (
        ["    phone: 0 4500 0001   # โต๊ะ"],
        ["summary: ใหม่", "    phone: 1   # โต๊ะ", "  - name: นายใหม่"],
    )
    assert {path: finding.code.id for path, finding in outcome.refused} == {
        ("updated",): "OIT208",
        ("people", 0, "name"): "OIT207",
        ("people", 1, "email"): "OIT211",
        ("people", 4, "email"): "OIT211",
    }
    left = open_draft(office.desk, SOMSRI, office.file)
    assert left == outcome.draft
    mine: Any = left.mine
    people = mine["people"]
    assert [entry.get("@was") for entry in people] == [None, "0", "1", "2", "3"]
    # Once they are right, they are saved too.
    people[0]["name"], people[1]["email"], people[4]["email"] = "นายต้น", "a@b.go.th", "c@d.go.th"
    mine["updated"] = "31/1/2569"
    outcome = save(office.desk, SOMSRI, office.file, left)
    assert not outcome.refused
    assert not outcome.draft.is_changed
    names = [entry["name"] for entry in office.file.root["people"]]
    assert names == [
        "นายต้น",
        "นายหนึ่ง ตัวอย่าง",
        "นายสอง ตัวอย่าง",
        "นางสาม ตัวอย่าง",
        "นายใหม่",
    ]


def test_a_name_that_an_entry_needs_is_not_taken_away(office: Office) -> None:
    outcome = saved(office, lambda tree: tree["people"][1].update(name="", phone="1"))
    assert lines(PEOPLE, office.text) == (["    phone: 0 4500 0002"], ["    phone: 1"])
    assert [path for path, _ in outcome.refused] == [("people", 1, "name")]


def test_documents_that_do_not_exist_are_refused(office: Office) -> None:
    new = {"title": "คำสั่ง", "file": "files/2569/none.pdf"}
    outcome = saved(office, lambda tree: tree.update(documents=[new], summary="ใหม่"))
    assert [(path, f.code.id) for path, f in outcome.refused] == [
        (("documents", 0, "file"), "OIT301")
    ]
    assert office.text == PEOPLE.replace("\npeople", "summary: ใหม่\n\npeople")
    assert outcome.draft.is_changed


def test_errors_that_the_file_has_do_not_keep_other_fields_from_being_saved(office: Office) -> None:
    office.path.write_text(PEOPLE.replace("2568-10-20", "31/2/2568"), encoding="utf-8")
    outcome = saved(office, lambda tree: tree["people"][0].update(phone="1"))
    assert not outcome.refused
    assert "phone: 1 " in office.text


def test_a_value_with_two_errors_takes_nothing_else_along(office: Office) -> None:
    """What is around a value is another value: it is saved."""

    def change(tree: Any) -> None:
        tree["updated"] = "เมื่อวาน\x07"
        tree["owner"] = "กองช่าง"
        tree["people"][0].update(email="a@\x07", position="ปลัด")

    outcome = saved(office, change)
    assert {path for path, _ in outcome.refused} == {("updated",), ("people", 0, "email")}
    assert "owner: กองช่าง" in office.text
    assert "position: ปลัด\n" in office.text
    assert outcome.draft.mine["updated"] == "เมื่อวาน\x07"  # type: ignore[index,call-overload]


def test_texts_of_a_list_are_refused_together(office: Office) -> None:
    file = office.desk.file(2569, "o15")
    assert file is not None
    texts = ["ก\x07", "ข", "ค\x07"]
    outcome = save(office.desk, SOMSRI, file, Draft({}, {"owner": "กองช่าง", "donts": [*texts]}))
    assert "owner: กองช่าง" in file.path.read_text(encoding="utf-8")
    assert outcome.draft.mine == {"owner": "กองช่าง", "donts": texts}


def test_hidden_characters_are_refused(office: Office) -> None:
    outcome = saved(office, lambda tree: tree.update(summary="ก\x00ข", owner="กองคลัง"))
    assert [(path, f.code.id) for path, f in outcome.refused] == [(("summary",), "OIT109")]
    assert "owner: กองคลัง" in office.text


@pytest.mark.parametrize("content", ["people: [\n", "- ก\n", "a: 1\n---\nb: 2\n", "\ta: b\n"])
def test_a_broken_file_is_not_touched(office: Office, content: str) -> None:
    draft = office.typed(lambda tree: tree.update(summary="ใหม่"))
    keep(office.desk, SOMSRI, office.file, draft)
    office.path.write_text(content, encoding="utf-8")
    outcome = save(office.desk, SOMSRI, office.file, draft)
    assert office.text == content
    assert "เสียอยู่ก่อนแล้ว" in outcome.problems[0].th
    assert open_draft(office.desk, SOMSRI, office.file) == draft


def test_a_file_that_would_be_too_large_is_not_written(office: Office) -> None:
    outcome = saved(office, lambda tree: tree.update(summary="ก" * 400_000))
    assert office.text == PEOPLE
    assert outcome.draft.is_changed
    assert "ใหญ่เกิน" in outcome.problems[0].th


def test_a_value_that_cannot_be_written_stays_a_draft(office: Office) -> None:
    # The blank lines at the end are part of the text before them.
    office.path.write_text("owner: |+\n  ก\n\n\npeople: []\n", encoding="utf-8")
    outcome = saved(office, lambda tree: tree.update(summary="ข", people=[{"name": "ก"}]))
    assert office.text == "owner: |+\n  ก\n\n\npeople:\n  - name: ก\n"
    assert outcome.problems[0].th.startswith("คำอธิบาย: เขียนลงไฟล์โดยไม่กระทบบรรทัดอื่นไม่ได้")
    mine: Any = outcome.draft.mine
    assert mine["summary"] == "ข"
    assert outcome.draft.is_changed


def test_a_new_file_explains_its_fields(office: Office) -> None:
    file = office.desk.file(2569, "o7")
    assert file is not None
    assert not file.digest
    change: Any = {"owner": "กองคลัง", "projects": [{"name": "ถนน", "result": ""}]}
    outcome = save(office.desk, SOMSRI, file, Draft({}, change))
    text = file.path.read_text(encoding="utf-8")
    assert "## O7" in text
    assert text.endswith("\nowner: กองคลัง\nprojects:\n  - name: ถนน\n")
    title = "ผลการดำเนินการรายโครงการ/กิจกรรม"
    assert [each.th for each in outcome.saved] == ["ผู้รับผิดชอบ", f"{title} › รายการที่ 1 (ถนน)"]


def test_no_file_is_made_for_nothing(office: Office) -> None:
    file = office.desk.file(2569, "o7")
    assert file is not None
    save(office.desk, SOMSRI, file, Draft({}, {"owner": "", "projects": [{"name": ""}]}))
    assert not file.path.exists()


def test_a_file_behind_a_link_is_not_written(office: Office, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    elsewhere.write_text(PEOPLE, encoding="utf-8")
    draft = office.typed(lambda tree: tree.update(summary="ใหม่"))
    office.path.unlink()
    office.path.symlink_to(elsewhere)
    assert save(office.desk, SOMSRI, office.file, draft).problems
    assert elsewhere.read_text(encoding="utf-8") == PEOPLE


def test_a_link_that_leads_to_itself_is_told(office: Office) -> None:
    draft = office.typed(lambda tree: tree.update(owner="กองช่าง"))
    file = office.file
    office.path.unlink()
    office.path.symlink_to(office.path.name)
    outcome = save(office.desk, SOMSRI, file, draft)
    assert outcome.problems
    assert outcome.draft == draft


def test_what_was_typed_during_a_save_is_not_lost(office: Office) -> None:
    draft = office.typed(lambda tree: tree["people"][0].update(phone="1"))
    later = office.typed(lambda tree: tree["people"][0].update(phone="12"))
    keep(office.desk, SOMSRI, office.file, later)
    save(office.desk, SOMSRI, office.file, draft)
    assert kept(office.desk, SOMSRI, office.file) == later


def test_blank_rows_in_the_kept_draft_do_not_keep_it(office: Office) -> None:
    draft = office.typed(lambda tree: tree["people"].append({"name": "", "phone": ""}))
    keep(office.desk, SOMSRI, office.file, draft)
    saved(office, lambda _: None)
    assert kept(office.desk, SOMSRI, office.file) is None


class TestTwoOfficers:
    def both(self, office: Office, hers: Edit, his: Edit) -> Outcome:
        """Two officers open the form; he saves first."""
        mine, theirs = office.typed(hers), office.typed(his)
        save(office.desk, SOMCHAI, office.file, theirs)
        keep(office.desk, SOMSRI, office.file, mine)
        return save(office.desk, SOMSRI, office.file, mine)

    def test_different_fields(self, office: Office) -> None:
        outcome = self.both(
            office,
            lambda tree: tree["people"][0].update(phone="1"),
            lambda tree: (tree["people"][0].update(position="นายก"), tree["people"].pop(1)),
        )
        assert not outcome.conflicts
        first, last = office.file.root["people"]
        assert (first["phone"], first["position"]) == ("1", "นายก")
        assert last["name"] == "นางสาม ตัวอย่าง"

    def test_the_same_field(self, office: Office) -> None:
        outcome = self.both(
            office,
            lambda tree: (tree["people"][0].update(phone="1"), tree.update(summary="ใหม่")),
            lambda tree: tree["people"][0].update(phone="2"),
        )
        (conflict,) = outcome.conflicts
        assert conflict.path == ("people", 0, "phone")
        assert (conflict.mine, conflict.theirs, conflict.base) == ("1", "2", "0 4500 0001")
        assert "summary: ใหม่" in office.text
        assert "phone: 2 " in office.text
        # Saving again does not settle it.
        again = save(office.desk, SOMSRI, office.file, outcome.draft)
        assert (again.conflicts, again.draft) == (outcome.conflicts, outcome.draft)
        end = save(office.desk, SOMSRI, office.file, again.draft, {conflict.path: "mine"})
        assert not end.conflicts
        assert "phone: 1 " in office.text
        assert kept(office.desk, SOMSRI, office.file) is None

    def test_theirs_is_taken(self, office: Office) -> None:
        outcome = self.both(
            office, lambda tree: tree.update(owner="ก"), lambda tree: tree.update(owner="ข")
        )
        text = office.text
        end = save(office.desk, SOMSRI, office.file, outcome.draft, {("owner",): "theirs"})
        assert office.text == text
        assert not end.draft.is_changed

    @pytest.mark.parametrize(("choice", "is_there"), [("mine", False), ("theirs", True)])
    def test_an_entry_that_she_removed_and_he_changed(
        self, office: Office, choice: Any, is_there: bool
    ) -> None:
        outcome = self.both(
            office,
            lambda tree: tree["people"].pop(1),
            lambda tree: tree["people"][1].update(phone="2"),
        )
        (conflict,) = outcome.conflicts
        assert (conflict.path, conflict.mine) == (("people", "@1"), None)
        assert len(office.file.root["people"]) == 3
        save(office.desk, SOMSRI, office.file, outcome.draft, {conflict.path: choice})
        assert ("นายสอง ตัวอย่าง" in office.text) is is_there

    @pytest.mark.parametrize(("choice", "is_there"), [("mine", True), ("theirs", False)])
    def test_an_entry_that_she_changed_and_he_removed(
        self, office: Office, choice: Any, is_there: bool
    ) -> None:
        outcome = self.both(
            office,
            lambda tree: tree["people"][1].update(phone="2"),
            lambda tree: tree["people"].pop(1),
        )
        (conflict,) = outcome.conflicts
        assert (conflict.path, conflict.theirs) == (("people", 1), None)
        assert len(office.file.root["people"]) == 2
        again = save(office.desk, SOMSRI, office.file, outcome.draft)
        assert again.conflicts == outcome.conflicts
        save(office.desk, SOMSRI, office.file, again.draft, {conflict.path: choice})
        assert ("    phone: 2\n" in office.text) is is_there

    def test_both_add_and_she_moves(self, office: Office) -> None:
        outcome = self.both(
            office,
            lambda tree: (
                tree["people"].insert(0, tree["people"].pop()),
                tree["people"].append({"name": "เธอ"}),
            ),
            lambda tree: tree["people"].append({"name": "เขา"}),
        )
        assert not outcome.conflicts
        assert [entry["name"].split()[0] for entry in office.file.root["people"]] == [
            "นางสาม",
            "เขา",
            "นายหนึ่ง",
            "นายสอง",
            "เธอ",
        ]

    def test_both_add_the_same(self, office: Office) -> None:
        def add(tree: Any) -> None:
            tree["people"].append({"name": "นายใหม่"})

        self.both(office, add, add)
        assert office.text.count("นายใหม่") == 1


def test_labels_are_in_both_languages(office: Office) -> None:
    outcome = saved(office, lambda tree: tree["people"][2].update(phone="1"))
    assert outcome.saved == (
        Bilingual(
            "ผู้บริหาร › รายการที่ 3 (นางสาม ตัวอย่าง) › โทรศัพท์",
            "people › entry 3 (นางสาม ตัวอย่าง) › phone",
        ),
    )

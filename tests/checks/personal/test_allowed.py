"""Numbers that are published on purpose."""

from pathlib import Path

import pytest

from given import a_folder, places
from oit.checks.personal.allowed import Allowance
from oit.data.load import read_allow_list


def an_allowance(path: Path, text: str) -> Allowance:
    return Allowance(read_allow_list(a_folder(path, {"data/allowed.yml": text})))


def test_without_a_list_nothing_is_allowed(tmp_path: Path) -> None:
    allowance = Allowance(read_allow_list(a_folder(tmp_path, {})))
    assert not allowance.allows("0812345678", ["2569/o07.yml"])
    assert allowance.is_used_up
    assert (allowance.in_full, allowance.findings, allowance.unused()) == (frozenset(), [], [])


@pytest.mark.parametrize(
    "written",
    ["081-234-5678", "0812345678", "๐๘๑ ๒๓๔ ๕๖๗๘", "โทร. 081-234-5678", "+66 81 234 5678"],
)
def test_only_digits_are_compared(tmp_path: Path, written: str) -> None:
    allowance = an_allowance(tmp_path, f"allowed: [{{text: {written}, reason: เบอร์สายด่วน}}]\n")
    assert not allowance.allows("0812345679", ["2569/o07.yml"])
    assert len(allowance.unused()) == 1
    assert allowance.allows("0812345678", ["2569/o07.yml"])
    assert allowance.is_used_up
    assert allowance.in_full == {"0812345678"}
    assert allowance.findings == allowance.unused() == []


def test_a_number_may_be_allowed_in_some_files_only(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path,
        "allowed: [{text: 0812345678, reason: เบอร์สายด่วน, file: files/2569/o02-*.pdf}]\n",
    )
    assert not allowance.allows("0812345678", ["files/2569/o03.pdf"])
    assert allowance.allows("0812345678", ["docs/files/2569/o02-a.pdf", "files/2569/o02-a.pdf"])


def test_a_national_id_is_allowed_by_its_masked_form_in_a_file(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path,
        "allowed: [{text: 1XXXXXXXXXX19, reason: ประกาศตามกฎหมาย, file: files/2569/o12.pdf}]\n",
    )
    assert allowance.findings == []
    assert allowance.in_full == frozenset()
    assert not allowance.allows("1111111111119", ["files/2569/o13.pdf"])
    assert not allowance.allows("1111111111128", ["files/2569/o12.pdf"])
    assert allowance.allows("1111111111119", ["files/2569/o12.pdf"])
    assert allowance.allows("1xxxxxxxxxx19", ["files/2569/o12.pdf"])


def test_a_masked_number_allows_nothing_without_a_file(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path, "allowed:\n  - text: 1xxxxxxxxxx19\n    reason: ประกาศตามกฎหมาย\n"
    )
    assert not allowance.allows("1111111111119", ["files/2569/o12.pdf"])
    assert places(allowance.findings) == [("OIT705", 2, 5)]
    assert allowance.unused() == []


def test_a_national_id_in_full_is_reported_in_masked_form(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path,
        "allowed: [{text: 1-1111-11111-11-9, reason: ก}, {text: 0105551234567, reason: ข}]\n",
    )
    assert places(allowance.findings) == [("OIT705", 1, 12)]
    [finding] = allowance.findings
    assert "1xxxxxxxxxx19" in finding.text()
    assert "11111" not in finding.text()
    assert allowance.allows("1111111111119", ["2569/o07.yml"])


def test_an_entry_needs_its_reason(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path,
        "allowed:\n  - text: 0812345678\n  - {text: 0898765432, reason: เบอร์สายด่วน}\n",
    )
    assert places(allowance.findings) == [("OIT207", 2, 5)]
    assert not allowance.allows("0812345678", ["2569/o07.yml"])
    assert allowance.allows("0898765432", ["2569/o07.yml"])


def test_unused_entries_are_reported_at_their_place(tmp_path: Path) -> None:
    allowance = an_allowance(
        tmp_path,
        "allowed:\n  - {text: 0812345678, reason: ก}\n  - {text: สายด่วน, reason: ข}\n"
        "  - {text: 0898765432, reason: ค}\n",
    )
    allowance.allows("0898765432", ["2569/o07.yml"])
    assert places(allowance.unused()) == [("OIT705", 2, 5), ("OIT705", 3, 5)]
    assert [finding.values["text"] for finding in allowance.unused()] == ["0xxxxxxx78", "สายด่วน"]


def test_a_list_that_cannot_be_read(tmp_path: Path) -> None:
    allowance = an_allowance(tmp_path, "allowed: [\n")
    assert [finding.code.id for finding in allowance.findings] == ["OIT102"]
    assert not allowance.allows("0812345678", ["2569/o07.yml"])

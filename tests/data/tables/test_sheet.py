"""A CSV file taken apart: rows, the lines where they begin, and what cannot be read."""

import os
from pathlib import Path

import pytest

from data.tables.reading import TABLE, reported, written
from oit.data.tables import sheet
from oit.data.tables.sheet import Sheet, read_sheet
from oit.findings.codes import table_row
from oit.findings.finding import Place

LONGEST = 131_072
"""The longest cell that Python's reader takes."""


def read(folder: Path, contents: str | bytes) -> Sheet:
    written(folder, {TABLE: contents})
    return read_sheet(folder / TABLE, folder / "data", TABLE)


@pytest.mark.parametrize(
    ("text", "rows", "lines"),
    [
        ("name,budget\nก,1\nข,2\n", [["name", "budget"], ["ก", "1"], ["ข", "2"]], [1, 2, 3]),
        ("name\nก", [["name"], ["ก"]], [1, 2]),  # without an end of line at the end
        ("name\r\nก\r\n", [["name"], ["ก"]], [1, 2]),
        ('name,place\n"ก, ข","ถนน ""ใหม่"""\n', [["name", "place"], ["ก, ข", 'ถนน "ใหม่"']], [1, 2]),
        ('name\n"ก\nข\nค"\nง\n', [["name"], ["ก\nข\nค"], ["ง"]], [1, 2, 5]),
        ('"na\r\nme"\r\nก\r\n', [["na\r\nme"], ["ก"]], [1, 3]),
        ("\nname\n\n\nก\n\n", [["name"], ["ก"]], [2, 5]),  # empty lines are passed over
        ('\nname\n\n"ก\nข"\n\nค\n', [["name"], ["ก\nข"], ["ค"]], [2, 4, 7]),
        ("name,budget\n,\n", [["name", "budget"], ["", ""]], [1, 2]),
        ("", [], []),
        ("\n\n", [], []),
    ],
)
def test_rows_know_the_line_on_which_they_begin(
    tmp_path: Path, text: str, rows: list[list[str]], lines: list[int]
) -> None:
    found = read(tmp_path, text)
    assert found.findings == []
    assert found.rows == rows
    assert list(found.lines) == lines


def test_a_byte_order_mark_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    assert read(tmp_path, "name\nก\n".encode("utf-8-sig")).rows == [["name"], ["ก"]]


@pytest.mark.parametrize(
    ("contents", "places"),
    [
        ("name\nข,ก\x00\n", [f"{TABLE}:2:4 OIT109"]),
        ("name\nก\tข\n", [f"{TABLE}:2:2 OIT109"]),
        ("name\nก\u202eข\nค\n\x07ก\x07\n", [f"{TABLE}:2:2 OIT109", f"{TABLE}:4:1 OIT109"]),
        # These end a line for Python's ``splitlines``, and hide in an editor.
        ("name\nก\x0cข\n", [f"{TABLE}:2:2 OIT109"]),
        ("name\r\nก\x85\r\nข\u2028ค\r\n", [f"{TABLE}:2:2 OIT109", f"{TABLE}:3:2 OIT109"]),
        ('name\n"ก\nข\x1fค"\n', [f"{TABLE}:3:2 OIT109"]),  # inside a cell of two lines
        ("name\nก,\xa0ข\n", []),  # a special space in a text is only odd
    ],
)
def test_characters_that_cannot_be_seen_are_refused(
    tmp_path: Path, contents: str, places: list[str]
) -> None:
    found = read(tmp_path, contents)
    assert reported(found.findings) == places
    assert not (found.findings and found.rows)


def test_a_file_in_the_old_thai_encoding_is_reported_with_its_words(tmp_path: Path) -> None:
    found = read(tmp_path, "name,budget\nวัสดุ,1\n".encode("cp874"))
    assert reported(found.findings) == [f"{TABLE}:2:1 OIT101"]
    assert "วัสดุ,1" in found.findings[0].message()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('name\nก\n"ข\nค\nง\n', 3),  # never closed: reported where it is opened
        ('name\n"ก"ข\n', 2),
        ('name\n"ก\nข"\n\n"ค"ง\n', 5),
        ("name\nก\n" + "ข" * (LONGEST + 1) + "\n", 3),
        ('name\n"' + "ก" * 1_000_000 + '"\n', 2),
    ],
)
def test_a_row_that_cannot_be_taken_apart_is_reported_where_it_begins(
    tmp_path: Path, text: str, line: int
) -> None:
    found = read(tmp_path, text)
    assert [finding.place for finding in found.findings] == [Place(TABLE, line)]
    assert reported(found.findings) == [f"{TABLE}:{line}:1 OIT603"]
    assert found.rows == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('"ก\n', "a quote is opened but not closed"),
        ('"ก"ข\n', "a closing quote must be followed by a comma or the end of the row"),
        ("ก" * (LONGEST + 1), "a cell is longer than 128 kB"),
    ],
)
def test_the_reason_a_row_cannot_be_parsed_is_given(tmp_path: Path, text: str, reason: str) -> None:
    (finding,) = read(tmp_path, text).findings
    assert finding.message("en") == f"the table cannot be read from this row on: {reason}"
    assert not finding.message("th").isascii()
    assert reason not in finding.message("th")


def test_what_is_not_known_is_stated_as_it_is() -> None:
    assert table_row.explain("line contains NUL") == ("line contains NUL", "line contains NUL")


def test_the_longest_cell_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "name\n" + "ก" * LONGEST).rows[1] == ["ก" * LONGEST]


def test_all_that_is_wrong_is_reported_at_once(tmp_path: Path) -> None:
    found = read(tmp_path, 'name\nก\x00\n"ข\n')
    assert reported(found.findings) == [f"{TABLE}:2:2 OIT109", f"{TABLE}:3:1 OIT603"]


def test_a_file_that_is_far_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MAX_BYTES", 10)
    assert reported(read(tmp_path, "name\nกข\n").findings) == [f"{TABLE}:1:1 OIT106"]
    assert read(tmp_path, "name\nabc\n").findings == []


@pytest.mark.parametrize("target", ["data/2569/other.csv", "internal/secret.csv", "nowhere.csv"])
def test_a_link_is_not_followed(tmp_path: Path, target: str) -> None:
    written(tmp_path, {"data/2569/other.csv": "name\nก\n", "internal/secret.csv": "name\nลับ\n"})
    (tmp_path / TABLE).symlink_to(tmp_path / target)
    found = read_sheet(tmp_path / TABLE, tmp_path / "data", TABLE)
    assert reported(found.findings) == [f"{TABLE}:1:1 OIT107"]


def test_what_is_no_file_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / TABLE).mkdir(parents=True)
    assert reported(read_sheet(tmp_path / TABLE, tmp_path / "data", TABLE).findings) == [
        f"{TABLE}:1:1 OIT107"
    ]


def test_a_pipe_keeps_nobody_waiting(tmp_path: Path) -> None:
    (tmp_path / "data/2569").mkdir(parents=True)
    os.mkfifo(tmp_path / TABLE)
    assert reported(read_sheet(tmp_path / TABLE, tmp_path / "data", TABLE).findings) == [
        f"{TABLE}:1:1 OIT107"
    ]

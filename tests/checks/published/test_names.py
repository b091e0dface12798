"""Names of files that some systems cannot store, or show as something else."""

import unicodedata

import pytest

from oit.checks.published.names import is_long, trouble_with, twins


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        *((name, "is reserved") for name in ("CON", "con.pdf", "PRN.txt", "aux.yml", "nul.tar.gz")),
        *((name, "is reserved") for name in ("COM1.pdf", "lpt9", "COM¹.txt", "CONIN$")),
        *((name, "which Windows drops") for name in ("a.", "a.pdf ", "a.pdf. ", " a.pdf")),
        *((f"a{sign}b.pdf", f"contains {sign}") for sign in ':*?"<>|\\'),
        *((f"a{sign}b.pdf", f"contains {sign}") for sign in "#%"),
        ("a\nb.pdf", "U+000A"),
        ("\x1b[31mred.pdf", "U+001B"),
        ("report\u202efdp.exe", "U+202E"),
        ("a\u200bb.pdf", "U+200B"),
        ("a\u200eb.pdf", "U+200E"),
        ("ก" * 84 + ".pdf", "is too long"),
    ],
)
def test_trouble(name: str, reason: str) -> None:
    found = trouble_with(name)
    assert found
    assert reason in found.en


@pytest.mark.parametrize(
    "name",
    ["o07-report.pdf", "รายงาน ปี 2569 (แก้ไข).pdf", "console.pdf", "com10.txt", "a.b.c", ".gitkeep"],
)
def test_ordinary_names(name: str) -> None:
    assert trouble_with(name) is None


def test_twins() -> None:
    names = [
        *("files/A.pdf", "files/a.PDF", "files/b.pdf", "other/a.pdf"),
        *("files/é.pdf", unicodedata.normalize("NFD", "files/é.pdf")),
        *("files/น้ำ.pdf", "files/น้ํา.pdf"),
    ]
    assert [*twins(names)] == [(names[1], names[0]), (names[5], names[4]), (names[7], names[6])]


def test_a_long_path() -> None:
    assert not is_long("files/2569/a.pdf")
    assert is_long("files/" + "แผนงาน/" * 40 + "a.pdf")

"""A wrong call is explained in the user's language, with a suggestion."""

import click
import pytest

from cli.conftest import Call
from oit.cli.main import oit
from oit.cli.usage import explained

CALLS = [
    (["chek"], 'ไม่มีคำสั่ง chek หมายถึง "check" ใช่หรือไม่', 'no command chek (did you mean "check"?)'),
    (["zzz"], "ไม่มีคำสั่ง zzz ที่มีคือ: desk, check", "no command zzz (known: desk, check"),
    (["checklist", "lnt"], 'หมายถึง "lint"', 'did you mean "lint"?'),
    (["--vrsion"], 'ไม่รู้จัก --vrsion หมายถึง "--version"', "unknown option --vrsion"),
    (["check", "--formt", "x"], 'ไม่รู้จัก --formt หมายถึง "--format"', 'did you mean "--format"?'),
    (["check", "--format", "jsn"], '--format: ไม่มี jsn หมายถึง "json"', "--format: there is no jsn"),
    (["hosting", "ngnix"], 'ไม่มี ngnix หมายถึง "nginx"', 'there is no ngnix (did you mean "nginx"?)'),
    (["check", "--year", "ปีนี้"], "--year ต้องเป็นตัวเลข ไม่ใช่ ปีนี้", "--year must be a number"),
    (["check", "--year", "2026"], "หมายถึง 2569 ใช่หรือไม่", "did you mean 2569?"),
    *(
        ([*words, year], "--year ต้องเป็นปีพุทธศักราช เช่น 2569", "era, such as 2569")
        for words in (["check", "--year"], ["fleet", "run", "--year"])
        for year in ("0", "-1", "9999")
    ),
    (["fleet", "run", "--year", "2026"], "หมายถึง 2569 ใช่หรือไม่", "did you mean 2569?"),
    (["init", ""], "DIR ว่าง ถ้าหมายถึงโฟลเดอร์ปัจจุบันให้เขียน .", "DIR is empty; for the current"),
    (["fleet", "init", " "], "DIR ว่าง", "DIR is empty"),
    (["fleet", "run", "--fleet", ""], "--fleet ว่าง", "--fleet is empty"),
    (
        ["new-year", "๒๐๒๖"],
        "YEAR ต้องเป็นปีพุทธศักราช หมายถึง 2569",
        "YEAR must be a year of",
    ),
    (["check", "--today", "วันนี้"], "อ่านวันที่ไม่ได้: วันนี้", "cannot read the date วันนี้"),
    (["check", "--year"], "--year ต้องมีค่าตามหลัง", "--year requires a value"),
    (["build", "--staff=1"], "--staff ไม่รับค่า", "--staff takes no value"),
    (["new"], "ต้องระบุ ITEM", "ITEM is required"),
    (["import", "budget", "a.csv"], "ต้องระบุ --year", "--year is required"),
    (["check", "O8\nO9"], r"ไม่รู้จัก O8\nO9", r"unexpected: O8\nO9"),
    (["links", "--timeout", "x"], "ต้องเป็นวินาที", "the seconds must be"),
]


@pytest.mark.parametrize(("words", "thai", "english"), CALLS, ids=[" ".join(c[0]) for c in CALLS])
def test_a_wrong_call_is_explained_in_both_languages(
    words: list[str], thai: str, english: str, call: Call
) -> None:
    for lang, expected, wrong in (
        ("th", thai, ": คำสั่งไม่ถูกต้อง: "),
        ("en", english, ": invalid call: "),
    ):
        answer = call("--lang", lang, *words)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("usage: oit")
        assert wrong in answer.err
        assert expected in answer.err


def test_it_names_the_help_of_the_command(call: Call) -> None:
    assert call("check", "--x").err.endswith("\n    → ดูวิธีใช้: oit check --help\n")
    assert call("workbook", "export", "--x", "--lang=en").err.endswith(
        "\n    → for help: oit workbook export --help\n"
    )


def test_a_wrong_value_of_lang_is_explained(call: Call) -> None:
    assert "--lang: ไม่มี de ที่มีคือ: th, en" in call("check", "--lang", "de").err


def test_an_error_without_words_of_ours_is_shown_as_click_says_it() -> None:
    error = click.UsageError("odd", click.Context(oit))
    assert explained(error) == ("odd", "odd")

"""Calls that are wrong are told in the user's language."""

import argparse

import pytest

from oit.cli.usage import Parser

CALLS = [
    (["--year", "ปีนี้", "O7"], "--year ต้องเป็นตัวเลข ไม่ใช่ ปีนี้"),
    (["--format", "xml", "O7"], "--format: ไม่มี xml ที่มีคือ 'text', 'json'"),
    (["--year"], "--year ต้องมีค่าตามหลัง"),
    (["--fresh", "--stale", "O7"], "--stale ใช้พร้อมกับ --fresh ไม่ได้"),
    (["--fresh=1", "O7"], "--fresh ไม่รับค่า 1"),
    (["--f", "O7"], "--f อาจหมายถึง --format, --fresh ให้เขียนเต็ม"),
    ([], "ต้องระบุ item"),
    (["O7", "O8\nO9"], "ไม่รู้จัก O8\nO9"),
]


def parser() -> argparse.ArgumentParser:
    made = Parser(prog="oit")
    made.add_argument("item")
    made.add_argument("--year", type=int)
    made.add_argument("--format", choices=["text", "json"])
    made.add_argument("--lang")
    either = made.add_mutually_exclusive_group()
    either.add_argument("--fresh", action="store_true")
    either.add_argument("--stale", action="store_true")
    return made


def said(call: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as end:
        parser().parse_args(call)
    assert end.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(("call", "told"), CALLS, ids=[told for _, told in CALLS])
def test_a_wrong_call_is_told_in_thai(
    call: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(call, capsys).endswith(f"oit: คำสั่งไม่ถูกต้อง: {told}\n    → ดูวิธีใช้: oit --help\n")


@pytest.mark.parametrize("english", [["--lang", "en"], ["--lang=en"]], ids=" ".join)
@pytest.mark.parametrize("call", [call for call, _ in CALLS], ids=" ".join)
def test_a_wrong_call_is_told_in_english_where_that_is_asked_for(
    call: list[str], english: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = said([*english, *call], capsys)
    assert "oit: the command is not right: " in told
    assert not any(thai in told for _, thai in CALLS)


@pytest.mark.parametrize(
    ("written", "told"),
    [("chek", 'ไม่มีคำสั่ง chek หมายถึง "check" ใช่หรือไม่'), ("zzz", "ไม่มีคำสั่ง zzz ที่มีคือ: check, build")],
)
def test_the_nearest_command_is_named(
    written: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    parser = Parser(prog="oit")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    commands.add_parser("check")
    commands.add_parser("build")
    with pytest.raises(SystemExit):
        parser.parse_args([written])
    assert f"คำสั่งไม่ถูกต้อง: {told}\n" in capsys.readouterr().err


def test_what_has_no_words_of_ours_is_told_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        Parser(prog="oit").error("อ่านวันที่ไม่ได้: พรุ่งนี้")
    assert "คำสั่งไม่ถูกต้อง: อ่านวันที่ไม่ได้: พรุ่งนี้\n" in capsys.readouterr().err


def test_a_call_that_names_nothing_is_that_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["oit", "--lang", "en"])
    with pytest.raises(SystemExit):
        parser().parse_args()
    assert "oit: the command is not right: the following" in capsys.readouterr().err

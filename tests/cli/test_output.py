"""What the commands write, how much and in which colours."""

import sys

import pytest

from cli.conftest import Call
from oit.bilingual import Bilingual
from oit.cli.output import ExitStatus, Output, colour
from small_agency import SmallAgency


@pytest.mark.parametrize(
    ("variables", "at_terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"FORCE_COLOR": "0"}, True, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    variables: dict[str, str], at_terminal: bool, coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: at_terminal)
    assert colour() == coloured


@pytest.fixture
def agency(small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch) -> SmallAgency:
    monkeypatch.chdir(small_agency.folder)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return small_agency


@pytest.mark.usefixtures("agency")
@pytest.mark.parametrize("words", [["-q", "check"], ["check", "-q"], ["check", "--quiet"]])
def test_a_quiet_check_says_nothing_but_ends_as_ever(words: list[str], call: Call) -> None:
    answer = call(*words)
    assert (answer.status, answer.out, answer.err) == (1, "", "")


def test_errors_are_printed_even_if_quiet(agency: SmallAgency, call: Call) -> None:
    agency.add("data/2569/o01.yml", "phoen: 1\n")
    answer = call("check", "-q")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("data/2569/o01.yml:5:1: OIT205 ")
    assert call("chek", "-q").err


@pytest.mark.usefixtures("agency")
def test_data_that_was_asked_for_is_written_even_if_quiet(call: Call) -> None:
    for words in (["check", "--format", "json"], ["explain", "OIT201"], ["hosting", "nginx"]):
        quiet, loud = call(*words, "-q"), call(*words)
        assert (quiet.out, quiet.err) == (loud.out, "")
        assert quiet.out


def test_a_quiet_score_and_workbook_say_nothing(agency: SmallAgency, call: Call) -> None:
    assert call("score", "-q").out == ""
    assert call("score", "-q", "--format", "json").out
    answer = call("workbook", "export", "--out", agency.folder / "out", "-q")
    assert (answer.status, answer.out) == (0, "")
    assert list((agency.folder / "out").iterdir())


def test_progress_is_shown_at_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for at_terminal, quiet, shown in (
        (True, False, True),
        (False, False, False),
        (True, True, False),
    ):
        monkeypatch.setattr(sys.stderr, "isatty", lambda at_terminal=at_terminal: at_terminal)
        with Output("en", quiet).progress(Bilingual("กำลังอ่าน", "reading"), 1000) as step:
            for _ in range(1000):
                step()
        out, err = capsys.readouterr()
        assert out == ""
        assert ("reading" in err and "100%" in err) == shown
        assert bool(err) == shown


def test_words_of_another_program_are_passed_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert Output("th").refuse("odd") is ExitStatus.UNUSABLE
    assert capsys.readouterr().err == "odd\n"

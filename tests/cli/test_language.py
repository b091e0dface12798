"""Which language the command line speaks."""

import pytest

from oit.cli.language import language_of


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ([], "th"),
        (["check"], "th"),
        (["check", "--lang", "en"], "en"),
        (["--lang=en", "check"], "en"),
        (["--lang", "en", "check", "--lang", "th"], "th"),
        (["check", "--lang"], "th"),
        (["check", "--", "--lang", "en"], "th"),
    ],
)
def test_an_option_anywhere_on_the_line_says_it(words: list[str], language: str) -> None:
    assert language_of(words) == language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "en"}, "en"),
        ({"LANG": "th_TH.UTF-8"}, "th"),
        ({"LANG": "C.UTF-8"}, "th"),
        ({"LANG": "POSIX"}, "th"),
        ({"LANG": "de_DE.UTF-8"}, "th"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "th_TH"}, "th"),
        ({"LANG": "th_TH.UTF-8", "LC_MESSAGES": "th_TH", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US.UTF-8", "OIT_LANG": "th"}, "th"),
        ({"LANG": "th_TH.UTF-8", "OIT_LANG": "EN"}, "en"),
        ({"LANG": "en_US.UTF-8", "OIT_LANG": "de"}, "en"),
    ],
)
def test_else_the_environment_does(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of(["check"]) == language
    assert language_of(["check", "--lang", "th"]) == "th"

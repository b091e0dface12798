"""``oit completion``, and what shells then ask."""

import shutil

import pytest

import commands
from cli.conftest import Call


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_a_script_for_the_shell_is_printed(shell: str, call: Call) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("no bash")
    answer = call("completion", shell)
    assert answer.status == 0
    assert "_OIT_COMPLETE" in answer.out


def completed(*words: str) -> list[str]:
    """Return what bash is offered in the place of the last word."""
    line = " ".join(["oit", *words])
    done = commands.oit(_OIT_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words)))
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


def test_commands_options_and_choices_are_completed() -> None:
    assert completed("ch") == ["check", "checklist"]
    assert completed("checklist", "l") == ["lint"]
    assert completed("check", "--f") == ["--format"]
    assert completed("check", "--format", "j") == ["json", "junit"]


def test_fish_gets_what_a_command_does() -> None:
    done = commands.oit(_OIT_COMPLETE="fish_complete", COMP_WORDS="oit bu", COMP_CWORD="bu")
    assert done.stdout.splitlines()[0].startswith("plain")
    assert "สร้างเว็บไซต์" in done.stdout

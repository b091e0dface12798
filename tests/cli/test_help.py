"""The help of every command, in both languages."""

import re
from collections.abc import Iterator

import click
import pytest

import commands
from cli.conftest import Call
from oit import __version__
from oit.cli.command import Command, Group
from oit.cli.main import oit

THAI = re.compile("[ก-๙]")


def every(group: Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command and group below a group, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield (*path, name), command
        if isinstance(command, Group):
            yield from every(command, *path, name)


COMMANDS = dict(every(oit))


def test_every_command_says_what_it_does_how_and_how_it_ends(call: Call) -> None:
    for words, command in COMMANDS.items():
        thai, english = call(*words, "--help"), call(*words, "-h", "--lang", "en")
        assert (thai.status, thai.err, english.status) == (0, "", 0), words
        assert thai.out.startswith(f"usage: oit {' '.join(words)}"), words
        assert THAI.search(thai.out), words
        if isinstance(command, Command):
            assert "ตัวอย่าง:\n  oit " in thai.out, words
            assert "Example:\n  oit " in english.out, words
            assert re.search(r"Exit status:\n  0 +\S", english.out), words
            assert "\n  2   " in english.out, words
            assert "\n  70  " in english.out, words


def test_no_english_help_is_in_thai_but_for_names(call: Call) -> None:
    # The titles of kinds of agency, and owners in examples, are Thai in any language.
    for words in COMMANDS:
        lines = call(*words, "--help", "--lang", "en").out.splitlines()
        thai = [line for line in lines if THAI.search(line)]
        assert all("kind of agency:" in line or "  oit " in line for line in thai), words


def test_every_parameter_is_explained_in_both_languages() -> None:
    for words, command in COMMANDS.items():
        for parameter in command.params:
            about = parameter.about  # type: ignore[attr-defined]
            assert about.th, words
            assert about.en, words


def test_an_example_calls_its_command_with_options_that_it_has() -> None:
    for words, command in COMMANDS.items():
        if isinstance(command, Command):
            assert command.example.startswith(f"oit {' '.join(words)}")
            known = {name for parameter in command.params for name in parameter.opts}
            assert set(re.findall(r"(?<=\s)--[a-z-]+", command.example)) <= known


def test_the_table_lists_commands_by_purpose(call: Call) -> None:
    answer = call("--help", "--lang", "en")
    titles = re.findall(r"^(\S.*):$", answer.out, re.MULTILINE)
    sections = ["Every day", "Once a year", "Publishing", "Many agencies", "For programs"]
    assert titles == [*sections, "Options"]
    thai = call("-h")
    assert re.findall(r"^(\S.*):$", thai.out, re.MULTILINE)[0] == "ทุกวัน"
    assert all(f"\n  {words[0]} " in thai.out for words in COMMANDS)


@pytest.mark.parametrize("words", [[], ["checklist"], ["--lang", "en"], ["-q"]])
def test_a_call_without_a_command_shows_which_there_are(words: list[str], call: Call) -> None:
    answer, help_ = call(*words), call(*words, "--help")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(help_.out)


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(option: str, call: Call) -> None:
    assert call(option).out == f"oit {__version__}\n"


@pytest.mark.parametrize("words", [["--version"], ["--help"], []])
def test_a_call_that_runs_no_command_imports_none(words: list[str]) -> None:
    code = (
        f"import sys; from oit.cli.main import main; main({words}); "
        "heavy = {'pydantic', 'yaml', 'jinja2', 'mkdocs', 'argparse', 'oit.findings.finding'}; "
        "print(heavy & set(sys.modules), file=sys.stderr); "
        "print([n for n in sys.modules if n.startswith('oit.cli.commands')], file=sys.stderr)"
    )
    done = commands.script(code)
    assert done.stderr.splitlines()[-2:] == ["set()", "[]"]


def test_a_build_leaves_loading_to_the_process_that_makes_the_site() -> None:
    done = commands.script(
        "import sys; import oit.cli.commands.build; "
        "heavy = {'pydantic', 'yaml', 'jinja2', 'mkdocs', 'oit.assess', 'oit.views.pages.site'}; "
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    assert done.stderr.splitlines()[-1] == "set()"

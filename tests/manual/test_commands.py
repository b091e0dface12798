"""Every command of every guide works, in the order of its page."""

import re
from pathlib import Path

import pytest

from commands import ROOT
from manual.calls import calls, faults
from manual.generated import GENERATED
from manual.guides import PAGES, blocks, inline, named
from manual.runner import Reader, unix

EXCUSED = 3
"""How many blocks cannot be run here: one more must be a decision."""

TEXTS = {named(page): page.read_text(encoding="utf-8") for page in PAGES}
WITH_COMMANDS = [
    name for name, text in TEXTS.items() if any(b.language == "sh" for b in blocks(text))
]


@unix
@pytest.mark.parametrize("page", WITH_COMMANDS)
def test_a_reader_who_follows_a_page_gets_what_it_shows(
    page: str, tmp_path: Path, given: Path
) -> None:
    reader = Reader(tmp_path, given)
    for block in blocks(TEXTS[page]):
        reader.follow(block)


def test_a_block_that_a_test_elsewhere_runs_is_run_in_the_same_words() -> None:
    for page in WITH_COMMANDS:
        for block in blocks(TEXTS[page]):
            if test := block.directives.get("elsewhere"):
                beside = (ROOT / test).parent.glob("*.py")
                runs = "".join(path.read_text(encoding="utf-8") for path in beside)
                reads_the_page = f'"{Path(page).name}"' in runs or f'"{page}"' in runs
                same_words = all(line.strip() in runs for line in block.lines)
                assert reads_the_page or same_words, (page, block.line)
                assert (ROOT / test).is_file(), (page, block.line)


def test_every_directive_is_known() -> None:
    known = {"exit", "in", "serve", "given", "the", "elsewhere", "not", "gives"}
    used = {word for text in TEXTS.values() for block in blocks(text) for word in block.directives}
    assert used <= known


def test_few_blocks_are_not_run_and_each_gives_a_reason() -> None:
    excuses = [
        f"{page}:{block.line}: {block.directives['not']}"
        for page in WITH_COMMANDS
        for block in blocks(TEXTS[page])
        if "not" in block.directives
    ]
    print("\n".join(excuses))
    assert all(excuse.partition(": ")[2] for excuse in excuses)
    assert len(excuses) <= EXCUSED, "\n".join(excuses)


def test_guides_name_only_existing_commands_and_options() -> None:
    found = {
        (page, fault)
        for page, text in (TEXTS | GENERATED).items()
        for words in calls(text)
        for fault in faults(words)
    }
    assert found == set()


def test_the_guides_run_the_commands_in_the_readme_of_a_new_repository() -> None:
    typed = {_command(line) for text in TEXTS.values() for b in blocks(text) for line in b.lines}
    own = inline(TEXTS["hooks/oit/start/files/README.md"])
    assert {_command(code) for code in own if code.startswith(("oit ", "mkdocs "))} <= typed


def _command(line: str) -> str:
    return " ".join(line.split()[:2])


def test_guides_name_only_existing_targets_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named_in_guides = {
        word
        for text in TEXTS.values()
        for code in inline(text)
        if code.startswith("make ")
        for word in code.split()[1:]
        if word.isalpha() and word.islower()
    }
    assert named_in_guides <= targets

"""How guides are parsed."""

from textwrap import dedent

import pytest

from manual.calls import calls, faults
from manual.guides import Block, blocks, inline
from manual.runner import DifferentError, changed

PAGE = """\
# Guide

Call `oit check` or `oit build [--out DIR]`.

<!-- run: in mytown -->
<!-- run: exit 1 -->
```sh
oit check
```

```yaml title="data/agency.yml"
name: `not inline`
```

1. In a list:

    <!-- run: not, a click -->
    ```sh
    git push
      two spaces more
    ```
"""


def test_blocks_have_a_language_a_title_and_directives() -> None:
    assert list(blocks(PAGE)) == [
        Block(7, "sh", "", {"in": "mytown", "exit": "1"}, ["oit check"]),
        Block(11, "yaml", "data/agency.yml", {}, ["name: `not inline`"]),
        Block(18, "sh", "", {"not": "a click"}, ["git push", "  two spaces more"]),
    ]


def test_a_comment_followed_by_text_is_no_directive() -> None:
    (block,) = blocks("<!-- run: exit 1 -->\nWords.\n```sh\ntrue\n```\n")
    assert block.directives == {}


def test_inline_code_does_not_include_blocks() -> None:
    assert list(inline(PAGE)) == ["oit check", "oit build [--out DIR]"]


def test_calls_come_from_inline_code_and_from_blocks() -> None:
    assert list(calls(PAGE)) == [["check"], ["build", "--out", "DIR"], ["check"]]


@pytest.mark.parametrize(
    "call",
    [
        "check --item O7",
        "check --format text|json",
        "import procurement|budget",
        "workbook import FILE…",
        "score --what-if O2=100,O7=100",
        "build --staff",
        "explain",
        "check || test $? -eq 1",
    ],
)
def test_a_call_that_the_parser_knows_has_no_fault(call: str) -> None:
    (words,) = calls(f"`oit {call}`")
    assert list(faults(words)) == []


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        ("chek", "oit: chek"),
        ("check --items O7", "oit check: --items"),
        ("check --format text|xml", "oit check: xml"),
        ("check --format=xml", "oit check: xml"),
        ("workbook send", "oit workbook: send"),
        ("build --staff --lock", "oit build: --lock"),
    ],
)
def test_what_the_parser_does_not_know_is_reported(call: str, fault: str) -> None:
    (words,) = calls(f"`oit {call}`")
    assert list(faults(words)) == [fault]


def change(*lines: str) -> Block:
    return Block(1, "diff", "list.yml", {}, list(lines))


def test_a_change_removes_and_adds_lines() -> None:
    old = "items:\n  - one\n  - two\n"
    changes = change(" items:", "-  - one", "+  - 1", "+  - 1½", "   - two")
    assert changed(old, changes) == "items:\n  - 1\n  - 1½\n  - two\n"


@pytest.mark.parametrize("lines", [["-  - three"], ["-  - on"], ["-  - two"]])
def test_a_change_that_fits_nowhere_or_twice_is_refused(lines: list[str]) -> None:
    old = dedent("""\
        items:
          - one
          - two
          - two
        """)
    with pytest.raises(DifferentError, match="not once in list"):
        changed(old, change(*lines))

"""The guides, read as their readers do: blocks to type, and commands named in passing.

A block of ``sh`` is run as it stands. A comment right before a block says what else there is to
know of it; several may stand one above the other:

    <!-- run: exit 1 -->            the exit status that is right, where it is not 0
    <!-- run: in mytown -->         the folder, in the page's scratch folder
    <!-- run: serve http://… -->    it serves: an answer is waited for (on a port that is free)
    <!-- run: given mytown -->      what conftest.py has by that name is put into the folder
    <!-- run: the program -->       so is the program, to be changed as the page says
    <!-- run: elsewhere FILE -->    that test runs it, and names the page or says the same
    <!-- run: not, REASON -->       nobody can run it here
    <!-- gives -->                  a block of text: what the command before it says

A block with a ``title`` is a file of that name; one in the language ``diff`` is a change to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from commands import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "README.th.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "hooks/oit/start/files/README.md",
    *sorted(p for p in (ROOT / "manual").rglob("*.md") if "examples" not in p.parts),
]
"""Every guide there is."""

_FENCE = re.compile(r"(?P<indent> *)```(?P<language>[a-z]*)(?P<more>[^`]*)")
_TITLE = re.compile(r'title="([^"]+)"')
_DIRECTIVE = re.compile(r" *<!-- (?P<words>(?:run: |gives).*?) *-->")
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass
class Block:
    """A fenced block, and what the comments before it say."""

    line: int
    language: str
    title: str = ""
    directives: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What stands in it."""
        return "".join(f"{line}\n" for line in self.lines)


def blocks(text: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    directives: dict[str, str] = {}
    block, indent = None, 0
    for number, line in enumerate(text.splitlines(), 1):
        fence = _FENCE.fullmatch(line)
        if block and line.strip() == "```":
            yield block
            block = None
        elif block:
            block.lines.append(line[indent:] if line[:indent].isspace() else line)
        elif fence:
            indent, title = len(fence["indent"]), _TITLE.search(fence["more"])
            block = Block(number, fence["language"], title[1] if title else "", directives)
            directives = {}
        elif directive := _DIRECTIVE.fullmatch(line):
            word, _, rest = directive["words"].removeprefix("run: ").partition(" ")
            directives[word.rstrip(",")] = rest
        else:
            directives = {}


def inline(text: str) -> Iterator[str]:
    """Yield the code that a page names in its sentences."""
    outside = "\n".join(line for line, is_code in _marked(text) if not is_code)
    # A pipe inside a table's cell is written with a backslash.
    yield from (code.replace("\\|", "|") for code in _INLINE.findall(outside))


def _marked(text: str) -> Iterator[tuple[str, bool]]:
    """Yield every line, and whether it is of a block."""
    is_code = False
    for line in text.splitlines():
        is_fence = line.lstrip().startswith("```")
        yield line, is_code or is_fence
        is_code ^= is_fence


def named(page: Path) -> str:
    """Return a page's name for the reader of a test's result."""
    return page.relative_to(ROOT).as_posix()

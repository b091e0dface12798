"""The guides as their readers see them: blocks to type, and commands named in passing.

A block of ``sh`` is run unchanged. Comments on the lines right before a block are directives:

    <!-- run: exit 1 -->            the expected exit status, if it is not 0
    <!-- run: in mytown -->         the working directory, in the page's scratch folder
    <!-- run: serve http://… -->    a server: wait for an answer (on a free port)
    <!-- run: given mytown -->      first copy the folder of that name in conftest.py
    <!-- run: the program -->       first copy the program, which the page changes
    <!-- run: elsewhere FILE -->    that test runs it, and names the page or repeats the block
    <!-- run: not, REASON -->       it cannot be run here
    <!-- gives -->                  a block of text: lines of the last command's output

A block with a ``title`` is a file of that name; a block in the language ``diff`` changes that file.
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
"""Every hand-written guide."""

_FENCE = re.compile(r"(?P<indent> *)```(?P<language>[a-z]*)(?P<more>[^`]*)")
_TITLE = re.compile(r'title="([^"]+)"')
_DIRECTIVE = re.compile(r" *<!-- (?P<words>(?:run: |gives).*?) *-->")
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass
class Block:
    """A fenced block, with its directives."""

    line: int
    language: str
    title: str = ""
    directives: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The block's text."""
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
    """Yield the inline code of a page."""
    outside = "\n".join(line for line, is_code in _marked(text) if not is_code)
    # A pipe inside a table's cell is written with a backslash.
    yield from (code.replace("\\|", "|") for code in _INLINE.findall(outside))


def _marked(text: str) -> Iterator[tuple[str, bool]]:
    """Yield every line, and whether it belongs to a block."""
    is_code = False
    for line in text.splitlines():
        is_fence = line.lstrip().startswith("```")
        yield line, is_code or is_fence
        is_code ^= is_fence


def named(page: Path) -> str:
    """Return a page's path in the project, for test results."""
    return page.relative_to(ROOT).as_posix()

"""The documentation of a code, parsed from the docstring of the module that defines it.

The first line is ``OIT201 · title in Thai · title in English``; the sections after it are
``ไทย``, ``English`` and the examples, ``fails <path>`` and ``passes <path>``.
"""

import pkgutil
import re
from collections.abc import Iterable
from importlib import import_module
from textwrap import dedent
from types import ModuleType
from typing import NamedTuple

from oit.bilingual import Language
from oit.findings.finding import Code

_SECTION = re.compile(r"^(\S[^\n]*)\n((?:[ ]{4}[^\n]*\n?|\n)*)", re.MULTILINE)


class Example(NamedTuple):
    """A file that has the fault, or one that does not."""

    fails: bool
    path: str
    text: str


class Explanation(NamedTuple):
    """The documentation of a code."""

    code: Code
    title_th: str
    title_en: str
    thai: str
    english: str
    examples: list[Example]


def codes_in(packages: Iterable[ModuleType]) -> dict[str, Code]:
    """Return the codes that the modules of some packages define, sorted by id."""
    found: dict[str, Code] = {}
    for package in packages:
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, Code):
                    # The codes of a module may share an id; they share the documentation too.
                    found.setdefault(value.id, value)
    return dict(sorted(found.items()))


def explain(code: Code) -> Explanation:
    """Parse the documentation of a code."""
    head, _, body = code.doc.partition("\n")
    _, title_th, title_en = head.split(" · ")
    texts = {"ไทย": "", "English": ""}
    examples = []
    for heading, block in _SECTION.findall(body):
        kind, _, path = heading.partition(" ")
        text = dedent(block).strip("\n") + "\n"
        if kind in texts:
            texts[kind] = text
        else:
            examples.append(Example(kind == "fails", path, text))
    return Explanation(code, title_th, title_en, texts["ไทย"], texts["English"], examples)


def title(code: Code, language: Language) -> str:
    """Return the title of a code."""
    explanation = explain(code)
    return explanation.title_th if language == "th" else explanation.title_en

"""The command ``oit explain``: what a code means, as the module that defines it says."""

import pkgutil
import re
from functools import cache
from importlib import import_module
from textwrap import dedent
from typing import NamedTuple

import oit.checks.ita
import oit.checks.procurement
import oit.checks.rules
import oit.findings.codes
from oit.bilingual import Bilingual, Language
from oit.cli.command import argument, command
from oit.cli.output import ExitStatus, Output
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.finding import Code, Severity

_CODES = Bilingual("รหัสที่มี", "known codes")

_SEVERITIES = {
    Severity.ERROR: (
        "ข้อมูลผิด เว็บไซต์จะไม่ถูกสร้างจนกว่าจะแก้",
        "error: the site is not built until it is mended",
    ),
    Severity.GAP: ("ขาดองค์ประกอบ เว็บไซต์แสดงว่ายังขาด", "gap: the site shows that it is missing"),
    Severity.WARNING: ("คำเตือน", "warning"),
}
_HEADING = re.compile(r"^(\S[^\n]*)\n((?:[ ]{4}[^\n]*\n?|\n)*)", re.MULTILINE)


@command(
    "explain",
    Bilingual(
        "อธิบายรหัสของข้อความ พร้อมตัวอย่างที่ผิดและที่ถูก",
        "Explain the code of a message, with examples that fail and pass.",
    ),
    example="oit explain OIT201",
    statuses={
        ExitStatus.OK: Bilingual("อธิบายแล้ว", "explained"),
        ExitStatus.UNUSABLE: Bilingual("ไม่มีรหัสนี้", "there is no such code"),
    },
)
@argument("code", metavar="CODE", about=Bilingual("เช่น OIT201", "such as OIT201"))
def run(output: Output, *, code: str) -> ExitStatus:
    """Print the documentation of a code."""
    found = catalogue().get(code.upper())
    if found is None:
        near = did_you_mean(code, catalogue(), _CODES)
        return output.refuse(
            Bilingual(f"ไม่มีรหัส {code}{near.th}", f"there is no code {code}{near.en}")
        )
    output.write(as_text(found, output.language))
    return ExitStatus.OK


class Example(NamedTuple):
    """A file that provokes the code, or one that does not."""

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


@cache
def catalogue() -> dict[str, Code]:
    """Return every code there is, by its id."""
    found: dict[str, Code] = {}
    for package in (oit.findings.codes, oit.checks.rules, oit.checks.ita, oit.checks.procurement):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, Code):
                    # A module may word its code in several ways, with one documentation.
                    found.setdefault(value.id, value)
    return dict(sorted(found.items()))


def explain(code: Code) -> Explanation:
    """Read the documentation of a code."""
    head, _, body = code.doc.partition("\n")
    _, title_th, title_en = head.split(" · ")
    texts = {"ไทย": "", "English": ""}
    examples = []
    for heading, block in _HEADING.findall(body):
        kind, _, path = heading.partition(" ")
        text = dedent(block).strip("\n") + "\n"
        if kind in texts:
            texts[kind] = text
        else:
            examples.append(Example(kind == "fails", path, text))
    return Explanation(code, title_th, title_en, texts["ไทย"], texts["English"], examples)


def title(code: Code, language: Language) -> str:
    """Return the short name of a code."""
    explanation = explain(code)
    return explanation.title_th if language == "th" else explanation.title_en


def page_address(code: Code) -> str:
    """Return the path of the manual's page of a code in the project."""
    return f"manual/codes/{code.id}.md"


def as_text(code: Code, language: Language) -> str:
    """Write the documentation for a terminal."""
    explanation = explain(code)
    thai = language == "th"
    lines = [
        f"{code.id} {title(code, language)}",
        _SEVERITIES[code.severity][not thai],
        "",
        explanation.thai if thai else explanation.english,
    ]
    for example in explanation.examples:
        lines += [_example_title(example, thai=thai), *_indented(example.text), ""]
    return "\n".join(lines).rstrip() + "\n"


def as_page(code: Code) -> str:
    """Write the documentation as the manual's page, in both languages."""
    explanation = explain(code)
    severity_th, severity_en = _SEVERITIES[code.severity]
    lines = [
        f"# {code.id} {explanation.title_th} · {explanation.title_en} {{#{code.id.lower()}}}",
        "",
        f"*{severity_th}*",
        "",
        _markdown(explanation.thai),
        f"*{severity_en}*",
        "",
        _markdown(explanation.english),
    ]
    for example in explanation.examples:
        head = f"{_example_title(example, thai=True)} · {_example_title(example, thai=False)}"
        lines += [head, "", "```yaml", example.text.rstrip("\n"), "```", ""]
    return "\n".join(lines).rstrip() + "\n"


def _example_title(example: Example, *, thai: bool) -> str:
    if thai:
        return f"{'แบบที่ผิด' if example.fails else 'แบบที่ถูก'} ({example.path})"
    return f"{'Fails' if example.fails else 'Passes'} ({example.path})"


def _markdown(text: str) -> str:
    # ``<year>`` would be taken for a tag and not be seen.
    return text.replace("<", "&lt;")


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]

"""The command ``oit explain``: what a code means, as the module that defines it says."""

from functools import cache

import oit.checks.filled
import oit.checks.ita
import oit.checks.possible
import oit.checks.procurement
import oit.checks.review
import oit.checks.rules
import oit.findings.codes
from oit.bilingual import Bilingual, Language
from oit.cli.command import argument, command
from oit.cli.output import ExitStatus, Output
from oit.findings.codes.unknown_field import did_you_mean
from oit.findings.documentation import Example, codes_in, explain, title
from oit.findings.finding import Code, Severity

_CODES = Bilingual("รหัสที่มี", "known codes")

_SEVERITIES = {
    Severity.ERROR: (
        "ข้อมูลผิด เว็บไซต์จะไม่ถูกสร้างจนกว่าจะแก้",
        "error: the site is not built until it is fixed",
    ),
    Severity.GAP: ("ขาดองค์ประกอบ เว็บไซต์แสดงว่ายังขาด", "gap: the site shows that it is missing"),
    Severity.WARNING: ("คำเตือน", "warning"),
    Severity.FAULT: (
        "สิ่งที่เผยแพร่ผิด คำสั่งจบด้วยสถานะ 1",
        "fault: something published is wrong; the exit status is 1",
    ),
}


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


@cache
def catalogue() -> dict[str, Code]:
    """Return every code, by its id."""
    return codes_in(
        (
            oit.findings.codes,
            oit.checks.rules,
            oit.checks.filled,
            oit.checks.ita,
            oit.checks.possible,
            oit.checks.procurement,
            oit.checks.review,
        )
    )


def as_text(code: Code, language: Language) -> str:
    """Render the documentation for a terminal."""
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
    """Render the documentation as a page of the manual, in both languages."""
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
    # Markdown would treat ``<year>`` as a tag and hide it.
    return text.replace("<", "&lt;")


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.splitlines()]

"""What ``oit init`` must know of an agency: asked for, and understood however people say it."""

import argparse
import re
import sys
from collections.abc import Iterator

from oit.assess.examine import today
from oit.bilingual import Bilingual, Language
from oit.cli.commands.start_options import KNOWN_AS
from oit.cli.output import tell
from oit.data.paths import year_faults
from oit.data.template import agency_file
from oit.findings.codes.unknown_field import did_you_mean
from oit.forms.agency import KINDS, Agency
from oit.forms.reading import read_form
from oit.source import SourceFile, parse
from oit.spreadsheets.sheet import shown
from oit.thai import calendar, writing

ALIASES = {
    "เทศบาลนคร": "municipality",
    "เทศบาลเมือง": "municipality",
    "เทศบาลตำบล": "municipality",
    "อบต.": "subdistrict",
    "อบต": "subdistrict",
    "อบจ.": "provincial",
    "อบจ": "provincial",
    "โรงเรียน": "school",
    "วิทยาลัย": "college",
    "มหาวิทยาลัย": "university",
}
"""What people call the kinds of agency, beside their names, titles and numbers."""

_NUMBERED = list(enumerate(KINDS, 1))
_QUESTIONS = {
    "name": Bilingual("ชื่อหน่วยงาน", "name of the agency"),
    "kind": Bilingual(
        "\n".join(
            ["ประเภทหน่วยงาน", *(f"{n:>4} {KNOWN_AS[kind]}" for n, kind in _NUMBERED), "เลขหรือคำ"]
        ),
        "\n".join(
            ["kind of agency", *(f"{n:>4} {kind}" for n, kind in _NUMBERED), "number or word"]
        ),
    ),
    "province": Bilingual("จังหวัด", "province"),
    "year": Bilingual("ปีงบประมาณ", "fiscal year"),
}
_NEEDED = Bilingual("ต้องตอบข้อนี้", "an answer is needed")
_KNOWN_KINDS = Bilingual("ประเภทที่มี", "known kinds")


def answers(options: argparse.Namespace) -> tuple[dict[str, str], list[str]]:
    """Return the options, asked for at a terminal where they are not given, and those lacking."""
    given, lacking = {}, []
    for name in _QUESTIONS:
        said = getattr(options, name)
        if said is None and sys.stdin.isatty():
            said = _asked(name, options.lang)
        if text := _understood(name, said or ""):
            given[name] = text
        else:
            lacking.append(name)
    return given, lacking


def faults(name: str, text: str) -> Iterator[Bilingual]:
    """Tell what is wrong with an answer."""
    if name == "year" and not re.fullmatch("[0-9]{1,9}", text):
        yield Bilingual(f"--year ต้องเป็นปี เช่น 2569 ไม่ใช่ {shown(text)}", "--year must be a year")
    elif name == "year":
        yield from year_faults(int(text))
    elif name == "kind" and text not in KINDS:
        near = did_you_mean(text, KINDS, _KNOWN_KINDS)
        yield Bilingual(
            f"ไม่รู้จักประเภทหน่วยงาน {shown(text)}{near.th}", f"unknown kind {shown(text)}{near.en}"
        )
    else:
        # What cannot be read back, such as characters that turn others round, is not written.
        file = agency_file({"name": "ก", "kind": "other", "year": "2569", name: text})
        document = parse(file.encode(errors="surrogatepass"), SourceFile("agency.yml"))
        for finding in document.findings + read_form(Agency, document).findings:
            yield Bilingual(finding.message("th"), finding.message("en"))


def kind_of(said: str) -> str:
    """Return the name of a kind of agency, however it is called; as said where none is meant."""
    by_title = {title: kind for kind, title in KINDS.items()}
    by_number = {str(number): kind for number, kind in _NUMBERED}
    known = by_title | by_number | ALIASES
    return known.get(writing.arabic(said), said.lower().replace("-", "_"))


def _asked(name: str, say: Language) -> str:
    """Ask until the answer is right; return nothing where nobody answers any more."""
    usual = str(calendar.fiscal_year(today())) if name == "year" else ""
    question = _QUESTIONS[name].text(say) + (f" [{usual}]" if usual else "")
    while True:
        sys.stdout.write(f"{question}: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            return ""
        text = _understood(name, line) or usual
        wrong = list(faults(name, text)) if text else [_NEEDED]
        if not wrong:
            return text
        tell(wrong, say)


def _understood(name: str, said: str) -> str:
    text = said.strip()
    if name == "year":
        return writing.arabic(text)
    return kind_of(text) if name == "kind" else text

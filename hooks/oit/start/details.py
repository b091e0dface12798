"""What ``oit init`` must know of an agency, however people write it."""

import re
from collections.abc import Iterator

from oit.bilingual import Bilingual
from oit.data.paths import year_faults
from oit.data.template import agency_file
from oit.findings.codes.unknown_field import did_you_mean
from oit.forms.agency import KINDS, Agency, known_kind
from oit.forms.reading import read_form
from oit.source import SourceFile, parse
from oit.spreadsheets.sheet import shown
from oit.thai import writing

KIND_TITLES = KINDS | {
    "municipality": "เทศบาล (นคร เมือง ตำบล)",
    "subdistrict": "องค์การบริหารส่วนตำบล (อบต.)",
    "provincial": "องค์การบริหารส่วนจังหวัด (อบจ.)",
}
"""The kinds of agency by titles that nobody confuses: a เทศบาลตำบล is not a subdistrict's."""

_KNOWN_KINDS = Bilingual("ประเภทที่มี", "known kinds")


def understood(name: str, text: str) -> str:
    """Return the value that the text of a detail means."""
    text = text.strip()
    if name == "year":
        return writing.arabic(text)
    return kind_of(text) if name == "kind" else text


def kind_of(text: str) -> str:
    """Return the name of a kind of agency, however it is written; unchanged if it is unknown."""
    by_number = {str(number): kind for number, kind in enumerate(KINDS, 1)}
    return by_number.get(writing.arabic(text)) or known_kind(text) or text


def faults(name: str, text: str) -> Iterator[Bilingual]:
    """Yield what is wrong with the value of a detail."""
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
        # Some characters, such as those that reverse others, cannot be read back from a file.
        file = agency_file({"name": "ก", "kind": "other", "year": "2569", name: text})
        document = parse(file.encode(errors="surrogatepass"), SourceFile("agency.yml"))
        for finding in document.findings + read_form(Agency, document).findings:
            yield finding.words

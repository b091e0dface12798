"""The documentation of the codes: whole, in both languages, and true."""

import pkgutil
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path

import pytest
from markdown import markdown

import oit.checks.filled
import oit.checks.ita
import oit.checks.possible
import oit.checks.procurement
import oit.checks.review
import oit.checks.rules
import oit.findings.codes
from given import TODAY, a_folder
from oit.assess.examine import examine
from oit.cli.commands.explain import as_page, as_text, catalogue
from oit.findings.documentation import Example, explain, title
from oit.findings.finding import Code, Severity

CODES = list(catalogue().values())
WITHOUT_EXAMPLE = {
    "OIT101",  # bytes that a docstring cannot hold
    "OIT212",  # the message lists the words that there are
    "OIT107",  # a link of the file system
    "OIT200",  # no file at all
    "OIT302",  # the contents of a document …
    "OIT303",
    "OIT304",
    "OIT309",
    "OIT312",
    "OIT315",
    "OIT317",
    "OIT413",
    "OIT414",
    "OIT708",  # the properties of a picture
    "OIT602",  # about cells of a table: shown by tests/cases
    "OIT603",
    "OIT604",
    "OIT616",
    "OIT617",
    "OIT705",  # what no file holds
    "OIT707",  # a document that cannot be read whole
    "OIT409",  # two items
    "OIT519",  # files of two years
    "OIT236",  # a checklist
    "OIT238",  # an agency with another checklist
    "OIT400",  # the state of the folder …
    "OIT401",
    "OIT402",  # … of a checklist …
    "OIT411",
    "OIT403",  # … of hand-written pages …
    "OIT404",  # … or of the call
    "OIT405",  # … and of the addresses that were submitted
    *(f"OIT8{number:02}" for number in range(1, 12)),  # what `oit verify` finds on a site
    *(f"OIT8{number}" for number in range(21, 26)),  # the list of a fleet
    *(f"OIT9{number:02}" for number in range(1, 7)),  # what `oit links` finds about links
}


def definitions() -> dict[str, dict[str, list[Code]]]:
    """Return the codes that the modules define, by their ids and modules."""
    found: dict[str, dict[str, list[Code]]] = {}
    checks = (
        oit.checks.rules,
        oit.checks.filled,
        oit.checks.ita,
        oit.checks.possible,
        oit.checks.procurement,
        oit.checks.review,
    )
    for package in (oit.findings.codes, *checks):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, Code):
                    found.setdefault(value.id, {}).setdefault(module.name, []).append(value)
    return found


def test_every_code_that_a_module_defines_is_in_the_catalogue_in_order() -> None:
    assert list(catalogue()) == sorted(definitions())


def test_a_code_has_one_module_one_severity_and_one_documentation() -> None:
    for code_id, modules in definitions().items():
        assert len(modules) == 1, code_id
        (codes,) = modules.values()
        assert len({(code.severity, code.doc) for code in codes}) == 1, code_id


def test_every_code_is_explained_in_both_languages() -> None:
    for code in CODES:
        explanation = explain(code)
        for thai in (explanation.title_th, explanation.thai):
            assert _has_thai(thai), code.id
        for english in (explanation.title_en, explanation.english):
            assert english[0].isascii(), code.id
        assert not _has_thai(explanation.title_en), code.id
        assert code.doc.startswith(f"{code.id} · "), code.id


def test_every_part_of_the_documentation_is_used() -> None:
    for code in CODES:
        explanation = explain(code)
        read = ["ไทย", explanation.thai, "English", explanation.english]
        for example in explanation.examples:
            read += ["fails" if example.fails else "passes", example.path, example.text]
        assert " ".join(read).split() == code.doc.partition("\n")[2].split(), code.id


def test_an_example_that_passes_follows_one_that_fails() -> None:
    for code in CODES:
        fails = [example.fails for example in explain(code).examples]
        assert fails in ([], [True], [True, False]), code.id
        assert fails or code.id in WITHOUT_EXAMPLE, code.id


def test_every_example_fails_or_passes_as_it_says(tmp_path: Path) -> None:
    wrong = [
        f"{code.id} {'fails' if example.fails else 'passes'}: found {sorted(found)}"
        for number, (code, example) in enumerate(
            (code, example) for code in CODES for example in explain(code).examples
        )
        if (code.id in (found := _codes_found(code, example, tmp_path / str(number))))
        != example.fails
    ]
    assert wrong == []


def _has_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)


def _codes_found(code: Code, example: Example, folder: Path) -> set[str]:
    kind = "province" if "kind: province" in code.doc else "municipality"
    agency = f"name: หน่วยงานตัวอย่าง\nkind: {kind}\n"
    data = a_folder(folder, {"data/agency.yml": agency, example.path: example.text})
    return {finding.code.id for finding in examine(data, TODAY).findings}


def test_a_title_in_either_language() -> None:
    code = catalogue()["OIT201"]
    assert (title(code, "th"), title(code, "en")) == ("ขาดองค์ประกอบ", "An element is missing")


@pytest.mark.parametrize(
    ("code", "language", "first", "severity"),
    [
        ("OIT205", "th", "OIT205 ไม่รู้จักชื่อช่อง", "ข้อมูลผิด เว็บไซต์จะไม่ถูกสร้างจนกว่าจะแก้"),
        (
            "OIT205",
            "en",
            "OIT205 An unknown field",
            "error: the site is not built until it is fixed",
        ),
        ("OIT201", "en", "OIT201 An element is missing", "gap: the site shows that it is missing"),
        ("OIT209", "th", "OIT209 เขียนปีไม่ใช่ พ.ศ.", "คำเตือน"),
    ],
)
def test_a_code_reported_in_a_terminal(code: str, language: str, first: str, severity: str) -> None:
    text = as_text(catalogue()[code], "th" if language == "th" else "en")
    assert text.splitlines()[:3] == [first, severity, ""]


def test_the_examples_in_a_terminal() -> None:
    text = as_text(catalogue()["OIT205"], "en")
    assert text.endswith(
        "Fails (data/2569/o03.yml)\n    phoen: 0 4599 9999\n\n"
        "Passes (data/2569/o03.yml)\n    phone: 0 4599 9999\n"
    )
    assert "แบบที่ผิด (data/2569/o03.yml)\n    phoen: 0" in as_text(catalogue()["OIT205"], "th")


def test_a_page_of_the_manual_has_both_languages_and_an_anchor() -> None:
    page = as_page(catalogue()["OIT205"])
    assert page.startswith("# OIT205 ไม่รู้จักชื่อช่อง · An unknown field {#oit205}\n")
    assert "*error: the site is not built until it is fixed*" in page
    assert "```yaml\nphoen: 0 4599 9999\n```" in page


class Text(HTMLParser):
    """The words that a reader sees of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(markdown(page, extensions=["attr_list", "fenced_code"]))

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def test_no_word_of_a_page_is_lost_in_markdown() -> None:
    for code in CODES:
        explanation = explain(code)
        seen = " ".join(Text(as_page(code)).words)
        for text in (
            explanation.thai,
            explanation.english,
            *(e.text for e in explanation.examples),
        ):
            assert " ".join(text.split()) in seen, code.id


def test_every_severity_is_explained() -> None:
    assert {code.severity for code in CODES} == set(Severity)

"""The documentation of codes."""

import oit.findings.codes
from oit.bilingual import Bilingual
from oit.findings.documentation import Example, codes_in, explain, title
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT999",
    Severity.GAP,
    Bilingual("ก", "a"),
    Bilingual("ข", "b"),
    """OIT999 · ตัวอย่าง · An example

ไทย
    คำอธิบาย

English
    An explanation.

fails data/2569/o03.yml
    a:
      - b

passes data/2569/o03.yml
    a: b
""",
)


def test_a_docstring_is_parsed() -> None:
    explanation = explain(CODE)
    assert (explanation.thai, explanation.english) == ("คำอธิบาย\n", "An explanation.\n")
    assert explanation.examples == [
        Example(fails=True, path="data/2569/o03.yml", text="a:\n  - b\n"),
        Example(fails=False, path="data/2569/o03.yml", text="a: b\n"),
    ]


def test_a_code_has_titles() -> None:
    assert (title(CODE, "th"), title(CODE, "en")) == ("ตัวอย่าง", "An example")


def test_codes_are_sorted_by_their_ids() -> None:
    codes = codes_in([oit.findings.codes])
    assert list(codes) == sorted(codes)
    assert codes["OIT802"].name == "page-missing"

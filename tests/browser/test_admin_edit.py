"""The editor's script changes a file's text only where a value has changed."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.editor import edited
from commands import ROOT
from oit.source.edit import values, without_empty
from oit.views.pages.editor.patterns import PATTERNS
from small_agency import SmallAgency

pytestmark = pytest.mark.browser

FIELDS = [
    {"name": "owner"},
    {"name": "updated"},
    {"name": "phone"},
    {"name": "summary"},
    {
        "name": "documents",
        "fields": [
            {"name": "title"},
            {"name": "file"},
            {"name": "shows", "fields": [{"name": "results"}, {"name": "spent"}]},
        ],
    },
    {"name": "dos"},
    {"name": "place", "fields": [{"name": "road"}, {"name": "town"}]},
    {"name": "end"},
]
FILE = """\
# หัวไฟล์
owner: "สำนักปลัด"   # ผู้ดูแล
phone: 0452460601

# รายการ
documents:
  # แรก
  - title: 'เอกสาร ก'
    file: files/2569/a.pdf  # ไฟล์

  # สอง
  - title: เอกสาร ข
    file: files/2569/b.pdf
    shows: {results: 1}
  - {title: ค, file: files/2569/c.pdf}   # ในวงเล็บ

# ท้าย
summary: |  # ยาว
  บรรทัดแรก

  บรรทัดสอง

dos: [ก, ข, "ค"]   # สามข้อ
place: # ยังไม่มี
# owner: ไม่ใช่แม่แบบ
"""
COMMENTS = """\
# yaml-language-server: $schema=x
## ผู้รับผิดชอบ
# owner: สำนักปลัด

## เอกสาร
# documents:  # รายการ
#   - title: ชื่อ
#     file: files/2569/o07.pdf

## ท้าย
# end: x
"""
NASTY = (
    "?ก",
    ":ก",
    "a:?",
    "?'",
    ':"',
    "no",
    "0812345678",
    "16:30",
    "หมู่ #3",
    "ก: ข",
    "- ก",
    "[ก",
    "'",
    '"',
    "&ก *ข !ค",
    "ก\nข\n",
    " ขึ้นต้นด้วยช่องว่าง",
    "ก\u00a0ข",
    "ก\u200bข",
    "ก\tข",
    "\\n",
    "{ก}, ข",
    "%",
    "|",
    "ก\u2028ข",
    "?",
    "~",
    "a: b, c #d",
)

WRITE = """async ([source, fields, change]) => {
  const { read, write } = await import("/admin/edit.js");
  const data = read(source);
  new Function("data", change)(data);
  try { return write(data, fields) } catch (error) { return error }
}"""
EACH = """async ([source, fields, texts]) => {
  const { read, write } = await import("/admin/edit.js");
  const data = read(source);
  const same = write(data, fields);
  let next = 0;
  const change = (value) => {
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === "object") change(inner);
      else if (!name.startsWith("_")) value[name] = texts[next++ % texts.length];
    }
  };
  change(data);
  return [same, write(data, fields), data];
}"""


@pytest.fixture(scope="module")
def script(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that can import the script, without the editor."""
    agency = SmallAgency.make(tmp_path_factory.mktemp("script"))
    with edited(agency.folder) as address, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}settings.json")
        yield page


def lines(before: str, after: str) -> list[str]:
    """Return the lines that differ, including their line ends."""
    found = unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), n=0)
    return [line for line in found if line[:3] not in {"---", "+++"} and line[0] != "@"]


def test_unchanged_file_keeps_its_bytes(script: Page) -> None:
    for source in (FILE, COMMENTS, "", "owner:\n", "\ufeffowner: ก\n", "{owner: ก}"):
        for text in (source, source.replace("\n", "\r\n")):
            assert script.evaluate(WRITE, [text, FIELDS, ""]) == text


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            "data.owner = 'กอง \"คลัง\"'; data.phone = '02 123: 4'",
            [
                '-owner: "สำนักปลัด"   # ผู้ดูแล',
                "-phone: 0452460601",
                '+owner: "กอง \\"คลัง\\""   # ผู้ดูแล',
                "+phone: '02 123: 4'",
            ],
            id="texts",
        ),
        pytest.param(
            "data.owner = ''; data.phone = ''",
            [
                '-owner: "สำนักปลัด"   # ผู้ดูแล',
                "-phone: 0452460601",
                '+owner: ""   # ผู้ดูแล',
                "+phone:",
            ],
            id="nothing",
        ),
        pytest.param(
            "data.updated = '2569-01-15'; data.end = 'จบ'; data.place = {town: 'ข', road: ''}",
            ["+updated: 2569-01-15", "+  town: ข", "+end: จบ"],
            id="new fields in the form's order, without empty ones",
        ),
        pytest.param(
            "data.documents[1].title = 'ใหม่'; data.documents[0].shows = {spent: '3', results: '2'};"
            "data.documents[1].shows.spent = '9'; data.documents[2].shows = {results: '1'}",
            [
                "+    shows:",
                "+      results: 2",
                "+      spent: 3",
                "-  - title: เอกสาร ข",
                "+  - title: ใหม่",
                "-    shows: {results: 1}",
                "-  - {title: ค, file: files/2569/c.pdf}   # ในวงเล็บ",
                "+    shows: {results: 1, spent: 9}",
                "+  - {title: ค, file: files/2569/c.pdf, shows: {results: 1}}   # ในวงเล็บ",
            ],
            id="entries",
        ),
        pytest.param(
            "data.documents.splice(1, 1)",
            [
                "-",
                "-  # สอง",
                "-  - title: เอกสาร ข",
                "-    file: files/2569/b.pdf",
                "-    shows: {results: 1}",
            ],
            id="an entry goes with its comment",
        ),
        pytest.param(
            "data.documents.push(data.documents.shift()); data.documents[1].title = 'ง'",
            [
                "-  - title: 'เอกสาร ก'",
                "-    file: files/2569/a.pdf  # ไฟล์",
                "-  - {title: ค, file: files/2569/c.pdf}   # ในวงเล็บ",
                "+  - {title: ง, file: files/2569/c.pdf}   # ในวงเล็บ",
                "+  - title: 'เอกสาร ก'",
                "+    file: files/2569/a.pdf  # ไฟล์",
            ],
            id="an entry moves with its comments",
        ),
        pytest.param(
            "data.documents.splice(1, 0, {title: 'น', file: ''}); data.documents.push({})",
            ["+  - {title: น}"],
            id="a new entry in the style of its neighbours",
        ),
        pytest.param(
            "data.documents = []; data.dos = []",
            [
                "-documents:",
                "+documents: []",
                "-  - title: 'เอกสาร ก'",
                "-    file: files/2569/a.pdf  # ไฟล์",
                "-",
                "-  # สอง",
                "-  - title: เอกสาร ข",
                "-    file: files/2569/b.pdf",
                "-    shows: {results: 1}",
                "-  - {title: ค, file: files/2569/c.pdf}   # ในวงเล็บ",
                '-dos: [ก, ข, "ค"]   # สามข้อ',
                "+dos: []   # สามข้อ",
            ],
            id="no entries",
        ),
        pytest.param(
            "data.dos = ['ข', 'ง, จ', 'ค']",
            ['-dos: [ก, ข, "ค"]   # สามข้อ', "+dos: [ข, 'ง, จ', \"ค\"]   # สามข้อ"],
            id="a list on one line",
        ),
        pytest.param(
            "data.summary = 'หนึ่ง\\n\\nสอง #\\n'",
            ["-  บรรทัดแรก", "+  หนึ่ง", "-  บรรทัดสอง", "+  สอง #"],
            id="a text of several lines",
        ),
        pytest.param(
            "data.summary = 'หนึ่ง'",
            [
                "-summary: |  # ยาว",
                "-  บรรทัดแรก",
                "-",
                "-  บรรทัดสอง",
                "+summary: |-  # ยาว",
                "+  หนึ่ง",
            ],
            id="a text of several lines becomes one",
        ),
    ],
)
def test_only_changed_lines_change(
    script: Page, change: str, expected: list[str], end: str
) -> None:
    before = FILE.replace("\n", end)

    after = script.evaluate(WRITE, [before, FIELDS, change])

    assert sorted(lines(before, after)) == sorted(line + end for line in expected)


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ("", "data.phone = '1'; data.owner = 'ก'", "owner: ก\nphone: 1\n"),
        ("# ก", "data.owner = 'ก'", "# ก\nowner: ก\n"),
        ("owner: ก", "data.end = 'ข'", "owner: ก\nend: ข"),
        ("{owner: ก}\n", "data.phone = 'ข, ค'", "{owner: ก, phone: 'ข, ค'}\n"),
        (
            "documents: [] # ก\n",
            "data.documents = [{title: 'ข'}]",
            "documents: # ก\n  - title: ข\n",
        ),
        ("owner: # ก\n", "data.owner = 'ข'", "owner: ข # ก\n"),
        ("dos:\n  - ก\n  - ข\n", "data.dos[1] = 'ค'", "dos:\n  - ก\n  - ค\n"),
        ("dos:\n- ก\n", "data.dos.unshift('ข')", "dos:\n- ข\n- ก\n"),
        ("dos:\n- ก", "data.dos.push('ข')", "dos:\n- ก\n- ข\n"),
        ("x: 1\nowner: ก\n", "data.owner = 'ข'", "x: 1\nowner: ข\n"),
        ("place: {road: , town: ก}\n", "data.place.road = 'ข'", "place: {road: ข , town: ก}\n"),
        ("summary: >\n  ก\n  ข\n", "data.summary = 'ค\\n'", "summary: >\n  ค\n"),
        ("dos: [[ก], [ข]]\n", "data.dos = [['ข']]", "dos: [[ข]]\n"),
        (
            'owner: "a\ufeffb"\nphone: "1"\n',
            "data.phone = '22'",
            'owner: "a\ufeffb"\nphone: "22"\n',
        ),
        ("owner: \nend: ก\n", "data.owner = 'ข\\nค\\n'", "owner: |\n  ข\n  ค\nend: ก\n"),
        ("summary: |+\n  ก\n\n", "data.end = 'ข'", "summary: |+\n  ก\n\nend: ข\n"),
    ],
)
def test_any_style_of_file_is_edited(script: Page, before: str, change: str, after: str) -> None:
    assert script.evaluate(WRITE, [before, FIELDS, change]) == after


def test_new_field_goes_below_the_comment_that_explains_it(script: Page) -> None:
    change = "data.end = 'ค'; data.documents = [{title: 'ข'}]; data.owner = 'ก'; data.phone = '1'"

    after = script.evaluate(WRITE, [COMMENTS, FIELDS, change])

    assert after == COMMENTS.replace("ปลัด\n", "ปลัด\nowner: ก\n").replace(
        "o07.pdf\n", "o07.pdf\ndocuments:\n  - title: ข\n"
    ).replace("end: x\n", "end: x\nend: ค\nphone: 1\n")


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("owner: [", "data.owner = 'ก'"),
        ("owner: ก\nowner: ข\n", "data.owner = 'ค'"),
        ("owner: &ก ข\nphone: *ก\n", "data.owner = 'ค'"),
        ("owner: !!int 1\n", "data.owner = 'ค'"),
        ("- ก\n", "data.owner = 'ค'"),
        ("documents: ก\n", "data.documents = [{title: 'ข'}]"),
        ("place: {road}\n", "data.place = {road: 'ก'}"),
    ],
)
def test_unsupported_edit_is_refused(script: Page, source: str, change: str) -> None:
    refusal = script.evaluate(WRITE, [source, FIELDS, change])

    assert "ให้แก้" in str(refusal)


def test_program_reads_back_any_text(script: Page) -> None:
    for text in NASTY:
        change = (
            f"data.owner = data.phone = data.dos[1] = data.documents[1].title = "
            f"data.documents[2].title = data.end = data.summary = {_script(text)}"
        )
        after = script.evaluate(WRITE, [FILE, FIELDS, change])
        read: Any = values(after)
        found = [read[name] for name in ("owner", "phone", "end", "summary")]
        found += [read["dos"][1], *(document["title"] for document in read["documents"][1:])]

        assert found == [text] * len(found), after


def test_patterns_mean_the_same_in_a_browser(script: Page) -> None:
    matches = script.evaluate(
        "all => all.map(([text, regex]) => [RegExp(regex).test(text), RegExp(regex).test('?')])",
        [[text, pattern.expression] for text, pattern in PATTERNS.items()],
    )

    assert matches == [[True, False]] * len(PATTERNS)


@pytest.mark.parametrize("folder", ["data", "examples"])
def test_every_value_of_the_samples_can_be_changed(script: Page, folder: str) -> None:
    files = sorted(Path(ROOT, folder).rglob("2[0-9][0-9][0-9]/*.yml"))
    assert files
    for path in files:
        source = path.read_bytes().decode()

        same, changed, expected = script.evaluate(EACH, [source, [], list(NASTY)])

        assert same == source
        assert without_empty(values(changed)) == without_empty(_unmarked(expected)), path


def _script(text: str) -> str:
    escaped = (f"\\u{ord(sign):04x}" for sign in text)
    return f'"{"".join(escaped)}"'


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _unmarked(inner) for k, inner in value.items() if k not in {"_source", "_at"}}
    return [*map(_unmarked, value)] if isinstance(value, list) else value

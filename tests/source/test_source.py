"""The strict reader: it returns what a file contains, or a message."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from oit.findings.codes import syntax
from oit.findings.finding import Severity
from oit.source import Mapping, Scalar, Sequence, SourceFile, compose, parse, read
from oit.source.compose import MAX_DEPTH
from oit.source.read import MAX_BYTES

Problem = tuple[str, int, int]
"""A finding: its code, line and column."""

# libyaml, and PyYAML's own parser where libyaml is not there.
PARSERS = [pytest.param(yaml.CBaseLoader, id="libyaml"), pytest.param(yaml.BaseLoader, id="python")]


@pytest.fixture(params=PARSERS)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "_PARSER", request.param)


def parsed(text: str | bytes) -> SourceFile:
    data = text.encode() if isinstance(text, str) else text
    return parse(data, SourceFile("o07.yml"))


def problems(document: SourceFile) -> list[Problem]:
    return [(f.code.id, f.place.line, f.place.column) for f in document.findings]


def message_of(text: str | bytes) -> str:
    [finding] = parsed(text).findings
    return finding.message("en")


def is_sound(document: SourceFile) -> bool:
    """Tell whether a file gave what the reader promises: fields or findings inside the file."""
    last = document.text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for finding in document.findings:
        # What is not UTF-8 has no text; its own tests look at its places.
        assert 1 <= finding.place.line <= last or not document.text
        assert finding.place.column >= 1
        assert finding.text("th")
        assert finding.text("en")
    once = {(finding.code.id, finding.code.message, finding.place) for finding in document.findings}
    assert len(once) == len(document.findings)
    fatal = {"OIT101", "OIT102", "OIT103", "OIT105", "OIT106"}
    is_read = fatal.isdisjoint(finding.code.id for finding in document.findings)
    return is_read or document.root == {}


# What YAML 1.1 makes of this country's data


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("phone: 0452460601", "0452460601"),
        ("โทร: 0812345678", "0812345678"),
        ("open: 16:30", "16:30"),
        ("zip: 01234", "01234"),
        ("updated: 2567-02-29", "2567-02-29"),
        ("updated: 2569-01-15", "2569-01-15"),
        ("updated: ๒๕๖๙-๐๑-๑๕", "๒๕๖๙-๐๑-๑๕"),
        ("answer: no", "no"),
        ("answer: yes", "yes"),
        ("answer: on", "on"),
        ("answer: true", "true"),
        ("answer: null", "null"),
        ("answer: ~", "~"),
        ("answer:", ""),
        ("tax_id: 0105536000315", "0105536000315"),
        ("price: 16.30", "16.30"),
        ("price: 1_000", "1_000"),
        ("price: 1e3", "1e3"),
        ("price: 0x10", "0x10"),
        ("price: .inf", ".inf"),
        ("merge: <<", "<<"),
        ("budget: 1,500,000.50", "1,500,000.50"),
        ("text: 'it''s'", "it's"),
        ('text: "ก\\nข"', "ก\nข"),
        ("text: |\n  ก\n  ข\n", "ก\nข\n"),
        ("text: >\n  ก\n  ข\n", "ก ข\n"),
        ("text: ก\n  ข", "ก ข"),
        ("text: C#", "C#"),
        ("url: http://a.go.th/#top", "http://a.go.th/#top"),
        ("text: ก  # หมายเหตุ", "ก"),
        ('text: "หมู่ #3"', "หมู่ #3"),
        ("text: ก\u200bข", "ก\u200bข"),  # Thai is broken into lines at zero-width spaces
        ("text: ก\u00a0ข", "ก\u00a0ข"),
        ("text: ก:\u00a0ข", "ก:\u00a0ข"),  # the structure ended at the first colon
        ("text: |\n  โทร:\u00a0045\n  \u00a0\u00a0ย่อหน้า\n", "โทร:\u00a0045\n\u00a0\u00a0ย่อหน้า\n"),
        ('text: "ก\n  โทร:\u00a0045"\n', "ก โทร:\u00a0045"),
        ("text: 😀", "😀"),
    ],
)
def test_every_scalar_is_the_text_that_was_written(text: str, value: str) -> None:
    document = parsed(text)
    assert document.findings == []
    assert list(document.root.values()) == [value]


@pytest.mark.usefixtures("either_parser")
def test_every_value_has_a_place() -> None:
    root = parsed("ก: ข\nlist:\n  - หนึ่ง\n  - {a: 1, b: [2]}\n").root
    assert [(key, key.line, key.column) for key in root] == [("ก", 1, 1), ("list", 2, 1)]
    _, entries = root.values()
    assert isinstance(entries, Sequence)
    assert (entries.line, entries.column) == (3, 3)
    first, second = entries
    assert (first, first.line, first.column) == ("หนึ่ง", 3, 5)
    assert isinstance(second, Mapping)
    assert (second.line, second.column) == (4, 5)
    key = second.key("b")
    assert key is not None
    assert (key.line, key.column) == (4, 12)
    assert second.key("c") is None
    value = second[key]
    assert (value.line, value.column) == (4, 15)


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfphone: 1\nemail: 2\n",
        b"phone: 1\r\nemail: 2\r\n",
        b"phone: 1\remail: 2\r",
        b"\xef\xbb\xbfphone: 1\r\nemail: 2",
        b"---\nphone: 1\nemail: 2\n...\n",
        b"# comment\n\nphone: 1\n\n# comment\nemail: 2\n",
    ],
)
def test_byte_order_mark_and_line_ends_do_not_matter(text: bytes) -> None:
    document = parsed(text)
    assert document.findings == []
    assert document.root == {"phone": "1", "email": "2"}


def test_line_ends_all_count_as_one_line() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert problems(parsed(f"a: 1{end}b: 2{end}{end}a: 3")) == [("OIT104", 4, 1)]
        assert problems(parsed(f"a: 1{end}{end}b: \0")) == [("OIT109", 3, 4)]


@pytest.mark.parametrize(
    "text", ["", "\n", "# only a comment\n", "---\n", "---", "{}", "''", "\n\n", " "]
)
def test_an_empty_file_has_no_fields_and_no_faults(text: str) -> None:
    document = parsed(text)
    assert document.findings == []
    assert document.root == {}


# What is refused, and where


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        # OIT102 not YAML
        ("a: 1\nb: c: d\n", [("OIT102", 2, 5)]),
        ("a: 1\n b: 2\n", [("OIT102", 2, 3)]),
        ("a: @x", [("OIT102", 1, 4)]),
        ("a: `x", [("OIT102", 1, 4)]),
        ("a: - b", [("OIT102", 1, 4)]),
        ("%YAML 2.0\n---\na: 1", [("OIT102", 1, 1)]),
        # What is never closed is named where it opens.
        ("a: 1\nb: 'x\nc: 3\n", [("OIT102", 2, 4)]),
        ('a: 1\nb: "x\nc: 3\n', [("OIT102", 2, 4)]),
        ("a: 1\nb: [x\n", [("OIT102", 2, 4)]),
        ("a: 1\nb: [x", [("OIT102", 2, 4)]),
        ("a: 1\nb: {x", [("OIT102", 2, 4)]),
        # OIT103 tabs
        ("a:\t1", [("OIT103", 1, 3)]),
        ("a: 1\n\tb: 2\n\t\tc: 3\n", [("OIT103", 2, 1), ("OIT103", 3, 1)]),
        ("a: x\ty\tz", [("OIT103", 1, 5)]),
        # OIT104 a key twice
        ("a: 1\nb: 2\na: 3\n", [("OIT104", 3, 1)]),
        ('"a": 1\na: 3\n', [("OIT104", 2, 1)]),
        ("l:\n  - {a: 1, a: 2}\n  - {a: 1}\n", [("OIT104", 2, 12)]),
        ("é: 1\ne\u0301: 2\n", [("OIT104", 2, 1)]),
        ("a: 1\na: 2\na: 3\n", [("OIT104", 2, 1), ("OIT104", 3, 1)]),
        # OIT105 features
        ("a: &x 1\nb: *x\n", [("OIT105", 1, 4)]),
        ("a: *x\n", [("OIT105", 1, 4)]),
        ("a: &x [*x]\n", [("OIT105", 1, 4)]),
        ("&a a: 1", [("OIT105", 1, 1)]),
        ("a: !!python/object/apply:os.system [ls]\n", [("OIT105", 1, 4)]),
        ("a: !!str 1", [("OIT105", 1, 4)]),
        ("a: ! 1", [("OIT105", 1, 4)]),
        ("--- !x\na: 1", [("OIT105", 1, 5)]),
        ("%TAG ! tag:x,2000:\n---\na: !y 1\n", [("OIT105", 3, 4)]),
        ("a: 1\n---\nb: 2\n", [("OIT105", 2, 1)]),
        ("? [a]\n: b", [("OIT105", 1, 3)]),
        ("{{a: b}: c}", [("OIT105", 1, 2)]),
        # OIT106 depth
        ("[" * 100, [("OIT106", 1, MAX_DEPTH + 1)]),
        # OIT108 text lost behind #: a warning
        ("หมู่: หมู่ #3", [("OIT108", 1, 7)]),
        ("a: #fff", [("OIT108", 1, 3)]),
        ("l:\n  - ก #1\n  - ข # 2\n", [("OIT108", 2, 5)]),
        # OIT109 odd characters
        ("a: x\0", [("OIT109", 1, 5)]),
        ("a: 1\nb: \u202etxt.exe\u202c\n", [("OIT109", 2, 4)]),
        ("a: \u2066x\u2069", [("OIT109", 1, 4)]),
        ("a: x\x1b[31m", [("OIT109", 1, 5)]),
        ("a: x\x7f", [("OIT109", 1, 5)]),
        ("a: x\x85b: y", [("OIT109", 1, 5)]),
        ("a: x\u2028b: y", [("OIT109", 1, 5)]),
        ("a: x\u2029b: y", [("OIT109", 1, 5)]),
        ("a: x\ufffe", [("OIT109", 1, 5)]),
        ('a: 1\nb: "\\u202e"', [("OIT109", 2, 4)]),  # written as an escape
        ('a: "\\0"', [("OIT109", 1, 4)]),
        ('a: "\\e[31m"', [("OIT109", 1, 4)]),
        ('"\\x07": 1', [("OIT109", 1, 1)]),
        ('a: "\\N"', [("OIT109", 1, 4)]),
        # … and special spaces in place of ordinary ones
        ("phone:\u00a00 4599 9999", [("OIT109", 1, 7)]),
        ("a: 1\nphone:\u00a00 4599 9999\nb: 2\n", [("OIT109", 2, 7)]),
        ("a: 1\n\u00a0\u00a0b: 2\n", [("OIT109", 2, 1)]),
        ("a: 1\n  \u3000b: 2\n", [("OIT109", 2, 3)]),
        ("l:\n  -\u00a0ก\n", [("OIT109", 2, 4)]),
        ("l:\n  - \u200bก: ข\n", [("OIT109", 2, 5)]),
        ("l:\n  - name:\u202fก\n", [("OIT109", 2, 10)]),
        ("l:\n- - a:\u00a01\n", [("OIT109", 2, 7)]),
        ('"phone":\u00a01', [("OIT109", 1, 9)]),
        ("'phone':\u00a01", [("OIT109", 1, 9)]),
        ("{phone:\u00a01}", [("OIT109", 1, 8)]),
        ("phone\u00a0: 1", [("OIT109", 1, 1)]),
        ("{a: 1, b:\u00a02}", [("OIT109", 1, 8)]),
        ("\u00a0", [("OIT109", 1, 1)]),
        ("\ufeff\ufeffa: 1", [("OIT109", 1, 1)]),
        ("a: 1\n\ufeffb: 2", [("OIT109", 2, 1)]),
        # OIT206 no fields
        ("- a\n- b\n", [("OIT206", 1, 1)]),
        ("a:1", [("OIT206", 1, 1)]),
        ("\n\njust text", [("OIT206", 3, 1)]),
        ("[]", [("OIT206", 1, 1)]),
        ("|\n  text\n", [("OIT206", 1, 1)]),
    ],
)
def test_faults_and_their_places(text: str, found: list[Problem]) -> None:
    document = parsed(text)
    assert problems(document) == found
    assert is_sound(document)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000", "\\ud800", "\\xZZ", "\\q"])
def test_an_escape_that_is_no_character_is_refused(escape: str) -> None:
    document = parsed(f'a: 1\nb: "{escape}"\n')
    [finding] = document.findings
    assert finding.code.id in {"OIT102", "OIT109"}
    assert is_sound(document)


def test_all_faults_of_a_file_are_found_at_once_and_each_once() -> None:
    document = parsed("a: 1\nb: หมู่ #3\na: 2\nc:\n  - {x: ก #1\n    , x: 2}\nb: 3\nd: &x\n")
    assert problems(document) == [
        ("OIT108", 2, 4),
        ("OIT104", 3, 1),
        ("OIT108", 5, 9),
        ("OIT104", 6, 7),
        ("OIT104", 7, 1),
        ("OIT105", 8, 4),
    ]


def test_odd_characters_are_reported_once_per_line() -> None:
    document = parsed("a: \0\0\0\tx\t\nb: 1\nc: \u202e\u202e\n")
    assert problems(document) == [("OIT103", 1, 7), ("OIT109", 1, 4), ("OIT109", 3, 4)]


def test_a_fault_before_a_special_space_is_reported_but_not_those_it_causes() -> None:
    before = "a: 'x\nb:\u00a01\n"
    behind = "b:\u00a01\nc: 2\nd: [\n"
    assert problems(parsed(before)) == [("OIT102", 1, 4), ("OIT109", 2, 3)]
    assert problems(parsed(behind)) == [("OIT109", 1, 3)]


@pytest.mark.parametrize("text", ["phone\u00a0: 1", "{phone:\u00a01}", "phone\u200b: 1"])
def test_a_key_is_known_without_its_special_spaces(text: str) -> None:
    document = parsed(text)
    assert [finding.code.id for finding in document.findings] == ["OIT109"]
    assert list(document.root) in ([], ["phone"])


def test_the_first_of_two_values_is_kept() -> None:
    assert parsed("a: 1\na: 2\n").root == {"a": "1"}


def test_a_warning_leaves_the_data_as_it_is() -> None:
    document = parsed("หมู่: หมู่ #3")
    assert [finding.severity for finding in document.findings] == [Severity.WARNING]
    assert document.root == {"หมู่": "หมู่"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", ['"a"', "line 1"]),
        ("หมู่: หมู่ #3", ['only "หมู่" is read']),
        ("a:\u00a01", ["U+00A0", "ordinary space"]),
        ("a: \u202e", ["U+202E"]),
        ("a: !!x 1", ["type tag"]),
        ("a: *x", ["reference"]),
        ("a: 1\n---\nb: 2", ["second document"]),
        ("? [a]\n: b", ["used as a field name"]),
        ("[" * 30, [str(MAX_DEPTH)]),
        ("a: 'x\n", ["quote is opened but not closed"]),
    ],
)
def test_a_fault_names_what_was_found(text: str, words: list[str]) -> None:
    message = message_of(text)
    assert [word for word in words if word not in message] == []


def test_unknown_messages_of_the_parser_are_passed_on() -> None:
    assert syntax.explain("found a unicorn").en.endswith("(message of the parser: found a unicorn)")


# Encodings


@pytest.mark.parametrize(
    ("data", "place", "sample"),
    [
        ("phone: 1\nname: เทศบาล\n".encode("cp874"), (2, 7), "name: เทศบาล"),
        ("phone: 1\r\nname: เทศบาล\r\n".encode("cp874"), (2, 7), "name: เทศบาล"),
        ("phone: 1\rname: เทศบาล\r".encode("cp874"), (2, 7), "name: เทศบาล"),
        ("เทศบาล".encode("cp874"), (1, 1), "เทศบาล"),
        (b"a: \x1b[31m\xa1\n", (1, 9), "a: [31mก"),  # no control of somebody's terminal
        (b"a: \x0b\x0c\xa1\n", (1, 6), "a: ก"),
        (b"a: " + b"\xa1" * 100, (1, 4), "a: " + "ก" * 37),
    ],
)
def test_the_old_thai_encoding_is_named_and_shown(
    data: bytes, place: tuple[int, int], sample: str
) -> None:
    document = parsed(data)
    assert problems(document) == [("OIT101", *place)]
    assert message_of(data).endswith(f'this line reads "{sample}"')


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: \xff\xfe", (1, 4)),
        ("a: ก".encode("utf-16"), (1, 1)),
        (b"a: 1\nb: \xed\xa0\x81\n", (2, 4)),  # half of a surrogate pair
        (b"a: \xf4\x90\x80\x80\n", (1, 4)),  # behind the last character there is
        (b"a: 1\nb: \xc0\xaf\x81\n", (2, 4)),  # an overlong slash
        (b"\x89PNG\r\n\x1a\n", (1, 1)),
    ],
)
def test_other_encodings_are_refused(data: bytes, place: tuple[int, int]) -> None:
    assert problems(parsed(data)) == [("OIT101", *place)]
    assert "not saved as UTF-8" in message_of(data)


def test_utf_16_without_a_mark_is_refused() -> None:
    assert problems(parsed("a: 1\n".encode("utf-16-be")))[0] == ("OIT109", 1, 1)


# Attacks


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[{", "a:\n  " + "- " * 21])
def test_nesting_is_refused_at_the_first_level_over_the_limit(piece: str) -> None:
    document = parsed(piece * (100_000 // len(piece)))
    assert len(document.findings) == 1
    assert document.findings[0].code.id in {"OIT105", "OIT106"}
    assert document.root == {}


def test_nesting_up_to_the_limit_is_read() -> None:
    levels = MAX_DEPTH - 1
    assert problems(parsed("a: " + "[" * levels + "]" * levels)) == []
    levels = MAX_DEPTH
    assert problems(parsed("a: " + "[" * levels + "]" * levels)) == [("OIT106", 1, 23)]


def test_an_alias_bomb_does_not_go_off() -> None:
    lines = ["a: &a [lol]"]
    lines += [
        f"{new}: &{new} [{f'*{old},' * 9}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    assert problems(parsed("\n".join(lines))) == [("OIT105", 1, 4)]


LARGE = 100_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n" * LARGE, id="empty lines"),
        pytest.param("a: |\n" + "\n" * LARGE, id="empty lines in a text"),
        pytest.param(" " * LARGE + "a: 1", id="spaces"),
        pytest.param("- " * LARGE, id="dashes"),
        pytest.param("a: " + "x" * LARGE, id="a long line"),
        pytest.param("x" * LARGE + ": a", id="a long key"),
        pytest.param("\0" * LARGE, id="NULs"),
        pytest.param("\0\n" * (LARGE // 10), id="a NUL a line"),
        pytest.param("\t\n" * (LARGE // 10), id="a tab a line"),
        pytest.param("\u00a0" * LARGE, id="special spaces"),
        pytest.param("".join(f"k{n}:\n" for n in range(LARGE // 10)), id="many keys"),
        pytest.param("a: 1\n" * (LARGE // 10), id="a key many times"),
        pytest.param("'" * LARGE, id="quotes"),
        pytest.param('"a' * LARGE, id="more quotes"),
        pytest.param("'a'" * LARGE + ":", id="quoted words"),
        pytest.param("a: b #c\n" * (LARGE // 10), id="comments"),
        pytest.param("&a " * LARGE, id="anchors"),
        pytest.param("a: [" + "a, " * (LARGE // 10) + "]", id="a long list"),
    ],
)
def test_a_large_file_of_one_kind_gives_fields_or_findings(text: str) -> None:
    # About a tenth of a second each; reading that took the square of the size took minutes.
    assert is_sound(parsed(text))


# Anything whatsoever

YAML_PIECES = st.sampled_from(
    [
        *("ab01 \n\n\n:-?[]{},#&*!|>'\"%@`\\~.ก๑\t\r\0\x0c\x85\u00a0\u200b\u2028\ufeff"),
        *(": ", "- ", "\n  ", "---\n", "...", "\r\n", "name: ", "<<: ", " #3"),
        *("\\u202e", "\\U00110000", "!!x ", "&x ", "*x", "%YAML 1.1\n"),
    ]
)


@settings(max_examples=300)
@given(st.binary(max_size=200))
@example(b"a: {b")
@example(b"---")
@example(b"\xef\xbb\xbf")
def test_any_bytes_give_fields_or_findings(data: bytes) -> None:
    assert is_sound(parsed(data))


@settings(max_examples=600, deadline=None)
@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@example('a: "\\UFFFFFFFF"')
@example("a: {b")
@example("? \u00a0")
def test_any_text_gives_fields_or_findings(text: str) -> None:
    assert is_sound(parsed(text))


@pytest.mark.untraced
@settings(max_examples=300)
@given(st.text(alphabet=st.characters(codec="cp874"), max_size=60))
def test_any_text_in_the_old_thai_encoding_is_sound(text: str) -> None:
    assert is_sound(parsed(text.encode("cp874")))


PRINTABLE = st.text(
    st.characters(
        min_codepoint=32, max_codepoint=0xFFFD, categories=["L", "M", "N", "P", "S", "Zs"]
    )
)
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=20)
NAMES = st.from_regex(r"[a-zก-ฮ_0-9:#-]{1,12}", fullmatch=True)
VALUES = st.recursive(
    PRINTABLE
    | THAI
    | st.sampled_from(["no", "0452460601", "2569-01-15", "", "~", "ก\nข\n\nค", " x "]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.untraced
@settings(max_examples=100, deadline=None)
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5), st.sampled_from(['"', "'"]))
def test_dumped_values_are_read_back(fields: dict[str, Any], quote: str) -> None:
    dumped = yaml.safe_dump(fields, allow_unicode=True, default_style=quote, sort_keys=False)
    document = parsed(dumped)
    assert document.findings == []
    assert document.root == fields


# Files


def written(folder: Path, data: bytes) -> Path:
    path = folder / "o07.yml"
    path.write_bytes(data)
    return path


def test_a_file_is_read(tmp_path: Path) -> None:
    document = read(written(tmp_path, b"a: 1\n"), tmp_path, "data/o07.yml")
    assert (document.file, document.root, document.findings) == ("data/o07.yml", {"a": "1"}, [])
    assert document.text == "a: 1\n"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    limit = b"a: " + b"x" * (MAX_BYTES - 3)
    assert read(written(tmp_path, limit), tmp_path, "o07.yml").findings == []
    document = read(written(tmp_path, limit + b"x"), tmp_path, "o07.yml")
    assert problems(document) == [("OIT106", 1, 1)]
    assert (
        document.findings[0].message("en")
        == "the file has 1,000,001 bytes, which exceeds the limit of 1,000,000"
    )
    assert document.root == {}


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    document = read(tmp_path / "o07.yml", tmp_path, "o07.yml")
    assert problems(document) == [("OIT107", 1, 1)]
    assert "No such file" in document.findings[0].message("en")


def test_a_folder_with_the_name_of_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "o07.yml").mkdir()
    document = read(tmp_path / "o07.yml", tmp_path, "o07.yml")
    assert problems(document) == [("OIT107", 1, 1)]
    assert "cannot be opened" in document.findings[0].message("en")


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))


@pytest.mark.parametrize("make", [os.mkfifo, a_socket])
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "o07.yml")
    document = read(tmp_path / "o07.yml", tmp_path, "o07.yml")
    assert problems(document) == [("OIT107", 1, 1)]
    assert "pipe or a device" in document.findings[0].message("en")


def test_links_and_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    data, outside = tmp_path / "data", tmp_path / "outside"
    data.mkdir()
    outside.mkdir()
    secret = written(outside, b"secret: 1\n")
    (data / "link.yml").symlink_to(secret)
    (data / "inner.yml").symlink_to(written(data, b"a: 1\n"))
    (data / "dangling.yml").symlink_to(data / "nothing")
    (data / "2569").symlink_to(outside)
    for path in (
        "link.yml",
        "inner.yml",
        "dangling.yml",
        "2569/o07.yml",
        "../o07.yml",
        "../outside/o07.yml",
    ):
        document = read(data / path, data, path)
        assert (problems(document), document.root) == ([("OIT107", 1, 1)], {}), path


def test_a_scalar_is_a_text() -> None:
    scalar = Scalar.at("ก", 3, 5)
    assert scalar == "ก"
    assert hash(scalar) == hash("ก")
    assert SourceFile("x").place(scalar) == ("x", 3, 5)
    assert SourceFile("x").place() == ("x", 1, 1)

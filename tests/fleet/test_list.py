"""agencies.csv is used completely or not at all; every fault has its place."""

from pathlib import Path

import pytest

from oit.cli.commands.explain import catalogue
from oit.fleet.list import COLUMNS, ListedAgency, read_list
from oit.fleet.sources.address import Kind, source_of

HEADER = ",".join(COLUMNS)
GOOD = "a001,เทศบาลตำบลสมมติ,municipality,จ,อ,../a001/data,ปลัด"


def a_list(folder: Path, text: str | bytes) -> Path:
    path = folder / "agencies.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(folder: Path, *lines: str, header: str = HEADER) -> list[tuple[str, int, int]]:
    found = read_list(a_list(folder, "\n".join([header, *lines]) + "\n"))
    assert not found.agencies
    for finding in found.findings:
        assert finding.text("th") != finding.text("en")
        assert finding.code.id in catalogue()
    return [(f.code.id, f.place.line, f.place.column) for f in found.findings]


def test_a_list_in_any_order_with_columns_of_the_office(tmp_path: Path) -> None:
    text = (
        "note,contact,source,district,province,kind,name,id\n"
        "โทรแล้ว,ปลัด,../a001/data,อ,จ,municipality,เทศบาลตำบลสมมติ,a001\n"
    )
    found = read_list(a_list(tmp_path, text))
    assert found.agencies == (
        ListedAgency("a001", "เทศบาลตำบลสมมติ", "municipality", "จ", "อ", "../a001/data", "ปลัด"),
    )


@pytest.mark.parametrize(
    "data",
    [
        f"\ufeff{HEADER}\r\n{GOOD}\r\n".encode(),
        f"{HEADER}\n{GOOD}\n".encode("cp874"),
        f"{HEADER}\n{GOOD}\n".encode("utf-16"),
        f"sep=;\r\n{HEADER}\r\n{GOOD}\r\n".replace(",", ";").encode(),
        f"{HEADER}\n{GOOD}\n".replace(",", "\t").encode(),
        f"\n{HEADER}\n,,,,,,\n{GOOD}\n\n".encode(),
    ],
    ids=["mark", "windows", "unicode text", "named delimiter", "tabs", "empty rows"],
)
def test_a_list_as_excel_saves_it(tmp_path: Path, data: bytes) -> None:
    (agency,) = read_list(a_list(tmp_path, data)).agencies
    assert agency.name == "เทศบาลตำบลสมมติ"


def test_kinds_may_be_in_thai_and_cells_inert(tmp_path: Path) -> None:
    row = "a001,'=ชื่อ,องค์การบริหารส่วนตำบล,จ,อ,x/data,'-"
    (agency,) = read_list(a_list(tmp_path, f"{HEADER}\n{row}\n")).agencies
    assert (agency.name, agency.kind, agency.contact) == ("=ชื่อ", "subdistrict", "-")


def test_kinds_may_be_what_people_call_them(tmp_path: Path) -> None:
    kinds = {
        "municipality": [
            "เทศบาลตำบล",
            "เทศบาลเมือง",
            "เทศบาลนคร",
            "ทต.",
            " เทศบาล ",
            "Municipality",
        ],
        "subdistrict": ["อบต.", "อบต", "อ.บ.ต."],
        "provincial": ["อบจ.", "อบจ"],
        "special": ["เมืองพัทยา", "กทม."],
        "state_enterprise": ["state-enterprise", "รัฐวิสาหกิจ"],
    }
    words = [(word, kind) for kind, known in kinds.items() for word in known]
    rows = [f"a{n},ก,{word},จ,อ,{n}/data,-\n" for n, (word, _) in enumerate(words)]
    found = read_list(a_list(tmp_path, f"{HEADER}\n{''.join(rows)}"))
    assert [agency.kind for agency in found.agencies] == [kind for _, kind in words]


def test_an_unknown_kind_is_answered_in_its_language(tmp_path: Path) -> None:
    rows = "a1,ก,???,,,x,\na2,ก,เทศบาลตำบน,,,y,\n"
    all_kinds, near = read_list(a_list(tmp_path, f"{HEADER}\n{rows}")).findings
    assert "เทศบาล, องค์การบริหารส่วนตำบล, " in all_kinds.message("th")
    assert "municipality" not in all_kinds.text("th")
    assert "(known kinds: municipality, subdistrict, " in all_kinds.message("en")
    assert 'หมายถึง "เทศบาลตำบล" ใช่หรือไม่' in near.message("th")
    assert '(did you mean "municipality"?)' in near.message("en")


def test_a_line_break_in_a_cell_is_called_so(tmp_path: Path) -> None:
    (finding,) = read_list(a_list(tmp_path, f'{HEADER}\na1,"ก\r\nข",school,,,x,\n')).findings
    assert finding.message("en") == "the cell contains a line break"


def test_empty_cells_at_the_end_may_be_left_out(tmp_path: Path) -> None:
    rows = "a001,ก,school,จ,อ,x/data\na002,ข,school,จ,อ,y/data,,,\n"
    found = read_list(a_list(tmp_path, f"{HEADER}\n{rows}"))
    assert [agency.contact for agency in found.agencies] == ["", ""]


def test_thai_ids_are_allowed(tmp_path: Path) -> None:
    found = read_list(a_list(tmp_path, f"{HEADER}\nบ้านผึ้ง-ที่1,ก,school,,,x/data,\n"))
    assert [agency.id for agency in found.agencies] == ["บ้านผึ้ง-ที่1"]


def test_no_list(tmp_path: Path) -> None:
    found = read_list(tmp_path / "agencies.csv")
    assert [finding.code.id for finding in found.findings] == ["OIT821"]


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", HEADER.encode(), b"PK\x03\x04" + bytes(range(32)) * 50, b'a,"b\n']
)
def test_a_list_that_cannot_be_read_or_is_empty(tmp_path: Path, data: bytes) -> None:
    found = read_list(a_list(tmp_path, data))
    assert "OIT821" in {finding.code.id for finding in found.findings}
    assert not found.agencies


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("id,name,kind,province,district,source", [("OIT822", 1, 1)]),
        ("id,name,kind,province,distrct,source,contact", [("OIT822", 1, 5)]),
        (f"{HEADER},id", [("OIT822", 1, 8)]),
        ("a,b", [("OIT822", 1, 1)] * 7),
    ],
)
def test_columns(tmp_path: Path, header: str, expected: list[tuple[str, int, int]]) -> None:
    assert faults(tmp_path, "x", header=header) == expected


def test_a_row_with_too_many_cells(tmp_path: Path) -> None:
    assert faults(tmp_path, GOOD, f"{GOOD},x") == [("OIT821", 3, 8)]


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "a/b",
        "con",
        "a b",
        ".a",
        "-a",
        "a.",
        "FAILED",
        "failed",
        "x" * 61,
        "a\u200bb",
        "a:b",
    ],
)
def test_ids_that_are_no_safe_names(tmp_path: Path, name: str) -> None:
    assert ("OIT823", 2, 1) in faults(tmp_path, f"{name},ก,school,,,x/data,")


@pytest.mark.parametrize(
    ("first", "second"),
    [("a1", "a1"), ("A1", "a1"), ("\u0e19\u0e33", "\u0e19\u0e4d\u0e32"), ("é", "e\u0301")],
)
def test_ids_that_some_systems_take_for_the_same(tmp_path: Path, first: str, second: str) -> None:
    rows = (f"{first},ก,school,,,x/data,", f"{second},ข,school,,,y/data,")
    assert faults(tmp_path, *rows) == [("OIT823", 3, 1)]


@pytest.mark.parametrize(
    "source",
    [
        "ftp://a.go.th/x.git",
        "http://git.go.th/x.git",
        "https://user:secret@git.go.th/x.git",
        "https:///x.git",
        "https://a.go.th:0/",
        "https://a.go.th:port/",
        "ssh://-oProxyCommand=x/y.git",
        "ssh://-x@host/y.git",
        "me@-x:y.git",
        "ext::sh -c x",
        "--upload-pack=x",
        "file:///x",
        "a\u202eb",
    ],
)
def test_sources_that_cannot_be_used(tmp_path: Path, source: str) -> None:
    assert faults(tmp_path, f"a1,ก,school,,,{source},") == [("OIT824", 2, 6)]


@pytest.mark.parametrize(
    "source", ["/", "..", ".", "state", "work/agencies/a1", "sites/a1/data", "loop/state"]
)
def test_the_fleet_itself_is_no_source(tmp_path: Path, source: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    assert faults(tmp_path, f"a1,ก,school,,,{source},") == [("OIT824", 2, 6)]


def test_agencies_may_be_in_the_folder_of_the_fleet_or_around_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "fleet").mkdir()
    rows = "a1,ก,school,,,..,\na2,ก,school,,,agencies/a2,\na3,ก,school,,,statement,\n"
    assert len(read_list(a_list(tmp_path / "fleet", f"{HEADER}\n{rows}")).agencies) == 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("x/data", "./x/../x/data/"),
        ("x", "x/data"),
        ("x", "link"),
        ("https://a.go.th", "HTTP://A.go.th:80/"),
        ("https://a.go.th/x.git", "https://a.go.th:443/x.git"),
        ("git@a.go.th:x/y.git", "ssh://git@a.go.th/x/y"),
        ("y.git", "./y.git"),
    ],
)
def test_two_agencies_with_one_source(tmp_path: Path, first: str, second: str) -> None:
    (tmp_path / "x" / "data").mkdir(parents=True)
    (tmp_path / "link").symlink_to("x")
    rows = (f"a1,ก,school,,,{first},", f"a2,ข,school,,,{second},")
    assert faults(tmp_path, *rows) == [("OIT824", 3, 6)]


def test_other_cells(tmp_path: Path) -> None:
    rows = (
        "a1,,schol,,,x/data,",
        '"a2","ก",,,,y/data,"บรรทัดแรก\nบรรทัดสอง"',
        "a3,ก,school,,,,a\u202eb",
        ",ก,school,,,z/data,",
    )
    assert faults(tmp_path, *rows) == [
        ("OIT825", 2, 2),
        ("OIT825", 2, 3),
        ("OIT825", 3, 3),
        ("OIT825", 3, 7),
        ("OIT824", 5, 6),
        ("OIT825", 5, 7),
        ("OIT823", 6, 1),
    ]


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oit.fleet.list.MAX_FILE", 10)
    (finding,) = read_list(a_list(tmp_path, f"{HEADER}\n{GOOD}\n")).findings
    assert "too large" in finding.message("en")


@pytest.mark.parametrize("end", ["", "index.html", "?page=1", "index.html#o1"])
def test_a_site_is_known_by_its_front_page_as_browsers_show_it(tmp_path: Path, end: str) -> None:
    assert source_of(f"https://a.go.th/oit/{end}", tmp_path) == (
        Kind.SITE,
        "https://a.go.th/oit/",
    )

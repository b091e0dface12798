"""What stays together on a page of a Word file."""

from collections.abc import Sequence

from oit.forms.ita import Signer
from oit.views.papers.paper import (
    Block,
    Chart,
    Figures,
    Heading,
    PaperTable,
    Points,
    Record,
    Records,
    Signatures,
    Text,
    Timeline,
)
from oit.views.papers.widths import PORTRAIT
from oit.views.papers.word.layout import Grid, Topic, lay_out

SIGNER = Signer(position="นายก")
SIGNED = Signatures([SIGNER])
TABLE = PaperTable("คะแนน", ["ข้อ"], [("", [["i1"], ["i2"], ["i3"], ["i4"]])])


def kept(*blocks: Block) -> list[bool]:
    """Return which blocks stay with the next one."""
    return [laid.is_kept for laid in lay_out(blocks, PORTRAIT)]


def grids(*blocks: Block) -> list[Grid]:
    return [laid.block for laid in lay_out(blocks, PORTRAIT) if isinstance(laid.block, Grid)]


def kept_rows(grid: Grid) -> list[bool]:
    return [line.is_kept for _, lines in grid.groups for line in lines]


def a_record(*values: str | list[str], title: str = "ก") -> Record:
    return Record(title, [("ขั้นตอน", value) for value in values])


def records(*made: Record, name: str = "") -> Records:
    return Records("มาตรการ", [(name, made)])


def test_heading_stays_with_what_follows() -> None:
    assert kept(Heading("ผล", "a"), Text("ก"), Text("ข")) == [True, False, False]


def test_text_stays_with_the_table_or_list_that_it_introduces() -> None:
    for introduced in (TABLE, Points(["ก"]), records(a_record("ข"))):
        assert kept(Text("ก"), introduced)[0]


def test_what_is_before_signatures_stays_with_them() -> None:
    for block in (Text("ก"), Points(["ก"]), Figures([("ก", 1)])):
        assert kept(block, SIGNED) == [True, False]


def test_signatures_below_a_table_are_its_last_row() -> None:
    timeline = Timeline("ปฏิทิน", ["1"], [("ก", [True])])
    for block in (TABLE, timeline, records(a_record("ข"))):
        assert [grid.signers for grid in grids(block, SIGNED)] == [[SIGNER]]
        assert kept(block, SIGNED) == [False]
        (grid,) = grids(block, SIGNED)
        assert kept_rows(grid)[-1]


def test_first_and_last_rows_are_not_alone_on_a_page() -> None:
    assert kept_rows(*grids(TABLE)) == [True, False, True, False]
    assert kept_rows(*grids(PaperTable("คะแนน", ["ข้อ"], [("", [["i1"]])]))) == [False]


def test_long_rows_are_not_kept_together() -> None:
    # Together they would leave most of a page empty, with the headings that are kept with them.
    rows = [["ก" * 600], ["ก" * 600], ["ข"], ["ค"]]
    assert kept_rows(*grids(PaperTable("คะแนน", ["ข้อ"], [("", rows)]))) == [
        False,
        False,
        True,
        False,
    ]


def test_only_long_rows_continue_on_the_next_page() -> None:
    rows: list[Sequence[str]] = [["สั้น"], ["ยาว" * 400]]
    (grid,) = grids(PaperTable("คะแนน", ["ข้อ"], [("", rows)]))
    assert [line.is_whole for _, lines in grid.groups for line in lines] == [True, False]


def test_caption_is_not_repeated_below_a_heading_of_the_same_words() -> None:
    heading, other = Heading("คะแนน", "a"), Heading("อื่น", "b")
    blocks: list[Block] = [heading, TABLE, Text("ก"), TABLE, other, TABLE]
    assert [grid.is_captioned for grid in grids(*blocks)] == [False, False, True]


def test_chart_is_left_out() -> None:
    assert kept(Chart("คะแนน", [("ก", 1)])) == []


def test_short_record_stays_on_one_page_under_its_title() -> None:
    short, long = a_record("ก", "ข", "ค"), a_record(*["ก" * 150] * 9)
    first, second = grids(records(short, long))
    assert first.heads == ["ก"]
    assert kept_rows(first) == [True, True, False]
    assert kept_rows(second) == [True, *[False] * 6, True, False]


def test_group_of_records_has_a_heading_and_one_width_of_labels() -> None:
    laid = list(lay_out([records(a_record("ก"), a_record("ข"), name="(1) ประเด็น")], PORTRAIT))
    assert laid[0] == (Topic("(1) ประเด็น"), True)
    first, second = (entry.block for entry in laid[1:])
    assert isinstance(first, Grid)
    assert isinstance(second, Grid)
    assert first.widths == second.widths
    assert sum(first.widths) == PORTRAIT


def test_only_the_last_record_is_signed() -> None:
    first, last = grids(records(a_record("ก"), a_record("ข")), SIGNED)
    assert (first.signers, last.signers) == ((), [SIGNER])


def test_record_without_lines_is_its_title() -> None:
    (grid,) = grids(records(a_record()), SIGNED)
    assert kept_rows(grid) == []

"""``oit new``: the file of one item."""

import pytest

from start.newcomer import Newcomer


@pytest.fixture
def begun(newcomer: Newcomer) -> Newcomer:
    newcomer.init()
    return newcomer


def test_the_file_is_what_init_writes(begun: Newcomer) -> None:
    before = begun.read("2569/o12.yml")
    (begun.data / "2569/o12.yml").unlink()
    printed = begun.on_data("new", "o๑๒")
    assert (printed.status, printed.err) == (0, "")
    assert "data/2569/o12.yml" in printed.out
    assert begun.read("2569/o12.yml") == before


def test_an_item_that_is_read_from_the_year_before(begun: Newcomer) -> None:
    (begun.data / "2568/ita.yml").unlink()
    assert begun.on_data("new", "O26").status == 0
    assert (begun.data / "2568/ita.yml").is_file()


def test_another_year(begun: Newcomer) -> None:
    assert begun.on_data("new", "O30", "--year", "2567").status == 0
    assert "(แบบวัดปี 2567)" in begun.read("2567/o30.yml")


def test_a_file_that_is_there_is_left_alone(begun: Newcomer) -> None:
    begun.write("2569/o12.yml", "owner: กองคลัง\n")
    printed = begun.on_data("new", "O12", lang="en")
    assert printed.status == 2
    assert "not overwritten" in printed.err
    assert begun.read("2569/o12.yml") == "owner: กองคลัง\n"


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [(["O77"], "OIT404"), (["สวัสดี"], "OIT404"), (["O1", "--year", "2590"], "OIT401")],
)
def test_what_cannot_be_written_is_reported(
    begun: Newcomer, arguments: list[str], reported: str
) -> None:
    printed = begun.on_data("new", *arguments)
    assert printed.status == 2
    assert reported in printed.err


def test_without_a_data_folder(newcomer: Newcomer) -> None:
    assert newcomer.on_data("new", "O1").status == 2


def test_without_any_year(newcomer: Newcomer) -> None:
    newcomer.write("agency.yml", "name: ก\nkind: other\n")
    printed = newcomer.on_data("new", "O1")
    assert printed.status == 2
    assert "--year" in printed.err


def test_the_review_has_an_entry_for_each_item(begun: Newcomer) -> None:
    printed = begun.on_data("new", "review")
    assert (printed.status, printed.err) == (0, "")
    assert "data/2569/review.yml" in printed.out
    text = begun.read("2569/review.yml")
    assert text.count("  - item: O") == 26
    assert "  ## โครงสร้าง หน้าที่และอำนาจ\n  - item: O1\n    score:\n    remark:\n" in text
    # Nothing is filled in yet, and nothing is wrong.
    begun.write("2569/review.yml", text.replace("# opens", "opens").replace("# closes", "closes"))
    assert begun.on_data("check", "--today", "2569-04-01").status == 1
    printed = begun.on_data("review")
    assert printed.status == 2
    assert "ยังไม่มีคะแนนของข้อใด" in printed.err


def test_a_review_that_is_there_is_left_alone(begun: Newcomer) -> None:
    begun.write("2569/review.yml", "opens: 2569-06-01\n")
    assert begun.on_data("new", "review.yml").status == 2
    assert begun.read("2569/review.yml") == "opens: 2569-06-01\n"


def test_a_new_year_begins_without_a_review(begun: Newcomer) -> None:
    begun.write("2569/review.yml", "items: [{item: O7, score: 50}]\n")
    assert begun.on_data("new-year", "2570").status == 0
    assert not (begun.data / "2570/review.yml").exists()

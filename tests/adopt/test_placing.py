"""Which label a link belongs to: that of its element, else the one above or below it."""

import pytest

from adopt.placed import TITLES, entries, placed

Places = list[tuple[str, str | None, bool]]
ALL = [(str(n), f"O{n}", True) for n in range(1, len(TITLES) + 1)]
NEWS = "<p><a href=news>ข่าว</a></p>"


def doubted(places: Places) -> list[tuple[str, str | None]]:
    assert not any(sure for _, item, sure in places if item)
    return [(url, item) for url, item, _ in places]


@pytest.mark.parametrize(
    "page",
    [
        entries("<div><h4>{label}</h4>{link}</div>"),
        entries("<div>{link}<h4>{label}</h4></div>"),
        entries("<div><a href={n}>ดู<h4>{label}</h4></div>"),
        entries("<div><a href={n}>ดู <span>{label}</span></div>"),
        entries("<h4>{label}<h4><p>{link}"),
        entries("<p>{link}</p><h4>{label}</h4>"),
        entries("<dt>{label}<dd>{link}"),
        entries("<dt>{link}<dd>{label}"),
        entries("{label}<br>{link}<br>"),
        entries("{link}<br>{label}<br>"),
        f"<table>{entries('<tr><td>{link}<td>{label}')}</table>",
        f"<table>{entries('<tr><td>{link}<tr><td>{label}')}</table>",
        entries('<div><a onclick="window.open(\'{n}\')">ดู</a><h4>{label}</h4></div>'),
        entries("<map><area href={n} alt='{label}'></map>"),
    ],
)  # fmt: skip
def test_links_before_and_after_their_labels(page: str) -> None:
    assert placed(page) == ALL


def test_a_button_that_is_never_closed() -> None:
    found = placed(entries("<button data-href=/{n}>ดู<p>{label}</p>"))
    assert found == [(f"/{url}", item, sure) for url, item, sure in ALL]


def test_a_link_is_of_the_label_that_opens_its_part_of_the_page() -> None:
    heads = entries("<button aria-controls=p{n}>{label}</button>")
    assert placed(heads + entries("<div id=p{n}>{link}</div>")) == ALL
    tabs = entries("<a href='#p{n}'>{label}</a>")
    assert placed(tabs + entries("<div id=p{n}><p>{link}</p></div>")) == ALL


@pytest.mark.parametrize(
    "page",
    [
        # Neither edge of the list has a link, or both have one.
        entries("<h4>{label}</h4><p>{link}</p>").removesuffix("<p><a href=6>ดู</a></p>"),
        "<p><a href=0>ดู</a></p>" + entries("<h4>{label}</h4><p>{link}</p>"),
        # What is after the list is as good a link of the last item.
        entries("<p>{link}</p><h4>{label}</h4>") + "<p><a href=0>ดู</a></p>",
    ],
)
def test_without_an_edge_that_tells_no_link_is_sure(page: str) -> None:
    doubted(placed(page))


def test_the_last_item_of_a_page_that_closes_no_parts_is_not_sure() -> None:
    after = entries("<div><h4>{label}</h4>{link} ")
    assert placed(after + "<div><a href=x>พิมพ์หน้านี้</a>")[:-1] == ALL
    found = placed(after.removesuffix("<a href=6>ดู</a> ") + "<div><a href=x>พิมพ์หน้านี้</a>")
    doubted(found)


def test_a_card_with_its_link_above_is_not_sure_where_cards_may_not_be_closed() -> None:
    cards = entries("<div>{link}<h4>{label}</h4></div>")
    assert placed(cards) == ALL
    found = placed(f"<div><div>{cards}<p><a href=x>ข่าว</a></p>")
    assert doubted(found[:-2]) == [(url, item) for url, item, _ in ALL[:-1]]


def test_where_the_list_seems_to_end_says_nothing_if_its_tags_are_not_closed() -> None:
    items = entries("<span>{label}</span> {link}<hr>")
    first = f"<span>O1 {TITLES[0]}</span> <a href=1>ดู</a><hr>"
    swallowed = f"<h2>OIT 2569<span>O1 {TITLES[0]} <a href=1>ดู</a><hr>"
    page = swallowed + items.removeprefix(first)
    ended = page.replace("</span> <a href=6>", "</span></span></h2> <a href=6>")
    doubted(placed(ended, head=""))


def test_a_link_after_the_list_in_elements_of_other_classes_is_not_sure() -> None:
    rows = entries("<h4>{label}</h4><ul class=files><li>{link}<li><a href={n}b>ฉบับแก้ไข</a></ul>")
    last = rows.removesuffix("<li><a href=6b>ฉบับแก้ไข</a></ul>") + "</ul>"
    for name, item in (("more", ("x", "O6", False)), ("pager", ("x", None, False))):
        found = placed(f"<div>{last}<ul class={name}><li><a href=x>ฉบับก่อน</a></ul></div>")
        assert found[-1] == item
        assert found[-2] == ("6", "O6", True)


def test_links_beside_labels_tell_where_those_are_that_are_not() -> None:
    rows = entries("<tr><td>{label}<td>{link}<tr><td><td><a href={n}b>ฉบับแก้ไข</a>")
    found = placed(f"<p><a href=0>ฉบับแก้ไข</a></p><table>{rows}</table>")
    assert [(item, sure) for _, item, sure in found[1:-1]] == [
        (f"O{n}", True) for n in range(1, 7) for _ in "ab"
    ][:-1]


def test_rows_of_labels_beside_rows_of_links_are_not_sure() -> None:
    row = "<div>{}</div>"
    labels = [f"<b>O{n} {title}</b> " for n, title in enumerate(TITLES, 1)]
    links = [f"<a href={n}>ดู</a> " for n in range(1, 7)]
    grid = "".join(
        row.format("".join(f"<p>{cell}" for cell in cells))
        for at in (0, 3)
        for cells in (labels[at : at + 3], links[at : at + 3])
    )
    doubted(placed(grid))


def test_columns_tell_which_link_of_a_row_is_of_which_label_of_the_row_above() -> None:
    cells = "".join(f"<td>O{n} {title}" for n, title in enumerate(TITLES, 1))
    links = "".join(f"<td><a href={n}>ดู</a>" for n in range(1, 7))
    found = placed(f"<table><tr>{cells}<tr>{links}</table>")
    assert [(url, item) for url, item, _ in found] == [(url, item) for url, item, _ in ALL]


@pytest.mark.parametrize(
    "entry", ["<p><a href={n}>ดูเอกสาร {label}</p>", "<p><a href={n}>แบบ ที่ {label}</p>"]
)
def test_links_that_have_swallowed_labels_are_not_sure(entry: str) -> None:
    """Without its closing tag a link seems to contain what is written after it."""
    first = f"<p>O1 {TITLES[0]}</p>"
    doubted(placed(first + entries(entry) + NEWS))

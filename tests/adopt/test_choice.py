"""Which links lead to the items of the year that is filled."""

from dataclasses import replace

from oit.adopt.choice import Found, choose, inherited
from oit.adopt.links import Link
from oit.bilingual import Bilingual
from oit.data.checklist import Checklist, Item

WHY = Bilingual("เพราะ", "because")


def a_list(year: int, name: str = "general", **continued: list[str]) -> Checklist:
    items = [
        Item(id=id_, title=id_, indicator="9", form="document", continues=before)
        for id_, before in continued.items()
    ]
    return Checklist.model_construct(checklist=name, year=year, title=name, items=items)


def found(list_: str | None, item: str | None, url: str = "", **more: object) -> Found:
    address = f"https://a.go.th/{url or item}"
    link = Link(address, address, "เอกสาร", list_, item, sure=True, why=WHY)
    page = str(more.pop("page", "https://a.go.th/"))
    return Found(replace(link, **more), page)  # type: ignore[arg-type]  # the fields of a link


OWN = a_list(2569, O1=["O2"], O2=["O3"], O3=["O3"])
OLD = a_list(2568, O2=["O5"], O3=[])
OLDER = a_list(2567, O5=[])
LISTS = {(one.checklist, one.year): one for one in (OWN, OLD, OLDER)}


def test_the_year_itself_comes_before_older_ones() -> None:
    both = [found("general-2569", "O1"), found("general-2568", "O2"), found("health-2569", "O1")]
    choice = choose(both, OWN, LISTS)
    assert (choice.year, [entry.item.id for entry in choice.chosen]) == (2569, ["O1"])
    assert [entry.link.list for entry in choice.left] == ["general-2568", "health-2569"]
    assert choose(both, OWN, LISTS, 2568).year == 2568
    assert choose(both, OWN, LISTS, 2560).year is None
    assert choose([found("general-2570", "O1")], OWN, LISTS).year is None


def test_items_are_followed_over_the_lists_between() -> None:
    choice = choose([found("general-2567", "O5")], OWN, LISTS)
    [chosen] = choice.chosen
    assert (chosen.item.id, chosen.year, chosen.sure) == ("O1", 2567, True)
    without = {("general", 2569): OWN, ("general", 2567): OLDER}
    assert not choose([found("general-2567", "O5")], OWN, without).chosen


def test_an_item_that_became_two_is_for_a_person_to_choose() -> None:
    choice = choose([found("general-2568", "O3")], OWN, LISTS)
    assert [(entry.item.id, entry.sure) for entry in choice.chosen] == [
        ("O2", False),
        ("O3", False),
    ]


def test_a_link_counts_once_as_the_surest() -> None:
    links = [found("general-2569", "O1", sure=False), found("general-2569", "O1")]
    choice = choose([*links, links[0]], OWN, LISTS)
    assert [entry.sure for entry in choice.chosen] == [True]


def test_documents_of_a_sub_page_belong_to_its_item() -> None:
    sub, other = "https://a.go.th/o1", "https://a.go.th/o2"
    leads = {sub: found("general-2569", "O1").link, other: found("general-2569", "O2").link}
    links = [
        found(None, None, "own.pdf", page=sub),
        found("general-2569", "O3", "named.pdf", page=sub),
        found(None, None, "menu.pdf", page=sub),
        found(None, None, "menu.pdf", page=other),
        found(None, None, "first.pdf"),
    ]
    belong = [entry.link.item for entry in inherited(links, leads)]
    assert belong == ["O1", "O3", None, None, None]

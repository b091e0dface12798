"""What is exactly as before is the object of before."""

from decimal import Decimal

from oit.assess.unchanged import is_same, unchanged
from small_agency import SmallAgency


def test_years_that_are_the_same_are_those_of_before(small_agency: SmallAgency) -> None:
    old, new = [small_agency.assess()], [small_agency.assess()]
    assert new[0] is not old[0]
    assert unchanged(new, old)[0] is old[0]


def test_only_the_items_that_changed_are_new(small_agency: SmallAgency) -> None:
    old = small_agency.assess()
    small_agency.add("data/2569/o07.yml", "problems: ฝนตกชุก\n")
    [new] = unchanged([small_agency.assess()], [old])
    changed = [r.item.id for r, known in zip(new.items, old.items, strict=True) if r is not known]
    assert changed == ["O7"]
    assert new.agency is old.agency


def test_numbers_are_compared_to_the_last_digit(small_agency: SmallAgency) -> None:
    assert not is_same(Decimal("1.5"), Decimal("1.50"))
    assert is_same([(Decimal("1.5"), {"a": 1})], [(Decimal("1.5"), {"a": 1})])
    assert not is_same(1, True)
    item = small_agency.data / "2569/o07.yml"
    [old] = [small_agency.assess()]
    item.write_text(item.read_text(encoding="utf-8").replace("482,310.50", "482,310.5"), "utf-8")
    [new] = unchanged([small_agency.assess()], [old])
    assert new.items[2] is not old.items[2]

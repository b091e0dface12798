"""The bidders of a purchase, as one line of text and as a list."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from oit.characters import FORBIDDEN
from oit.forms.bidders import WRITTEN, Bidder, says, split_bidders, write_bidders
from oit.forms.purchase import Purchase
from oit.thai import writing

NAMES = (
    (st.text(max_size=12) | st.text(alphabet="ก5 \\|='-\n", max_size=12))
    .map(lambda name: name.strip().strip(writing.SPACES).strip())
    .filter(lambda name: not writing.is_blank(name) and not FORBIDDEN.search(name))
    .filter(lambda name: name == name.strip(writing.SPACES))
)
PRICES = st.none() | st.decimals(
    min_value=0, max_value=10**12, allow_nan=False, allow_infinity=False, places=2
)
CELLS = st.text(alphabet="ก5.= |\\-_\u200b", max_size=16)


def read(text: str) -> list[tuple[str, Decimal | None]]:
    """Read bidders as the field of a purchase."""
    purchase = Purchase.model_validate({"name": "ก", "bidders": text})
    return [(bidder.name, bidder.price) for bidder in purchase.bidders]


@pytest.mark.parametrize(
    ("bidders", "text"),
    [
        ([], ""),
        (
            [("ร้าน ก", Decimal("46730.00")), ("ร้าน ข", Decimal(47000))],
            "ร้าน ก = 46730.00 | ร้าน ข = 47000",
        ),
        ([("ร้าน ก", None)], "ร้าน ก"),
        ([("ก=ข|ค\\ง", None)], "ก\\=ข\\|ค\\\\ง"),
        ([("ก\\", None), ("ข", Decimal(5))], "ก\\\\ | ข = 5"),
        ([("ก", Decimal("0.0000001"))], "ก = 0.0000001"),  # never as 1E-7
        ([("ก\nข", None)], "ก\nข"),
    ],
)
def test_written_bidders_read_back(bidders: list[tuple[str, Decimal | None]], text: str) -> None:
    assert write_bidders(bidders) == text
    assert read(text) == bidders


@given(st.lists(st.tuples(NAMES, PRICES), max_size=4))
def test_any_bidders_read_back(bidders: list[tuple[str, Decimal | None]]) -> None:
    assert read(write_bidders(bidders)) == bidders


@pytest.mark.parametrize(
    ("text", "bidders"),
    [
        ("ก=5|ข=6", [("ก", Decimal(5)), ("ข", Decimal(6))]),  # as people write it
        ("  ก  =  1,500.50 บาท  ", [("ก", Decimal("1500.50"))]),
        ("ก = ๕๐๐", [("ก", Decimal(500))]),
        ("ก = ", [("ก", None)]),
        ("ก = -", [("ก", None)]),
        ("ก | | - | ข |", [("ก", None), ("ข", None)]),
        ("-", []),
        (" ", []),
        ("ก\\", [("ก\\", None)]),  # a backslash before nothing
        ("ก\\ข", [("กข", None)]),
        ("ก\\\\|ข", [("ก\\", None), ("ข", None)]),
    ],
)
def test_bidders_as_people_write_them(text: str, bidders: list[tuple[str, Decimal | None]]) -> None:
    assert read(text) == bidders


@pytest.mark.parametrize(
    ("text", "kind"),
    [("ก = ห้า", "money"), ("= 5", "required"), ("- = 5", "required"), ("ก=5=6", "money")],
)
def test_unreadable_bidders_are_faults(text: str, kind: str) -> None:
    with pytest.raises(ValidationError) as raised:
        read(text)
    assert [error["type"] for error in raised.value.errors()] == [kind]


def test_bidders_in_a_list() -> None:
    bidders = [{"name": "ก", "price": "๕"}, {"name": "ข"}]
    purchase = Purchase.model_validate({"name": "ก", "bidders": bidders})
    assert [(bidder.name, bidder.price) for bidder in purchase.bidders] == [
        ("ก", Decimal(5)),
        ("ข", None),
    ]


def test_splitting_a_cell_leaves_prices_unread() -> None:
    assert split_bidders("ก = ห้า | ข") == [{"name": "ก", "price": "ห้า"}, {"name": "ข"}]


# What a table asks of a cell without reading it


@pytest.mark.parametrize(
    ("text", "name", "price"),
    [
        ("ร้าน ก = 5", True, True),
        ("ร้าน ก | ร้าน ข", True, False),
        ("ร้าน ก | ร้าน ข = 5", True, True),
        ("ก=5", True, True),
        ("ก = -", True, False),
        ("ก\\=ข", True, False),
        ("ก\\=ข = 5", True, True),
        ("-", False, False),
        ("", False, False),
    ],
)
def test_whether_a_cell_contains_a_name_or_a_price(text: str, name: bool, price: bool) -> None:
    assert says(text, "name") is name
    assert says(text, "price") is price


@given(CELLS)
def test_a_cell_written_by_this_program_can_be_read(text: str) -> None:
    if WRITTEN.fullmatch(text):
        found = read(text)
        assert found
        assert says(text, "price") is any(price is not None for _, price in found)


@given(CELLS)
def test_a_cell_contains_what_its_bidders_do(text: str) -> None:
    try:
        bidders = [Bidder.model_validate(part) for part in split_bidders(text)]
    except ValidationError:
        return  # an unreadable cell is a fault of its own
    assert says(text, "name") is bool(bidders)
    assert says(text, "price") is any(bidder.price is not None for bidder in bidders)


def test_matching_a_long_cell_takes_linear_time() -> None:
    assert not WRITTEN.fullmatch("ก " * 60_000 + "\\")
    assert not WRITTEN.fullmatch("ก | " * 30_000 + "\\")
    assert not WRITTEN.fullmatch("- " * 60_000)

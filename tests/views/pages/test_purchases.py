"""The lines of a monthly summary of purchases."""

from decimal import Decimal

from oit.forms.bidders import Bidder
from oit.forms.purchase import Purchase
from oit.views.pages.environment import template
from oit.views.pages.purchases import lines

HOSTILE = "<script>alert('1')</script> & 2/2569"
"""The number is put into an element, so that it stays on one line."""
SAFE = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
SAFE_TEXT = f'{SAFE}<span class="oit-whole">2/2569</span>'


def hostile_purchase() -> Purchase:
    return Purchase.model_construct(
        name=HOSTILE,
        winner=HOSTILE,
        method=HOSTILE,
        reason=HOSTILE,
        contract_number=HOSTILE,
        budget=Decimal("1200.50"),
        bidders=[Bidder.model_construct(name=HOSTILE, price=Decimal(1000))],
    )


def test_every_text_of_a_line_is_html() -> None:
    (line,) = lines([hostile_purchase()], str).lines

    assert {line.name, line.winner, line.method, line.reason, line.contract_number} == {SAFE_TEXT}
    assert line.bidders == [(False, SAFE_TEXT, "1,000")]
    assert (line.number, line.budget) == ("1", "1,200.50")


def test_figures_are_html_even_if_they_are_not_numbers() -> None:
    purchase = hostile_purchase().model_copy(update={"budget": None, "contract_date": "<b>"})

    (line,) = lines([purchase], str).lines

    assert (line.budget, line.contract_date) == ("", "&lt;b&gt;")


def test_a_summary_without_purchases_has_no_lines() -> None:
    assert [*lines([], str).lines] == []


def test_summary_writes_each_text_once_escaped() -> None:
    summary = template("purchases.html").module.summary  # type: ignore[attr-defined]  # a macro

    html = summary(lines([hostile_purchase()], str), "<เดือน>")

    assert html.count(SAFE_TEXT) == 6
    assert "<script" not in html
    assert "&amp;lt;" not in html

"""What a page or a style sheet loads; the time for it grows with the text, not with its square."""

import gzip
import sys
from collections.abc import Callable

import pytest

from oit.publish.verify.checks.sitemap import _decompress, _locations
from oit.publish.verify.markup import addresses_in_css

LOADS = {
    "a{background:url(a.png)}": ["a.png"],
    "a{background:url( 'a b.png' )}b{src:URL(\"c.woff2\")}": ["a b.png", "c.woff2"],
    "@import 'x.css'; @import url(y.css);": ["x.css", "y.css"],
    "/* url(no.png) */ a{mask:url(#icon)}": [],
    "a{/* x */background:url(a.png)/* y": ["a.png"],
    "url(": [],
    "@import ": [],
}
ENDLESS = ["url(", "url('", "/*", "/* *", "@import '", "url(" + " " * 50, "<loc>", "<loc> "]


@pytest.mark.parametrize(("text", "addresses"), LOADS.items())
def test_addresses_of_a_style_sheet(text: str, addresses: list[str]) -> None:
    assert addresses_in_css(text) == addresses


def steps(work: Callable[[], object]) -> int:
    """Count the lines of Python that run."""
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    old = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        work()
    finally:
        sys.settrace(old)
    return count


@pytest.mark.parametrize("piece", ENDLESS)
@pytest.mark.parametrize("read", [addresses_in_css, lambda text: [*_locations(text)]])
def test_what_never_ends_is_given_up_at_once(read: Callable[[str], list[str]], piece: str) -> None:
    small = steps(lambda: read(piece * 100))
    assert steps(lambda: read(piece * 1000)) <= 12 * max(small, 10)
    # A quadratic search of this text would take minutes.
    read(piece * 200_000)


def test_locations_of_a_site_map() -> None:
    text = "<loc> https://a/ </loc><loc>https://a/b&amp;c</loc><loc>https://a/d"
    assert [*_locations(text)] == ["https://a/", "https://a/b&c"]


def test_a_bomb_is_not_unpacked() -> None:
    bomb = gzip.compress(b"0" * 10_000_000)
    assert _decompress(bomb, 100) == b"0" * 100
    assert _decompress(b"<urlset/>", 100) is None
    assert _decompress(gzip.compress(b"ab")[:-9], 100) in {b"ab", b"a", b""}

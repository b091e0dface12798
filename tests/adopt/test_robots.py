"""robots.txt as RFC 9309 describes it."""

import pytest

from oit.adopt.robots import EVERYTHING, LONGEST_DELAY, parse

ROOT = "https://www.tumbon.go.th"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /a", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("user-agent:*\r\ndisallow:/a # private", "/a", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/", False),
        ("User-agent: *\nDisallow:", "/a", True),
        # The group of our own name counts alone, wherever it is.
        ("User-agent: *\nDisallow: /\n\nUser-agent: OIT-Adopt\nDisallow: /x", "/a", True),
        ("User-agent: oit-adopt\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: oit-adopt\n\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        # Several names begin one group, and groups of one name are one.
        ("User-agent: other\nUser-agent: *\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", False),
        # The longest pattern decides, then the one that allows.
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/o1.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/o1.pdf?a=1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x.pdf/o1.pdf", False),
        ("User-agent: *\nDisallow: /a$", "/a", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /*a*b", "/xaxb", False),
        ("User-agent: *\nDisallow: /*a*b", "/xbxa", True),
        ("User-agent: *\nDisallow: /a*aa$", "/aa", True),
        ("User-agent: *\nDisallow: /*?id=", "/news.php?id=3", False),
        ("User-agent: *\nDisallow: /แผน", "/%E0%B9%81%e0%b8%9c%E0%B8%99/x", False),
        ("User-agent: *\nDisallow: /%7Ea", "/~a", False),
        ("User-agent: *\nDisallow: /a%2fb", "/a/b", True),
        ("Disallow: /a\nnonsense", "/a", True),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert parse(text, "oit-adopt").allows(ROOT + path) is allowed


@pytest.mark.parametrize(
    ("value", "delay"),
    [("5", 5), ("0.5", 0.5), ("3600", LONGEST_DELAY), ("-1", 0), ("nan", 0), ("soon", 0)],
)
def test_delay(value: str, delay: float) -> None:
    assert parse(f"User-agent: *\nCrawl-delay: {value}\n", "oit-adopt").delay == delay


def test_without_rules_everything_is_allowed() -> None:
    assert EVERYTHING.allows(ROOT)

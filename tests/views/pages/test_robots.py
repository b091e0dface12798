"""What crawlers may read."""

from urllib.robotparser import RobotFileParser

import pytest

from oit.views.pages.robots import robots


@pytest.mark.parametrize(
    ("site_url", "site_map"),
    [
        ("https://oit.example.go.th", "https://oit.example.go.th/sitemap.xml"),
        ("https://a.example/%E0%B8%81/", "https://a.example/%E0%B8%81/sitemap.xml"),
        ("https://a.example/ก/", "https://a.example/%E0%B8%81/sitemap.xml"),
        (
            "http://เทศบาล.ไทย:8080/ก",
            "http://xn--o3cg7ak5c9d.xn--o3cw4h:8080/%E0%B8%81/sitemap.xml",
        ),
        (f"https://{'ก' * 70}.example", f"https://{'%E0%B8%81' * 70}.example/sitemap.xml"),
        ("http://[::1]:8000/", "http://[::1]:8000/sitemap.xml"),
        (None, None),
    ],
)
def test_everything_may_be_read_and_the_site_map_is_named(
    site_url: str | None, site_map: str | None
) -> None:
    lines = robots(site_url).decode().splitlines()
    parser = RobotFileParser()
    parser.parse(lines)
    assert parser.can_fetch("AnyBot", "https://oit.example.go.th/oit/2569/o1/")
    named = [line.partition(": ")[2] for line in lines if line.startswith("Sitemap:")]
    assert named == ([site_map] if site_map else [])


def test_pages_for_staff_may_be_fetched_to_see_that_they_must_not_be_indexed() -> None:
    parser = RobotFileParser()
    parser.parse(robots("https://oit.example.go.th", staff=True).decode().splitlines())
    assert parser.can_fetch("AnyBot", "/staff/")
    assert parser.site_maps() is None

"""What the host of an address reveals."""

import pytest

from oit.publish.hosts import is_inside, is_sample, looks_like_staging, readable, same_site


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8000/",
        "http://192.168.1.10/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "https://test.tuayang.go.th/",
        "https://dev2.tuayang.go.th/",
        "https://www.staging.tuayang.go.th/",
        "https://tuayang-dev.go.th/",
        "https://uat-portal.tuayang.go.th/",
        "http://server.local/",
        "http://intranet/",
        "http://127.1/",
        "http://169.254.43518/",
        "http://0x7f.0.0.1/",
        "http://[/",
    ],
)
def test_hosts_that_look_private_or_for_tests(address: str) -> None:
    assert looks_like_staging(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.tuayang.go.th/",
        "https://device.go.th/",
        "https://testament.or.th/",
        "https://latest.go.th/",
        "http://8.8.8.8/",
    ],
)
def test_public_hosts(address: str) -> None:
    assert not looks_like_staging(address)


def test_a_test_site_is_not_inside_a_private_network() -> None:
    assert is_inside("http://server.local/")
    assert not is_inside("https://test.tuayang.go.th/")


def test_thai_hosts_are_equal_in_unicode_and_ascii() -> None:
    assert same_site("https://น้ำ.ไทย/ก", "https://www.xn--q3c4c8cq.xn--o3cw4h/")
    assert not same_site("https://น้ำ.ไทย/", "https://ดิน.ไทย/")
    assert readable("https://xn--q3c4c8cq.xn--o3cw4h/a") == "https://น้ำ.ไทย/a"
    assert readable("https://a.go.th/") == "https://a.go.th/"
    assert readable("https://xn--0.th/") == "https://xn--0.th/"
    assert readable("") == ""


def test_hosts_reserved_for_examples() -> None:
    assert is_sample("https://www.tuayang.example/")
    assert is_sample("https://example.com/")
    assert not is_sample("https://www.example-town.go.th/")


def test_subdomains_belong_to_the_same_site() -> None:
    assert same_site("http://tuayang.go.th/", "https://www.tuayang.go.th/")
    assert same_site("https://news.tuayang.go.th/", "https://tuayang.go.th/")
    assert not same_site("https://a.go.th/", "https://b.go.th/")

"""What an address says of where it leads."""

import pytest

from oit.links.hosts import is_sample, looks_like_staging, same_site


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
        "http://[/",
    ],
)
def test_hosts_of_those_who_work_on_a_site(address: str) -> None:
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
def test_hosts_of_everybody(address: str) -> None:
    assert not looks_like_staging(address)


def test_hosts_of_examples() -> None:
    assert is_sample("https://www.tuayang.example/")
    assert is_sample("https://example.com/")
    assert not is_sample("https://www.example-town.go.th/")


def test_parts_before_a_host_are_of_the_same_site() -> None:
    assert same_site("http://tuayang.go.th/", "https://www.tuayang.go.th/")
    assert same_site("https://news.tuayang.go.th/", "https://tuayang.go.th/")
    assert not same_site("https://a.go.th/", "https://b.go.th/")

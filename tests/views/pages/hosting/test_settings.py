"""The settings of each kind of server, all from one table."""

import re
from xml.etree import ElementTree as ET

import pytest

from oit.cli.commands.hosting import SERVERS
from oit.views.pages.hosting import hosting_files
from oit.views.pages.hosting.settings import HOSTING_FILES, base_of, settings
from oit.views.pages.hosting.table import table

SITE = "https://www.example.go.th/oit-site/"
IIS_KNOWS = {
    "configuration": {"system.webServer", "location"},
    "location": {"system.webServer"},
    "system.webServer": {
        *("defaultDocument", "directoryBrowse", "httpErrors", "httpProtocol", "security"),
        *("staticContent", "urlCompression"),
    },
    "defaultDocument": {"files"},
    "files": {"clear", "add"},
    "httpErrors": {"remove", "error"},
    "httpProtocol": {"customHeaders"},
    "customHeaders": {"remove", "add"},
    "security": {"requestFiltering"},
    "requestFiltering": {"hiddenSegments"},
    "hiddenSegments": {"remove", "add"},
    "staticContent": {"remove", "mimeMap"},
}
"""What of IIS' schema we use: the elements that each may hold."""
KEYS = {"customHeaders": "name", "hiddenSegments": "segment", "staticContent": "fileExtension"}
"""What may stand once in a collection: what is there already must go first, or it is a 500.19."""


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        (None, "/"),
        ("https://oit.example.go.th", "/"),
        ("https://oit.example.go.th/", "/"),
        (SITE, "/oit-site/"),
        (SITE.rstrip("/"), "/oit-site/"),
        ("https://www.example.go.th/a/b/", "/a/b/"),
        ("https://www.example.go.th/เมือง/", "/%E0%B9%80%E0%B8%A1%E0%B8%B7%E0%B8%AD%E0%B8%87/"),
        ('https://x/a";return 1;#/', "/a%22%3Breturn%201%3B/"),
        ("https://x/a%0ab%22/", "/a%0Ab%22/"),
    ],
)
def test_where_a_site_stands_on_its_server(site_url: str | None, base: str) -> None:
    assert base_of(site_url) == base


def test_a_site_has_the_files_that_servers_look_for() -> None:
    files = hosting_files(SITE)
    assert files.keys() == HOSTING_FILES
    assert files[".nojekyll"] == b""
    assert files == hosting_files(SITE)
    assert b"ErrorDocument 404 /oit-site/404.html\n" in files[".htaccess"]
    assert b"ErrorDocument 404 /404.html\n" in hosting_files(None)[".htaccess"]


@pytest.mark.parametrize("template", SERVERS.values())
def test_every_header_stands_in_every_file(template: str) -> None:
    text = settings(template, SITE).replace("&#39;", "'")
    said = table().headers | {k: v for one in table().folders for k, v in one.headers.items()}
    for name, value in said.items():
        assert name in text
        assert value in text
    assert text == "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def test_every_file_that_a_server_hides_is_one_of_its_own_or_begins_with_a_dot() -> None:
    assert set(table().hidden) == {name for name in HOSTING_FILES if name[0] != "."}


def test_the_policy_leaves_scripts_and_documents_to_what_pages_say_themselves() -> None:
    policy = table().headers["Content-Security-Policy"]
    names = {part.split()[0] for part in policy.split(";")}
    assert names == {"base-uri", "form-action", "frame-ancestors"}


def test_no_rule_of_a_headers_file_says_again_what_another_says() -> None:
    text = settings("headers", SITE)
    said: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            said[line] = []
        elif line.startswith("  "):
            said[list(said)[-1]].append(line.strip().partition(":")[0])
    for_all = said.pop("/*")
    assert all(name not in for_all for names in said.values() for name in names)
    assert list(said) == [f"/{name}/*" for one in table().folders for name in one.names]


def test_web_config_is_what_iis_takes() -> None:
    root = ET.fromstring(settings("web.config", SITE))  # noqa: S314 - our own
    assert root.tag == "configuration"
    for element in root.iter():
        assert {child.tag for child in element} <= IIS_KNOWS.get(element.tag, set())
    for collection, key in KEYS.items():
        for element in root.iter(collection):
            added = [child.get(key) for child in element if child.tag != "remove"]
            assert added == [child.get(key) for child in element if child.tag == "remove"]
            assert len(added) == len(set(added))
    folders = [element.get("path") for element in root.findall("location")]
    assert folders == [name for one in table().folders for name in one.names]
    assert "web.config" not in {child.get("segment") for child in root.iter("add")}


def test_every_location_of_nginx_says_all_that_is_said_around_it() -> None:
    text = settings("nginx.conf", SITE)
    assert text.startswith("# nginx")
    for one in table().folders:
        for name in one.names:
            inside = text.partition(f"location /oit-site/{name}/ {{")[2].partition("}")[0]
            said = dict(re.findall(r'add_header (\S+) "(.*)" always;', inside))
            assert said == table().headers | one.headers

"""The settings of each kind of server, all from one table."""

import re
from xml.etree import ElementTree as ET

import pytest

from oit.cli.commands.hosting import SERVERS
from oit.forms.agency import Agency
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
"""The part of the IIS schema that we use: the child elements of each element."""
KEYS = {"customHeaders": "name", "hiddenSegments": "segment", "staticContent": "fileExtension"}
"""The unique key of each collection: an existing entry must be removed first, or IIS fails."""


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
def test_base_is_the_path_of_the_site_on_its_server(site_url: str | None, base: str) -> None:
    assert base_of(site_url) == base


def agency(site_url: str | None = SITE, *, https_only: bool | None = None) -> Agency:
    named = Agency(name="ก", kind="municipality", site_url=site_url)
    return named.model_copy(update={"https_only": https_only})


def test_site_has_the_settings_files_of_servers() -> None:
    files = hosting_files(agency())
    assert files.keys() == HOSTING_FILES
    assert files[".nojekyll"] == b""
    assert files == hosting_files(agency())
    assert b"ErrorDocument 404 /oit-site/404.html\n" in files[".htaccess"]
    assert b"ErrorDocument 404 /404.html\n" in hosting_files(agency(None))[".htaccess"]


@pytest.mark.parametrize("template", SERVERS.values())
def test_every_settings_file_has_every_header(template: str) -> None:
    text = settings(template, agency()).replace("&#39;", "'")
    headers = table().headers | {
        k: v for folders in table().folders for k, v in folders.headers.items()
    }
    for name, value in headers.items():
        assert name in text
        assert value in text
    assert text == "".join(f"{line.rstrip()}\n" for line in text.splitlines())


@pytest.mark.parametrize("template", SERVERS.values())
@pytest.mark.parametrize(
    ("site_url", "asked", "expected"),
    [
        (SITE, True, True),
        (None, True, True),
        (SITE, False, False),
        # A site that opens without HTTPS would be lost to its readers.
        (SITE.replace("https:", "HTTP:"), True, False),
    ],
)
def test_only_an_agency_that_asks_for_it_binds_its_host_to_https(
    template: str, site_url: str | None, asked: bool, expected: bool
) -> None:
    text = settings(template, agency(site_url, https_only=asked))
    assert ("Strict-Transport-Security" in text) is expected
    assert len(re.findall(r'[" ]max-age=31536000["\n]', text)) >= expected


@pytest.mark.parametrize("template", SERVERS.values())
def test_only_a_site_for_the_staff_forbids_search_engines_to_index_it(template: str) -> None:
    assert "X-Robots-Tag" not in settings(template, agency())
    (line,) = re.findall(r".*X-Robots-Tag.*noindex.*", settings(template, agency(), staff=True))[:1]
    assert line


@pytest.mark.parametrize("template", SERVERS.values())
def test_feed_has_its_own_type(template: str) -> None:
    _, found, after = settings(template, agency()).partition("feed.xml")
    assert found
    assert "application/atom+xml" in after[:300]


def test_hidden_files_are_the_settings_files_without_a_dot() -> None:
    assert set(table().hidden) == {name for name in HOSTING_FILES if name[0] != "."}


def test_policy_leaves_scripts_to_the_pages() -> None:
    policy = table().headers["Content-Security-Policy"]
    names = {part.split()[0] for part in policy.split(";")}
    assert names == {"base-uri", "form-action", "frame-ancestors"}


def test_matching_rules_of_a_headers_file_set_no_header_twice() -> None:
    text = settings("headers", agency())
    rules: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = []
        elif line.startswith("  "):
            rules[list(rules)[-1]].append(line.strip().partition(":")[0])
    for_all = rules.pop("/*")
    assert all(name not in for_all for names in rules.values() for name in names)
    assert list(rules) == [
        *(f"/{name}" for name in table().files),
        *(f"/{name}/*" for folders in table().folders for name in folders.names),
    ]


def test_web_config_is_valid_for_iis() -> None:
    root = ET.fromstring(settings("web.config", agency()))  # noqa: S314 - our own
    assert root.tag == "configuration"
    for element in root.iter():
        assert {child.tag for child in element} <= IIS_KNOWS.get(element.tag, set())
    for collection, key in KEYS.items():
        for element in root.iter(collection):
            added = [child.get(key) for child in element if child.tag != "remove"]
            assert added == [child.get(key) for child in element if child.tag == "remove"]
            assert len(added) == len(set(added))
    folders = [element.get("path") for element in root.findall("location")]
    named = [name for entry in table().folders for name in entry.names]
    assert folders == [*table().files, *named]
    assert "web.config" not in {child.get("segment") for child in root.iter("add")}


def test_every_nginx_location_repeats_the_general_headers() -> None:
    text = settings("nginx.conf", agency())
    assert text.startswith("# nginx")
    for folders in table().folders:
        for name in folders.names:
            inside = text.partition(f"location /oit-site/{name}/ {{")[2].partition("}")[0]
            headers = dict(re.findall(r'add_header (\S+) "(.*)" always;', inside))
            assert headers == table().headers | folders.headers

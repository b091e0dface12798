"""The old site of the end-to-end tests, as it is fetched."""

from collections import Counter
from pathlib import Path

from adopt import site
from adopt.served import OldSite
from oit.adopt.fetched import Fetched
from oit.adopt.links import links_of
from oit.adopt.page import Page
from oit.adopt.sources import open_source
from oit.adopt.trouble import Trouble, TroubleKind
from oit.adopt.visit import Web


def test_every_link_is_a_file_or_told(old_site: OldSite, web: Web) -> None:
    source = open_source(site.build(old_site), web)
    assert not isinstance(source, Trouble)
    read = [*source.pages(lambda _: [f"{old_site.root}{site.SUB_PAGE}"])]
    found = [page.address.removeprefix(old_site.root) for page in read if isinstance(page, Page)]
    assert found == [site.INDEX, site.SUB_PAGE, "/", "/history", "/contact", site.JAVASCRIPT]
    results = {
        link.href: source.get(
            f"{old_site.root}{link.href}" if link.href.startswith("/") else link.href
        )
        for links in site.LINKS.values()
        for link in links
    }
    assert {path: got.kind for path, got in results.items() if isinstance(got, Trouble)} == {
        site.DRIVE: TroubleKind.DRIVE,
        site.FACEBOOK: TroubleKind.SOCIAL,
        site.STAGING: TroubleKind.PRIVATE,
        site.DEAD: TroubleKind.DEAD,
        site.NOT_A_PDF: TroubleKind.MISMATCH,
    }
    kinds = Counter(got.content_type for got in results.values() if isinstance(got, Fetched))
    assert kinds == {"pdf": 17, "xlsx": 1, "html": 2}


def test_the_saved_page_has_its_documents_beside_it(tmp_path: Path, web: Web) -> None:
    source = open_source(str(site.save(tmp_path)), web)
    assert not isinstance(source, Trouble)
    [page] = source.pages(lambda _: [])
    assert isinstance(page, Page)
    [address] = {link.address for link in links_of(page, []) if link.url.endswith("/o07.pdf")}
    found = source.get(address)
    assert isinstance(found, Fetched)
    assert found.path.read_bytes() == site.files()["/files/o07.pdf"]

"""Each kind of page of the desk: valid, accessible, and as wide as the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tools.judge import markup, rendered
from tools.judge.complaint import unaccepted, unneeded

from browser.conftest import NewPage
from browser.desk_kinds import serve_desks

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with serve_desks(tmp_path_factory.mktemp("desks")) as addresses:
        yield addresses


def test_every_kind_of_page_can_be_used_by_everybody_on_a_phone(
    reader: NewPage, desks: dict[str, str], tmp_path: Path
) -> None:
    # axe is injected as an inline script, which the desk's policy rightly forbids.
    page = reader(390, bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    found: list[str] = []
    for name, address in desks.items():
        sent = page.goto(address)
        (tmp_path / f"{name}.html").write_bytes(sent.body() if sent else b"")
        # The bar is over whatever is at the end of the screen, until one scrolls.
        page.add_style_tag(content=".bar { position: static !important }")
        found += [f"{name}: {complaint}" for complaint in rendered.axe(page, "390")]
        page.set_viewport_size({"width": 320, "height": 900})
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            found.append(f"{name} is {width} pixels wide on a screen of 320")
        page.set_viewport_size({"width": 390, "height": 900})
    assert found == []
    complaints = markup.html_validate(tmp_path)
    assert unaccepted(complaints) == []
    assert [entry for entry in unneeded(complaints) if entry.at_desk] == []


def test_a_long_list_is_folded_and_opens_where_a_link_leads(
    new_page: NewPage, desks: dict[str, str]
) -> None:
    page = new_page(390, java_script_enabled=False)
    page.goto(desks["o7"])
    projects = page.locator('[data-list="projects"] > details')
    opened = projects.evaluate_all("all => all.map((entry) => entry.open)")
    # The first has a value that cannot be read; the others lack nothing.
    assert opened == [True] + [False] * (len(opened) - 1)
    assert len(opened) > 10
    page.goto(f"{desks['o7']}#f/projects/3/name")
    assert projects.nth(3).evaluate("(entry) => entry.open")

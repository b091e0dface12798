"""The command: the addresses that it finds, tries and reports."""

import json
from collections.abc import Callable
from typing import NamedTuple

import pytest

from oit.cli.commands import links as command
from oit.cli.main import main
from oit.publish.http import Failure, Response
from oit.publish.links import throttle
from small_agency import SmallAgency

GOOD, DEAD, MOVED, REFUSED = (f"https://{name}.go.th/" for name in ("good", "dead", "old", "no"))
NEW = "https://old.go.th/new"
ANSWERS = {
    GOOD: Response(200),
    MOVED: Response(301, NEW),
    NEW: Response(200),
    REFUSED: Response(403),
}


class Outcome(NamedTuple):
    status: int
    out: str
    err: str
    asked: list[str]


@pytest.fixture
def links(
    small_agency: SmallAgency, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    """Run the command in the agency's folder, without requests to real servers."""
    asked: list[str] = []

    class Client:
        def __init__(self, timeout: float, headers: dict[str, str]) -> None:
            assert timeout > 0
            assert headers

        def ask(self, _: str, url: str) -> Response:
            asked.append(url)
            return ANSWERS.get(url, Response(404))

    monkeypatch.setattr(command, "Client", Client)
    monkeypatch.setattr(throttle, "DELAY", 0)
    monkeypatch.chdir(small_agency.folder)

    def run(*arguments: str) -> Outcome:
        asked.clear()
        status = main(["links", *arguments])
        return Outcome(status, *capsys.readouterr(), [*dict.fromkeys(asked)])

    return run


def news(agency: SmallAgency, *addresses: str) -> None:
    lines = "".join(
        f"  - {{title: ข่าว, date: 2569-01-01, link: '{address}'}}\n" for address in addresses
    )
    agency.write("data/2569/o02.yml", f"owner: กองวิชาการ\nnews:\n{lines}")


def test_links_that_work(small_agency: SmallAgency, links: Callable[..., Outcome]) -> None:
    news(small_agency, GOOD)
    result = links()
    assert (result.status, result.err, result.asked) == (0, "", [GOOD])
    assert result.out == "1 ลิงก์: ต้องแก้ 0 ควรแก้ 0 ใช้ได้ 1 ยกเว้น 0\n"


def test_where_nothing_answers_the_links_are_not_blamed(
    small_agency: SmallAgency, links: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = Response(failure=Failure.DNS)
    monkeypatch.setitem(ANSWERS, GOOD, silent)
    monkeypatch.setitem(ANSWERS, DEAD, silent)
    news(small_agency, GOOD, DEAD)
    assert "เครื่องนี้อาจต่ออินเทอร์เน็ตไม่ได้" in links().out.splitlines()[-1]
    news(small_agency, GOOD, DEAD, REFUSED)
    assert "อินเทอร์เน็ต" not in links("--fresh").out.splitlines()[-1]


def test_there_are_no_links(links: Callable[..., Outcome]) -> None:
    assert links().out == "ข้อมูลไม่มีลิงก์ไปเว็บไซต์อื่น\n"


def test_each_address_is_reported_once_with_its_places(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    news(small_agency, DEAD, MOVED, REFUSED, DEAD)
    result = links("--lang", "en")
    assert result.status == 1
    lines = result.out.splitlines()
    assert lines[0] == (
        f"data/2569/o02.yml:3:37: {DEAD} cannot be opened (404) (also at data/2569/o02.yml:6:37)"
    )
    assert lines[2].startswith(f"data/2569/o02.yml:5:37: {REFUSED}")
    assert lines[4].startswith(f"data/2569/o02.yml:4:37: {MOVED} has moved to {NEW}")
    assert lines[-1] == "3 links: 2 to fix, 1 to improve, 0 working, 0 excepted"


def test_links_are_anywhere_in_a_form(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    checklist = "data/checklists/small-2569.yml"
    text = (small_agency.folder / checklist).read_text(encoding="utf-8")
    policy = (
        "form: no_gift_policy\n    elements:\n      - {id: entries, text: รายการ, rule: present, "
    )
    found = text.index("form: document"), text.index("field: entries")
    small_agency.write(
        checklist, text[: found[0]] + policy + "field: knowledge" + text[found[1] :][14:]
    )
    small_agency.write(
        "data/2569/o08.yml",
        "declaration: {text: ไม่รับ, signed_by: นายก}\n"
        f"knowledge:\n  - {{name: ความรู้, link: '{GOOD}'}}\n",
    )
    assert links("--timeout", "2.5").asked == [GOOD]


def test_advice_alone_is_no_fault(small_agency: SmallAgency, links: Callable[..., Outcome]) -> None:
    news(small_agency, MOVED)
    assert links().status == 0


def test_links_of_the_agency_of_the_cycle_and_of_pages(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    small_agency.add(
        "data/agency.yml", "website: https://www.go.th/\nsite_url: https://oit.go.th\n"
    )
    small_agency.write(
        "docs/about.md",
        "# เกี่ยวกับ\n\nดู [ที่นี่](https://md.go.th/a_(b)) และ <https://md.go.th/c>.\n"
        "https://oit.go.th/oit/ https://md.go.th/d.\n\n```\nhttps://code.go.th/\n```\n",
    )
    small_agency.write(
        "data/2569/ita.yml",
        "results: {year: 2568, notes: [https://text.go.th/]}\n"
        "measures:\n  - name: ก\n    progress:\n      - round: 6\n"
        "        evidence:\n          - {title: ข, url: https://cycle.go.th/}\n",
    )
    news(small_agency, GOOD)
    result = links("--year", "2569")
    assert {*result.asked} == {
        GOOD,
        "https://cycle.go.th/",
        "https://www.go.th/",
        "https://md.go.th/a_(b)",
        "https://md.go.th/c",
        "https://md.go.th/d",
    }
    assert "docs/about.md:3:13: https://md.go.th/a_(b)" in result.out


def test_private_and_example_hosts_are_reported_without_a_request(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    news(small_agency, "http://192.168.1.5/", "https://www.tuayang.example/")
    result = links()
    assert (result.status, result.asked) == (1, [])
    assert "http://192.168.1.5/" in result.out
    assert "https://www.tuayang.example/" in result.out


def test_an_agency_that_is_an_example_may_point_to_examples(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    small_agency.add("data/agency.yml", "site_url: https://oit.tuayang.example\n")
    news(small_agency, "https://www.tuayang.example/")
    assert links().status == 0


def test_exceptions_have_reasons(small_agency: SmallAgency, links: Callable[..., Outcome]) -> None:
    news(small_agency, DEAD, REFUSED)
    small_agency.write(
        "data/links.yml",
        f"links:\n  - {{address: '{DEAD}*', reason: ปิดปรับปรุง}}\n"
        f"  - {{address: '{REFUSED}', reason: ไม่ตอบโปรแกรม}}\n",
    )
    result = links("--format", "json")
    assert (result.status, result.asked) == (0, [])
    data = json.loads(result.out)
    assert [link["reason"] for link in data["links"]] == ["ปิดปรับปรุง", "ไม่ตอบโปรแกรม"]
    assert data["links"][0]["places"] == [{"file": "data/2569/o02.yml", "line": 3, "column": 37}]


def test_unused_exceptions_are_reported(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    news(small_agency, GOOD, DEAD)
    small_agency.write(
        "data/links.yml",
        f"links:\n  - {{address: '{DEAD}*', reason: ปิดปรับปรุง}}\n"
        "  - {address: 'https://gone.go.th/*', reason: ไม่ตอบโปรแกรม}\n",
    )
    result = links()
    assert result.status == 0
    assert "data/links.yml:3:6: https://gone.go.th/* ไม่มีลิงก์ใด" in result.out
    assert DEAD not in result.out
    assert "no link needs any more" in links("--lang", "en").out
    (unused,) = json.loads(links("--format", "json").out)["unused"]
    assert unused == {
        "address": "https://gone.go.th/*",
        "reason": "ไม่ตอบโปรแกรม",
        "file": "data/links.yml",
        "line": 3,
        "column": 6,
    }
    # Another year may need it.
    assert "gone.go.th" not in links("--year", "2569").out


@pytest.mark.parametrize("text", ["links: [", "links:\n  - {address: x}\n", "x: 1\n"])
def test_exceptions_that_cannot_be_read(
    small_agency: SmallAgency, links: Callable[..., Outcome], text: str
) -> None:
    small_agency.write("data/links.yml", text)
    result = links()
    assert (result.status, result.asked) == (2, [])
    assert result.err.startswith("data/links.yml:")


def test_a_working_link_is_not_tried_again_for_a_week(
    small_agency: SmallAgency, links: Callable[..., Outcome]
) -> None:
    news(small_agency, GOOD, DEAD)
    assert links().asked == [GOOD, DEAD]
    assert links().asked == [DEAD]
    assert links("--fresh").asked == [GOOD, DEAD]


def test_a_failure_is_described_in_words(
    small_agency: SmallAgency,
    links: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(ANSWERS, DEAD, Response(failure=Failure.TLS))
    news(small_agency, *[DEAD] * 6)
    result = links()
    assert "TLS" in result.out
    assert " … ด้วย)" in result.out


def test_there_is_no_data(links: Callable[..., Outcome]) -> None:
    result = links("--data", "nowhere")
    assert (result.status, result.out) == (2, "")
    assert "nowhere" in result.err


@pytest.mark.parametrize("seconds", ["0", "-1", "x", "nan", "1e9"])
def test_a_timeout_is_some_seconds(links: Callable[..., Outcome], seconds: str) -> None:
    assert links("--timeout", seconds).status == 2

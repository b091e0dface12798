"""What each role sees and changes, asked of every address that the desk has."""

import re
from typing import Any

import pytest

from desk.office import ORIGIN, Office, token_in
from oit.desk.pages import ADDRESSES

OWN, OF_OTHERS = ("o1", "o20"), ("o2", "o7", "o8", "agency")
OF_AN_ITEM_OF_OTHERS = "ปรับปรุงถนน"
Browsers = dict[str, tuple[Any, str]]
_PART = re.compile(r"\{(\w+)(?::(\w+))?\}")
_CASES = [(address, method) for address, _, methods in ADDRESSES for method in methods]


def filled(address: str, slug: str) -> str:
    """Return an address with something in each of its variable parts."""

    def part(found: re.Match[str]) -> str:
        name, kind = found[1], found[2] or "str"
        usual = {"int": "0", "path": "people/0", "str": "x"}[kind]
        return {"year": "2569", "slug": slug}.get(name, usual)

    return _PART.sub(part, address)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.make(tmp_path_factory.mktemp("permissions") / "office")


@pytest.fixture(scope="module")
def tokens(office: Office) -> Browsers:
    browsers = {name: office.signed_in(name) for name in ("สมศรี", "วิชัย", "มาลี")}
    return {name: (browser, token_in(browser.get("/").text)) for name, browser in browsers.items()}


def ask(tokens: Browsers, name: str, method: str, address: str) -> Any:
    browser, token = tokens[name]
    sent: dict[str, Any] = {"data": {"token": token}, "headers": ORIGIN} if method == "POST" else {}
    return browser.request(method, address, **sent)


@pytest.mark.parametrize(("address", "method"), _CASES)
def test_an_officer_finds_nothing_of_the_items_of_others(
    address: str, method: str, tokens: Browsers
) -> None:
    for slug in OF_OTHERS:
        answer = ask(tokens, "สมศรี", method, filled(address, slug))
        if "{slug" in address:
            assert answer.status_code == 404, (slug, answer.text)
        assert OF_AN_ITEM_OF_OTHERS not in answer.text


@pytest.mark.parametrize(("address", "method"), _CASES)
def test_a_reader_changes_nothing(
    address: str, method: str, office: Office, tokens: Browsers
) -> None:
    if method != "POST":
        return
    before = {path: path.read_bytes() for path in office.desk.folder.path.rglob("*.yml")}
    for slug in (*OWN, *OF_OTHERS):
        answer = ask(tokens, "มาลี", method, filled(address, slug))
        assert answer.status_code in {403, 404}, (slug, answer.status_code)
    assert {path: path.read_bytes() for path in office.desk.folder.path.rglob("*.yml")} == before


@pytest.mark.parametrize("address", ["/{year:int}/{slug:str}/"])
def test_everybody_opens_what_they_may(address: str, tokens: Browsers) -> None:
    for slug in OWN:
        for name in tokens:
            assert ask(tokens, name, "GET", filled(address, slug)).status_code == 200
    for slug in OF_OTHERS[:3]:
        for name in ("วิชัย", "มาลี"):
            assert ask(tokens, name, "GET", filled(address, slug)).status_code == 200


@pytest.mark.parametrize(("address", "method"), _CASES)
def test_nobody_finds_anything_without_signing_in(
    address: str, method: str, office: Office
) -> None:
    sent: dict[str, Any] = {"headers": ORIGIN} if method == "POST" else {}
    answer = office.client().request(method, filled(address, "o7"), **sent)
    if not address.startswith("/look/"):
        assert answer.status_code == (401 if method == "POST" else 303)
    assert OF_AN_ITEM_OF_OTHERS not in answer.text


@pytest.mark.parametrize(("address", "method"), _CASES)
def test_nothing_is_changed_without_the_token(address: str, method: str, tokens: Browsers) -> None:
    if method == "POST":
        browser, _ = tokens["วิชัย"]
        answer = browser.post(filled(address, "o1"), data={"f/phone": "<b>1"}, headers=ORIGIN)
        assert answer.status_code == 403
        assert 'name="f/phone" value="&lt;b&gt;1"' in answer.text, "it can be sent again"


def test_only_editors_publish(tokens: Browsers) -> None:
    for address, method in _CASES:
        if address.startswith("/publish/"):
            for name in ("สมศรี", "มาลี"):
                answer = ask(tokens, name, method, filled(address, ""))
                assert answer.status_code in {403, 404}

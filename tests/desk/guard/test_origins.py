"""Where a request came from."""

import pytest

from desk.office import HOST, ORIGIN, Office, token_in

OWN = f"https://{HOST}"


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"Origin": OWN}, True),
        ({"Origin": OWN, "Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": f"http://{HOST}"}, False),
        ({"Origin": f"{OWN}:8100"}, False),
        ({"Origin": OWN, "Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
def test_only_our_own_pages_send_forms(
    office: Office, headers: dict[str, str], is_ours: bool
) -> None:
    browser = office.client()
    fields = {"token": token_in(browser.get("/sign-in/").text), "name": "x", "password": "x"}
    answer = browser.post("/sign-in/", data=fields, headers=headers)
    assert answer.status_code == (401 if is_ours else 403)
    assert is_ours or "ไม่ได้ส่งมาจากหน้าของโต๊ะทำงาน" in answer.text


@pytest.mark.parametrize(
    ("mode", "dest", "status"),
    [
        ("navigate", "document", 200),
        ("navigate", "iframe", 403),
        ("no-cors", "image", 403),
        ("cors", "empty", 403),
    ],
)
def test_other_sites_may_link_to_a_page_but_not_use_it(
    office: Office, mode: str, dest: str, status: int
) -> None:
    fetched = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    assert office.signed_in("สมศรี").get("/", headers=fetched).status_code == status
    assert ORIGIN["Origin"] == OWN

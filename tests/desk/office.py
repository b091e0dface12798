"""A small office whose officers use the desk on the network."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.testclient import TestClient

from oit.data.folder import DataFolder
from oit.desk.accounts import passwords
from oit.desk.accounts.accounts import Account, Accounts
from oit.desk.app import make_app
from oit.desk.desk import Desk
from oit.desk.guard.failures import Report
from oit.desk.guard.hosts import Hosts
from oit.desk.guard.origins import Origins
from oit.desk.guard.sign_in import SignIn
from oit.desk.officer import Officer, Role
from small_agency import SmallAgency

TODAY = date(2026, 4, 1)
HOST = "desk.example.go.th"
ORIGIN = {"Origin": f"https://{HOST}"}
PASSWORD = "ข้าวเหนียวมะม่วง สามจาน"  # noqa: S105 - of nobody
OFFICERS = (
    Officer("สมศรี", Role.OFFICER, ("สำนักปลัด",)),
    Officer("วิชัย", Role.EDITOR),
    Officer("มาลี", Role.READER),
)
_TOKEN = re.compile(r'name="token" (?:value|content)="([^"]+)"')


def token_in(text: str) -> str:
    """Return the token of a page's forms."""
    found = _TOKEN.search(text)
    assert found, text
    return found[1]


class Office:
    """A desk with three accounts, one a role, all with the same password."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.start()

    def start(self, report: Report | None = None) -> None:
        """Start the server, or start it again."""
        guards = (
            Middleware(Hosts, names={HOST}, port=443),
            Middleware(Origins),
            Middleware(SignIn, desk=self.desk, is_secure=True),
        )
        self.app = make_app(self.desk, guards, report)

    @classmethod
    def make(cls, path: Path) -> "Office":
        """Write the data and the accounts."""
        agency = SmallAgency.make(path)
        office = cls(Desk(DataFolder(agency.data, path), TODAY))
        kept = passwords.hashed(PASSWORD)
        for officer in OFFICERS:
            office.accounts.put(Account(officer, kept))
        return office

    @property
    def accounts(self) -> Accounts:
        """The accounts, as the command line has them."""
        return Accounts(self.desk.state)

    def client(self) -> TestClient:
        """Return a browser that has not signed in."""
        return TestClient(
            self.app,
            f"https://{HOST}",
            raise_server_exceptions=False,
            follow_redirects=False,
            client=("10.0.0.7", 50000),
        )

    def sign_in(self, browser: TestClient, name: str, **given: str) -> Any:
        """Fill in the form of sign-in; return the response."""
        form = browser.get("/sign-in/")
        fields = {"name": name, "password": PASSWORD, "next": "/"}
        if form.status_code == 200:
            fields["token"] = token_in(form.text)
        return browser.post("/sign-in/", data={**fields, **given}, headers=ORIGIN)

    def signed_in(self, name: str) -> TestClient:
        """Return a browser in which somebody has signed in."""
        browser = self.client()
        assert self.sign_in(browser, name).status_code == 303
        return browser

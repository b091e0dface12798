"""Officers at work, for locust: they look at the start page, open items, type and save.

Each officer signs in to an account of her own, has items of her own, as in an office, and looks at
each page for two seconds. OIT_PASSWORD is the password of all; without it nobody signs in.
"""

import os
import random
from html.parser import HTMLParser
from itertools import count

from locust import HttpUser, between

YEAR = 2569
ITEMS = [f"o{number}" for number in range(1, 24)]
_officers = count()


class Form(HTMLParser):
    """The fields of the form that edits an item, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self._text: str | None = None
        self._select: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a control says."""
        said = dict(attrs)
        name, value = said.get("name") or "", said.get("value") or ""
        if tag == "input" and name and said.get("type") not in {"file", "submit", "button"}:
            if said.get("type") not in {"radio", "checkbox"} or "checked" in said:
                self.fields.append((name, value))
        elif tag == "textarea" and name:
            self._text = name
            self.fields.append((name, ""))
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in said:
            self.fields.append((self._select, value))

    def handle_data(self, data: str) -> None:
        """Take the text of a long field."""
        if self._text is not None:
            name, text = self.fields[-1]
            self.fields[-1] = (name, text + data)

    def handle_endtag(self, tag: str) -> None:
        """End a long field, or a choice."""
        if tag == "textarea":
            self._text = None
        elif tag == "select":
            self._select = None


class Officer(HttpUser):  # type: ignore[misc]  # it has no types
    """An officer of one division."""

    wait_time = between(1, 3)

    def on_start(self) -> None:
        """Sign in."""
        number = next(_officers)
        self.random = random.Random(number)  # noqa: S311 - the same work in every run
        self.items = [ITEMS[number % len(ITEMS)], ITEMS[(number * 7 + 3) % len(ITEMS)]]
        self.client.headers["Origin"] = self.host
        if password := os.environ.get("OIT_PASSWORD"):
            fields = dict(Form(self.client.get("/sign-in/", name="sign in").text).fields)
            fields.update(name=f"officer{number}", password=password)
            self.client.post("/sign-in/", data=fields, name="sign in")

    def looks(self) -> None:
        """Look at what is left to do."""
        self.client.get("/", name="start page")

    def opens(self) -> None:
        """Open one of her items."""
        self._opened(self.random.choice(self.items))

    def types(self) -> None:
        """Type into a field: the checker answers beside it."""
        item = self.random.choice(self.items)
        fields = self._changed(self._opened(item))
        self.client.post(f"/{YEAR}/{item}/check/", data=fields, name="check while typing")

    def saves(self) -> None:
        """Save an item."""
        item = self.random.choice(self.items)
        fields = [*self._changed(self._opened(item)), ("do", "save")]
        self.client.post(f"/{YEAR}/{item}/", data=fields, name="save")

    def _opened(self, item: str) -> list[tuple[str, str]]:
        page = self.client.get(f"/{YEAR}/{item}/", name="item")
        return Form(page.text).fields

    def _changed(self, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
        number = self.random.randrange(1_000_000)
        return [
            (name, f"ข้อความ {number}" if name == "f/summary" else value) for name, value in fields
        ]

    tasks = {looks: 2, opens: 3, types: 5, saves: 2}  # noqa: RUF012 - as locust wants it

"""Fill in and send a form of a page as a browser without scripts does."""

from html.parser import HTMLParser


class SentForm(HTMLParser):
    """The values that a browser sends for the first form of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.values: dict[str, str] = {}
        self.buttons: list[str] = []
        self.action = ""
        self.files: list[str] = []
        self._text: list[str] | None = None
        self._name = ""
        self._options: list[tuple[str, bool]] = []
        # Parsers of HTML read any line end as a line feed, and NUL as a replacement character.
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the value of an input."""
        of = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.action:
            self.action = of.get("action", "")
        if tag == "button" and of.get("name") == "do":
            self.buttons.append(of.get("value", ""))
        if tag == "option":
            self._options.append((of.get("value", ""), "selected" in of))
        if "disabled" in of or not of.get("name"):
            return
        if tag == "input":
            self._input(of)
        elif tag == "textarea":
            self._name, self._text = of["name"], []
        elif tag == "select":
            self._name, self._options = of["name"], []

    def _input(self, of: dict[str, str]) -> None:
        if of.get("type") == "file":
            self.files.append(of["name"])
        elif of.get("type") not in {"radio", "checkbox"} or "checked" in of:
            # A browser takes the line ends out of a value of one line.
            self.values[of["name"]] = of.get("value", "").replace("\n", "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat ``<input/>`` as ``<input>``."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Take the text of a textarea."""
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Finish a textarea or a choice."""
        if tag == "textarea" and self._text is not None:
            text = "".join(self._text).removeprefix("\n")
            self.values[self._name] = text.replace("\n", "\r\n")
            self._text = None
        elif tag == "select" and self._options:
            chosen = [value for value, selected in self._options if selected]
            first = [value for value, _ in self._options[:1]]
            self.values[self._name] = (chosen or first)[0].replace("\n", "\r\n")

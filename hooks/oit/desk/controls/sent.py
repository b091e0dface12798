"""Texts as a browser sends them back."""


def as_sent(text: str) -> str:
    """Return a text as it comes back from a form in which nobody touched it.

    Browsers send line ends of their own, and no page can hold every character.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return text if text.isascii() else text.encode("utf-8", "replace").decode()

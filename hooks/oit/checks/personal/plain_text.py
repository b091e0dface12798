"""The text of files without a format of their own, in whatever encoding an office saved it."""

import codecs
import re

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_SAMPLE = 4096
_HIGH = frozenset(b"\x00\x0e")  # the high byte of a Latin or Thai letter in UTF-16
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def decode(data: bytes) -> str | None:
    """Return the text of bytes, or nothing if they are no text."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    sample = data[:_SAMPLE]
    for encoding, highs in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        # No other encoding of text has so many of these bytes at every second place.
        if len(highs) > 3 and sum(byte in _HIGH for byte in highs) > 0.7 * len(highs):
            return data.decode(encoding, "replace")
    if b"\0" in sample:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp874", "replace")


def unescaped(json: str) -> str:
    """Write the letters that JSON has as numbers as letters."""
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), json)

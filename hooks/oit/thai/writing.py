"""Thai text: digits, blanks, and the one form in which texts are compared."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

SPACES = " \t\n\r\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u3000\ufeff"
"""Characters that may invisibly surround a text copied from Word or a web page."""

DASHES = "-–—._…"
"""What people put in a form where there is nothing to say."""

_BLANK = SPACES + DASHES
_THAI_DIGIT = re.compile("[๐-๙]")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

# Invisible characters: zero-width spaces and joiners, soft hyphens, marks of direction.
_HIDDEN = "\u00ad\u034f\u180e\u200b-\u200f\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_HIDDEN}]")
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
# ํ and า for ำ, as PDFs give it; other marks may come between them.
_MARKS_BEFORE_AA = re.compile(f"(?<![{_MARKS}])[{_MARKS}]++\u0e32")
_MARKS_AFTER_AM = re.compile(f"\u0e33[\u0e33{_MARKS}]+")
_SEVERAL_MARKS = re.compile(f"[{_MARKS}]{{2,}}")
# Marks are typed in the order vowel, tone, silencing mark; the eye sees no difference.
_LATE_MARKS = {**dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 1), "\u0e4c": 2}
# The letters that Thai fonts of Windows have for raised and shifted marks, as PDFs give them.
_FONTS = "\uf700-\uf71a"
_OF_FONTS = re.compile(f"[{_FONTS}]")
# What ``normalize_spelling`` may have to change: a character, or one after another. Most texts
# have nothing of this: their marks are typed in order, and ํ is rare. Most marks are followed by
# a letter, so that is asked before which two characters they are.
_MAY_BE_ODD = re.compile(
    f"[{_HIDDEN}{_FONTS}{_MARKS}เ\u0e33](?:(?<=[{_HIDDEN}{_FONTS}\u0e4d])"
    f"|(?=[{_MARKS}เ\u0e33])(?:(?<=เ)เ|(?<=\u0e33)[\u0e33{_MARKS}]"
    f"|(?<=[{_MARKS}])[\u0e31\u0e34-\u0e3a\u0e47\u0e4e]"
    f"|(?<=[\u0e48-\u0e4c])[\u0e48-\u0e4b]|(?<=\u0e4c)\u0e4c))"
)
_PLAIN_LETTERS = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐ\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4cญ"
        "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)
# Letters of double width, and the quotation marks and dashes that Word puts for typed ones.
_PUNCTUATION = re.compile("[\uff01-\uff5e‘’‚‛′´`“”„‟″‐-―−﹘﹣]")
_TYPED = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys([*map(chr, range(0x2010, 0x2016)), *"−﹘﹣"], "-")
)


def arabic(text: str) -> str:
    """Write Thai digits as Arabic ones."""
    # Translating a text is slow, and few have Thai digits.
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def thai_digits(text: str) -> str:
    """Write Arabic digits as Thai ones."""
    return text.translate(_TO_THAI)


def is_blank(text: str) -> bool:
    """Tell whether a value says nothing: it is empty, or only dashes or dots."""
    return not text.strip(_BLANK)


def normalize_spelling(text: str) -> str:
    """Write Thai with one sequence of characters for what looks the same: ``ํา`` becomes ``ำ``.

    The two scripts of the site do the same with a query (``normalizeSpelling``).
    """
    if text.isascii():
        return text
    if not _MAY_BE_ODD.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    plain = _INVISIBLE.sub("", text)
    if _OF_FONTS.search(plain):
        plain = plain.translate(_PLAIN_LETTERS)
    plain = _MARKS_BEFORE_AA.sub(_joined_am, unicodedata.normalize("NFC", plain))
    plain = plain.replace("เเ", "แ")
    plain = _MARKS_AFTER_AM.sub(lambda late: "".join(sorted(late[0], key="\u0e33".__eq__)), plain)
    return _SEVERAL_MARKS.sub(
        lambda marks: "".join(sorted(set(marks[0]), key=_typing_order)), plain
    )


def fold(text: str) -> str:
    """Return the form of a text in which it is compared with others.

    Texts that look alike become equal: characters that look the same, invisible characters, the
    order of tone marks and vowels, Thai digits, letters of double width, upper case, kinds of
    quotation marks and dashes, and white space make no difference.
    """
    # Numbers and days, which tables have by the thousand, are not worth remembering.
    is_simple = text.isascii() and "`" not in text
    return " ".join(text.lower().split()) if is_simple else _remembered(text)


def fold_together(texts: Iterable[str]) -> str:
    """Fold many texts in one go, and remember none of them; zero characters separate them."""
    return _fold("\0".join(texts))


def fold_each(texts: Sequence[str]) -> list[str]:
    """Fold many texts in one go, and remember none of them."""
    folded = [text.strip(" ") for text in fold_together(texts).split("\0")]
    # A text may contain a zero character itself.
    return folded if len(folded) == len(texts) else [_fold(text) for text in texts]


@lru_cache(maxsize=1024)
def _remembered(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    # Most texts have few of these, and translating looks at every letter.
    plain = _PUNCTUATION.sub(lambda odd: _TYPED[odd[0]], text)
    return " ".join(normalize_spelling(arabic(plain).lower()).split())


def _joined_am(marks_and_aa: re.Match[str]) -> str:
    """Return marks and า with ำ for the ํ among them."""
    text = marks_and_aa[0]
    return text[:-1].replace("\u0e4d", "", 1) + "\u0e33" if "\u0e4d" in text else text


def _typing_order(mark: str) -> tuple[int, str]:
    return _LATE_MARKS.get(mark, 0), mark

"""OIT205 · ไม่รู้จักชื่อช่อง · An unknown field

ไทย
    ชื่อช่องต้องตรงกับที่กำหนดไว้ของข้อนั้น ช่องที่สะกดผิดจะไม่ถูกเผยแพร่ โปรแกรมจึงแจ้งพร้อมชื่อที่ใกล้เคียง
    หรือรายชื่อช่องที่ใช้ได้ ให้แก้ชื่อช่อง หรือลบช่องนั้นถ้าไม่ใช้

English
    A field must be one that the item defines. A misspelt field is not published, so the program
    suggests the nearest name or lists the known fields. Correct the name, or delete the field
    if it is not used.

fails data/2569/o03.yml
    phoen: 0 4599 9999

passes data/2569/o03.yml
    phone: 0 4599 9999
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

MOST_LISTED = 12
_LISTED = Bilingual("ช่องที่ใช้ได้", "known fields")

CODE = Code(
    "OIT205",
    Severity.ERROR,
    Bilingual(
        'ไม่รู้จักช่อง "{field}"{suggestion}',
        'unknown field "{field}"{suggestion}',
    ),
    Bilingual(
        "แก้ชื่อช่อง หรือลบช่องนี้ถ้าไม่ใช้ บรรทัดคำอธิบายต้องขึ้นต้นด้วย #",
        "correct the name of the field, or delete it; a comment line must begin with #",
    ),
    __doc__,
)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most similar to an unknown one, or ``None``."""
    plain = {other.casefold(): other for other in known}
    near = get_close_matches(name.casefold(), plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else None


def did_you_mean(
    name: str, known: Iterable[str] | Mapping[str, str], listed: Bilingual = _LISTED
) -> Bilingual:
    """Suggest the known name nearest to an unknown one; if none is similar, list the known names.

    Args:
        name: the unknown name.
        known: the known names, in the order in which to list them; a mapping gives their titles.
        listed: the label to put before the list.

    Returns:
        A phrase to append to a sentence: it begins with a space, or is empty if there are no
        known names.
    """
    names = list(known)
    if near := nearest(name, names):
        return Bilingual(f' หมายถึง "{near}" ใช่หรือไม่', f' (did you mean "{near}"?)')
    if not names:
        return Bilingual("", "")
    more = " …" if len(names) > MOST_LISTED else ""
    choice, titled = ", ".join(names[:MOST_LISTED]) + more, ""
    if isinstance(known, Mapping):
        titled = ", ".join(f"{known[name]} ({name})" for name in names[:MOST_LISTED]) + more
    return Bilingual(f" {listed.th}: {titled or choice}", f" ({listed.en}: {choice})")

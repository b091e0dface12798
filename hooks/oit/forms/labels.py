"""How messages name fields and entries: by their Thai titles, with the names to look for."""

from collections.abc import Iterable, Mapping
from itertools import groupby

from oit.bilingual import Bilingual
from oit.forms.base import Form, form_at, title_of
from oit.forms.fields import OneOf

_LONGEST = 40
NAMES = ("name", "title", "text", "position")
"""The fields that an entry may be called by."""


def field_label(form: type[Form], field: str) -> Bilingual:
    """Return ``โทรศัพท์ (phone)``; alternatives are given as ``phone|email``.

    Titles are Thai only; English messages give the name alone.
    """
    names = field.split("|")
    groups = [
        (title, list(group)) for title, group in groupby(names, lambda name: _title(form, name))
    ]
    labels = [
        f"{title} ({' / '.join(group)})" if title else " / ".join(group) for title, group in groups
    ]
    return Bilingual(" / ".join(labels), " / ".join(names))


def own_label(form: type[Form], field: str) -> Bilingual:
    """Return the label of a dotted field without the names of those around it."""
    own = field.rpartition(".")[2]
    title = _title(form, field)
    return Bilingual(f"{title} ({own})" if title else own, own)


def listed(labels: Iterable[Bilingual], between: str = ", ") -> Bilingual:
    """Join labels."""
    every = list(labels)
    return Bilingual(between.join(each.th for each in every), between.join(e.en for e in every))


def _title(form: type[Form], name: str) -> str:
    try:
        title = title_of(form, name)
    except KeyError:
        return ""
    return "" if title == name.rpartition(".")[2] else title


def choices_of(form: type[Form], field: str) -> Mapping[str, str]:
    """Return the words that a field takes, each with its Thai label; empty if it takes others."""
    *path, name = field.split(".")
    try:
        metadata = form_at(form, path).model_fields[name].metadata
    except KeyError:
        return {}
    return next((part.choices for part in metadata if isinstance(part, OneOf)), {})


def entry_label(index: int, name: object) -> Bilingual:
    """Return ``รายการที่ 3 (จ้างซ่อมถนน)``; an entry without a name has its number only."""
    return _numbered(Bilingual(f"รายการที่ {index + 1}", f"entry {index + 1}"), name)


def row_label(line: int, name: object) -> Bilingual:
    """Return ``แถวที่ 12 (จ้างซ่อมถนน)``: a row of a table has the number of its line."""
    return _numbered(Bilingual(f"แถวที่ {line}", f"row {line}"), name)


def _numbered(number: Bilingual, name: object) -> Bilingual:
    if not isinstance(name, str) or not name.strip():
        return number
    text = " ".join(name.split())
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return Bilingual(f"{number.th} ({short})", f"{number.en} ({short})")


def name_of(entry: object) -> object:
    """Return what an entry is called: its name, title, text or position."""
    for name in NAMES:
        value = entry.get(name) if isinstance(entry, dict) else getattr(entry, name, None)
        if value:
            return value
    return None

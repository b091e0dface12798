"""What differs between two versions of a file, field by field, in words."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from oit.bilingual import Bilingual
from oit.forms.base import Form, form_within
from oit.forms.labels import choices_of, entry_label, name_of
from oit.source.write import Plain
from oit.thai.identity_search import mask_for_message

LONGEST = 120
"""How many characters of a value are shown."""
NOTHING = Bilingual("ว่าง", "empty")
_ADDED, _REMOVED = "เพิ่ม", "ลบ"


class Change(NamedTuple):
    """A value that differs."""

    where: str
    """The titles of the fields that lead to it."""
    old: str
    """What it was; empty if there was nothing."""
    new: str


def differences(
    form: type[Form] | None, before: Plain, after: Plain, where: tuple[str, ...] = ()
) -> Iterator[Change]:
    """Yield what differs between two versions of the values of a form."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in _names(form, before, after):
            inner = form_within(form, name) if form and name in form.model_fields else None
            old, new = before.get(name, ""), after.get(name, "")
            if _is_blank(old) and _is_blank(new):
                continue
            here = (*where, _title(form, name))
            if isinstance(old, str) and isinstance(new, str):
                if old != new:
                    yield _change(here, _word(form, name, old), _word(form, name, new))
            else:
                # Nothing is an empty list or group, whichever the other is.
                yield from differences(inner, old or type(new)(), new or type(old)(), here)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _in_list(form, before, after, where)
    elif before != after:
        yield _change(where, _text(before), _text(after))


def _names(form: type[Form] | None, before: dict[str, Plain], after: dict[str, Plain]) -> list[str]:
    known = [name for name in form.model_fields if name in before or name in after] if form else []
    return [*dict.fromkeys([*known, *before, *after])]


def _in_list(
    form: type[Form] | None, before: list[Plain], after: list[Plain], where: tuple[str, ...]
) -> Iterator[Change]:
    old_texts, new_texts = map(_keys, (before, after))
    matcher = SequenceMatcher(None, old_texts, new_texts, autojunk=False)
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if old_texts[old_start:old_end] == new_texts[new_start:new_end]:
            continue
        old, new = [*range(old_start, old_end)], [*range(new_start, new_end)]
        for was, now in _pairs(before, after, old, new):
            here = (*where, entry_label(now, name_of(after[now])).th)
            yield from differences(form, before[was], after[now], here)
            old.remove(was)
            new.remove(now)
        for was in old:
            yield _whole(where, _REMOVED, was, before[was])
        for now in new:
            yield _whole(where, _ADDED, now, after[now])


def _pairs(
    before: list[Plain], after: list[Plain], old: list[int], new: list[int]
) -> list[tuple[int, int]]:
    """Return which entries are the same that were changed: those of one name, or all in order."""
    if len(old) == len(new):
        return [*zip(old, new, strict=True)]
    named = {name_of(after[now]): now for now in reversed(new) if name_of(after[now])}
    # Each of the later entries is taken once.
    return [
        (was, named.pop(name)) for was in old if (name := name_of(before[was])) and name in named
    ]


def _keys(entries: list[Plain]) -> list[str]:
    return [json.dumps(entry, sort_keys=True) for entry in entries]


def _whole(where: tuple[str, ...], verb: str, index: int, entry: Plain) -> Change:
    label = f"{verb} {entry_label(index, name_of(entry)).th}"
    text = _text(entry) if isinstance(entry, str) else ""
    return _change((*where, label), *((text, "") if verb == _REMOVED else ("", text)))


def _change(where: tuple[str, ...], old: str, new: str) -> Change:
    return Change(mask_for_message(" › ".join(where)), _shown(old), _shown(new))


def _shown(text: str) -> str:
    text = mask_for_message(" ".join(text.split()))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _title(form: type[Form] | None, name: str) -> str:
    known = form.model_fields.get(name) if form else None
    return (known.title if known else None) or name


def _word(form: type[Form] | None, name: str, text: str) -> str:
    return choices_of(form, name).get(text, text) if form else text


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _is_blank(value: Plain) -> bool:
    return not value

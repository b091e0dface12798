"""Owners that are spelt in several ways."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from oit.assess.assessment import ItemResult
from oit.findings.codes import owner_spelling
from oit.findings.finding import Finding, Place
from oit.thai import writing

_SHORTEST = 5
"""A shorter name may well begin another one."""
_MOST_PLACES = 5
_NOT_LETTERS = re.compile(r"[\W_]*[\s().,/_-][\W_]*")
# Offices are written with and without these: กองคลัง and กองการคลัง.
_FILLERS = re.compile("การ")
# What follows the name of an office and makes another one of it: a part of it, or a second office.
_ANOTHER = re.compile(r"(?:และ|,|/|-)?\s*\(?(?:งาน|ฝ่าย|กลุ่ม|ส่วน|กอง|สำนัก|ศูนย์|หน่วย|[0-9])|[,/]")


def unified(items: Iterable[ItemResult]) -> tuple[ItemResult, ...]:
    """Give items whose owners look the same the same owner: the spelling that most have."""
    items = tuple(items)
    spellings: dict[str, Counter[str]] = {}
    for item in items:
        spellings.setdefault(writing.fold(item.owner), Counter())[item.owner] += 1
    usual = {folded: counted.most_common(1)[0][0] for folded, counted in spellings.items()}
    return tuple(
        replace(item, usual_owner=usual[writing.fold(item.owner)]) if item.owner else item
        for item in items
    )


def check(items: Iterable[ItemResult]) -> Iterator[Finding]:
    """Report owners that are probably one office, each once with the one that most items have."""
    places: dict[str, list[Place]] = {}
    for item in items:
        if item.record and item.record.form.owner:
            places.setdefault(item.record.form.owner, []).append(item.record.place(("owner",)))
    usual_first = sorted(places, key=lambda owner: -len(places[owner]))
    for number, owner in enumerate(usual_first):
        alike = (other for other in usual_first[:number] if _are_alike(owner, other))
        if other := next(alike, None):
            yield owner_spelling.CODE.at(
                places[owner][0],
                text=owner,
                other=other,
                places=_listed(places[owner]),
                others=_listed(places[other]),
                count=len(places[other]),
            )


def _listed(places: list[Place]) -> str:
    named = dict.fromkeys(f"{place.file}:{place.line}" for place in places)
    return ", ".join([*islice(named, _MOST_PLACES), *(["…"] if len(named) > _MOST_PLACES else [])])


def _are_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((writing.fold(one), writing.fold(other)), key=len)
    if re.findall("[0-9]+", shorter) != re.findall("[0-9]+", longer):
        return False
    if _bare(shorter) == _bare(longer):
        return True
    if longer.startswith(shorter):
        rest = longer.removeprefix(shorter).strip()
        return len(shorter) >= _SHORTEST and not _ANOTHER.match(rest)
    return _differ_by_one(shorter, longer)


def _bare(folded: str) -> str:
    return _FILLERS.sub("", _NOT_LETTERS.sub("", folded))


def _differ_by_one(shorter: str, longer: str) -> bool:
    """Tell whether one letter is missing or another one; not at the end, where it numbers."""
    if len(shorter) <= _SHORTEST or len(longer) - len(shorter) > 1:
        return False
    same = next(n for n in range(len(longer)) if shorter[n : n + 1] != longer[n : n + 1])
    rest = longer[same + 1 :]
    numbers = same and longer[same - 1] == " " and not rest
    return not numbers and rest in {shorter[same:], shorter[same + 1 :]}

"""What a judge finds wrong with a page, and the complaints that stand for a reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True, order=True)
class Complaint:
    """One finding of a judge; ``page`` is its path in the site."""

    judge: str
    rule: str
    page: str
    place: str
    text: str

    def __str__(self) -> str:
        """Return the complaint in a line."""
        return f"{self.judge} {self.page} {self.place} {self.rule}: {self.text}"


@dataclass(frozen=True)
class Accepted:
    """Complaints that stand: the whole of ``rule`` matches, and ``text`` is found in theirs."""

    judge: str
    rule: str
    text: str
    reason: str
    at_desk: bool = False
    """Whether only pages of the officer's desk have it."""

    def covers(self, complaint: Complaint) -> bool:
        """Tell whether a complaint is one of these."""
        return (
            self.judge == complaint.judge
            and re.fullmatch(self.rule, complaint.rule) is not None
            and re.search(self.text, f"{complaint.place} {complaint.text}") is not None
        )


def accepted() -> list[Accepted]:
    """Read ``accepted.yml``."""
    text = Path(__file__).with_name("accepted.yml").read_text(encoding="utf-8")
    return [Accepted(**{"text": "", **entry}) for entry in yaml.safe_load(text) or []]


def unaccepted(complaints: Iterable[Complaint]) -> list[Complaint]:
    """Return the complaints that no entry of ``accepted.yml`` covers, sorted."""
    entries = accepted()
    return sorted(c for c in complaints if not any(entry.covers(c) for entry in entries))


def unneeded(complaints: Iterable[Complaint]) -> list[Accepted]:
    """Return the entries of ``accepted.yml`` that cover none of the complaints."""
    entries, found = accepted(), list(complaints)
    return [entry for entry in entries if not any(entry.covers(c) for c in found)]

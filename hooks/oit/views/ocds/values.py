"""Amounts, days and texts as OCDS has them."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from oit.thai import identity_search
from oit.thai.identity import MASK


def told(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing: OCDS wants no empty fields."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def baht(amount: Decimal | None) -> dict[str, Any] | None:
    """Write an amount."""
    return None if amount is None else {"amount": amount, "currency": "THB"}


def moment(day: date | None) -> str | None:
    """Write a day as the moment at which it began in Thailand."""
    return f"{day.isoformat()}T00:00:00+07:00" if day else None


def public(text: str | None) -> str | None:
    """Write a text without the national ids that may stand in it."""
    return text and identity_search.mask_found(text, lambda _: MASK)


def one_line(text: str) -> str:
    """Write a name on one line, with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def digest(*texts: str) -> str:
    """Make a short name of texts that stays the same as long as they do."""
    return sha256("\n".join(texts).encode()).hexdigest()[:16]

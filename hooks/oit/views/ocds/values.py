"""Amounts, days and texts in the notation of OCDS."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from oit.thai.identity_search import mask_found


def without_empty(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out empty values, which OCDS does not allow."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def baht(amount: Decimal | None) -> dict[str, Any] | None:
    """Return an amount with its currency."""
    return None if amount is None else {"amount": amount, "currency": "THB"}


def moment(day: date | None) -> str | None:
    """Format a day as the moment when it began in Thailand."""
    return f"{day.isoformat()}T00:00:00+07:00" if day else None


def public(text: str | None) -> str | None:
    """Mask the national ids in a text."""
    return text and mask_found(text)


def one_line(text: str) -> str:
    """Put a name on one line with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def digest(*texts: str) -> str:
    """Return a short hash that identifies texts."""
    return sha256("\n".join(texts).encode()).hexdigest()[:16]

"""The record of an agency: the one thing that a run leaves of it.

It is plain JSON with its keys in a fixed order and without times of day, so that a run that was
disturbed ends in the same bytes as one that was not.
"""

import json
from collections.abc import Mapping
from typing import Any

from oit.characters import escaped
from oit.fleet.unread import UnreadError, too_much_found

VERSION = 1
LARGEST_RESULT = 30_000_000
"""Bytes of what is found of an agency; one with thousands of findings has a tenth."""
_LONGEST_REASON = 400
Record = dict[str, Any]
"""See ``made``."""


def key_of(source: str, order: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a result depends on: it stays right while its key stays the same.

    Args:
        source: the fingerprint of the agency's data; empty if the result may be another next time.
        order: what a run asks for; its source is the one that the list names.
    """
    return {
        "listed": order["source"],
        "source": source,
        "program": order["program"],
        "day": order["day"],
        "year": order["year"],
    }


def of_source(known: Record | None, listed: str) -> Record | None:
    """Return a record if it is of the source that the list names now.

    The other source may have been another agency's, put into the wrong row.
    """
    return known if known is not None and known["key"]["listed"] == listed else None


def is_current(known: Record | None, key: Mapping[str, Any]) -> bool:
    """Tell whether a record need not be made again.

    What failed for a reason that may pass is tried in each run.
    """
    return known is not None and bool(key["source"]) and known["key"] == key


def examined(  # noqa: PLR0913 - what is known of an agency
    name: str,
    key: Mapping[str, Any],
    how: str,
    status: Mapping[str, Any],
    known: Record | None,
    *,
    site: str | None = None,
) -> Record:
    """Return the record of an agency that was read; its data may name its site.

    Raises:
        UnreadError: too much was found: a record of it could not be read again.
    """
    if len(_as_json(status).encode()) > LARGEST_RESULT:
        raise too_much_found()
    before = _before(status, known)
    return _made(name, key, site=site, how=how, status=status, before=before)


def failed(name: str, key: Mapping[str, Any], why: UnreadError, known: Record | None) -> Record:
    """Return the record of an agency that could not be read.

    A try counts once for its key: a run that was interrupted counts as one with its repetition.
    """
    last = known["failure"] if known else None
    since, tries = key["day"], 1
    if known and last:
        # A clock that was wrong may have named a day to come.
        since = min(last["since"], key["day"])
        tries = last["tries"] + (known["key"] != key)
    failure = {
        "code": why.code,
        "th": _shown(why.reason.th),
        "en": _shown(why.reason.en),
        "mend_th": why.mend.th,
        "mend_en": why.mend.en,
        "since": since,
        "tries": tries,
    }
    before, site = (known["before"], known["site"]) if known else (None, None)
    return _made(name, key, site=site, failure=failure, good=good_of(known), before=before)


def good_of(known: Record | None) -> dict[str, Any] | None:
    """Return the last good result, which may be that of the record itself."""
    if known is None:
        return None
    if known["status"] is None:
        good: dict[str, Any] | None = known["good"]
        return good
    return {"day": known["key"]["day"], "how": known["how"], "status": known["status"]}


def without_results(record: Record) -> Record:
    """Return a record without what was found: its results take a thousand times the memory."""
    good = record["good"]
    last = {"day": good["day"], "how": good["how"], "status": None} if good else None
    return record | {"status": None, "good": last, "before": None}


def as_text(record: Record) -> str:
    """Return a record as its file has it."""
    return f"{_as_json(record)}\n"


def _as_json(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _shown(text: str) -> str:
    """Return a reason as people can read it: names of files and addresses are a stranger's."""
    return escaped(text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}…")


def _made(  # noqa: PLR0913 - the fields of a record
    name: str,
    key: Mapping[str, Any],
    *,
    site: str | None,
    how: str | None = None,
    status: Mapping[str, Any] | None = None,
    failure: Mapping[str, Any] | None = None,
    good: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
) -> Record:
    return {
        "fleet": VERSION,
        "id": name,
        "key": dict(key),
        "site": site,
        "how": how,
        "status": status,
        "failure": failure,
        "good": good,
        "before": before,
    }


def _before(status: Mapping[str, Any], known: Record | None) -> dict[str, Any] | None:
    """Return the result before this one that said something else of the same year."""
    last = good_of(known)
    if known is None or last is None or last["status"]["year"] != status["year"]:
        return None
    items = _items(last["status"])
    if items == _items(status):
        carried: dict[str, Any] | None = known["before"]
        return carried
    complete = last["status"]["summary"]["complete"]
    return {"day": last["day"], "how": last["how"], "complete": complete, "items": items}


def _items(status: Mapping[str, Any]) -> list[list[str]]:
    return [[item["id"], item["status"]] for item in status["items"]]

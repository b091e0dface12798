"""The estimate of the score for other programs. Its shape is a contract."""

import json
from decimal import Decimal
from typing import Any

from oit.assess.score.estimate import Estimate, Gain, Outcome, WhatIf
from oit.bilingual import Language
from oit.ita.arithmetic import Comparison, Verdict, compare, level_of, rounded
from oit.ita.cycle import Cycle
from oit.thai.dates import write_day
from oit.views.report.json import VERSION
from oit.views.report.view import View


def score_json(view: View, estimate: Estimate) -> str:
    """Write an estimate, and the results of the year before, as JSON."""
    assessment = view.assessment
    closes, today = estimate.closes, assessment.today
    data = {
        "oit": VERSION,
        "agency": {"name": assessment.agency.name},
        "year": assessment.year,
        "checklist": assessment.checklist.checklist,
        "today": write_day(today),
        "results": _results(assessment.cycle) if assessment.cycle else None,
        "estimate": _estimate(view, estimate),
        "what_if": _what_if(estimate.what_if, estimate) if estimate.what_if else None,
        "mend_first": [_gain(gain) for gain in estimate.mend_first],
        "deadline": (
            {"closes": write_day(closes), "days_left": (closes - today).days} if closes else None
        ),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _estimate(view: View, estimate: Estimate) -> dict[str, Any]:
    return {
        "oit": _number(estimate.now.oit),
        "oit_low": _number(estimate.low.oit),
        "total": _number(estimate.now.total),
        "total_low": _number(estimate.low.total),
        "level": estimate.now.level,
        **{name.lower(): _number(score) for name, score in estimate.instruments.items()},
        "assumptions": _assumptions(estimate, view.language),
        "indicators": [
            {"id": one.id, "title": one.title, "score": _number(one.score)}
            for one in estimate.indicators
        ],
        "items": [
            {
                "id": result.item.id,
                "title": result.item.title,
                "status": str(result.status),
                "score": _number(estimate.points.get(result.item.id)),
            }
            for result in view.assessment.items
        ],
    }


def _assumptions(estimate: Estimate, language: Language) -> list[str]:
    no_total = [estimate.no_total] if estimate.no_total else []
    return [words.text(language) for words in (*estimate.assumptions, *no_total)]


def _what_if(what_if: WhatIf, estimate: Estimate) -> dict[str, Any]:
    return {
        "items": [
            {
                "id": item,
                "before": _number(estimate.points.get(item)),
                "after": _number(score),
            }
            for item, score in what_if.points.items()
        ],
        "before": _outcome(estimate.now),
        "after": _outcome(what_if.after),
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "oit": _number(outcome.oit),
        "total": _number(outcome.total),
        "level": outcome.level,
    }


def _gain(gain: Gain) -> dict[str, Any]:
    return {
        "item": gain.result.item.id,
        "title": gain.result.item.title,
        "owner": gain.result.owner,
        "status": str(gain.result.status),
        "missing_elements": gain.missing_elements,
        "gain_oit": _number(gain.oit),
        "gain_total": _number(gain.total),
    }


def _results(cycle: Cycle) -> dict[str, Any]:
    compared = compare(cycle)
    total = next((_sides(one) for one in compared if one.kind == "total"), None)
    level = level_of(cycle)
    return {
        "year": cycle.results_year,
        "total": total or _printed_only(cycle.results.total),
        "level": {"printed": cycle.results.level, "computed": level.name if level else None},
        "instruments": [_comparison(one) for one in compared if one.kind == "instrument"],
        "parts": [_comparison(one) for one in compared if one.kind == "part"],
        "indicators": [_comparison(one) for one in compared if one.kind == "indicator"],
    }


def _comparison(one: Comparison) -> dict[str, Any]:
    head = {"id": one.id, "title": one.title, "way": one.way.words}
    return {**head, **_sides(one), "basis": one.way.basis}


def _sides(one: Comparison) -> dict[str, Any]:
    return {
        "printed": _number(one.printed),
        "computed": _number(one.computed),
        "verdict": str(one.verdict),
        "difference": _number(one.difference),
    }


def _printed_only(total: Decimal | None) -> dict[str, Any]:
    """Return the total of a year whose formulas no source tells."""
    return {
        "printed": _number(total),
        "computed": None,
        "verdict": str(Verdict.NOT_COMPUTABLE),
        "difference": None,
    }


def _number(score: Decimal | None) -> float | None:
    return None if score is None else float(rounded(score))

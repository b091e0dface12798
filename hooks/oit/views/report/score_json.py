"""The estimated score for other programs. Its structure is a contract."""

import json
from decimal import Decimal
from typing import Any

from oit.assess.score.estimate import Estimate, Gain, NotAsked, Outcome, WhatIf
from oit.bilingual import Language
from oit.data.checklist import UNSURE
from oit.ita.arithmetic import Comparison, Verdict, compare, level_of, rounded
from oit.ita.cycle import Cycle
from oit.thai.identity_search import mask_values
from oit.views.report.json import heading
from oit.views.report.view import View


def score_json(view: View, estimate: Estimate) -> str:
    """Render an estimate, and the results of the previous year, as JSON."""
    assessment = view.assessment
    closes, today = estimate.closes, assessment.today
    data = {
        **heading(assessment),
        "checklist": assessment.checklist.checklist,
        "checklist_provisional": bool(assessment.checklist.provisional),
        "today": today.isoformat(),
        "results": _results(assessment.cycle) if assessment.cycle else None,
        "estimate": _estimate(view, estimate),
        "not_asked": _not_asked(estimate.not_asked) if estimate.not_asked else None,
        "what_if": _what_if(estimate.what_if, estimate) if estimate.what_if else None,
        "mend_first": [_gain(gain) for gain in estimate.fix_first],
        "deadline": (
            {"closes": closes.isoformat(), "days_left": (closes - today).days} if closes else None
        ),
    }
    return json.dumps(mask_values(data), ensure_ascii=False, indent=2) + "\n"


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
            {"id": indicator.id, "title": indicator.title, "score": _number(indicator.score)}
            for indicator in estimate.indicators
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


def _not_asked(not_asked: NotAsked) -> dict[str, Any]:
    return {
        "basis": UNSURE,
        "items": list(not_asked.items),
        "elements": not_asked.elements,
        "after": _outcome(not_asked.after),
    }


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
        "missing_inferred": gain.inferred_elements,
        "gain_oit": _number(gain.oit),
        "gain_total": _number(gain.total),
    }


def _results(cycle: Cycle) -> dict[str, Any]:
    compared = compare(cycle)
    total = next((_sides(score) for score in compared if score.kind == "total"), None)
    level = level_of(cycle)
    return {
        "year": cycle.results_year,
        "total": total or _printed_only(cycle.results.total),
        "level": {"printed": cycle.results.level, "computed": level.name if level else None},
        "instruments": [_comparison(score) for score in compared if score.kind == "instrument"],
        "parts": [_comparison(score) for score in compared if score.kind == "part"],
        "indicators": [_comparison(score) for score in compared if score.kind == "indicator"],
    }


def _comparison(score: Comparison) -> dict[str, Any]:
    head = {"id": score.id, "title": score.title, "way": score.way.words}
    return {**head, **_sides(score), "basis": score.way.basis}


def _sides(score: Comparison) -> dict[str, Any]:
    return {
        "printed": _number(score.printed),
        "computed": _number(score.computed),
        "verdict": str(score.verdict),
        "difference": _number(score.difference),
    }


def _printed_only(total: Decimal | None) -> dict[str, Any]:
    """Return the total of a year whose formulas are unknown."""
    return {
        "printed": _number(total),
        "computed": None,
        "verdict": str(Verdict.NOT_COMPUTABLE),
        "difference": None,
    }


def _number(score: Decimal | None) -> float | None:
    return None if score is None else float(rounded(score))

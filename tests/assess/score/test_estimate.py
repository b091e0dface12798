"""The estimate of the score: points of the items, the means, what to fix first."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from given import TODAY, an_element
from oit.assess.assessment import Assessment, ElementResult, ElementStatus, ItemResult
from oit.assess.score.estimate import Estimate, NoEstimateError, estimate
from oit.data.checklist import Checklist, Item
from oit.forms.agency import Agency
from oit.ita.arithmetic import rounded
from small_agency import SmallAgency

S, M, N = ElementStatus.SHOWN, ElementStatus.MISSING, ElementStatus.NOT_APPLICABLE
COMPLETE, PARTIAL, MISSING, NOT_APPLICABLE = [S], [S, M], [M], [N]

Spec = tuple[str, list[ElementStatus]]
"""An item in short: its indicator, and the statuses of its elements."""

CYCLE = """\
results:
  year: 2568
  instruments:
    - {id: IIT, score: 90}
    - {id: EIT, score: 80}
"""

LISTED = "9 10 9.1 9.2 10.1 10.2".split()
ITEMS = st.lists(
    st.tuples(
        st.sampled_from(LISTED), st.lists(st.sampled_from(ElementStatus), min_size=1, max_size=3)
    ),
    min_size=1,
    max_size=12,
)
"""Any items, also of an indicator that has both items and sub-indicators."""

SCORES = st.decimals(0, 100, places=2)


def an_assessment(*specs: Spec, year: int = 2569, agency: Agency | None = None) -> Assessment:
    """Make the assessment of items O1, O2 …"""
    checklist = Checklist.model_validate(
        {
            "checklist": "made",
            "year": str(year),
            "title": "แบบวัด",
            "indicators": [{"id": number, "title": f"ตัวชี้วัด {number}"} for number in LISTED],
            "items": [
                {
                    "id": f"O{number}",
                    "title": f"ข้อที่ {number}",
                    "indicator": indicator,
                    "form": "document",
                }
                for number, (indicator, _) in enumerate(specs, start=1)
            ],
        }
    )
    results = tuple(
        an_item(item, elements) for item, (_, elements) in zip(checklist.items, specs, strict=True)
    )
    return Assessment(agency or Agency(name="ก", kind="municipality"), checklist, TODAY, results)


def an_item(item: Item, statuses: list[ElementStatus]) -> ItemResult:
    elements = tuple(
        ElementResult(an_element(id=f"e{number}", rule="document"), status)
        for number, status in enumerate(statuses)
    )
    return ItemResult(item, None, elements, (), f"oit/{item.slug}/")


def made(assessment: Assessment, **what_if: int) -> Estimate:
    """Estimate with IIT 90 and EIT 80."""
    given_by_hand = {"IIT": Decimal(90), "EIT": Decimal(80)}
    return estimate(assessment, given_by_hand, {k: Decimal(v) for k, v in what_if.items()})


def shown(score: Decimal | None) -> str | None:
    return None if score is None else str(rounded(score))


def english(estimated: Estimate) -> str:
    return "\n".join(words.en for words in estimated.assumptions)


# Items, indicators, OIT, total


def test_item_gets_the_points_of_its_status_and_what_does_not_apply_is_left_out() -> None:
    items = [("9", elements) for elements in (COMPLETE, PARTIAL, MISSING, NOT_APPLICABLE)]
    assert made(an_assessment(*items)).points == {"O1": 100, "O2": 50, "O3": 0}
    # A source says that in this year an item got all points or none.
    assert made(an_assessment(*items, year=2567)).points == {"O1": 100, "O2": 0, "O3": 0}


def test_a_part_of_an_element_counts_as_not_there() -> None:
    part = ElementStatus.PARTIAL
    estimated = made(an_assessment(("9", [S, part]), ("9", [part, M]), ("9", [part])))
    assert estimated.points == {"O1": 50, "O2": 0, "O3": 0}
    assert "O2, O3 shows only parts of what is asked, and gets 0" in english(estimated)
    assert "only parts" not in english(made(an_assessment(("9", PARTIAL))))


def test_indicator_is_the_mean_of_its_items_and_oit_that_of_the_indicators() -> None:
    estimated = made(
        an_assessment(("9", COMPLETE), ("9", COMPLETE), ("9", PARTIAL), ("10", MISSING))
    )
    scores = [
        (indicator.id, indicator.title, shown(indicator.score))
        for indicator in estimated.indicators
    ]
    assert scores == [("9", "ตัวชี้วัด 9", "83.33"), ("10", "ตัวชี้วัด 10", "0.00")]
    assert shown(estimated.now.oit) == "41.67"


def test_indicator_is_the_mean_of_its_sub_indicators_where_the_list_has_them() -> None:
    estimated = made(
        an_assessment(("9.1", COMPLETE), ("9.2", MISSING), ("9.2", COMPLETE), ("10.1", COMPLETE))
    )
    assert [(indicator.id, shown(indicator.score)) for indicator in estimated.indicators] == [
        ("9", "75.00"),
        ("9.1", "100.00"),
        ("9.2", "50.00"),
        ("10", "100.00"),
        ("10.1", "100.00"),
    ]
    assert shown(estimated.now.oit) == "87.50"
    assert "each the mean of its sub-indicators' means" in english(estimated)


def test_indicator_that_the_list_does_not_name_has_the_title_of_the_year() -> None:
    assessment = an_assessment(("9.1", COMPLETE), ("11.1", COMPLETE))
    assessment.checklist.indicators.clear()
    titles = {indicator.id: indicator.title for indicator in made(assessment).indicators}
    assert titles == {"9": "การเปิดเผยข้อมูล", "9.1": "", "11": "", "11.1": ""}


def test_indicator_of_which_no_item_applies_does_not_count() -> None:
    estimated = made(an_assessment(("9", COMPLETE), ("10", NOT_APPLICABLE)))
    assert [indicator.id for indicator in estimated.indicators] == ["9"]
    assert estimated.now.oit == 100


def test_total_has_the_weights_of_the_framework_and_a_level() -> None:
    now = made(an_assessment(("9", COMPLETE), ("10", COMPLETE))).now
    assert (now.total, now.level) == (Decimal(91), "ผ่าน")


def test_level_goes_by_the_total_as_it_is_printed() -> None:
    scores = {"IIT": Decimal("75.00"), "EIT": Decimal("74.99")}
    now = estimate(an_assessment(("9", COMPLETE)), scores, {}).now
    assert (now.total, shown(now.total), now.level) == (Decimal("84.997"), "85.00", "ผ่าน")


def test_level_below_every_level_of_the_scale_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("oit.assess.score.estimate.level_for", lambda *_: None)
    assert made(an_assessment(("9", MISSING))).now.level is None


def test_low_estimate_gives_a_partial_item_what_a_missing_one_gets() -> None:
    estimated = made(an_assessment(("9", COMPLETE), ("9", PARTIAL)))
    assert [shown(outcome.oit) for outcome in (estimated.now, estimated.low)] == ["75.00", "50.00"]
    assert [shown(outcome.total) for outcome in (estimated.now, estimated.low)] == [
        "81.00",
        "71.00",
    ]
    assert "in the low estimate it gets 0" in english(estimated)


@given(ITEMS)
def test_scores_lie_between_0_and_100_and_the_low_and_complete_ones_around_them(
    items: list[Spec],
) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    estimated = made(an_assessment(*items))
    oits = [outcome.oit for outcome in (estimated.low, estimated.now, estimated.if_complete)]
    assert 0 <= oits[0] <= oits[1] <= oits[2] == 100
    assert all(0 <= indicator.score <= 100 for indicator in estimated.indicators)


@given(ITEMS, SCORES, SCORES)
def test_total_is_between_the_lowest_and_the_highest_instrument(
    items: list[Spec], iit: Decimal, eit: Decimal
) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    now = estimate(an_assessment(*items), {"IIT": iit, "EIT": eit}, {}).now
    assert now.total is not None
    scores = [rounded(score) for score in (iit, eit, now.oit)]
    assert min(scores) <= rounded(now.total) <= max(scores)


# IIT and EIT


def test_iit_and_eit_are_those_of_last_years_results(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", CYCLE)
    estimated = estimate(small_agency.assess(), {}, {})
    assert estimated.instruments == {"IIT": 90, "EIT": 80}
    assert estimated.no_total is None
    assert "IIT 90.00 and EIT 80.00: the results of 2568, taken to stay as they are" in english(
        estimated
    )


def test_score_given_by_hand_goes_before_last_years(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/ita.yml", CYCLE)
    estimated = estimate(small_agency.assess(), {"EIT": Decimal("85.5")}, {})
    assert estimated.instruments == {"IIT": 90, "EIT": Decimal("85.5")}
    reported = english(estimated)
    assert "IIT 90.00: the results of 2568" in reported
    assert "EIT 85.50: given by hand" in reported


@pytest.mark.parametrize(
    "cycle",
    [
        None,
        "measures: []\n",
        # No source explains how results of that year are computed.
        CYCLE.replace("2568", "2563"),
    ],
    ids=["no file", "no results", "unknown framework"],
)
def test_there_is_no_total_where_iit_and_eit_are_not_known(
    small_agency: SmallAgency, cycle: str | None
) -> None:
    if cycle:
        small_agency.write("data/2569/ita.yml", cycle)
    estimated = estimate(small_agency.assess(), {}, {})
    outcomes = (estimated.now, estimated.low, estimated.if_complete)
    assert {(outcome.total, outcome.level) for outcome in outcomes} == {(None, None)}
    assert estimated.no_total is not None
    assert estimated.no_total.en == (
        "IIT, EIT not known: not in ita.yml of 2569; to give the score: --iit N --eit N"
    )
    assert estimated.no_total.th.startswith("ไม่ทราบคะแนน IIT, EIT เพราะ")
    # The possible gains are known nevertheless.
    assert estimated.fix_first[0].total > 0


def test_reason_names_only_the_score_that_is_not_known() -> None:
    estimated = estimate(an_assessment(("9", COMPLETE)), {"IIT": Decimal(90)}, {})
    assert estimated.no_total is not None
    assert estimated.no_total.en.startswith("EIT not known")


# What to fix first


def order(estimated: Estimate) -> list[str]:
    return [gain.result.item.id for gain in estimated.fix_first]


def test_what_gains_most_in_the_total_is_fixed_first() -> None:
    estimated = made(
        an_assessment(("9", PARTIAL), ("9", COMPLETE), ("9", MISSING), ("10", PARTIAL))
    )
    assert order(estimated) == ["O4", "O3", "O1"]
    gains = [(shown(gain.oit), shown(gain.total)) for gain in estimated.fix_first]
    assert gains == [("25.00", "10.00"), ("16.67", "6.67"), ("8.33", "3.33")]


def test_of_equal_gains_the_one_that_lacks_least_comes_first_then_the_order_of_the_list() -> None:
    estimated = made(
        an_assessment(("9", [S, M, ElementStatus.OUTDATED, N]), ("9", PARTIAL), ("9", [M, S, S]))
    )
    assert order(estimated) == ["O2", "O3", "O1"]
    assert [gain.missing_elements for gain in estimated.fix_first] == [1, 1, 2]


def test_nothing_is_to_mend_where_everything_is_complete_or_does_not_apply() -> None:
    estimated = made(an_assessment(("9", COMPLETE), ("9", NOT_APPLICABLE)))
    assert (estimated.fix_first, estimated.by_owner) == ((), [])


@given(ITEMS)
def test_gains_add_up_to_what_lacks(items: list[Spec]) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    estimated = made(an_assessment(*items))
    assert shown(sum((g.oit for g in estimated.fix_first), estimated.now.oit)) == "100.00"
    assert estimated.now.total is not None
    total = sum((g.total for g in estimated.fix_first), estimated.now.total)
    assert shown(total) == shown(estimated.if_complete.total)


@given(ITEMS)
def test_gain_is_what_setting_the_item_to_100_brings(items: list[Spec]) -> None:
    assessment = an_assessment(*items)
    assume(any(set(elements) != {N} for _, elements in items))
    for gain in made(assessment).fix_first:
        tried = made(assessment, **{gain.result.item.id: 100})
        assert tried.what_if
        assert tried.what_if.after.total is not None
        assert tried.now.total is not None
        brought = tried.what_if.after.total - tried.now.total
        assert abs(brought - gain.total) < Decimal("1e-20")


@given(ITEMS)
def test_every_item_that_lacks_something_is_listed_once_the_most_first(items: list[Spec]) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    estimated = made(an_assessment(*items))
    gains = [rounded(gain.total) for gain in estimated.fix_first]
    assert gains == sorted(gains, reverse=True)
    assert sorted(order(estimated)) == sorted(
        item for item, points in estimated.points.items() if points < 100
    )


def test_owners_are_by_what_they_can_gain_together(small_agency: SmallAgency) -> None:
    small_agency.write("data/2569/o01.yml", "owner: กองคลัง\naddress: 99 หมู่ 2\n")
    small_agency.write("data/2569/o20.yml", "owner: กองคลัง\n")
    by_owner = estimate(small_agency.assess(), {}, {}).by_owner
    items = [(gains.owner, [gain.result.item.id for gain in gains.gains]) for gains in by_owner]
    # O8 has no file and therefore no owner.
    assert items == [("กองคลัง", ["O20", "O1", "O7"]), ("", ["O8"])]
    gains = [(shown(gains.oit), shown(gains.total)) for gains in by_owner]
    assert gains == [("62.50", "25.00"), ("12.50", "5.00")]


def test_owner_of_many_small_gains_comes_before_that_of_a_single_greater_one(
    small_agency: SmallAgency,
) -> None:
    small_agency.write("data/2569/o01.yml", "owner: กองคลัง\naddress: 99 หมู่ 2\n")
    small_agency.write("data/2569/o02.yml", "owner: กองคลัง\n")
    small_agency.write("data/2569/o08.yml", "owner: กองการศึกษา\n")
    estimated = estimate(small_agency.assess(), {}, {})
    assert order(estimated) == ["O2", "O8", "O1", "O7"]
    assert [gains.owner for gains in estimated.by_owner] == ["กองคลัง", "กองการศึกษา"]


@given(ITEMS)
def test_gains_of_the_owners_are_all_gains(items: list[Spec]) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    estimated = made(an_assessment(*items))
    listed = [gain for gains in estimated.by_owner for gain in gains.gains]
    assert listed == list(estimated.fix_first)


# What if


def test_points_set_by_hand_are_tried_out_and_change_nothing_else() -> None:
    assessment = an_assessment(("9", MISSING), ("9", PARTIAL))
    tried, plain = made(assessment, O1=100, O2=80), made(assessment)
    assert tried.what_if
    assert tried.what_if.points == {"O1": 100, "O2": 80}
    assert (shown(tried.now.oit), shown(tried.what_if.after.oit)) == ("25.00", "90.00")
    assert (tried.now, tried.fix_first) == (plain.now, plain.fix_first)
    assert plain.what_if is None


def test_item_that_does_not_apply_counts_once_points_are_set_for_it() -> None:
    tried = made(an_assessment(("9", COMPLETE), ("10", NOT_APPLICABLE)), O2=0).what_if
    assert tried
    assert tried.after.oit == 50


@given(ITEMS)
def test_trying_out_what_is_there_already_changes_nothing(items: list[Spec]) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    assessment = an_assessment(*items)
    now = made(assessment)
    tried = made(assessment, **{item: int(points) for item, points in now.points.items()})
    assert tried.what_if
    assert tried.what_if.after == now.now


# If nobody asks for what is inferred


def test_missing_elements_that_are_inferred_are_counted_apart(small_agency: SmallAgency) -> None:
    # O7 lacks an element that is inferred and one that says no basis; O8 lacks a confirmed one.
    apart = estimate(small_agency.assess(), {}, {}).not_asked
    assert apart
    assert (apart.items, apart.elements) == (("O7",), 2)
    assert apart.after.oit == Decimal("87.5")


def test_an_item_that_shows_nothing_stays_missing(small_agency: SmallAgency) -> None:
    before = estimate(small_agency.assess(), {}, {})
    assert before.not_asked
    path = small_agency.data / "checklists/small-2569.yml"
    text = path.read_text(encoding="utf-8")
    entries = "field: entries, basis: confirmed"
    assert entries in text
    path.write_text(text.replace(entries, "field: entries, basis: inferred"), encoding="utf-8")
    apart = estimate(small_agency.assess(), {}, {}).not_asked
    assert apart
    assert (apart.items, apart.elements) == (("O7", "O8"), 3)
    assert apart.after == before.not_asked.after


def test_nothing_is_counted_apart_if_no_such_element_is_missing(small_agency: SmallAgency) -> None:
    small_agency.complete()
    assert estimate(small_agency.assess(), {}, {}).not_asked is None


# Until when


def test_last_day_is_that_of_the_agencys_calendar_for_the_year(small_agency: SmallAgency) -> None:
    assert estimate(small_agency.assess(), {}, {}).closes == date(2026, 4, 30)


def test_there_is_no_last_day_where_the_calendar_has_none() -> None:
    assert made(an_assessment(("9", COMPLETE))).closes is None


# What it assumes


def test_framework_of_an_earlier_year_makes_nothing_sure() -> None:
    reported = english(made(an_assessment(("9", COMPLETE), ("10", COMPLETE), year=2570)))
    assert "there is no framework of 2570 itself: that of 2569 is used" in reported
    assert "IIT/EIT/OIT weigh 30/30/40 (adapted from a neighbouring year" in reported
    of_the_year = english(made(an_assessment(("9", COMPLETE), year=2568)))
    assert "there is no framework" not in of_the_year
    assert "weigh 30/30/40 (found in that year's own source)" in of_the_year


def test_formula_is_as_sure_as_the_least_sure_of_its_indicators() -> None:
    formula = "OIT is the mean of indicators 9 and 10, each the mean of its items"
    both = ("9", COMPLETE), ("10", COMPLETE)
    assert f"{formula} (inferred" in english(made(an_assessment(*both)))
    assert f"{formula} (found" in english(made(an_assessment(*both, year=2564)))
    unknown = made(an_assessment(("9", COMPLETE), ("11", COMPLETE), year=2564))
    assert "indicators 9 and 11, each the mean of its items (inferred" in english(unknown)


def test_points_of_an_item_are_reported_with_how_sure_they_are() -> None:
    reported = english(made(an_assessment(("9", COMPLETE))))
    assert "100 when complete, 50 when partial, 0 when missing (inferred" in reported
    # If a partial item gets the points of a missing one, nothing is assumed.
    confirmed = english(made(an_assessment(("9", COMPLETE), year=2564)))
    assert "100 when complete, 0 when partial, 0 when missing (found" in confirmed
    assert "low estimate" not in confirmed


def test_items_left_out_and_elements_that_no_source_confirms_are_reported(
    small_agency: SmallAgency,
) -> None:
    reported = english(estimate(small_agency.assess(), {}, {}))
    assert "O21 left out as not applicable" in reported
    assert "5 of its 9 elements were not found in that year's own source" in reported
    sure = english(made(an_assessment(("9", COMPLETE))))
    assert "left out" not in sure
    assert "own source" not in sure


@given(ITEMS)
def test_assumptions_are_reported_in_both_languages(items: list[Spec]) -> None:
    assume(any(set(elements) != {N} for _, elements in items))
    for words in made(an_assessment(*items)).assumptions:
        assert any("ก" <= letter <= "๛" for letter in words.th)
        assert words.en.isascii()


# No estimate


def test_there_is_no_estimate_of_a_year_before_any_framework() -> None:
    with pytest.raises(NoEstimateError, match="no framework is known for 2560") as error:
        made(an_assessment(("9", COMPLETE), year=2560))
    assert "ไม่พบกรอบการประเมินของปี 2560" in error.value.reason.th


@pytest.mark.parametrize("items", [[], [("9", NOT_APPLICABLE)]], ids=["no item", "none applies"])
def test_there_is_no_estimate_without_an_item_to_score(items: list[Spec]) -> None:
    with pytest.raises(NoEstimateError, match="no item to score in 2569") as error:
        made(an_assessment(*items))
    assert "ปี 2569 ไม่มีข้อที่นำมาคิดคะแนน" in error.value.reason.th

from __future__ import annotations

import pytest
from jsonschema import Draft202012Validator

from presenter.deck.blocks import Chart
from presenter.deck.schema import deck_schema
from tests.deck.decks import load, pointed, slide_of, told
from tests.deck.yaml_core import core_yaml

SLIDE = "title: 题\nslides:\n- "
VALIDATOR = Draft202012Validator(deck_schema())


def chart_of(text: str) -> Chart:
    (block,) = slide_of(f"chart: {text}").content
    assert isinstance(block, Chart)
    return block


def test_numbers_stand_in_the_order_in_which_they_are_written() -> None:
    chart = chart_of("{data: {政务: 40, 事务: 60.5, 2026: -1e3}}")
    assert list(chart.data.items()) == [("政务", 40.0), ("事务", 60.5), ("2026", -1000.0)]
    assert (chart.kind, chart.unit) == ("bar", "")


def test_a_unit_is_text_as_it_is_written() -> None:
    assert chart_of('{kind: line, unit: "%", data: {甲: 1}}').unit == "%"
    assert chart_of("{kind: sparkline, unit: 万元, data: {甲: 1}}").unit == "万元"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{chart: {data: {甲: ☞四十}}}", "not-a-number"),
        ("{chart: {data: {甲: ☞60%}}}", "not-a-number"),
        ("{chart: {data: {甲: ☞'60'}}}", "not-a-number"),
        ("{chart: {data: {甲: ☞.inf}}}", "not-a-number"),
        ("{chart: {data: {甲: 1, ☞乙: }}}", "empty-value"),
        ("{chart: {data: {甲: 1, ☞甲: 2}}}", "key-twice"),
        ("{chart: {data: ☞{}}}", "too-few"),
        ("{chart: {data: ☞[1, 2]}}", "not-a-mapping"),
        ("{chart: {kind: ☞pie, data: {甲: 1}}}", "not-a-choice"),
        ("{chart: ☞{kind: line}}", "missing-key"),
        ("{chart: ☞40}", "not-a-mapping"),
    ],
)
def test_what_is_no_chart_is_reported_at_its_place(text: str, code: str) -> None:
    plain, [place] = pointed(SLIDE + text)
    assert [told(problem) for problem in load(plain).problems] == [(*place, code)]


def test_the_schema_says_the_same() -> None:
    good = SLIDE + "{chart: {kind: column, unit: 1, data: {甲: 1, 乙: -0.5}}}"
    assert load(good).problems == ()
    assert list(VALIDATOR.iter_errors(core_yaml(good))) == []
    for bad in ("{}", "{甲: 乙}", "[1]"):
        text = SLIDE + f"{{chart: {{data: {bad}}}}}"
        assert list(VALIDATOR.iter_errors(core_yaml(text)))

"""Charts and diagrams: their numbers as they are shown, all their words carried or told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE as KIND

from presenter.deck.blocks import Bullets, Chart, Item, Table, Text
from tests.imports.powerpoint.decks import (
    BOX,
    RELATIONS,
    SLIDE,
    blank,
    only,
    read,
    related,
    told,
    within,
)

CHART = "ppt/charts/chart1.xml"


def data_of(
    *series: tuple[str, tuple[float | None, ...]], labels: Any = "abc", form: str = "General"
) -> Any:
    data = CategoryChartData(number_format=form)
    data.categories = list(labels)
    for name, values in series:
        data.add_series(name, values)
    return data


def add_chart(deck: Any, kind: Any, data: Any) -> Any:
    return blank(deck).shapes.add_chart(kind, *BOX, data).chart


@pytest.mark.parametrize(
    ("form", "values", "shown", "unit"),
    [
        ("0%", (0.25, 0.07, 1), [25, 7, 100], "%"),
        ("General", (8.200000000000001, 1, 2), [8.2, 1, 2], ""),
        ('0.0" 万元"', (1.25, 2, 3), [1.25, 2, 3], "万元"),
    ],
)
def test_numbers_are_those_that_were_shown(
    deck: Any, tmp_path: Path, form: str, values: tuple[float, ...], shown: list[float], unit: str
) -> None:
    add_chart(deck, KIND.COLUMN_CLUSTERED, data_of(("Share", values), form=form))
    (name, chart) = only(read(deck, tmp_path)).content
    assert name == Text(text="Share")
    assert chart == Chart(data=dict(zip("abc", shown, strict=True)), kind="column", unit=unit)


def test_labels_at_the_points_say_how_they_are_rounded(deck: Any, tmp_path: Path) -> None:
    chart = add_chart(deck, KIND.BAR_CLUSTERED, data_of(("Share", (0.333333, 0.5, 0.166667))))
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0.0%", False
    found = only(read(deck, tmp_path)).content[-1]
    assert found == Chart(data={"a": 33.3, "b": 50, "c": 16.7}, kind="bar", unit="%")


def test_dates_are_dates(deck: Any, tmp_path: Path) -> None:
    data = data_of(("Visits", (1, 2)), labels=[date(2024, 3, 1), date(2024, 4, 1)])
    add_chart(deck, KIND.LINE, data)
    found = only(read(deck, tmp_path)).content[-1]
    assert isinstance(found, Chart)
    assert list(found.data) == ["2024-03-01", "2024-04-01"]


def test_several_series_are_a_table_in_their_formats(deck: Any, tmp_path: Path) -> None:
    data = data_of(("Q1", (1234.5, None, 3)), ("Q2", (0.1, 2, 30)), form="#,##0.0")
    add_chart(deck, KIND.COLUMN_CLUSTERED, data)
    draft = read(deck, tmp_path)
    rows = (("a", "1,234.5", "0.1"), ("b", "", "2.0"), ("c", "3.0", "30.0"))
    assert only(draft).content == (Table(header=("", "Q1", "Q2"), rows=rows),)
    assert told(draft) == [("chart", "chart")]


def test_labels_of_two_levels_are_kept(deck: Any, tmp_path: Path) -> None:
    data = data_of(("N", (1, 2, 3)))
    data.categories = []
    for year, quarters in (("2023", ["Q4"]), ("2024", ["Q1", "Q2"])):
        outer = data.add_category(year)
        for quarter in quarters:
            outer.add_sub_category(quarter)
    add_chart(deck, KIND.COLUMN_CLUSTERED, data)
    found = only(read(deck, tmp_path)).content[-1]
    assert isinstance(found, Chart)
    assert list(found.data) == ["2023 · Q4", "2024 · Q1", "2024 · Q2"]


def test_points_keep_both_their_numbers(deck: Any, tmp_path: Path) -> None:
    data = XyChartData()
    series = data.add_series("Run")
    series.add_data_point(0.1, 5)
    series.add_data_point(2.5, 7.25)
    add_chart(deck, KIND.XY_SCATTER, data)
    assert only(read(deck, tmp_path)).content == (
        Text(text="Run"),
        Table(header=("x", "y"), rows=(("0.1", "5"), ("2.5", "7.25"))),
    )


def test_bubbles_keep_their_size(deck: Any, tmp_path: Path) -> None:
    data = BubbleChartData()
    data.add_series("Run").add_data_point(1, 2, 30)
    add_chart(deck, KIND.BUBBLE, data)
    assert only(read(deck, tmp_path)).content[-1] == Table(
        header=("x", "y", "z"), rows=(("1", "2", "30"),)
    )


def test_a_pie_becomes_bars_which_is_told(deck: Any, tmp_path: Path) -> None:
    chart = add_chart(deck, KIND.PIE, data_of(("Share", (1, 2, 3))))
    chart.has_title = True
    chart.chart_title.text_frame.text = "Who"
    chart.has_legend = True
    draft = read(deck, tmp_path)
    bars = Chart(data={"a": 1.0, "b": 2.0, "c": 3.0}, kind="bar")
    assert only(draft).content == (Text(text="Who · Share"), bars)
    assert told(draft) == [("chart-kind", "pieChart Who")]


def test_titles_of_axes_are_told(deck: Any, tmp_path: Path) -> None:
    chart = add_chart(deck, KIND.COLUMN_CLUSTERED, data_of(("N", (1, 2, 3))))
    chart.value_axis.has_title = True
    chart.value_axis.axis_title.text_frame.text = "in kilotons"
    assert told(read(deck, tmp_path)) == [("chart-words", "in kilotons")]


@pytest.mark.parametrize("damage", [b"", b"<c:chartSpace", b"<a/>"])
def test_a_broken_chart_is_told_and_the_rest_read(deck: Any, tmp_path: Path, damage: bytes) -> None:
    add_chart(deck, KIND.PIE, data_of(("Share", (1, 2, 3))))
    blank(deck).shapes.add_textbox(*BOX).text_frame.text = "after"
    deck.save(str(tmp_path / "name.pptx"))
    name = next(
        each.partname.lstrip("/")
        for each in deck.slides[0].part.package.iter_parts()
        if "charts/" in each.partname
    )
    draft = read(deck, tmp_path, changes={name: lambda _: damage})
    assert draft.slides[1].slide.content == (Text(text="after"),)
    assert [code for code, _ in told(draft)] == ["chart-unreadable"]


DIAGRAM = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Cycle"/><p:cNvGraphicFramePr/>'
    '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="9" y="9"/><a:ext cx="99" cy="99"/></p:xfrm>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId99"/>'
    "</a:graphicData></a:graphic></p:graphicFrame>"
)


def model(points: dict[str, str], under: list[tuple[str, str]]) -> bytes:
    names = (
        'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    written = "".join(
        f'<dgm:pt modelId="{key}" type="{"node" if text else "doc"}"><dgm:t><a:p><a:r>'
        f"<a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>"
        for key, text in points.items()
    )
    lines = "".join(
        f'<dgm:cxn modelId="c{index}" srcId="{outer}" destId="{inner}" srcOrd="{index}"/>'
        for index, (outer, inner) in enumerate(under)
    )
    return (
        f"<dgm:dataModel {names}><dgm:ptLst>{written}</dgm:ptLst><dgm:cxnLst>{lines}</dgm:cxnLst>"
        "</dgm:dataModel>"
    ).encode()


@pytest.mark.parametrize(
    ("points", "under", "items"),
    [
        (
            {"d": "", "1": "Plan", "2": "Do", "3": "Try"},
            [("d", "1"), ("d", "2"), ("2", "3")],
            (Item("Plan"), Item("Do", (Item("Try"),))),
        ),
        # A circle, and a point that nothing leads to.
        ({"d": "", "1": "Plan", "2": "Do"}, [("d", "1"), ("1", "1")], (Item("Plan"), Item("Do"))),
    ],
)
def test_smart_art_is_a_list(
    deck: Any,
    tmp_path: Path,
    points: dict[str, str],
    under: list[tuple[str, str]],
    items: tuple[Item, ...],
) -> None:
    blank(deck)
    draft = read(
        deck,
        tmp_path,
        changes={
            SLIDE: within(DIAGRAM),
            RELATIONS: related("../diagrams/data1.xml"),
            "ppt/diagrams/data1.xml": lambda _: model(points, under),
        },
    )
    assert only(draft).content == (Bullets(items=items),)
    assert told(draft) == [("smart-art", "Cycle")]


def test_smart_art_that_leads_nowhere_is_told(deck: Any, tmp_path: Path) -> None:
    blank(deck)
    draft = read(deck, tmp_path, changes={SLIDE: within(DIAGRAM)})
    assert told(draft) == [("not-carried", "Cycle")]

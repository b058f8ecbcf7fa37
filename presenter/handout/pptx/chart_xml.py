"""Charts in DrawingML: the numbers, how they are written, and what axes there are.

Source: ECMA-376 part 1, 21.2 (DrawingML, charts), whose order of elements programs insist on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from presenter.content.chart_data import Datum, with_unit
from presenter.handout.pptx.colors import Scheme
from presenter.handout.pptx.xml import escaped

Kind = Literal["bar", "column", "line", "sparkline"]

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
)
_PLACES = {"bar": "outEnd", "column": "outEnd", "line": "t", "sparkline": "t"}
_ALL_SHOWN = 12
"""Points of a sparkline that all have their number; of more, those that tell its shape."""


class Plot(NamedTuple):
    """A chart: its data, what of it shows, the values at the ends of its axis, text in points."""

    kind: Kind
    data: Sequence[Datum]
    shown: Sequence[bool]
    low: float
    high: float
    size: float


def chart_xml(plot: Plot, scheme: Scheme) -> bytes:
    """The chart part's XML, but for its workbook."""
    series = _series(plot, scheme)
    if plot.kind in ("bar", "column"):
        direction = "bar" if plot.kind == "bar" else "col"
        drawn = (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
            f'<c:varyColors val="0"/>{series}<c:gapWidth val="60"/>'
            '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        )
    else:
        drawn = (
            '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
            f'{series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        )
    text = _text(scheme, "chart.label", plot.size)
    return (
        f'{_HEAD}<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{drawn}'
        f'{_axes(plot, scheme)}</c:plotArea><c:plotVisOnly val="1"/>'
        f'<c:dispBlanksAs val="gap"/></c:chart>{text}</c:chartSpace>'
    ).encode()


def number_format(number: str, unit: str) -> str:
    """The format that writes a value as `number` (without its unit) is written, unit included."""
    _, point, decimals = number.partition(".")
    code = "#,##0" + (f".{'0' * len(decimals)}" if point else "")
    if "×" in number:
        code = "0.##############E+0"
    before, _, after = with_unit("\0", unit).partition("\0")
    whole = f"{_quoted(before)}{code}{_quoted(after)}"
    # Excel takes no longer ones.
    return whole if len(whole) <= 250 else code


def _quoted(text: str) -> str:
    if '"' in text:
        return "".join(f"\\{character}" for character in text)
    return f'"{text}"' if text else ""


def _series(plot: Plot, scheme: Scheme) -> str:
    data, bars = plot.data, plot.kind in ("bar", "column")
    color = scheme.fill(scheme.style("chart.bar"))
    if bars:
        look = f'<c:spPr>{color}<a:ln><a:noFill/></a:ln></c:spPr><c:invertIfNegative val="0"/>'
        negative = scheme.fill(scheme.style("chart.negative"))
        look += "".join(
            f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"<c:spPr>{negative}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
            for n, datum in enumerate(data)
            if datum.value < 0
        )
    else:
        line = f'<a:ln w="34925" cap="rnd">{color}<a:round/></a:ln>'
        size = 7 if plot.kind == "line" else 5
        look = (
            f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="circle"/><c:size val="{size}"/>'
            f"<c:spPr>{color}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>"
        )
    last = len(data) + 1
    name = escaped(data[0].unit)
    labels = "".join(
        f'<c:pt idx="{n}"><c:v>{escaped(datum.label)}</c:v></c:pt>'
        for n, datum in enumerate(data)
        if plot.shown[n]
    )
    values = "".join(
        f'<c:pt idx="{n}"><c:v>{datum.value!r}</c:v></c:pt>'
        for n, datum in enumerate(data)
        if plot.shown[n]
    )
    smooth = "" if bars else '<c:smooth val="0"/>'
    count = f'<c:ptCount val="{len(data)}"/>'
    return (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{look}{_labels(plot, scheme)}"
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>{count}{labels}"
        f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B${last}</c:f>"
        f"<c:numCache><c:formatCode>General</c:formatCode>{count}{values}</c:numCache></c:numRef>"
        f"</c:val>{smooth}</c:ser>"
    )


def _labels(plot: Plot, scheme: Scheme) -> str:
    """The numbers beside what is drawn; those with other decimals than most have their own."""
    text = _text(scheme, "chart.value", plot.size)
    place = _PLACES[plot.kind]
    named = int(plot.kind == "sparkline")

    def written(number: str, unit: str) -> str:
        code = escaped(number_format(number, unit))
        return (
            f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/>'
            f'</a:ln></c:spPr>{text}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/>'
            f'<c:showVal val="1"/><c:showCatName val="{named}"/><c:showSerName val="0"/>'
            '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
            + ("<c:separator>\n</c:separator>" if named else "")
        )

    usual = next((datum for datum in plot.data if "." not in datum.number), plot.data[0])
    kept = _telling(plot.data) if plot.kind == "sparkline" else range(len(plot.data))
    own = []
    for n, datum in enumerate(plot.data):
        if n not in kept:
            own.append(f'<c:dLbl><c:idx val="{n}"/><c:delete val="1"/></c:dLbl>')
        elif number_format(datum.number, "") != number_format(usual.number, ""):
            says = written(datum.number, datum.unit)
            own.append(f'<c:dLbl><c:idx val="{n}"/>{says}</c:dLbl>')
    return f"<c:dLbls>{''.join(own)}{written(usual.number, usual.unit)}</c:dLbls>"


def _telling(data: Sequence[Datum]) -> Sequence[int]:
    """The points of a sparkline that have their number: all, or first, last, least, greatest."""
    if len(data) <= _ALL_SHOWN:
        return range(len(data))
    order = sorted(range(len(data)), key=lambda n: data[n].value)
    return sorted({0, len(data) - 1, order[0], order[-1]})


def _axes(plot: Plot, scheme: Scheme) -> str:
    bar, spark = plot.kind == "bar", plot.kind == "sparkline"
    # Bars are read from the top, as they are written; an axis of values counts from the bottom.
    way = "maxMin" if bar else "minMax"
    axis = scheme.fill(scheme.style("chart.axis"))
    text = _text(scheme, "chart.label", plot.size)
    ends = f'<c:max val="{plot.high!r}"/><c:min val="{plot.low!r}"/>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{way}"/></c:scaling>'
        f'<c:delete val="{int(spark)}"/><c:axPos val="{"l" if bar else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{axis}</a:ln></c:spPr>{text}<c:crossAx val="2"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>{ends}</c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{"b" if bar else "l"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        "</c:valAx>"
    )


def _text(scheme: Scheme, style: str, size: float) -> str:
    bold = int(bool(scheme.theme.style(style).bold))
    return (
        '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{round(size * 100)}" b="{bold}">{scheme.fill(scheme.style(style))}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )

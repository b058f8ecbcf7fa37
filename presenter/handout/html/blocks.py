"""How each node of a slide is written as HTML; a new one needs a function registered for `write`.

A function takes a node and its `HtmlContext`. It asks the context for the attribute of whatever
may appear by a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from pathlib import PurePath

from presenter.content import MissingOutputError, Node, nodes
from presenter.content.blocks import qr_code
from presenter.content.inline import Paragraph, plain
from presenter.handout.data_uri import data_uri
from presenter.handout.html.charts import chart
from presenter.handout.html.writing import (
    HtmlContext,
    Locale,
    breakable,
    linked,
    paragraphs,
    spans,
    text,
    unit,
    width,
)
from presenter.typeset.highlight import highlight

_SHORT = 10
"""Cells of a table's text that is not broken."""

_WIDE = 24.0
"""Ems from which a table may be too wide for a slide."""

_BETWEEN = 1.1
"""Ems between a table's columns, as in the style sheet."""

_LABEL = 7.0
"""Ems of a figure's label that is not broken."""

_TIMES = 1.7
"""How much larger than its label a figure is at least, about."""

_LEAST = 1.5
"""Ems that any large type is taken to have at least: a single digit is no poster."""

_EXTREME = 150
"""How often the short side goes into the long one of a picture that would not be seen."""


@singledispatch
def write(node: Node, context: HtmlContext) -> str:  # noqa: ARG001
    """The HTML of a node, and of all that stands in it."""
    raise MissingOutputError(node, "html")


@write.register
def _text(node: nodes.Text, context: HtmlContext) -> str:
    said = paragraphs(node.paragraphs, context.locale)
    return f'<div class="text"{context.step(node.step)}>{said}</div>'


@write.register
def _quote(node: nodes.Quote, context: HtmlContext) -> str:
    words = paragraphs(node.paragraphs, context.locale)
    by = f"<figcaption>{spans(node.by, context.locale)}</figcaption>" if node.by else ""
    step = context.step(node.step)
    return f'<figure class="quote"{step}><blockquote>{words}</blockquote>{by}</figure>'


@write.register
def _callout(node: nodes.Callout, context: HtmlContext) -> str:
    return (
        f'<div class="callout {node.kind}" role="note"{context.step(node.step)}>'
        f'<p class="label">{text(node.label)}</p>{paragraphs(node.paragraphs, context.locale)}'
        "</div>"
    )


@write.register
def _list(node: nodes.List, context: HtmlContext) -> str:
    steps = [context.step(node.step_of(index)) for index in range(len(node.items))]
    return _items(node.items, steps, context.locale)


def _items(items: Sequence[nodes.ListItem], steps: Sequence[str], locale: Locale) -> str:
    """Items, each with the attribute of its step; an item of one paragraph needs no ``<p>``."""
    written = ""
    for item, step in zip(items, steps, strict=True):
        said = paragraphs(item.paragraphs, locale)
        if len(item.paragraphs) == 1:
            said = spans(item.paragraphs[0], locale)
        under = _items(item.items, [""] * len(item.items), locale) if item.items else ""
        written += f"<li{step}>{said}{under}</li>"
    tag = "ol" if items[0].number else "ul"
    return f"<{tag}>{written}</{tag}>"


@write.register
def _code(node: nodes.Code, context: HtmlContext) -> str:
    """A ``<pre>`` with an element for each line.

    With steps, `data-base` is the last step of the first group of lines, each further one takes
    one, and `data-in` tells to which groups a line belongs. Without, a single group is pointed out
    and several are not.
    """
    groups = [stress.lines for stress in node.stresses]
    stepwise = context.steps and len(groups) > 1
    lines = ""
    for number, row in enumerate(highlight(node.source, node.language), node.first):
        code = "".join(_token(part.text, part.style) for part in row)
        look = ""
        if stepwise:
            among = " ".join(str(n) for n, lines_ in enumerate(groups) if _has(lines_, number))
            look = f' data-in="{among}"'
        elif len(groups) == 1 and groups[0] is not None:
            look = ' class="on"' if number in groups[0] else ' class="dim"'
        label = f' data-n="{number}"' if node.numbered else ""
        lines += f"<span{look}{label}>{code}\n</span>"
    names = "code" + (" numbered" if node.numbered else "") + (" stressed" if groups else "")
    if node.numbered:
        digits = len(str(node.first + node.source.count("\n")))
        names += f" {context.rules.of(f'--digits:{digits}ch')}"
    step = context.step(node.step)
    if stepwise:
        step += f' data-base="{node.stresses[1].step - 1}" data-groups="{len(groups)}"'
    return f'<pre class="{names}"{step} tabindex="0"><code>{lines}</code></pre>'


def _has(group: frozenset[int] | None, number: int) -> bool:
    return group is None or number in group


def _token(source: str, style: str) -> str:
    kind = style.removeprefix("code.")
    html = text(source)
    return html if kind in ("text", "name", "operator") else f'<i class="c-{kind}">{html}</i>'


@write.register
def _table(node: nodes.Table, context: HtmlContext) -> str:
    """A ``<table>`` that scrolls sideways where it must."""
    head = ""
    if node.header:
        cells = _cells("th", node.header, node, context)
        head = f"<thead><tr{context.step(node.step)}>{cells}</tr></thead>"
    body = "".join(
        f"<tr{context.step(node.step_of(number))}>{_cells('td', row, node, context)}</tr>"
        for number, row in enumerate(node.rows)
    )
    needed = _table_width(node, context)
    size = f" {context.rules.of(f'--widths:{needed:.0f}')}" if needed > _WIDE else ""
    return f'<div class="wide"><table class="grid{size}">{head}<tbody>{body}</tbody></table></div>'


def _table_width(table: nodes.Table, context: HtmlContext) -> float:
    """The width without which something in `table` is broken within a word, in ems."""
    widths = [0.0] * len(table.aligns)
    for row in (table.header, *table.rows):
        for column, cell in enumerate(row):
            said = plain(cell)
            whole = table.aligns[column] == "right" or _is_short(cell, context)
            least = width(said) if whole else unit(said, context.language)
            widths[column] = max(widths[column], least)
    return sum(widths) + _BETWEEN * len(widths)


def _cells(tag: str, row: Sequence[Paragraph], table: nodes.Table, context: HtmlContext) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    html = ""
    for cell, align in zip(row, table.aligns, strict=True):
        said = spans(cell, context.locale)
        names: list[str] = [] if align == "left" else [align]
        if cell and _is_short(cell, context):
            said = said.replace("<wbr>", "")
            names.append("short")
        look = f' class="{" ".join(names)}"' if names else ""
        html += f"<{tag}{scope}{look}>{said}</{tag}>"
    return html


def _is_short(cell: Paragraph, context: HtmlContext) -> bool:
    return context.setting.ruler.width(plain(cell)) <= _SHORT


@write.register
def _figures(node: nodes.Figures, context: HtmlContext) -> str:
    """A list of numbers side by side, all in one size, in which they fit on one row."""
    labels = [_label_width(item.label, context.language) for item in node.items]
    values = [max(_LEAST, width(item.value)) for item in node.items]
    widths = [max(value, label / _TIMES) for value, label in zip(values, labels, strict=True)]
    size = context.rules.of(
        f"--widths:{sum(widths):.1f};--unit:{max(values):.1f};--count:{len(widths)}"
    )
    figures = ""
    for index, (item, label) in enumerate(zip(node.items, labels, strict=True)):
        room = f' class="{context.rules.of(f"--label:{label:.0f}em")}"' if label else ""
        step = context.step(node.step_of(index))
        said = spans(item.label, context.locale)
        figures += f"<div{step}><dt>{context.number(item.value)}</dt><dd{room}>{said}</dd></div>"
    two = " pairs" if len(widths) == 4 else ""
    return f'<dl class="figures {size}{two}">{figures}</dl>'


def _label_width(label: Paragraph, language: str) -> float:
    """The room that a label is to have, in ems: that of all of it, or of a few words."""
    said = plain(label)
    return min(max(_LABEL, unit(said, language)), width(said))


@write.register
def _big(node: nodes.Big, context: HtmlContext) -> str:
    """A few words, as large as their longest line lets them be; never broken within a word."""
    longest = max(_LEAST, *map(width, node.lines))
    widest = max(_LEAST, *(unit(line, context.language) for line in node.lines))
    size = context.rules.of(f"--line:{longest:.1f};--unit:{widest:.1f}")
    said = "<br>".join(breakable(line, context.language) for line in node.lines)
    return f'<p class="big {size}"{context.step(node.step)}>{said}</p>'


@write.register
def _picture(node: nodes.Picture, context: HtmlContext) -> str:
    """A picture with its caption; where there is none to be had, what it shows in words."""
    data = data_uri(node.file) if node.file else None
    shown = f'<p class="alt">{text(node.instead)}</p>'
    if data and node.size:
        # Small ones are enlarged, but not until pixels show.
        wide = f"{node.width}%" if node.width else f"min(100%,{2 * node.size.width}px)"
        size = f'width="{node.size.width}" height="{node.size.height}"'
        # Of an extreme shape a line is to be seen at least.
        odd = max(node.size) > _EXTREME * min(node.size)
        seen = ";object-fit:fill;min-width:2px;min-height:2px" if odd else ""
        look = f'class="picture {context.rules.of(f"width:{wide}{seen}")}"'
        shown = f'<img {look} src="{data}" alt="{text(node.alt)}" {size}>'
    caption = ""
    if node.caption:
        caption = f"<figcaption>{spans(node.caption, context.locale)}</figcaption>"
    return f'<figure class="image"{context.step(node.step)}>{shown}{caption}</figure>'


@write.register
def _qr(node: nodes.Qr, context: HtmlContext) -> str:
    """The code, dark on light in every theme, and beside it what it says."""
    drawn = qr_code(node.text).svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None)
    drawn = drawn.replace("<svg ", '<svg aria-hidden="true" ', 1)
    address = linked(node.link, text(node.text)) if node.link else text(node.text)
    said = f'{paragraphs(node.label, context.locale)}<p class="address">{address}</p>'
    step = context.step(node.step)
    return f'<figure class="qr"{step}>{drawn}<figcaption>{said}</figcaption></figure>'


write.register(nodes.Chart, chart)


@write.register
def _columns(node: nodes.Columns, context: HtmlContext) -> str:
    """A grid whose columns stand one under another where the screen is narrow."""
    columns, total = "", sum(column.width for column in node.columns)
    for column in node.columns:
        inner = context.within(column.step, column.width / total)
        content = "".join(write(each, inner) for each in column.nodes)
        columns += f"<div{context.step(column.step)}>{content}</div>"
    widths = " ".join(f"minmax(0,{column.width:g}fr)" for column in node.columns)
    return f'<div class="columns {context.rules.of(f"--columns:{widths}")}">{columns}</div>'


@write.register
def _problems(node: nodes.Problems, context: HtmlContext) -> str:
    """Each error: where, what, what to write instead. To an audience, only that there is one."""
    if context.private:
        return f'<p class="problem">{text(context.setting.words("html.problem"))}</p>'
    html = ""
    for found, message, help_ in node.problems:
        place = f"{PurePath(found.path).name}:{found.place.line}:{found.place.column}"
        html += (
            f'<p class="place">{text(place)}</p><p class="problem">{text(message)}</p>'
            f"<p>{text(help_)}</p>"
        )
    return html

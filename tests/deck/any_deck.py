"""Decks of every block, made by hypothesis, with texts that YAML and Markdown trip over."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from msgspec import Struct, structs

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import (
    Align,
    Big,
    Block,
    Bullets,
    Callout,
    Chart,
    Code,
    Column,
    Columns,
    Figure,
    Figures,
    Item,
    Numbers,
    Qr,
    Quote,
    Table,
    Text,
)
from presenter.deck.characters import clean, heading, without_needless

_WORDS = """\
yes 2024 1.5 null ~ - -- --- ... . ! # #x : :x a:b a:b: x: *x *x* **x** &a @ ` % %x | > >x [a] {a}
[a {a " ' "a" 'a' \\ \\n <b> <!-- --> <!--x--> << ? ?x = $$ ::: +++ 1. 1) * + _ ~~~
"""

HOSTILE = [
    *_WORDS.split(),
    "a: b",
    "a #b",
    "- a",
    "* a",
    "1. a",
    "# a",
    "> a",
    "    a",
    " a",
    "a ",
    "\ta",
    "a\tb",
    "```",
    "```x\ny\n```",
    "a\n---",
    "---\na",
    "a\n\nb",
    "a\nb",
    "\na",
    "a\n",
    "\n a\nb",
    "a  \nb",
    "a\\\nb",
    "| a |\n|---|",
    "![a](b.png)",
    "[a]: https://example.org",
    "— 孔子",
    "[!NOTE]",
    "part: points",
    "notes: x",
    "-->",
    "a --> b",
    "&amp; &lt;",
    "后勤：保障",
    "“引号”《书名》",
    "**《书名》**的",
    "🍚 吃饭",
    "一行\n\n- 又一行\n",
    "a" * 1100,
]

words = st.sampled_from(HOSTILE)
hostile = st.one_of(
    words,
    st.text(max_size=12).map(clean).map(without_needless),
    st.lists(words, max_size=3).map("\n".join),
)
ordinary = st.sampled_from(
    ["后勤工作", "Plain words", "一件事，两面看", "See *this*", "第一点\n第二行"]
)
texts = st.one_of(ordinary, hostile)
titles = texts.map(heading)
"""As the loader leaves them."""
full = texts.filter(lambda text: bool(text.strip()))
numbers = st.floats(-1e9, 1e9).map(lambda value: round(value, 3)) | st.integers(-999, 999).map(
    float
)
items = st.recursive(
    st.builds(Item, texts),
    lambda inner: st.builds(Item, texts, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=5,
)
item_lists = st.lists(items, max_size=3).map(tuple)
ALIGNS: list[Align] = ["left", "center", "right"]
reveals = st.sampled_from([None, None, None, True, False])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    row = st.lists(texts, max_size=width).map(tuple)
    header = draw(st.just(()) | st.lists(texts, min_size=width, max_size=width).map(tuple))
    align = st.lists(st.sampled_from(ALIGNS), max_size=width)
    return Table(
        rows=tuple(draw(st.lists(row, max_size=3))), header=header, align=tuple(draw(align))
    )


@st.composite
def codes(draw: st.DrawFn) -> Code:
    source = draw(full.map(lambda text: text.rstrip("\n")))
    count = source.count("\n") + 1
    lines = draw(st.sampled_from(["", "1", f"1-{count}|all", "all"]))
    language = draw(
        st.sampled_from(
            ["", "python", "c++", "yaml", "console", "psql", "iex", "tnt", "html+jinja"]
        )
    )
    return Code(source=source, language=language, lines=lines, numbers=draw(st.booleans()))


leaves: st.SearchStrategy[Block] = st.one_of(
    st.builds(Text, text=texts, reveal=reveals),
    st.builds(Bullets, items=item_lists, reveal=reveals),
    st.builds(Numbers, items=item_lists, reveal=reveals),
    st.builds(Quote, text=texts, by=texts, reveal=reveals),
    st.builds(Callout, text=texts, kind=st.sampled_from(["note", "tip", "warning"])),
    st.builds(Big, text=texts),
    st.builds(Qr, text=full.map(str.strip), label=texts),
    st.builds(
        Figures, items=st.lists(st.builds(Figure, texts, texts), min_size=1, max_size=3).map(tuple)
    ),
    st.builds(
        Chart,
        data=st.dictionaries(texts, numbers, min_size=1, max_size=3),
        kind=st.sampled_from(["bar", "column", "line", "sparkline"]),
        unit=texts,
    ),
    tables(),
    codes(),
)
contents = st.lists(leaves, max_size=3).map(tuple)
columns = st.builds(
    Columns,
    columns=st.lists(
        st.builds(Column, content=contents, width=st.sampled_from([1.0, 2.0, 0.5])), max_size=3
    ).map(tuple),
)
contents_with_columns = st.lists(leaves | columns, max_size=3).map(tuple)


@st.composite
def slides(draw: st.DrawFn, parts: st.SearchStrategy[Part]) -> Slide:
    return Slide(
        title=draw(titles | st.just("")),
        subtitle=draw(st.just("") | titles),
        notes=draw(st.just("") | texts),
        time=draw(st.sampled_from([None, 90.0, 3600.0])),
        reveal=draw(reveals),
        layout=draw(st.sampled_from([None, None, "cover", "center"])),
        content=draw(contents_with_columns),
        part=draw(parts),
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    """A deck as the loader would make it, flat or in three parts."""
    made: list[Slide] = []
    if draw(st.booleans()):
        made = draw(st.lists(slides(st.just(Part())), min_size=1, max_size=3))
    else:
        sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
        made += draw(st.lists(slides(st.just(Part("introduction"))), max_size=2))
        for number, size in enumerate(sizes, 1):
            part = st.just(Part("point", number, len(sizes)))
            made += draw(st.lists(slides(part), min_size=size, max_size=size))
        made += draw(st.lists(slides(st.just(Part("conclusion"))), max_size=2))
    ids = draw(st.lists(st.sampled_from(["", "", "", "a", "b-2", "丙"]), max_size=len(made)))
    seen: set[str] = set()
    for index, name in enumerate(ids):
        if name not in seen:
            made[index] = structs.replace(made[index], id=name)
            seen.add(name)
    return Deck(
        title=draw(titles),
        subtitle=draw(st.just("") | titles),
        author=draw(st.just("") | texts),
        date=draw(st.sampled_from(["", "2026-11-24", "2026年11月"])),
        lang=draw(st.sampled_from(["", "zh-Hans", "en"])),
        time=draw(st.sampled_from([None, 900.0])),
        reveal=draw(st.booleans()),
        slides=tuple(made),
    )


def essence(value: Any, *, ends: bool = True) -> Any:
    """`value` as plain data, without the places; not `ends`: without line feeds at texts' ends."""
    if isinstance(value, Struct):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        for name in ("place", "problems"):
            fields.pop(name, None)
        return type(value).__name__, essence(fields, ends=ends)
    if isinstance(value, dict):
        return [(key, essence(each, ends=ends)) for key, each in value.items()]
    if isinstance(value, tuple):
        return [essence(each, ends=ends) for each in value]
    return value.rstrip("\n") if isinstance(value, str) and not ends else value

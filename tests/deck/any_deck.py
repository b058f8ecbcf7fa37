"""Decks of every block, made by hypothesis, with texts that YAML and Markdown trip over."""

from __future__ import annotations

from typing import Any, TypeVar

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

T = TypeVar("T")
Texts = st.SearchStrategy[str]

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
ALIGNS: list[Align] = ["left", "center", "right"]
KINDS: list[Any] = ["bar", "column", "line", "sparkline"]
LANGUAGES = ["", "python", "c++", "yaml", "html", "console", "psql", "iex", "tnt", "html+jinja"]
reveals = st.sampled_from([None, None, None, True, False])


def up_to(
    most: int, each: st.SearchStrategy[T], least: int = 0
) -> st.SearchStrategy[tuple[T, ...]]:
    """So many of `each`, as a tuple."""
    return st.lists(each, min_size=least, max_size=most).map(tuple)


def leaves_by_kind(said: Texts, full: Texts) -> dict[type[Block], st.SearchStrategy[Any]]:
    """The blocks that hold no others and no picture, as the loader would leave them.

    They say what is `said`, or `full` where something must be.
    """
    items = st.recursive(
        st.builds(Item, said),
        lambda inner: st.builds(Item, said, up_to(3, inner, 1)),
        max_leaves=5,
    )
    written: dict[type[Block], dict[str, st.SearchStrategy[Any]]] = {
        Text: {"text": said},
        Bullets: {"items": up_to(3, items)},
        Numbers: {"items": up_to(3, items)},
        Quote: {"text": said, "by": said},
        Callout: {"text": said, "kind": st.sampled_from(["note", "tip", "warning"])},
        Big: {"text": said},
        Qr: {"text": full.map(str.strip), "label": said},
        Figures: {"items": up_to(3, st.builds(Figure, said, said), 1)},
        Chart: {
            "data": st.dictionaries(said, numbers, min_size=1, max_size=3),
            "kind": st.sampled_from(KINDS),
            "unit": said,
        },
    }
    made = {kind: st.builds(kind, reveal=reveals, **values) for kind, values in written.items()}
    return made | {Table: _tables(said), Code: _codes(full)}


def leaves_of(said: Texts, full: Texts) -> st.SearchStrategy[Block]:
    """Any of them."""
    return st.one_of(list(leaves_by_kind(said, full).values()))


@st.composite
def _tables(draw: st.DrawFn, said: Texts) -> Table:
    width = draw(st.integers(1, 3))
    return Table(
        rows=draw(up_to(3, up_to(width, said))),
        header=draw(st.just(()) | up_to(width, said, width)),
        align=draw(up_to(width, st.sampled_from(ALIGNS))),
        reveal=draw(reveals),
    )


@st.composite
def _codes(draw: st.DrawFn, full: Texts) -> Code:
    source = "\n".join(text.rstrip("\n") for text in draw(st.lists(full, min_size=1, max_size=3)))
    count = source.count("\n") + 1
    group = st.sampled_from(["all", "1", str(count), f"1-{count}"])
    return Code(
        source=source,
        language=draw(st.sampled_from(LANGUAGES)),
        lines="|".join(draw(st.lists(group, max_size=3))),
        numbers=draw(st.booleans()),
        reveal=draw(reveals),
    )


def columns_of(content: st.SearchStrategy[Block], most: int = 3) -> st.SearchStrategy[Block]:
    """Columns that hold `content`; some of them nothing."""
    widths = st.sampled_from([1.0, 2.0, 0.5])
    column = st.builds(Column, content=up_to(most, content), width=widths)
    return st.builds(Columns, columns=up_to(most, column), reveal=reveals)


_leaves = leaves_of(texts, full)


@st.composite
def slides(draw: st.DrawFn, parts: st.SearchStrategy[Part]) -> Slide:
    return Slide(
        title=draw(titles | st.just("")),
        subtitle=draw(st.just("") | titles),
        notes=draw(st.just("") | texts),
        time=draw(st.sampled_from([None, 90.0, 3600.0])),
        reveal=draw(reveals),
        layout=draw(st.sampled_from([None, None, "cover", "center"])),
        content=draw(up_to(3, _leaves | columns_of(_leaves))),
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

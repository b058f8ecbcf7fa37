"""Whatever a deck says, it stays text: no element, no attribute, no address of its making."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import Deck, Part, Slide
from presenter.deck.blocks import Block, Image
from presenter.handout.export_job import ExportJob
from presenter.handout.html.document import make_document
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS
from tests.deck.any_deck import columns_of, leaves_of
from tests.handout.html.documents import Read

PIECES = (
    "<script>alert(1)</script>",
    "</script>",
    "</style><script src=//evil>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "[x](javascript:alert(1))",
    "[x](https://a.b/\"onclick='x')",
    "<https://a.b/?q=%22%3E<b>>",
    "[x](data:text/html,<script>)",
    "**粗**",
    "`<b>`",
    "后勤",
    "\u2028",
    "\x1b[31m",
    "\n\n",
    "\n- ",
    "```\n</pre><script>\n```",
)

texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=4).map("".join)

leaves = leaves_of(texts, texts) | st.builds(Image, path=texts, alt=texts, caption=texts)


@settings(max_examples=150, deadline=None)
@given(texts, leaves | columns_of(leaves), texts, st.booleans(), st.sampled_from(["", "live()"]))
def test_nothing_in_a_deck_becomes_markup(
    title: str, block: Block, notes: str, reveal: bool, live: str
) -> None:
    slide = Slide(
        title=title, subtitle=title, notes=notes, content=(block,), part=Part("point", 1, 1)
    )
    deck = Deck(
        title=title, subtitle=title, author=title, date=title, lang="zh", slides=(slide, slide)
    )
    setting = PageOptions(80, 24, "zh", reveal=reveal)
    job = ExportJob(deck, (0, 1), setting, OURS["ink"], notes=True, steps=True)
    document = make_document(job, live=live)
    read = Read(document.html)
    assert len(read.of("script")) == 1 + bool(live)
    assert len(read.of("style")) == 1
    for tag, attributes in read.elements:
        assert tag not in ("iframe", "object", "embed", "base", "link", "b-x")
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert not attributes.get("src", "data:image/").startswith(("javascript", "http", "//"))
        address = attributes.get("href", "#").lower()
        assert address.startswith(("http://", "https://", "mailto:", "#"))
    assert not any(ord(letter) < 0x20 and letter not in "\n\t" for letter in document.html)

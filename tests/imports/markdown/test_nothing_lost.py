"""Each word of a Markdown deck stands in the outline or in what was told, whatever is written.

Decks are put together from what people write in each dialect, every word in them a different one,
and then damaged: lines are lost, doubled, cut, indented, marks thrown in between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.deck import load_source
from presenter.deck.source import Source
from presenter.imports.draft import Draft
from presenter.imports.markdown.deck import read_markdown
from presenter.imports.markdown.dialects import DIALECTS
from presenter.imports.markdown.named import Named
from presenter.words import Words

FRAGMENTS = (Path(__file__).parent / "fragments.txt").read_text("utf-8").split("\n%%\n")
"""What people write; ``@`` stands for a word."""

FRONTS = [
    "title: @\nauthor: [@, @]\ntheme: @\n@: @",
    "title: @: @\nx: @",
    "theme: {@: @, name: @}\nlayout: @\nsrc: @\nclass: @\ntitle: @",
    "marp: true\nheadingDivider: 2\nfooter: @ # @",
    "output: revealjs\n# @\nlang: @",
]

MARKS = ["*", "**", "_", "`", "~", "^", "$", "[", "]", "(", ")", "{", "}", "<", ">", "|", "#", ":"]
MARKS += [":::", "!", "\\", "&", "---", "```", "<!--", "-->", "<b>"]

RULES = ["", "---", "--", "----", "* * *", "<!-- end_slide -->", "---\nlayout: @\n@: @\n---"]

word = re.compile(r"qw\d+z")


def filled(text: str) -> str:
    """`text` with a different word for each ``@``."""
    numbers = count()
    return re.sub("@", lambda _: f"qw{next(numbers)}z", text)


@st.composite
def decks(draw: st.DrawFn) -> str:
    """A deck of some fragments, perhaps with settings, perhaps damaged."""
    parts = draw(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=7))
    rules = draw(st.lists(st.sampled_from(RULES), min_size=len(parts), max_size=len(parts)))
    text = "\n\n".join(each for pair in zip(parts, rules, strict=True) for each in pair)
    if draw(st.booleans()):
        text = f"---\n{draw(st.sampled_from(FRONTS))}\n---\n\n{text}"
    lines = filled(text).split("\n")
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        damage(draw, lines, at)
        if not lines:
            lines = [""]
    return "\n".join(lines)


def damage(draw: st.DrawFn, lines: list[str], at: int) -> None:
    """Change the line `at` in one of the ways in which texts are damaged."""
    line = lines[at]
    place = draw(st.integers(0, len(line)))
    match draw(st.integers(0, 6)):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
        case 2:
            lines[at] = line[:place]
        case 3:
            lines[at] = draw(st.sampled_from([" ", "    ", "> ", "- ", "1. "])) + line
        case 4:
            lines[at] = line[:place] + draw(st.sampled_from(MARKS)) + line[place:]
        case 5:
            lines[at : at + 1] = [line[:place], line[place:]]
        case _:
            lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def lost(text: str, draft: Draft) -> Sequence[str]:
    words = Words("en")
    carried = draft.yaml(words) + " ".join(each.sentence(words) for each in draft.warnings)
    known = set(word.findall(carried)) | set(word.findall(carried.replace("\\", "")))
    return [each for each in dict.fromkeys(word.findall(text)) if each not in known]


@settings(max_examples=400, deadline=None)
@given(decks(), st.sampled_from(["", *sorted(DIALECTS.keys() - {"presenter"})]))
def test_each_word_is_carried_or_told(text: str, dialect: str) -> None:
    draft = read_markdown(text, Named(None), dialect, "title")
    assert lost(text, draft) == [], draft.yaml(Words("en"))
    if draft.slides:
        loaded = load_source(Source("deck.yaml", draft.yaml(Words("en"))))
        assert [each for each in loaded.problems if each.severity == "error"] == []

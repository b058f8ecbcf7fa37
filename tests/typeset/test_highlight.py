from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presenter.typeset.highlight import highlight, why_plain

SESSIONS = {
    "console": "$ echo 'end'\nthe last line",
    "psql": "talk=> select 1;\n ?column?\n----------\n        1",
    "iex": 'iex(1)> "a" <> "b"\n"ab"',
    "erl": "1> lists:seq(1, 3).\n[1,2,3]",
    "sqlite3": "sqlite> select 1;\n1",
    "rbcon": "irb(main):001:0> 1 + 1\n=> 2",
    "pwsh-session": "PS C:\\> echo ok\nok",
    "pycon": ">>> 1 + 1\n2\n>>> print('x')\nx",
    "literate-haskell": "> main = print 1\n\nThat was all.",
    "literate-idris": "> main = print 1\nThat was all.",
    "tcshcon": "a% ls\nout",
    "doscon": "C:\\> dir\nout",
    "matlabsession": ">> 1\nans = 1",
}


def text_of(source: str, language: str) -> str:
    """All that the highlighted lines say."""
    return "\n".join("".join(part.text for part in line) for line in highlight(source, language))


@pytest.mark.parametrize("language", SESSIONS)
def test_a_session_keeps_its_last_line(language: str) -> None:
    assert text_of(SESSIONS[language], language) == SESSIONS[language]


def test_a_session_keeps_its_colours() -> None:
    source = SESSIONS["console"]
    assert {part.style for line in highlight(source, "console") for part in line} > {"code.text"}


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["\n", "\t", " ", "$ ls", ">>> x", "iex> ", "a", "“", "'", "{%"])),
    st.sampled_from(["console", "python", "psql", "tnt", "erl", "markdown", "jinja", "none such"]),
)
def test_nothing_of_the_source_is_lost(parts: list[str], language: str) -> None:
    source = "".join(parts)
    assert text_of(source, language) == source


def test_code_that_is_changed_by_its_highlighter_is_plain() -> None:
    assert why_plain("def f(): ...", "python") == ""
    assert why_plain("\ufeffx = 1", "python") == "altered"  # Pygments drops a byte order mark.
    assert text_of("\ufeffx = 1", "python") == "\ufeffx = 1"


def test_code_that_is_very_long_is_plain() -> None:
    assert why_plain("x = 1\n" * 6_000, "python") == "long"
    assert text_of("x = 1\n" * 6_000, "python") == "x = 1\n" * 6_000

"""Styled lines marked for programs that put them into their order themselves."""

from __future__ import annotations

import pytest

from presenter.content.inline import Styled, inline
from presenter.typeset.isolates import IMPLICIT, isolated


def marked(markdown: str, *, turned: bool) -> str:
    (line,) = inline(markdown)
    text = "".join(part.text for part in isolated(line, turned=turned))
    return text.translate(str.maketrans("\u2066\u2067\u2069", "<>|"))


@pytest.mark.parametrize(
    ("text", "from_left", "from_right"),
    [
        ("Queues do not lie.", "Queues do not lie.", "<Queues do not lie.|"),
        ("Queues **do** not.", "Queues do not.", "<Queues do not.|"),
        ("2026 (1)", "2026 (1)", "2026 (1)"),
        ("-12.5 %", "-12.5 %", "<-12.5 %|"),
        ("۴۰٪", "۴۰٪", "۴۰٪"),
        ("后勤。", "后勤。", "<后勤。|"),
        ("אב, cd.", ">אב, cd.|", "אב, cd."),
        ("cd אב.", "cd אב.", "cd אב."),
        ("אב `--x` ג", ">אב <--x| ג|", "אב <--x| ג"),
        ("אב https://a.org/?b=1, ג", ">אב <https://a.org/?b=1|, ג|", "אב <https://a.org/?b=1|, ג"),
        ("אב a@b.org.", ">אב <a@b.org|.|", "אב <a@b.org|."),
    ],
)
def test_what_runs_another_way_is_isolated(text: str, from_left: str, from_right: str) -> None:
    assert marked(text, turned=False) == from_left
    assert marked(text, turned=True) == from_right


def test_older_programs_get_marks_that_are_letters() -> None:
    (line,) = inline("אב `--x`.")
    assert [part.text for part in isolated(line, turned=True, marks=IMPLICIT)] == [
        "אב ",
        "\u200e--x\u200e",
        ".",
    ]
    assert isolated((Styled("אב.", ""),), turned=False, marks=IMPLICIT) == (Styled("אב.", ""),)

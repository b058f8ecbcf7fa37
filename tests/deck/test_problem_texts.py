"""Every code has its sentence and its help, in both languages, with the same values."""

from __future__ import annotations

from string import Formatter

import pytest

from presenter.words.problems import PROBLEMS
from tests.deck.codes import reported_codes


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_code_that_is_reported_has_both_texts() -> None:
    codes = reported_codes()
    assert {"unknown-key", "file-missing", "gb18030", "yaml-colon"} <= codes
    assert [code for code in sorted(codes) if not {code, f"{code}.help"} <= PROBLEMS.keys()] == []


@pytest.mark.parametrize("name", PROBLEMS)
def test_both_languages_use_the_same_values(name: str) -> None:
    text = PROBLEMS[name]
    assert text.en
    assert text.zh
    assert fields(text.en) == fields(text.zh)
    assert not text.en.endswith(".")
    assert not text.zh.endswith("。")

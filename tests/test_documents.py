"""The documents: what they show works, and the Chinese ones say what the English ones say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from presenter.deck import load_source
from presenter.deck.blocks import Bullets
from presenter.deck.source import Source
from presenter.typeset import PageOptions, set_slide

DOCS = Path(__file__).parent.parent / "docs"
BOTH = sorted(path.name for path in (DOCS / "zh").glob("*.md"))
GENERATED = re.compile(r"^<!-- (?:palette|styles).*?^<!-- end -->", re.MULTILINE | re.DOTALL)
"""Tables that a test writes, in English only; the Chinese page leads to them."""

_HAN = re.compile("[\u4e00-\u9fff]")

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _both(name: str) -> tuple[str, str]:
    """The English and the Chinese text of a document."""
    return tuple((DOCS / folder / name).read_text(encoding="utf-8") for folder in ("", "zh"))  # type: ignore[return-value]


def _codes(text: str) -> list[str]:
    """What stands in backticks in `text`."""
    return re.findall(r"`([^`\n]+)`", text)


def _headings(text: str) -> list[tuple[int, list[str]]]:
    """The level of each heading, and the code in it."""
    plain = FENCE.sub("", text)
    return [
        (len(marks), _codes(rest))
        for marks, rest in re.findall(r"^(#+) (.*)$", plain, re.MULTILINE)
    ]


def _first_cells(text: str) -> list[list[str]]:
    """The code in the first cell of each row of its tables."""
    written = GENERATED.sub("", FENCE.sub("", text))
    rows = re.findall(r"^\| ((?:[^|\n\\]|\\.)*)\|", written, re.MULTILINE)
    return [_codes(cell) for cell in rows]


def _shape(value: object) -> object:
    """The keys of an example and how they are nested."""
    if isinstance(value, dict):
        return {key: _shape(each) for key, each in value.items() if not _is_text_key(key)}
    if isinstance(value, list):
        return [_shape(each) for each in value]
    return None


def _is_text_key(key: object) -> bool:
    """Whether a key is no key but the words of an item or a label."""
    return not isinstance(key, str) or not re.fullmatch(r"[a-z][a-z0-9.-]*", key)


@pytest.mark.parametrize("name", BOTH)
def test_the_chinese_document_has_the_headings_and_keys_of_the_english_one(name: str) -> None:
    english, chinese = _both(name)
    assert _headings(chinese) == _headings(english)
    cells = zip(_first_cells(english), _first_cells(chinese), strict=True)
    for one, other in cells:
        # Keys are the same; an example of text may be in Chinese.
        assert [each for each in other if not _HAN.search(each)] == [
            each for each, its in zip(one, other, strict=True) if not _HAN.search(its)
        ]


@pytest.mark.parametrize("name", BOTH)
def test_the_chinese_document_has_the_examples_of_the_english_one(name: str) -> None:
    english, chinese = _both(name)
    kinds = [[language for language, _ in FENCE.findall(text)] for text in (english, chinese)]
    assert kinds[0] == kinds[1]
    for (language, one), (_, other) in zip(
        FENCE.findall(english), FENCE.findall(chinese), strict=True
    ):
        if language == "yaml":
            assert _shape(yaml.safe_load(other)) == _shape(yaml.safe_load(one))
        if language == "sh":
            commands = [re.sub(r"\s*#.*", "", text, flags=re.MULTILINE) for text in (one, other)]
            assert commands[0] == commands[1]


@pytest.mark.parametrize("name", BOTH)
def test_each_links_to_the_other(name: str) -> None:
    english, chinese = _both(name)
    assert f"[中文](zh/{name})" in english
    assert f"[English](../{name})" in chinese


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"`[^`\n]*`", "", FENCE.sub("", path.read_text(encoding="utf-8")))
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []


def _recipes() -> list[str]:
    return [
        text for one in _both("recipes.md") for kind, text in FENCE.findall(one) if kind == "yaml"
    ]


@pytest.mark.parametrize("recipe", _recipes())
def test_a_recipe_loads_and_fits_a_small_screen(recipe: str) -> None:
    whole = re.search(r"^(slides|points):", recipe, re.MULTILINE)
    lines = "".join(f"  {line}" for line in recipe.splitlines(keepends=True))
    text = recipe if whole else f"title: x\nslides:\n-\n{lines}"
    loaded = load_source(Source("recipe.yaml", text, DOCS))
    assert loaded.problems == ()
    assert loaded.deck is not None
    for index in range(len(loaded.deck.slides)):
        assert set_slide(loaded.deck, index, PageOptions(80, 24)).pages[1:] == []


def _of_quotes() -> list[tuple[str, str]]:
    """From the tables about quotes: an item as it fails, and as it works."""
    rows = []
    for text in _both("format.md"):
        for line in text.splitlines():
            found = re.findall(r"(?:``\s?(.+?)\s?``|`([^`]+)`)(?= *\||（| \()", line)
            items = [one or two for one, two in found]
            if len(items) == 2 and all(item.startswith("- ") for item in items):
                rows.append((items[0], items[1]))
    return rows


def test_the_tables_about_quotes_have_rows() -> None:
    assert len(_of_quotes()) >= 10


@pytest.mark.parametrize(("wrong", "right"), _of_quotes())
def test_what_the_tables_about_quotes_say_is_so(wrong: str, right: str) -> None:
    def item(written: str) -> str:
        """The item as it is read; empty if it is refused."""
        text = f"title: x\nslides:\n- bullets:\n  {written}\n"
        loaded = load_source(Source("slides.yaml", text))
        if loaded.problems or loaded.deck is None:
            return ""
        (block,) = loaded.deck.slides[0].content
        assert isinstance(block, Bullets)
        return block.items[0].text

    assert item(right) == right[3:-1]
    assert item(wrong) != wrong[2:]


HELD = ("security.md", "reliability.md")
"""Documents whose promises stand beside the tests that hold them."""

_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")
_ROW = re.compile(r"^\| (?!-)(.*) \|$", re.MULTILINE)


def _promises(text: str) -> list[list[tuple[str, str]]]:
    """The tests of each row of its tables, without the heads of these."""
    heads = re.findall(r"^\| (.*) \|\n\| ---", text, re.MULTILINE)
    return [_TEST.findall(row) for row in _ROW.findall(text) if row not in heads]


@pytest.mark.parametrize("name", HELD)
def test_each_promise_has_a_test_and_each_test_is_there(name: str) -> None:
    english, chinese = map(_promises, _both(name))
    assert english == chinese
    assert len(english) > 20
    assert all(english)
    tests = DOCS.parent / "tests"
    for file, test in {each for row in english for each in row}:
        source = (tests / file).read_text(encoding="utf-8")
        assert re.search(rf"^(?:async )?def {test}\(", source, re.MULTILINE), (file, test)

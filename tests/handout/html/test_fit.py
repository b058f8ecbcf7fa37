"""Nothing is lost at an edge, on a screen or on paper, and no word of large type is broken."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.drawings import write
from tests.handout.html.documents import html
from tests.share.chromium import Browser, Page, chromium, needs_chromium

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]

LINES_OF_WORDS = """[...document.querySelectorAll(%r)].flatMap(each => {
    const walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT), torn = [];
    while (walk.nextNode())
        for (const word of walk.currentNode.data.matchAll(/[A-Za-zÀ-ž0-9!%%,.]+/g)) {
            const range = document.createRange();
            range.setStart(walk.currentNode, word.index);
            range.setEnd(walk.currentNode, word.index + word[0].length);
            const tops = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
            if (tops.size > 1) torn.push(word[0]);
        }
    return torn;
})"""
"""The words that stand on more than one line."""

BEYOND = """[...document.querySelectorAll('.body *')].filter(each =>
    each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.wide'))
    .map(each => each.outerHTML.slice(0, 80))"""

SIZES = [(1280, 720), (844, 390), (390, 844), (320, 568)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all tests here."""
    async with chromium() as found:
        yield found


async def opened(browser: Browser, folder: Path, document: str, size: tuple[int, int]) -> Page:
    """`document` on a screen of that size, one that is upright being a phone's."""
    path = folder / "talk.html"
    path.write_text(document, encoding="utf-8")
    page = await browser.page()
    await page.resize(*size, touch=size[0] < size[1])
    await page.open(path.as_uri())
    await page.until(f"innerWidth === {size[0]}")
    return page


async def printed(page: Page, folder: Path) -> list[str]:
    """The text of each sheet: what is cut off is not in it."""
    pdf = folder / "talk.pdf"
    pdf.write_bytes(await page.pdf())
    said = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    return said.stdout.split("\f")[:-1]


LARGE = """
title: 题
slides:
- big: Congratulations!
- title: Dampfschifffahrtsgesellschaftskapitän
  layout: section
- title: Internationalization requirements
  subtitle: ready
  layout: cover
- columns: [{big: Wonderful!}, {big: Good}]
- figures: [{value: "1,234,567", label: a}, {value: "99.5%", label: b}]
- title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerk
"""


@pytest.mark.parametrize("size", SIZES)
async def test_large_type_is_smaller_rather_than_torn(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = await opened(browser, tmp_path, html(LARGE), size)
    for number in range(6):
        await page.run(f"presenter.show({number}, Infinity)")
        assert await page.run(LINES_OF_WORDS % ".big, h1, h2, dt") == [], number + 1
        assert await page.run(BEYOND) == [], number + 1


@pytest.mark.parametrize(
    ("figures", "size"),
    [
        ([("48,200", "份"), ("97.3%", "办结率"), ("2.5 天", "平均用时")], (1280, 720)),
        ([("48,200", "份"), ("97.3%", "办结率"), ("2.5 天", "平均用时")], (390, 844)),
        ([("1,111", "a"), ("2,222", "b"), ("3,333", "c"), ("4,444", "d")], (1280, 720)),
        ([("1", "quite a long label"), ("2", "b"), ("333", "c"), ("4444", "d")], (1280, 720)),
    ],
)
async def test_figures_that_fit_stand_on_one_row(
    browser: Browser, tmp_path: Path, figures: list[tuple[str, str]], size: tuple[int, int]
) -> None:
    items = ", ".join(f'{{value: "{value}", label: {label}}}' for value, label in figures)
    deck = f"title: 题\nlang: zh\nslides:\n- title: 数\n  figures: [{items}]\n"
    page = await opened(browser, tmp_path, html(deck), size)
    tops = "[...document.querySelectorAll('dt')].map(each => each.getBoundingClientRect().top)"
    assert len(set(await page.run(tops))) == 1
    assert await page.run(LINES_OF_WORDS % "dd") == []
    assert await page.run(BEYOND) == []


@pytest.mark.parametrize("columns", [9, 14, 20, 30])
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
async def test_a_wide_table_is_all_on_paper(
    browser: Browser, tmp_path: Path, columns: int, size: tuple[int, int]
) -> None:
    header = ", ".join(f"c{number}" for number in range(columns))
    cells = ", ".join(f"{1000 + number}" for number in range(columns))
    words = ", ".join("some words" for _ in range(columns))
    deck = f"title: T\nslides:\n- table: {{header: [{header}], rows: [[{cells}], [{words}]]}}\n"
    page = await opened(browser, tmp_path, html(deck), size)
    (sheet,) = await printed(page, tmp_path)
    for number in range(columns):
        assert str(1000 + number) in sheet.replace("\n", "")
        assert f"c{number}" in sheet


@pytest.mark.parametrize("kind", ["column", "line"])
async def test_a_chart_of_many_is_on_the_sheet_of_its_title(
    browser: Browser, tmp_path: Path, kind: str
) -> None:
    labels = [f"Wednesday{letter}" for letter in "ABCDEFGHIJKL"]
    data = ", ".join(f"{label}: {number}" for number, label in enumerate(labels))
    deck = f"title: T\nslides:\n- title: Days\n  chart: {{kind: {kind}, data: {{{data}}}}}\n"
    page = await opened(browser, tmp_path, html(deck), (1280, 720))
    assert await page.run(LINES_OF_WORDS % ".chart th") == []
    (sheet,) = await printed(page, tmp_path)
    assert "Days" in sheet
    assert [label for label in labels if label not in sheet] == []


@pytest.mark.parametrize("theme", ["ink", "paper", "board"])
async def test_printed_notes_are_dark_on_light(
    browser: Browser, tmp_path: Path, theme: str
) -> None:
    deck = "title: T\nslides:\n- title: A\n  notes: Say `this` and [that](https://example.org)\n"
    document = html(deck, theme=theme, notes=True)
    page = await opened(browser, tmp_path, document, (1280, 720))
    await page.call("Emulation.setEmulatedMedia", media="print")
    look = "getComputedStyle(document.querySelector(%r)).%s"
    for what in (".notes", ".notes p", ".notes code", ".notes a"):
        assert await page.run(look % (what, "color")) == "rgb(0, 0, 0)"
        assert await page.run(look % (what, "backgroundColor")) == "rgba(0, 0, 0, 0)"
    for what in ("html", ".slide"):
        assert await page.run(look % (what, "backgroundColor")) == "rgba(0, 0, 0, 0)"
    # A dark scheme would have the browser paint the sheet dark by itself.
    assert await page.run(look % ("html", "colorScheme")) == "light"


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1)])
async def test_a_picture_of_an_extreme_shape_is_seen(
    browser: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    write(tmp_path / "a.png", *size)
    deck = tmp_path / "deck.yaml"
    deck.write_text("title: T\nslides: [{image: {path: a.png, alt: a}}]\n", encoding="utf-8")
    page = await opened(browser, tmp_path, html(deck), (1280, 720))
    box = "(box => [box.width, box.height])(document.querySelector('img').getBoundingClientRect())"
    width, height = await page.run(box)
    assert min(width, height) >= 2
    assert width <= 1280
    assert height <= 720

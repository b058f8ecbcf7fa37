"""The document in a real browser: keys, steps, sizes, print."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from presenter.deck import load_deck
from tests.handout.html.documents import GALLERY, bundled, html
from tests.share.chromium import DEADLINE, Browser, Page, chromium, needs_chromium

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]

SHOWN = "document.querySelector('.now').id.slice(6)"

CLIPPED = """[...document.querySelectorAll('.now .body *')].filter(each => {
    const box = each.getBoundingClientRect();
    const page = document.querySelector('.now .page').getBoundingClientRect();
    return box.width && (box.left < page.left - 1 || box.right > page.right + 1)
        && !each.closest('.wide');
}).map(each => each.outerHTML.slice(0, 80))"""
"""What reaches beyond the sides of its slide; tables scroll within their own room."""

DECK = """
title: 甲
lang: zh
slides:
- {title: 一, reveal: true, bullets: [政务, 事务]}
- {title: 二, code: {source: "a\\nb\\nc", lines: 1|2-3|all}}
- {title: 三, text: 全局}
- {title: 四, text: 末尾}
"""


Open = Callable[[str], AbstractAsyncContextManager[Page]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all tests here; each has a tab that shares nothing with the others."""
    async with chromium() as found:
        yield found


@pytest.fixture
def document(browser: Browser, tmp_path: Path) -> Open:
    """``async with document(html) as page``: no error shows in its console, nothing is fetched."""

    @asynccontextmanager
    async def call(text: str) -> AsyncIterator[Page]:
        path = tmp_path / "talk.html"
        path.write_text(text, encoding="utf-8")
        page = await browser.page()
        await page.resize(1280, 720)
        await page.open(path.as_uri())
        yield page
        assert page.problems == []
        assert all(each.startswith((path.as_uri(), "data:")) for each in page.requests)

    return call


async def test_keys_move_as_on_the_stage(document: Open) -> None:
    async with document(html(DECK)) as page:
        moves = (
            ("ArrowRight", "2"), (" ", "3"), ("PageUp", "2"), ("l", "3"), ("h", "2"), ("G", "4"),
            ("j", "4"), ("g", "1"), ("Backspace", "1"), ("End", "4"), ("p", "3"), ("n", "4"),
            ("2", "4"), ("Enter", "2"), ("9", "2"), ("Enter", "4"), ("Home", "1"),
            ("3", "1"), ("G", "3"), ("ＧＧ"[0], "4"),
        )  # fmt: skip
        for key, slide in moves:
            await page.press(key)
            assert await page.run(SHOWN) == slide, key
        assert await page.run("location.hash") == "#slide-4"
        await page.press("o", modifiers=2)
        await page.until(f"{SHOWN} === '3'")


async def test_steps_and_stressed_lines(document: Open) -> None:
    seen = "document.querySelectorAll('.now li:not(.later)').length"
    lines = "[...document.querySelectorAll('.now .dim')].map(each => each.innerText.trim()).join()"
    async with document(html(DECK, steps=True)) as page:
        for number in range(3):
            assert await page.run(seen) == number
            await page.press("ArrowRight")
        for dim in ("b,c", "a", ""):
            assert await page.run(SHOWN) == "2"
            assert await page.run(lines) == dim
            await page.press("ArrowRight")
        assert await page.run(SHOWN) == "3"
        await page.press("ArrowLeft")
        assert (await page.run(SHOWN), await page.run(lines)) == ("2", "")
        await page.press("ArrowLeft")
        assert await page.run(lines) == "a"


async def test_a_slide_without_a_heading_begins_with_its_first_item(document: Open) -> None:
    deck = "title: 甲\nslides:\n- 一\n- {reveal: true, bullets: [政务, 事务]}\n- 三"
    seen = "[...document.querySelectorAll('.now li:not(.later)')].map(e => e.textContent).join()"
    async with document(html(deck, steps=True)) as page:
        for key, slide, items in (
            ("ArrowRight", "2", "政务"),
            ("ArrowRight", "2", "政务,事务"),
            ("ArrowLeft", "2", "政务"),
            ("ArrowLeft", "1", ""),
        ):
            await page.press(key)
            assert (await page.run(SHOWN), await page.run(seen)) == (slide, items)


async def test_blank_ends_with_a_key_that_does_no_more(document: Open) -> None:
    dark = (
        "document.getElementById('blank').hidden ? '' : document.getElementById('blank').className"
    )
    async with document(html(DECK)) as page:
        for key, color in (("b", "black"), ("w", "white"), ("w", ""), ("。", "black"), ("n", "")):
            await page.press(key)
            assert await page.run(dark) == color, key
        assert await page.run(SHOWN) == "1"


async def test_the_overview_finds_and_goes(document: Open) -> None:
    found = "[...document.querySelectorAll('.slide:not(.unmatched)')].map(e => e.id).join()"
    async with document(html(DECK)) as page:
        await page.press("o")
        assert await page.run("document.getElementById('slide-4').clientHeight") > 0
        await page.press("ArrowRight")
        await page.press("Enter")
        assert await page.run(SHOWN) == "2"
        await page.press("/")
        await page.call("Input.insertText", text="全局")
        assert await page.run(found) == "slide-3"
        await page.press("Enter")
        assert await page.run(SHOWN) == "3"
        await page.press("o")
        await page.press("Escape")
        assert await page.run("document.documentElement.classList.contains('show')")
        assert await page.run(SHOWN) == "3"


async def test_a_word_with_soft_hyphens_is_found(document: Open) -> None:
    found = "[...document.querySelectorAll('.slide:not(.unmatched)')].map(e => e.id).join()"
    deck = (
        'title: A\nlang: de\nslides: [{title: B}, {text: "Fahr\\xADrad\\xADklingel"}, {title: C}]'
    )
    async with document(html(deck)) as page:
        await page.press("/")
        await page.call("Input.insertText", text="Radklingel")
        assert await page.run(found) == "slide-2"


async def test_help_opens_and_closes(document: Open) -> None:
    async with document(html(DECK)) as page:
        await page.press("？")
        assert await page.run("document.getElementById('keys').open")
        await page.press("ArrowRight")
        assert await page.run(SHOWN) == "1"
        await page.click("#keys button")
        await page.until("!document.getElementById('keys').open")


@pytest.mark.parametrize("size", [(390, 844), (1280, 720), (1920, 1080), (640, 360)], ids=str)
async def test_nothing_is_clipped(document: Open, size: tuple[int, int]) -> None:
    deck = load_deck(GALLERY).deck
    assert deck is not None
    async with document(html(GALLERY, live="")) as page:
        await page.resize(*size)
        await page.until(f"innerWidth === {size[0]}")
        for number in range(len(deck.slides)):
            await page.run(f"presenter.show({number}, Infinity)")
            assert await page.run(CLIPPED) == [], number + 1
            # What does not fit the screen can be scrolled to.
            assert await page.run(
                "(page => page.scrollHeight <= page.clientHeight + 1"
                " || getComputedStyle(page).overflowY === 'auto'"
                " || !document.documentElement.classList.contains('show'))"
                "(document.querySelector('.now .page'))"
            ), number + 1


async def test_text_grows_with_the_screen(document: Open) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('.now .body')).fontSize)"
    async with document(html(bundled())) as page:
        laptop = await page.run(size)
        await page.resize(2560, 1440)
        await page.until("innerWidth === 2560")
        assert await page.run(size) == pytest.approx(2 * laptop, rel=0.01)


async def test_a_phone_scrolls_through_all_slides(document: Open) -> None:
    async with document(html(bundled())) as page:
        await page.resize(390, 844, touch=True)
        await page.until("!document.documentElement.classList.contains('show')")
        assert await page.run("document.documentElement.scrollHeight > 2 * innerHeight")
        assert await page.run("document.documentElement.scrollWidth <= innerWidth")


async def test_a_word_under_a_figure_is_no_wider_than_a_phone(document: Open) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte"
    deck = (
        f"title: a\nslides:\n- figures: [{{value: '5', label: {word}}}, {{value: '6', label: b}}]"
    )
    async with document(html(deck)) as page:
        await page.resize(390, 844)
        assert await page.run("document.documentElement.scrollWidth <= innerWidth")
        assert await page.run(CLIPPED) == []


async def test_without_scripts_it_is_a_document(document: Open) -> None:
    async with document(html(DECK, steps=True)) as page:
        await page.call("Emulation.setScriptExecutionDisabled", value=True)
        await page.call("Page.reload")
        said = ""
        async with asyncio.timeout(DEADLINE):
            while not all(text in said for text in ("政务", "事务", "末尾")):
                tree = await page.call("Accessibility.getFullAXTree")
                names = (node.get("name", {}).get("value", "") for node in tree["nodes"])
                said = " ".join(names)


@pytest.mark.parametrize("notes", [False, True])
async def test_a_slide_is_a_page_in_print(document: Open, tmp_path: Path, notes: bool) -> None:
    async with document(html(bundled(), notes=notes)) as page:
        pdf = tmp_path / "talk.pdf"
        pdf.write_bytes(await page.pdf())
    said = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True)
    pages = said.stdout.split("\f")[:-1]
    assert len(pages) == 7
    assert "后勤连着大局" in pages[2].replace(" ", "")
    assert ("第二点，后勤这项工作" in pages[2].replace("\n", "")) == notes


async def test_each_block_of_the_gallery_has_room_on_its_sheet(
    document: Open, tmp_path: Path
) -> None:
    deck = load_deck(GALLERY).deck
    assert deck is not None
    async with document(html(GALLERY)) as page:
        pdf = tmp_path / "talk.pdf"
        pdf.write_bytes(await page.pdf())
    command = ["pdftotext", "-layout", str(pdf), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    pages = said.stdout.split("\f")[:-1]
    assert len(pages) == len(deck.slides)
    (table,) = (each for each in pages if "表格" in each and "项目" in each)
    for whole in ("负责部门", "资产管理", "1,200 万元"):  # none torn within its cell
        assert whole in table


async def test_the_policy_holds(document: Open) -> None:
    """What would get in by hand is refused: the policy is not only there, it works."""
    async with document(html(DECK)) as page:
        refused = await page.run(
            "new Promise(done => {"
            "addEventListener('securitypolicyviolation', e => done(e.effectiveDirective));"
            "const script = document.createElement('script');"
            "script.textContent = 'document.title = 1';"
            "document.body.append(script);})"
        )
        assert refused == "script-src-elem"
        assert await page.run("document.title") == "甲"
        page.problems.clear()


async def test_a_line_from_the_right_has_its_points_above_their_labels(document: Open) -> None:
    aside = """[...document.querySelectorAll('.now thead th')].map((label, index) => {
        const middle = each => each.left + each.width / 2;
        const dot = document.querySelectorAll('.now .dot')[index];
        return Math.abs(middle(label.getBoundingClientRect())
            - middle(dot.getBoundingClientRect()));
    })"""
    deck = "title: T\nlang: he\nslides: [{chart: {kind: line, data: {א: 1, ב: 5, ג: 2}}}]"
    async with document(html(deck)) as page:
        assert max(await page.run(aside)) < 9

"""The published figures: equivalent decks, what is shown when, and what the page says of a run."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from benchmarks import equivalent
from benchmarks.installs import Install, NotInstalledError, install
from benchmarks.measures import Audience
from benchmarks.publication import WORDS, page, picture_of
from benchmarks.rivals import BUNDLED, SIZES, Failure, Measured
from benchmarks.summary import Run, aims
from benchmarks.tools import FLOOR, OURS, RIVALS, Elsewhere, Tool
from benchmarks.watched import EndedError, Watched
from presenter.deck import load_source
from presenter.deck.blocks import Bullets
from presenter.deck.source import Source

TALK = equivalent.slides(30)

_LATIN = "A line of Latin text"


@pytest.mark.parametrize("tool", [OURS, FLOOR, *RIVALS], ids=lambda tool: tool.name)
def test_each_format_holds_the_same_texts_in_the_same_order(tool: Tool, tmp_path: Path) -> None:
    path = tmp_path / f"talk{tool.ending}"
    tool.write(TALK, path)
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    if tool.ending == ".py":  # titles are also names there
        texts, _ = (node for node in ast.parse(text).body if isinstance(node, ast.Assign))
        text = "".join(body for _, body in ast.literal_eval(texts.value))
    places = [text.index(each) for slide in TALK for each in (slide.title, *slide.bullets[-1:])]
    assert places == sorted(places)
    for slide in TALK:
        assert [text.count(mark) for mark in slide.marks] == [1, 1]
    assert text.count(_LATIN) == len(TALK)


def test_our_format_is_read_as_it_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "talk.yaml"
    equivalent.outline(TALK, path)
    loaded = load_source(Source(str(path), path.read_text(encoding="utf-8")))
    assert loaded.problems == ()
    assert loaded.deck is not None
    found = []
    for slide in loaded.deck.slides:
        (block,) = slide.content
        assert isinstance(block, Bullets)
        found.append((slide.title, tuple(item.text for item in block.items)))
    assert found == [(slide.title, slide.bullets) for slide in TALK]


def test_longer_talks_begin_as_shorter_ones() -> None:
    assert equivalent.slides(40)[:30] == TALK


def _child(*parts: bytes) -> Watched:
    """Something that writes `parts`, each but the first after a line that it is sent."""
    program = f"import os\nfor part in {parts!r}: os.write(1, part); input()"
    return Watched([sys.executable, "-c", program], os.environ, b"\n" * len(parts))


def test_a_text_counts_when_it_stands_on_the_screen_however_it_was_written() -> None:
    parts = ("\x1b[?1049h\x1b[2;5H末\x1b[5;9Hmark", "\x1b[2;3H首")
    with _child(*map(str.encode, parts)) as terminal:
        terminal.showing(["末", "mark"], 20)
        sent = terminal.send(b"\n")
        assert terminal.showing(["首末", "mark"], 20) > sent


def test_a_frame_that_is_held_back_is_not_shown() -> None:
    with _child(b"ready", b"\x1b[?2026hmark", b"\x1b[?2026l") as terminal:
        terminal.showing(["ready"], 20)
        terminal.send(b"\n")
        with pytest.raises(TimeoutError):
            terminal.showing(["mark"], 0.2)
        sent = terminal.send(b"\n")
        assert terminal.showing(["mark"], 20) > sent


def test_a_program_that_ends_says_so() -> None:
    command = [sys.executable, "-c", "import sys; sys.exit('no such option')"]
    with (
        Watched(command, os.environ, b"") as terminal,
        pytest.raises(EndedError, match="nosuchoption"),
    ):
        terminal.showing(["mark"], 20)


def test_what_is_not_on_the_path_is_not_installed(tmp_path: Path) -> None:
    tool = Tool("none", Elsewhere("brew install none"), ("no-such-program-here",), "Rust")
    with pytest.raises(NotInstalledError, match="brew install none"):
        install(tool, tmp_path)


def _run(ours: float = 50.0) -> Run:
    """A run of two rounds in which presenter starts in `ours` ms, and the floor in 100."""
    patat, _, lookatme, *_ = RIVALS
    results: dict[tuple[str, int | str], Measured] = {
        (OURS.name, BUNDLED): Measured([40.0, 40.0]),
        (OURS.name, "--version"): Measured([20.0, 20.0]),
    }
    for tool, start in ((OURS, ours), (FLOOR, 100.0), (patat, 10.0), (lookatme, 80.0)):
        for size in SIZES:
            results[tool.name, size] = Measured(
                [start, start], [2 * start], [start / 20, start / 10], [start / 10], [start / 2]
            )
    results[patat.name, 10_000] = Measured(failed=Failure("over", "30"))
    results[lookatme.name, 10_000].jumps = []
    installs = {
        tool: Install(Path("bin"), "1.0", "3.11", 20.0) for tool in (OURS, FLOOR, patat, lookatme)
    }
    absent = {RIVALS[-1]: Failure("not on the path", "`go install it`")}
    facts = {"date": "2026-01-02", "machine": "one of the usual kind"}
    audience = Audience([2.0, 2.0], [2.2, 2.2], 1.0)
    return Run(results, installs, absent, audience, 2, (0.1, 1.2), facts)


def _rows(text: str) -> dict[str, list[str]]:
    """The cells of each row of its tables, by the first one."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return {line[0]: line[1:] for line in reversed(lines)}


def test_the_page_tells_figures_ratios_and_what_is_missing() -> None:
    text = page(_run(), "en")
    rows = _rows(text)
    assert rows["`presenter`"][:5] == ["50.0", "100", "50.0", "50.0", "3.8"]
    assert rows["`patat`"][:4] == ["**10.0**", "**20.0**", "**10.0**", "over 30 s"]
    assert rows["`lookatme`"][6] == "no key"
    assert rows["first of 7"] == [
        "50.0 ms",
        "100 (minimal)",
        "0.50",
        "× 0.5",
        "`patat`: 10.0, × 5.00",
        "`lookatme`: 80.0, × 0.62",
    ]
    assert rows["first of 10,000"][4] == "`lookatme`: 80.0, × 0.62"
    assert rows["next, 500 viewers"][2] == "1.10"
    assert "`slides` (by `go install it`, not on the PATH)" in text
    assert "All of these are kept in this run." in text
    assert "Load at the beginning and at the end: 0.10, 1.20. The machine was quiet." in text


def test_the_page_names_what_is_missed() -> None:
    text = page(_run(ours=70.0), "en")
    assert "Not kept in this run: first of 7, first of 1,000." in text
    assert _rows(text)["first of 7"][2] == "**0.70**"
    assert [aim.name for aim in aims(_run(ours=70.0)) if not aim.met] == ["start-7", "start-1000"]


def test_the_pages_say_the_same_in_both_languages() -> None:
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    english, chinese = (page(_run(), language) for language in WORDS)
    assert "$" not in english + chinese
    assert _rows(chinese)["`lookatme`"][6] == "没有此键"
    assert _rows(chinese)["`patat`"][:2] == _rows(english)["`patat`"][:2]
    assert len(_rows(chinese)) == len(_rows(english))


@pytest.mark.parametrize("language", WORDS)
def test_the_picture_is_svg_that_names_each_tool_and_what_is_missing(language: str) -> None:
    root = ElementTree.fromstring(picture_of(_run(), language))
    texts = ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]
    assert {"presenter", "minimal", "patat", "lookatme"} <= set(texts)
    assert WORDS[language]["over"].format(30) in texts
    circles = root.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == 4 * 7 - 2  # three starts, two keys, two peaks; patat's longest failed
    width = float(root.attrib["width"])
    assert all(0 < float(each.attrib["cx"]) < width for each in circles)

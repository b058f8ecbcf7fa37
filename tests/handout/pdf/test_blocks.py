"""Jobs as data for the template."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings

from presenter.deck import Deck
from presenter.deck.blocks import SizedImage
from presenter.handout.export_job import ExportJob
from presenter.handout.pdf import document, export
from presenter.render.compiling import Workspace
from presenter.render.spans import WORD
from presenter.typeset import PageOptions
from presenter.typeset.themes import OURS
from tests.drawings import in_its_folder
from tests.handout.jobs import BUNDLED, select
from tests.typeset.decks import decks


def test_notes_go_along_only_when_asked_for(tmp_path: Path) -> None:
    def data(*, notes: bool) -> str:
        made = document(select(BUNDLED, notes=notes), Workspace(tmp_path))
        return json.dumps(made, ensure_ascii=False).replace(WORD, "")

    for slide in select(BUNDLED).deck.slides:
        for line in filter(None, slide.notes.split("\n")):
            assert line not in data(notes=False)
            assert line in data(notes=True)


def test_a_broken_picture_leaves_its_words(tmp_path: Path) -> None:
    from presenter.deck.picture_headers import Size

    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    block = SizedImage(path="a.png", alt="机构图", file=in_its_folder(path), size=Size(10, 10))
    slide = select("title: T\nslides: [{title: 图}]").deck.slides[0]
    import msgspec

    deck = Deck(title="T", slides=(msgspec.structs.replace(slide, content=(block,)),))
    job = ExportJob(deck, (0,), PageOptions(80, 24), OURS["ink"])
    data = document(job, Workspace(tmp_path))
    (made,) = data["slides"][0]["blocks"]
    assert made["kind"] == "no-image"
    assert "机构图" in json.dumps(made, ensure_ascii=False)
    (pdf,) = export(job)
    assert pdf.startswith(b"%PDF-")


@settings(max_examples=15, deadline=None)
@given(decks)
def test_any_deck_can_be_exported(deck: Deck) -> None:
    indexes = tuple(range(len(deck.slides)))
    job = ExportJob(deck, indexes, PageOptions(80, 24, deck.lang), OURS["board"], True, True)
    (pdf,) = export(job)
    assert pdf.startswith(b"%PDF-")

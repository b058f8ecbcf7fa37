"""The links to the app before there is one."""

from __future__ import annotations

from threading import Thread

from presenter.screen.app_links import Links
from presenter.stage.early_links import EarlyLinks


def test_work_waits_for_the_app_but_while_it_is_lent() -> None:
    done: list[str] = []
    early = EarlyLinks(lambda: None, lambda: None)
    links = early.links()
    links.anywhere(lambda: done.append("waits"))
    links.repaint()
    with early.lent(lambda: done.append("painted")):
        thread = Thread(target=links.anywhere, args=(links.repaint,))
        thread.start()
        thread.join()
        assert done == ["painted"]
    links.anywhere(lambda: done.append("waits, too"))
    links.repaint()
    assert done == ["painted"]

    def nothing(*_: object) -> None:
        """What is not of interest here."""

    app = Links(
        nothing, lambda: True, nothing, lambda work: work(), nothing, nothing, nothing, nothing
    )
    early.begin(app, lambda _seconds, _then: _Timer())
    assert done == ["painted", "waits", "waits, too"]


class _Timer:
    def stop(self) -> None:
        """Nothing runs."""

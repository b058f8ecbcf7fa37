"""``presenter check``: every problem of every deck, before the audience sees it."""

from __future__ import annotations

from presenter.commands.errors import missing_extra
from presenter.commands.options import Choice, argument, command, option, warning_code
from presenter.commands.sizes import Size, size
from presenter.render import is_installed


@command("check")
@argument("decks", metavar="DECK…", nargs=-1, required=True)
@option("--size", "sizes", type=size, multiple=True, metavar="COLUMNSxROWS")
@option("--render", type=Choice(["cells", "pictures", "both"]), default="cells")
@option("--format", "form", type=Choice(["text", "json", "github"]), default="text")
@option("--ignore", "ignored", type=warning_code, multiple=True, metavar="CODE")
@option("--strict", is_flag=True)
def check(
    decks: tuple[str, ...],
    sizes: tuple[Size, ...],
    render: str,
    form: str,
    ignored: tuple[str, ...],
    strict: bool,
) -> int:
    """Report on `decks`; the status is that of `check_decks`."""
    from presenter.commands.check.checking import DEFAULT_SIZES, check_decks
    from presenter.commands.sizes import PictureSize

    wanted = tuple(dict.fromkeys(sizes))
    in_cells = () if render == "pictures" else wanted or DEFAULT_SIZES
    as_pictures: tuple[PictureSize, ...] = ()
    if render != "cells":
        if not is_installed():
            raise missing_extra("presenter check --render", "handout")
        as_pictures = tuple(map(PictureSize.of, wanted)) or (PictureSize.usual(),)
    return check_decks(decks, in_cells, as_pictures, form, ignored, strict=strict)

"""Which way a talk is written."""

from __future__ import annotations

from unicodedata import bidirectional

from presenter.deck import Deck

_LANGUAGES = frozenset(
    "ar arc ckb dv fa he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi".split()  # noqa: SIM905
)
"""Written from right to left unless a script is named. Source: CLDR, characterOrder."""

_SCRIPTS = frozenset(("adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"))


def is_right_to_left(deck: Deck) -> bool:
    """Whether the talk is written from right to left: by its language, else by its title.

    A script in the language's tag decides over the language (az-Arab); without a tag the first
    letter of the title does, as in rule P2 of UAX #9.
    """
    language, *others = deck.lang.lower().split("-")
    if language:
        scripts = [each for each in others if len(each) == 4 and each.isalpha()]
        return scripts[0] in _SCRIPTS if scripts else language in _LANGUAGES
    strong = (bidirectional(each) for each in deck.title)
    return next((each != "L" for each in strong if each in ("L", "R", "AL")), False)

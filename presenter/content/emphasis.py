"""Emphasis beside Chinese and Japanese, and images as text: what we change in markdown-it.

CommonMark decides by the characters about a run of asterisks whether it opens or closes; next to
full-width punctuation it finds neither, for it expects spaces between words. Here a Chinese or
Japanese character parts words as a space does, and full-width punctuation belongs to the words
(as in the proposal "CommonMark CJK-friendly amendments").
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline, image
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from presenter.deck.characters import SHARED_PUNCTUATION, has_cjk


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Whether the run of one character at `start` can open and close emphasis."""
        marker = self.src[start]
        if marker == "_":
            return super().scanDelims(start, canSplitWord)
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        if before.isdigit() and after.isdigit():
            return Scanned(False, False, end - start)  # a product: 5*3*2
        opens = not _is_space(after) and (not _is_foreign(after) or _parts_words(before))
        closes = not _is_space(before) and (not _is_foreign(before) or _parts_words(after))
        return Scanned(opens, closes, end - start)


class ChineseInline(ParserInline):
    """An inline parser with the changed rules."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.at("image", _image_as_text)

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """The tokens of `src`, inline Markdown."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _image_as_text(state: StateInline, silent: bool) -> bool:
    """Keep an image as it is written: no line of text can show it, and nothing is lost."""
    start, before = state.pos, len(state.tokens)
    if not image(state, silent):
        return False
    if not silent:
        del state.tokens[before:]
        token = state.push("text", "", 0)
        token.content = state.src[start : state.pos]
    return True


def _is_space(character: str) -> bool:
    return isWhiteSpace(ord(character))


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _is_cjk(character: str) -> bool:
    return character in SHARED_PUNCTUATION or has_cjk(character)


def _is_foreign(character: str) -> bool:
    """Whether it is punctuation of other scripts, which keeps asterisks from opening words."""
    return _is_punctuation(character) and not _is_cjk(character)


def _parts_words(character: str) -> bool:
    return _is_space(character) or _is_punctuation(character) or _is_cjk(character)

"""Emphasis beside Chinese: a plugin for markdown-it.

CommonMark decides by the characters about a run of asterisks whether it opens or closes; next to
full-width punctuation it finds neither. Here a Chinese or Japanese character counts as a
boundary of words, as space and punctuation do.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline.state_inline import Scanned, StateInline

from presenter.typeset.kinsoku import CJK


class _State(StateInline):
    """An inline state with the changed rule."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Whether the run of one character at `start` can open and close emphasis."""
        marker = self.src[start]
        end = start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        left = not _is_space(after) and (not _is_punctuation(after) or _is_boundary(before))
        right = not _is_space(before) and (not _is_punctuation(before) or _is_boundary(after))
        can_open = left and (canSplitWord or not right or _is_boundary(before))
        can_close = right and (canSplitWord or not left or _is_boundary(after))
        return Scanned(can_open, can_close, end - start)


def _is_space(character: str) -> bool:
    return isWhiteSpace(ord(character))


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


def _is_boundary(character: str) -> bool:
    return _is_space(character) or _is_punctuation(character) or bool(CJK.match(character))


def chinese_emphasis(parser: MarkdownIt) -> None:
    """Make `parser` decide about emphasis by the rule of this module."""
    inline = parser.inline

    def parse(src: str, md: MarkdownIt, env: object, tokens: list) -> list:  # type: ignore[type-arg]
        state = _State(src, md, env, tokens)  # type: ignore[arg-type]
        inline.tokenize(state)
        for rule in inline.ruler2.getRules(""):
            rule(state)
        return state.tokens

    inline.parse = parse  # type: ignore[method-assign, assignment]

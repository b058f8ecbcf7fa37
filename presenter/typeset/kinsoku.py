"""Where a line may not break: the table that disposes of what ICU proposes.

Sources: CLREQ 3.1.3 (prohibition rules for line start and end), JLREQ 3.1.7 and 3.1.8 (characters
not starting and not ending a line), GB/T 15834 (dash and ellipsis are not torn).
"""

from __future__ import annotations

import re

from presenter.deck.lines import SHARED_PUNCTUATION, has_cjk, is_han

__all__ = [
    "NOT_AT_END",
    "NOT_AT_START",
    "PAUSES",
    "SHARED_PUNCTUATION",
    "UNBROKEN",
    "has_cjk",
    "is_han",
    "leans",
]

NOT_AT_START = frozenset(
    "，。、；：？！…‥⋯％‰‱℃℉°′″￠）》〉」』】〕〗〙〛｝］｠”’»›·・‧‼⁇⁈⁉ー々〻ゝゞヽヾ～〜゠‐–"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ．,.:;!?)]}%"
)
"""Characters that begin no line of Chinese or Japanese text."""

NOT_AT_END = frozenset("（《〈「『【〔〖〘〚｛［｟“‘«‹｢([{")
"""Characters that end no line of Chinese or Japanese text."""

UNBROKEN = re.compile("—{2,}|…{2,}|‥{2,}|⋯{2,}|―{2,}|─{2,}")
"""A dash or an ellipsis, drawn as several characters, which are not torn."""

PAUSES = frozenset("，。、；：？！…—）》〉」』】〕”,;:?!")
"""A line ends best behind one of these."""

_PARTICLES = frozenset("的了着著过過地得们們吗嗎呢吧啊呀嘛之")
_SUFFIXES = frozenset("性者化员員率式型感力界度上下中里裡内內外前后後时時间間等庁家症")
_PREFIXES = frozenset(
    "第各每不很最更太较較非未被把将將对對向从從在与與和及或以于於而但也都就还還再又才这這那是为為"
)


def leans(text: str, index: int) -> bool:
    """Whether the words parted at `index` lean on each other, so that a break there reads badly.

    A particle or suffix leans back (工作|的, 重要|性), a preposition forward (在|全局), the parts
    of an address to both sides; in Japanese, what begins in hiragana leans back (使って|いる), and
    so does a last kanji before it (猛暑|日が).
    """
    before, after = text[index - 1], text[index]
    if before in PAUSES or before == " ":
        return False
    if before in _PREFIXES or before == "/":
        return True
    if after in _PARTICLES or after in _SUFFIXES or "ぁ" <= after <= "ゖ":
        return True
    return "ぁ" <= text[index + 1 : index + 2] <= "ゖ" and is_han(before) and is_han(after)

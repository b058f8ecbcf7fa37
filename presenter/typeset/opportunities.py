"""Line break opportunities: where a text may be broken, and how well.

ICU proposes (UAX #14; words of Chinese and Japanese by its dictionary), the tables here dispose.
Their sources: CLREQ 3.1.3 (prohibition rules for line start and end), JLREQ 3.1.7 and 3.1.8
(characters not starting and not ending a line), GB/T 15834 (dash and ellipsis are not torn).
Numbers and their units stay together: 15%, 8 GB, 2004年, 30 公里, 第3章, 一百多人.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from icu4py.breakers import LineBreaker

from presenter.deck.characters import has_cjk, is_han
from presenter.typeset.width import SPACES, graphemes

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

_COMPOUND = re.compile("幻灯片|幻燈片|投影片|二维码")
"""Words of talks that ICU's dictionary takes for two."""

PAUSES = frozenset("，。、；：？！…—）》〉」』】〕”,;:?!")
"""A line ends best behind one of these."""

_PARTICLES = frozenset("的了着著过過地得们們吗嗎呢吧啊呀嘛之")
_SUFFIXES = frozenset("性者化员員率式型感力界度上下中里裡内內外前后後时時间間等庁家症")
_PREFIXES = frozenset(
    "第各每不很最更太较較非未被把将將对對向从從在与與和及或以于於而但也都就还還再又才这這那是为為"
)

_NUMBER = re.compile(
    r"(?:第[ \u00a0]?)?[-+−±]?\d+(?:[.,:/~～〜–−-]\d+)*"
    r"(?:[ \u00a0]?[十百千萬万億亿]+)?[多余餘几]?[ \u00a0]?"
)
_HAN_NUMBER = re.compile("第?[一二三四五六七八九十百千万亿萬億〇零两兩几数幾數半]+[多余餘]?")

_LATIN_UNIT = re.compile(r"°[CF]?|[℃℉%％‰‱€£¥￥$Ω]|[A-Za-zµμ][A-Za-z/]*[²³]?")
_LATIN_UNITS = """
° °C °F ℃ ℉ % ％ ‰ ‱ € £ ¥ ￥ $ Ω USD EUR GBP CNY RMB JPY HKD px pt em rem fps rpm ppm
nm μm µm mm cm dm m km mm² cm² m² km² cm³ m³ ha km/h m/s mg μg µg g kg t mL ml dL L l
ns μs µs ms s min h d am pm AM PM N K mol Pa hPa kPa MPa J kJ MJ cal kcal lx lm dB bit B
KB kB MB GB TB PB EB KiB MiB GiB TiB kbps Mbps Gbps bit/s kB/s KB/s MB/s GB/s Hz kHz MHz
GHz THz W kW MW GW Wh kWh MWh GWh TWh V mV kV A mA Ah mAh
"""
_HAN_UNITS = """
年 月 日 号 號 时 時 点 點 分 秒 刻 天 周 週 岁 歲 年代 年级 年級 世纪 世紀 个月 個月
小时 小時 分钟 分鐘 秒钟 毫秒 時間 分間 秒間 年間 日間 週間 か月 カ月 ヶ月 ヵ月
米 里 尺 寸 丈 公里 千米 厘米 毫米 微米 纳米 公尺 公分 海里 英里 英寸 平方米 平方公里 平方千米
立方米 亩 畝 公顷 公頃 升 毫升 吨 噸 克 斤 两 公斤 千克 毫克 千瓦 千瓦时 字节 字節 比特
度 摄氏度 倍 成 折 百分点 个百分点 元 角 圆 圓 円 块 塊 美元 欧元 日元 港元 人民币
个 個 人 名 位 人次 户 戶 家 台 臺 件 种 種 级 級 套 门 門 辆 輛 座 栋 棟 本 张 張 只 隻 支 枝
把 场 場 份 篇 首 幅 幢 间 間 所 处 處 批 组 組 对 對 双 雙 艘 架 颗 顆 株 棵 头 頭 匹 瓶 杯
箱 包 道 款 类 類 轮 輪 项 項 条 條 次 页 頁 章 节 節 届 屆 期 步 层 層 段 行 列 字 句 题 題
集 回 册 冊 卷 版 讲 講 课 課 開 枚 階 足 番 番目 つ ページ か国 カ国
"""
_latin_units = frozenset(_LATIN_UNITS.split())
_han_units = tuple(_HAN_UNITS.split())

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_LATIN = re.compile("[A-Za-z0-9%]+")


_PIECE = 1000
"""Characters that ICU is given at once."""

_UNSURE = 8
"""Breaks at a piece's end that may be others with more text behind it."""


class Quality(IntEnum):
    """How well a line may end at an opportunity."""

    PAUSE = 0
    """Behind punctuation."""
    WORD = 1
    """Between words."""
    LEANING = 2
    """Between words that lean on each other, such as a word and its particle."""
    CHARACTER = 3
    """Within a word."""
    TORN = 4
    """Within what is not to be broken, but wider than a line."""
    UNIT = 5
    """Within a number and its unit, a dash or an ellipsis that is wider than a line."""
    FORBIDDEN = 6
    """Where a line then begins or ends with a forbidden character, as nothing else is left."""


class Opportunity(NamedTuple):
    """Before the character at index `at`, a line may break with `quality`."""

    at: int
    quality: Quality


def opportunities(text: str, language: str, *, words: bool = False) -> list[Opportunity]:
    """Where `text`, one paragraph without line feeds, may be broken; in order, ends left out.

    `language` is a BCP 47 tag; it decides the breaking of other scripts than Chinese and
    Japanese, whose words ICU only knows under Japanese rules. `words`: leave out those within
    words, which saves time.
    """
    east_asian = has_cjk(text)
    if not east_asian:
        locale = language.split("-", 1)[0] or "en"
        graded = dict.fromkeys(_proposed(text, locale), Quality.WORD)
    else:
        graded = _words(text)
        if not words:
            plain = dict.fromkeys(_proposed(text, "ja"), Quality.CHARACTER)
            graded = plain | {index: graded[index] for index in plain.keys() & graded.keys()}
    if _HANGUL.search(text):
        within = [index for index in graded if _in_hangul_word(text, index)]
        graded |= dict.fromkeys(within, Quality.CHARACTER)
    forbidden = unbreakable(text) | _within_graphemes(text)
    return [
        Opportunity(index, quality)
        for index, quality in graded.items()
        if index not in forbidden
        and not (words and quality is Quality.CHARACTER)
        and not (east_asian and not may_part(text, index))
    ]


def unbreakable(text: str) -> set[int]:
    """The indexes within a number and its unit, a dash, an ellipsis, a compound."""
    whole = (match.span() for each in (UNBROKEN, _COMPOUND) for match in each.finditer(text))
    return inside(whole) | inside(_quantities(text))


def may_part(text: str, index: int) -> bool:
    """Whether the characters about `index`, spaces left out, may stand at the edges of lines."""
    if text[index] in NOT_AT_START:
        return False
    before = index - 1
    while before > 0 and text[before] in SPACES:
        before -= 1
    return text[before] not in NOT_AT_END


def _within_graphemes(text: str) -> set[int]:
    """The indexes within graphemes; ICU breaks some, as before a Thai vowel that takes room."""
    pieces = graphemes(text)
    if len(pieces) == len(text):
        return set()
    return set(range(len(text))) - set(accumulate(map(len, pieces)))


def _proposed(text: str, locale: str) -> list[int]:
    """Where ICU would break, as indexes of code points.

    In pieces: for twice the Chinese ICU takes four times the time, and holds the interpreter.
    """
    indexes: list[int] = []
    start = 0
    while True:
        segments = LineBreaker(text[start : start + _PIECE], locale)
        found = list(accumulate(map(len, segments), initial=start))
        if start + _PIECE >= len(text):
            return [*indexes, *found[1:-1]]
        if len(found) > 2 * _UNSURE:
            # The last breaks do not know how the text goes on: the next piece finds them anew.
            indexes += found[1:-_UNSURE]
            start = indexes[-1]
        else:
            indexes += found[1:-1]
            start = found[-1]


def inside(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The indexes strictly within one of `spans`."""
    return {index for start, end in spans for index in range(start + 1, end)}


def _script_borders(text: str) -> set[int]:
    """Where Han characters and Latin letters or digits meet; a per cent sign leads no word."""
    borders = set()
    for match in _LATIN.finditer(text):
        start, end = match.span()
        if start and is_han(text[start - 1]) and text[start] != "%":
            borders.add(start)
        if end < len(text) and is_han(text[end]):
            borders.add(end)
    return borders


def _words(text: str) -> dict[int, Quality]:
    """The breaks between words of a Chinese or Japanese text."""
    indexes = _proposed(text, "ja@lw=phrase")
    joined = inside(_han_quantities(text))
    graded: dict[int, Quality] = {}
    start = 0
    for index, following in zip(indexes, [*indexes[1:], len(text)], strict=False):
        if index in joined:
            graded[index] = Quality.CHARACTER
        elif text[index - 1] in PAUSES:
            graded[index] = Quality.PAUSE
        elif _is_poor_break(text, index) or _is_unknown_word(text, start, following):
            graded[index] = Quality.LEANING
        else:
            graded[index] = Quality.WORD
        start = index
    # ICU takes 升到GB and GB降到 for one phrase.
    borders = _script_borders(text) - graded.keys()
    if borders:
        graded |= dict.fromkeys(borders, Quality.LEANING)
        graded = dict(sorted(graded.items()))
    return graded


def _is_unknown_word(text: str, start: int, end: int) -> bool:
    """Whether the two words from `start` to `end` are single Han characters.

    The dictionary takes a word that it does not know for such: 劳|务, 缓|存.
    """
    return end - start == 2 and all(map(is_han, text[start:end]))


def _in_hangul_word(text: str, index: int) -> bool:
    """Korean breaks between words parted by spaces; between syllables only where it must."""
    return bool(_HANGUL.match(text[index])) and bool(_HANGUL.match(text[index - 1]))


def _is_poor_break(text: str, index: int) -> bool:
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


def _quantities(text: str) -> Iterator[tuple[int, int]]:
    """Where each number in figures stands in `text`, its unit included: start and end.

    Units are Latin, symbols or a listed set of Han ones, after at most one space.
    """
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        unit = _LATIN_UNIT.match(text, end)
        if unit and unit[0] in _latin_units and not text[unit.end() : unit.end() + 1].isdigit():
            yield start, unit.end()
        elif length := _han_unit(text, end):
            yield start, end + length
        else:
            yield start, start + len(match[0].rstrip())


def _han_quantities(text: str) -> Iterator[tuple[int, int]]:
    """The same for numbers in Han numerals, which are words of the language: 第三点, 十二万名."""
    for match in _HAN_NUMBER.finditer(text):
        yield match.start(), match.end() + _han_unit(text, match.end())


def _han_unit(text: str, start: int) -> int:
    """The length of the longest unit at `start`, 个月 rather than 个; 0 for none."""
    if not text.startswith(_han_units, start):
        return 0
    return max(len(unit) for unit in _han_units if text.startswith(unit, start))

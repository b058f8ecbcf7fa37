"""Where a line may not break: the table that disposes of what ICU proposes.

Sources: CLREQ 3.1.3 (prohibition rules for line start and end), JLREQ 3.1.7 and 3.1.8 (characters
not starting and not ending a line), GB/T 15834 (dash and ellipsis are not torn).
"""

from __future__ import annotations

import re

NOT_AT_START = frozenset(
    "，。、；：？！…‥％‰℃）》〉」』】〕〗〙〛｝］”’·・ー々〻ゝゞヽヾ｡､｣･～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ",.:;!?)]}%"
)
"""Characters that begin no line of Chinese or Japanese text."""

NOT_AT_END = frozenset("（《〈「『【〔〖〘〚｛［“‘｢([{")
"""Characters that end no line of Chinese or Japanese text."""

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
WIDE_PUNCTUATION = "\u3000-\u303f\uff01-\uff65"

CJK = re.compile(f"[{HAN}{KANA}{WIDE_PUNCTUATION}]")
"""A character of Chinese or Japanese text."""

_LATIN_UNITS = (
    "km/h|m/s|kbps|Mbps|Gbps|KiB|MiB|GiB|TiB|kWh|MWh|kHz|MHz|GHz|THz|kPa|MPa|kcal|cal|mol|"
    "mm|cm|dm|km|nm|μm|µm|mg|kg|ml|mL|dL|ms|ns|μs|µs|min|Hz|kB|KB|MB|GB|TB|PB|kW|MW|GW|mV|kV|mA|"
    "kJ|MJ|Pa|dB|px|pt|em|rem|fps|rpm|ha|lx|lm|bit|USD|EUR|CNY|RMB|JPY|"
    "m²|m³|km²|cm²|[mgtlLshdBWVAJNKΩ]|°[CF]?|℃|℉|%|％|‰|‱|€|£|¥|￥"
)
_HAN_UNITS = (
    "平方公里|平方米|立方米|公里|千米|厘米|毫米|公斤|千克|毫克|毫升|小时|分钟|个月|世纪|年代|"
    "百分点|美元|欧元|人民币|亿元|万元|人次|字节|年|月|日|号|时|点|分|秒|天|周|岁|个|项|条|次|人|名|"
    "位|元|角|万|亿|千|百|倍|米|吨|克|斤|升|度|页|章|节|届|家|台|件|种|级|成|套|门|辆|座|本|张|只|户|"
    "期|届|步|层|段|行|列|字|句|题|亩|寸|尺|里|円|時間|分間|秒間|時|開|個|歳|回|枚|冊|匹|頭|階"
)
NUMBER_WITH_UNIT = re.compile(
    rf"[-+−±]?\d[\d.,:/]*(?:\s?(?:{_LATIN_UNITS})(?![A-Za-z0-9])|\s?(?:{_HAN_UNITS}))"
)
"""A number and its unit, which stay together: 15%, 8 GB, 2004年, 30 公里."""

CHINESE_NUMBER_WITH_UNIT = re.compile(
    rf"(?:第[一二三四五六七八九十百千〇零两]+|[一二三四五六七八九十百千万亿〇零两]+)(?:{_HAN_UNITS})"
)
"""The same in Chinese numerals: a word, rather than a must."""

DASH_OR_ELLIPSIS = re.compile("—{2,}|…{2,}|‥{2,}|⸺")

PARTICLES = frozenset("的了着过地得们吗呢吧啊嘛")
"""Particles lean on the word before them: a line that begins with one reads badly."""

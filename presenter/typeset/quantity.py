"""Numbers and their units, which stay together: 15%, 8 GB, 2004年, 30 公里, 第3章, 一百多人."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def quantities(text: str) -> Iterator[tuple[int, int]]:
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


def han_quantities(text: str) -> Iterator[tuple[int, int]]:
    """The same for numbers in Han numerals, which are words of the language: 第三点, 十二万名."""
    for match in _HAN_NUMBER.finditer(text):
        yield match.start(), match.end() + _han_unit(text, match.end())


def _han_unit(text: str, start: int) -> int:
    """The length of the longest unit at `start`, 个月 rather than 个; 0 for none."""
    if not text.startswith(_han_units, start):
        return 0
    return max(len(unit) for unit in _han_units if text.startswith(unit, start))

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

from presenter.content.inline import StyledLine
from presenter.deck.characters import SOFT_HYPHEN, has_cjk, is_han
from presenter.typeset.bidi import addresses, has_right_to_left
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

_WORDS = """
二维码 二維碼 物联网 物聯網 互联网 互聯網 局域网 语料库 思维导图 公积金 居委会 村委会 碳中和 碳达峰
人民币 人民幣 幻灯片 幻燈片 投影片 投影仪 投影儀 二维 维码 二維 維碼 条形码 机器人 機器人
大数据 大數據 云计算 雲計算 区块链 區塊鏈 物联 联网 物聯 聯網 互联 互聯 局域 域网 数据库
數據庫 资料库 資料庫 程序员 浏览器 瀏覽器 开源 開源 编程 編程 模块 模塊 组件 插件 固件
缓存 緩存 线程 線程 协程 镜像 鏡像 微服务 中间件 防火墙 防火牆 密钥 密鑰 监控 監控 运维
運維 重构 文档 文檔 排期 路由 调试 調試 单元测试 源代码 大模型 语料 料库 神经网络
神經網路 充电桩 充電樁 光伏 电动 动车 電動 動車 公交 節能 节能 减排 減排 达峰 新能源 保洁
保潔 疫情 急诊 急診 蛋白质 蛋白質 柱状图 折线图 线图 饼图 流程图 流程圖 示意图 示意圖
思维导图 维导 导图 截图 截圖 麦克风 麥克風 摄像头 攝像頭 笔记本 筆記本 鼠标 滑鼠 讲台
公务员 公務員 委员会 委員會 办公室 辦公室 会议室 會議室 董事会 董事會 居委 村委 委会
常委会 街道办 办事处 辦事處 检察院 检察长 图书馆 圖書館 博物馆 博物館 体育馆 體育館
火车站 火車站 高鐵站 飞机场 停车场 停車場 菜市场 菜市場 便利店 自行车 自行車 救护车
救護車 负责人 負責人 联系人 聯繫人 发言人 發言人 候选人 候選人 年轻人 年輕人 残疾人
成年人 未成年人 老年人 打工人 毕业生 畢業生 幼儿园 幼兒園 农民工 供应链 供應鏈 产业链
產業鏈 价值链 生态圈 方法论 方法論 价值观 價值觀 世界观 世界觀 人生观 人生觀 责任心
責任心 事业心 增值税 增值稅 现金流 現金流 营销 營銷 营收 估值 社保 医保 醫保 公积 积金
养老金 朋友圈 公众号 小程序 短视频 支付宝 微信 微博 外卖 外賣 国企 國企 民营 民營 团建
複盤 复盘 入职 带教 批复 细则 預案 预案 老百姓 小伙伴 萤火虫 螢火蟲 老槐树
"""
_words_of_ours = frozenset(_WORDS.split())
"""Words of talks that ICU's dictionary takes for two, and halves of what it takes for three."""

_LONG_WORD = re.compile("|".join(sorted(word for word in _words_of_ours if len(word) > 2)))
"""Those of three characters and more, which are looked for everywhere: ICU takes 幻灯片上 for
幻灯|片上."""

_CANNOT = re.compile(
    "[^我你您他她它谁誰也都就还還却卻又才再并並从從已]"
    "不[见見到了清起住动動完好上下来來出过過开開着著懂成及够夠掉定]"
)
"""What cannot be done, one phrase: 听不见, 来不及."""

_POLITE = re.compile("ござい(?:ます|ました|ません)")
"""One word, which ICU takes to pieces: ありがとうござ|いました."""

_BOUND = frozenset("性化率者员員师師器币幣片馆館")
"""Last characters of words that are none themselves: 可行|性, 数字|化, 志愿|者."""

PAUSES = frozenset("，。、；：？！…—）》〉」』】〕”,;:?!")
"""A line ends best behind one of these."""

_PARTICLES = frozenset("的了着著过過地得们們吗嗎呢吧啊呀嘛之")
_ENDINGS = frozenset("的了们們吗嗎呢吧")
"""Those that begin no word."""
_SUFFIXES = frozenset(
    "性者化员員率式型感力界度上下中里裡内內外前后後时時间間等庁家症"
    "室站院厅廳链鏈图圖园園费費税稅权權品业業队隊组組团團票证證卡册冊区區县縣镇鎮"
)
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
年 月 日 号 號 时 時 点 點 分 秒 刻 天 周 週 岁 歲 年代 年级 年級 世纪 世紀 个月 個月 季度 学期 學期
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
_han_units: dict[str, list[str]] = {}
"""By their first characters, the longest first."""
for _unit in sorted(_HAN_UNITS.split(), key=len, reverse=True):
    _han_units.setdefault(_unit[0], []).append(_unit)

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
    HYPHEN = 3
    """Within a word, at a soft hyphen, which is then seen."""
    CHARACTER = 4
    """Within a word."""
    TORN = 5
    """Within what is not to be broken, but wider than a line."""
    UNIT = 6
    """Within a number and its unit, a dash or an ellipsis that is wider than a line."""
    FORBIDDEN = 7
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
    if "/" in text and has_right_to_left(text):
        # In two lines an address that runs against its text cannot be followed.
        within = [index for first, last in addresses(text) for index in range(first + 1, last)]
        graded |= dict.fromkeys(graded.keys() & within, Quality.TORN)
    if SOFT_HYPHEN in text:
        soft = [index for index in graded if text[index - 1] == SOFT_HYPHEN]
        graded |= dict.fromkeys(soft, Quality.HYPHEN)
    forbidden = unbreakable(text) | _within_graphemes(text)
    return [
        Opportunity(index, quality)
        for index, quality in graded.items()
        if index not in forbidden
        and not (words and quality is Quality.CHARACTER)
        and not (east_asian and not may_part(text, index))
    ]


def unbreakable(text: str) -> set[int]:
    """The indexes within a number and its unit, a dash, an ellipsis."""
    dashes = (match.span() for match in UNBROKEN.finditer(text))
    return inside(dashes) | inside(_quantities(text))


def quantities_held(line: StyledLine) -> StyledLine:
    """`line` with spaces that do not break within its numbers and their units, but in code.

    For outputs that break lines themselves. Each part keeps its length.
    """
    text = "".join(part.text for part in line)
    held = inside(_quantities(text))
    found, start = [], 0
    for part in line:
        said = part.text
        if "code" not in part.style.split():
            places = enumerate(said, start)
            said = "".join(
                "\u00a0" if each == " " and {at, at + 1} <= held else each for at, each in places
            )
        found.append(part._replace(text=said))
        start += len(said)
    return tuple(found)


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
    quantities = list(_han_quantities(text))
    counted = {end for _, end in quantities}
    """Where what is counted begins: 一句|话."""
    joined = inside(quantities)
    joined |= inside(match.span() for match in _LONG_WORD.finditer(text))
    polite = [match.span() for match in _POLITE.finditer(text)]
    joined |= inside(polite)
    graded: dict[int, Quality] = {}
    start = 0
    for index, following in zip(indexes, [*indexes[1:], len(text)], strict=False):
        if index in joined or _is_within_word(text, start, index, following):
            graded[index] = Quality.CHARACTER
        elif text[index - 1] in PAUSES:
            graded[index] = Quality.PAUSE
        elif (
            _is_poor_break(text, index, following)
            or _is_unknown_word(text, start, following)
            or (index in counted and following - index == 1)
        ):
            graded[index] = Quality.LEANING
        else:
            graded[index] = Quality.WORD
        start = index
    # ICU takes 升到GB and GB降到 for one phrase.
    borders = _script_borders(text) | {begin for begin, _ in polite if begin}
    borders -= graded.keys()
    if borders:
        graded |= dict.fromkeys(borders, Quality.LEANING)
        graded = dict(sorted(graded.items()))
    return graded


def _is_within_word(text: str, start: int, index: int, end: int) -> bool:
    """Whether the words from `start` to `index` and from there to `end` are one, to a reader."""
    if text[start:end] in _words_of_ours or _CANNOT.match(text, start, end):
        return True
    return (
        end - index == 1 and index - start > 1 and text[index] in _BOUND and is_han(text[index - 1])
    )


def _is_unknown_word(text: str, start: int, end: int) -> bool:
    """Whether the two words from `start` to `end` are single Han characters, but for a mark behind.

    The dictionary takes a word that it does not know for such: 劳|务, 缓|存. A particle is known
    to be one: 的|新.
    """
    if text[start] in _ENDINGS:
        return False
    if text[end - 1] in PAUSES:
        end -= 1
    return end - start == 2 and all(map(is_han, text[start:end]))


def _in_hangul_word(text: str, index: int) -> bool:
    """Korean breaks between words parted by spaces; between syllables only where it must."""
    return bool(_HANGUL.match(text[index])) and bool(_HANGUL.match(text[index - 1]))


def _is_poor_break(text: str, index: int, end: int) -> bool:
    """Whether the words parted at `index` lean on each other, so that a break there reads badly.

    The second one ends at `end`: 力 is a suffix in 想象|力, and none in 的|力量.

    A particle or suffix leans back (工作|的, 重要|性), a preposition forward (在|全局), the parts
    of an address to both sides; in Japanese, what begins in hiragana leans back (使って|いる), and
    so does a last kanji before it (猛暑|日が).
    """
    before, after = text[index - 1], text[index]
    if before in PAUSES or before == " ":
        return False
    if before in _PREFIXES or before == "/":
        return True
    if after in _PARTICLES or "ぁ" <= after <= "ゖ":
        return True
    if after in _SUFFIXES and end - index == 1:
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
    for unit in _han_units.get(text[start : start + 1], ()):
        if text.startswith(unit, start):
            return len(unit)
    return 0

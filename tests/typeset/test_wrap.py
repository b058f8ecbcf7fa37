import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from presenter.content.inline import inline
from presenter.deck.characters import has_cjk
from presenter.typeset import opportunities as opportunities_module
from presenter.typeset.opportunities import (
    NOT_AT_END,
    NOT_AT_START,
    UNBROKEN,
    opportunities,
    quantities_held,
)
from presenter.typeset.optimum import HANGING, best_lines
from presenter.typeset.paragraph import wrap
from presenter.typeset.width import Ruler, graphemes, ruler

from .samples import CHINESE, EVERYTHING, JAPANESE

SHY = "\u00ad"
NARROW = ruler("narrow")
WIDE = ruler("wide")
rulers = st.sampled_from([NARROW, WIDE])
languages = st.sampled_from(["zh-Hans", "zh-Hant", "ja", "ko", "en", ""])

CHINESE_PIECES = "《书名》|（《论语》）|“好。”|（一）|「はい」|——|……|コーヒー|ちょっと|𠮷野|ｶﾞｰ"
OTHER_PIECES = " |Do\u00adnau\u00ad|GB|hello |it’s |한국어 |ไทย|(a)|[1]|e\u0301|👍🏽|👨\u200d👧"
QUANTITIES = (
    "2004年|15%|8 GB|30 公里|3.5 万元|￥50|$5|-5 ℃|12:30|2026-11-24|第3章|30多公里|3～5天|"
    "20 平方米|10,000 km²|５０人|100 Mbps|第三点|第三季度|35℃"
)

han = st.text(st.sampled_from("后勤工作重要的一第三年月"), min_size=2, max_size=6)
pieces = st.one_of(
    han,
    st.sampled_from("，。：；、？！"),
    st.sampled_from(CHINESE_PIECES.split("|")),
    st.sampled_from(OTHER_PIECES.split("|")),
    st.sampled_from(QUANTITIES.split("|")),
)
paragraphs = st.lists(pieces, min_size=1, max_size=40).map("".join)


def lines_of(text: str, width: int, language: str = "zh-Hans", **options: bool) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width, language, NARROW, **options)]


def assert_sound(
    text: str, width: int, language: str, ruler: Ruler, balanced: bool, hang: int = 0
) -> None:
    """In order, nothing lost but spaces at line ends, no grapheme torn, nothing too wide.

    What reaches beyond the width is punctuation that may hang, as far as it may.
    """
    at = 0
    edges = {0}
    for grapheme in graphemes(text):
        edges.add(max(edges) + len(grapheme))
    for start, end in wrap(text, width, language, ruler, balanced=balanced, hang=hang):
        assert at <= start <= end
        assert text[at:start].strip(" \u3000") == ""
        assert {start, end} <= edges
        line = text[start:end]
        while hang and ruler.width(line) > width and line[-1] in HANGING:
            hung = ruler.width(text[start:end]) - ruler.width(line[:-1])
            if hung > hang:
                break
            line = line[:-1]
        assert ruler.width(line) <= width or len(graphemes(line)) == 1 + line.count(SHY)
        at = end
    assert text[at:].strip(" \u3000") == ""


@given(paragraphs, st.integers(1, 90), languages, rulers, st.booleans(), st.integers(0, 2))
def test_nothing_is_lost_torn_or_too_wide(
    text: str, width: int, language: str, ruler: Ruler, balanced: bool, hang: int
) -> None:
    assert_sound(text, width, language, ruler, balanced, hang)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("机关后勤，机关后勤", 8, ["机关后勤，", "机关后勤"]),
        ("他说“后勤”，她不说", 10, ["他说“后勤”，", "她不说"]),
        ("他说：“后勤。”她说", 13, ["他说：“后勤。”", "她说"]),
        ("机关后勤！机关后勤", 8, ["机关", "后勤！", "机关后勤"]),
        ("机关后勤，", 8, ["机关后勤，"]),
        ("Plain words, words", 11, ["Plain", "words,", "words"]),
        ("שלום后勤，后勤", 8, ["שלום后", "勤，后勤"]),
    ],
)
def test_punctuation_hangs_beside_chinese(text: str, width: int, lines: list[str]) -> None:
    spans = wrap(text, width, "zh-Hans", NARROW, hang=2)
    assert [text[start:end] for start, end in spans] == lines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Donau\u00addampf", 6, ["Donau\u00ad", "dampf"]),
        ("Donau\u00addampf", 5, ["Don", "au\u00ad", "dampf"]),
        ("Do\u00adnau\u00addampf Do\u00adnau", 7, ["Do\u00adnau\u00ad", "dampf", "Do\u00adnau"]),
        ("a\u00adb", 1, ["a\u00ad", "b"]),
    ],
)
def test_a_soft_hyphen_is_a_break_with_room_for_a_hyphen(
    text: str, width: int, lines: list[str]
) -> None:
    assert lines_of(text, width, "de") == lines


@pytest.mark.parametrize(
    "word", ["人民币", "幻灯片", "二维码", "现代化", "可行性", "志愿者", "增长率"]
)
def test_words_that_the_dictionary_lacks_stay_whole(word: str) -> None:
    text = f"我们今天谈谈{word}的一些情况，以及{word}将来会怎么样，请大家把{word}记在心里"
    for width in range(20, 60):
        for balanced in (False, True):
            assert sum(word in line for line in lines_of(text, width, balanced=balanced)) >= 1
            joined = "|".join(lines_of(text, width, balanced=balanced))
            assert joined.count(word) == 3, joined


def test_such_a_word_stays_whole_before_one_that_leans_on_it() -> None:
    for width in range(20, 60):
        for line in lines_of(
            "母亲站在旁边，把幻灯片上的步骤一个字一个字念给他听，念完又念。", width
        ):
            assert not line.endswith("幻灯"), line


def test_a_phrase_that_cannot_be_done_is_not_torn() -> None:
    for width in range(22, 40):
        lines = lines_of("声音再大，后排的人也听不见，还是看不清。", width)
        assert not any(line.startswith("不") for line in lines), lines


@pytest.mark.parametrize("width", range(24, 50))
def test_a_short_text_does_not_end_in_two_characters(width: int) -> None:
    text = "把紧急的事排在前面，把重要的事排进日程，两样都不能落下，这才叫有条有理"
    lines = lines_of(text, width)
    assert len(lines) < 2 or len(lines[-1].strip("，。")) > 2


@given(st.text(max_size=60).filter(str.isprintable), st.integers(1, 30), rulers, st.booleans())
def test_nothing_is_lost_of_any_text(text: str, width: int, ruler: Ruler, balanced: bool) -> None:
    assert_sound(text, width, "zh-Hans", ruler, balanced)


def forbidden(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """What is wrong about the edges of the lines of a Chinese or Japanese text."""
    wrong = []
    quantities = [m.span() for m in re.finditer(r"\d[\d.:]*[ ]?(%|GB|年|公里|万元|℃)|第3章", text)]
    whole = quantities + [match.span() for match in UNBROKEN.finditer(text)]
    for (_, end), (start, _) in pairwise(spans):
        if text[start] in NOT_AT_START or text[end - 1] in NOT_AT_END:
            wrong.append(f"{text[:end]}|{text[start:]}")
        wrong += [text[a:b] for a, b in whole if a < start < b]
    return wrong


@example(text="后勤“好。”，，-5 ℃，", width=5, language="zh-Hans", balanced=False)
@given(paragraphs.map(lambda text: "后勤" + text), st.integers(2, 100), languages, st.booleans())
def test_forbidden_edges_only_within_what_is_wider_than_a_line(
    text: str, width: int, language: str, balanced: bool
) -> None:
    allowed, at = [0], 0
    for grapheme in graphemes(text):
        before = text[:at].rstrip(" \u3000")[-1:]
        never = {*NOT_AT_START, " ", "\u00ad"}
        if at and text[at] not in never and before not in NOT_AT_END:
            allowed.append(at)
        at += len(grapheme)
    allowed.append(len(text))
    for _, end in wrap(text, width, language, NARROW, balanced=balanced):
        start = end + len(text[end:]) - len(text[end:].lstrip(" \u3000"))
        if start not in allowed:
            first = max(edge for edge in allowed if edge < start)
            last = min(edge for edge in allowed if edge > start)
            assert NARROW.width(text[first:last].rstrip(" \u3000")) > width


@pytest.mark.parametrize("text", [text for text in EVERYTHING if has_cjk(text)])
@pytest.mark.parametrize("rule", [NARROW, WIDE])
def test_real_prose_has_no_forbidden_edges_from_20_cells_up(text: str, rule: object) -> None:
    for width in range(20, 121):
        spans = wrap(text, width, "zh-Hans", rule)
        assert forbidden(text, spans) == []


@pytest.mark.parametrize("text", CHINESE)
def test_narrow_columns_obey_where_two_characters_fit(text: str) -> None:
    for width in range(8, 20):
        text = re.sub(r"\d.*?(?=[，。；])", "", text)
        text = re.sub("[A-Za-z]+|[（）《》“”]|——|……", "", text)
        assert forbidden(text, wrap(text, width, "zh-Hans", NARROW)) == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("（《论语》）", 4, ["（《", "论语", "》）"]),
        ("好，好。", 4, ["好，", "好。"]),
        ("好，", 2, ["好", "，"]),
        ("——", 2, ["——"]),
        ("后勤15%", 2, ["后", "勤", "1", "5%"]),
        ("中文——中文", 4, ["中文", "——", "中文"]),
        ("，。！", 2, ["，", "。", "！"]),
        ("한국어 텍스트", 6, ["한국어", "텍스트"]),
        ("한국어텍스트", 6, ["한국어", "텍스트"]),
        ("hello world", 5, ["hello", "world"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("中", 1, ["中"]),
        ("", 10, [""]),
        ("   ", 2, [""]),
        ("甲　　乙", 4, ["甲", "乙"]),
        ("A国 B国", 3, ["A国", "B国"]),
        ("-5 ℃", 2, ["-5", "℃"]),
        ("!\u0e33", 1, ["!\u0e33"]),
    ],
)
def test_small_cases(text: str, width: int, lines: list[str]) -> None:
    assert lines_of(text, width) == lines


def test_a_line_begins_with_no_small_kana_or_long_vowel_mark() -> None:
    for width in range(8, 30):
        for line in lines_of("ちょっとコーヒーを飲みにショッピングセンターへ行った。", width, "ja")[
            1:
        ]:
            assert line[0] not in "ょっーュッョ。"


@pytest.mark.parametrize("quantity", QUANTITIES.split("|"))
def test_a_number_keeps_its_unit(quantity: str) -> None:
    text = f"后勤工作涉及方方面面{quantity}机关职工都很关心这件事"
    for width in range(len(quantity) * 2 + 2, 44):
        assert any(quantity in line for line in lines_of(text, width)), width


def test_outputs_that_break_lines_themselves_are_told_of_units() -> None:
    (line,) = inline("use **100** % of 128 GB, not `8 GB`, in 3 lines")
    held = "".join(part.text for part in quantities_held(line))
    assert held == "use 100\u00a0% of 128\u00a0GB, not 8 GB, in 3 lines"


def test_a_number_binds_no_ordinary_word() -> None:
    assert lines_of("take 5 a day", 6, "en") == ["take 5", "a day"]
    assert lines_of("of 3 in", 4, "en") == ["of 3", "in"]
    assert lines_of("使用Python 3.8版", 12) == ["使用Python", "3.8版"]


def split_share(texts: tuple[str, ...], width: int, hang: int = 0) -> tuple[float, float]:
    """The shares of line breaks that split a word, and of cells left unused, last lines apart."""
    from icu4py.breakers import LineBreaker

    breaks = split = unused = cells = 0
    for text in texts:
        words, at = set(), 0
        for phrase in LineBreaker(text, "ja@lw=phrase"):
            at += len(phrase)
            words.add(at)
        spans = wrap(text, width, "zh-Hans", NARROW, hang=hang)
        for (start, end), following in pairwise(spans):
            breaks += 1
            # Between scripts is between words, though ICU takes 升到165 for one phrase.
            border = text[following.start - 1].isascii() != text[following.start].isascii()
            split += following.start not in words and not border
            cells += width
            unused += max(0, width - NARROW.width(text[start:end]))
    return split / breaks, unused / cells


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_words_stay_whole_and_lines_full_in_chinese(width: int) -> None:
    split, unused = split_share(CHINESE, width)
    assert split <= 0.01
    assert unused <= 0.04
    split, unused = split_share(CHINESE, width, hang=2)
    assert split <= 0.01
    assert unused <= 0.03


@pytest.mark.parametrize("width", [40, 60, 80])
def test_words_stay_whole_in_japanese(width: int) -> None:
    split, unused = split_share(JAPANESE, width)
    assert split <= 0.01
    assert unused <= 0.11


def test_no_hole_before_a_long_run_after_a_latin_word() -> None:
    text = "Kubernetes集群的水平扩展由控制器根据指标自动完成不需要人工干预也不需要停机"
    for width in range(24, 70):
        for line in lines_of(text, width)[:-1]:
            assert NARROW.width(line) >= width * 0.7


@given(st.sampled_from(CHINESE), st.integers(24, 100), st.integers(0, 40))
def test_no_single_character_is_left_on_the_last_line(text: str, width: int, cut: int) -> None:
    lines = lines_of(text[: len(text) - cut], width)
    if len(lines) > 1:
        assert len(lines[-1].rstrip("，。、；：？！…）》”")) != 1


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("后勤连着大局，政策性强", 20, ["后勤连着大局，", "政策性强"]),
        ("后勤工作的重要性", 12, ["后勤工作的", "重要性"]),
        ("校园生活的新变化", 12, ["校园生活的", "新变化"]),
        ("全面完成了年度任务", 14, ["全面完成了", "年度任务"]),
        ("第三点：后勤是一门科学", 20, ["第三点：", "后勤是一门科学"]),
        ("《城市公共交通条例》（修订草案）解读", 30, ["《城市公共交通条例》", "（修订草案）解读"]),
        ("精简、高效、统一、廉洁", 20, ["精简、高效、", "统一、廉洁"]),
        (
            "Why logistics matters to every department",
            30,
            ["Why logistics matters", "to every department"],
        ),
    ],
)
def test_titles(title: str, width: int, lines: list[str]) -> None:
    assert lines_of(title, width, balanced=True) == lines


TITLE_PIECES = "后勤 机关 重要性 工作 的 我们 听不见 人民币 现代化 第三点 是 从 十二万名 科学"
titles = st.lists(st.sampled_from(TITLE_PIECES.split()), min_size=3, max_size=12).map("".join)


@given(titles, st.integers(8, 40))
def test_a_title_ends_in_no_single_character(title: str, width: int) -> None:
    lines = lines_of(title, width, balanced=True)
    assert len(lines) == 1 or len(lines[-1]) > 1


@pytest.mark.parametrize(
    "unit", ["后勤工作的重要性，在于保障。", "ラーメン", "x", "Plain words, ", "仕事は大切"]
)
def test_a_long_text_is_given_to_icu_in_pieces(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """ICU takes the square of the time for a long text, and no key is answered meanwhile."""
    given_ = []

    def breaker(text: str, locale: str) -> LineBreaker:
        given_.append(len(text))
        return LineBreaker(text, locale)

    monkeypatch.setattr(opportunities_module, "LineBreaker", breaker)
    text = unit * (7000 // len(unit))
    for balanced in (False, True):
        spans = best_lines(text, 60, "zh-Hans", ruler("narrow"), balanced=balanced)
        assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(
            " ", ""
        )
        assert max(ruler("narrow").width(text[start:end]) for start, end in spans) <= 60
    assert max(given_) <= 1000


@pytest.mark.parametrize(
    "unit", ["后勤工作的重要性，在于保障。", "Plain words, many of them. ", "仕事は大切"]
)
def test_pieces_make_no_difference(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = unit * (5000 // len(unit))
    pieces = opportunities(text, "zh-Hans", words=True)
    monkeypatch.setattr(opportunities_module, "_PIECE", 1_000_000)
    assert opportunities(text, "zh-Hans", words=True) == pieces

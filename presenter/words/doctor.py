"""What ``presenter doctor`` reports. A row is its label and a value; it fits into 80 cells."""

from presenter.words.words import Text

TEXTS = {
    "system": Text("System", "系统"),
    "versions": Text("Versions", "版本"),
    "installed": Text("Installed", "安装"),
    "extras": Text("Extras", "附加部分"),
    "lacking": Text("Lacking", "未安装"),
    "locale": Text("Locale", "语言"),
    "terminal": Text("Terminal", "终端"),
    "size": Text("Size", "大小"),
    "colours": Text("Colours", "颜色"),
    "pictures": Text("Pictures", "图片"),
    "ambiguous": Text("Ambiguous", "歧义宽度"),
    "emoji": Text("Other widths", "其他宽度"),
    "fonts": Text("Fonts", "字体"),
    "folders": Text("Folders", "目录"),
    "broken": Text("Broken", "故障"),
    "none": Text("none", "无"),
    "index": Text("the package index", "软件包索引"),
    "editable": Text("{place} (editable)", "{place}（可编辑）"),
    "by": Text("{tool} from {source}, in {prefix}", "{tool}，来自 {source}，装在 {prefix}"),
    "no-terminal": Text("this output is no terminal: nothing measured", "输出不是终端，未作测量"),
    "silent": Text("answers nothing", "没有应答"),
    "cells": Text("{columns}x{rows} cells", "{columns}x{rows} 格"),
    "cell": Text(" of {width}x{height} pixels", "，每格 {width}x{height} 像素"),
    "pixels": Text(", {width}x{height} pixels as it answers", "，应答 {width}x{height} 像素"),
    "no-pixels": Text(", pixels unknown", "，像素未知"),
    "pictures-as": Text(
        "shown as {chosen}; the terminal says it can: {says}",
        "用 {chosen} 显示；终端自称支持：{says}",
    ),
    "narrow": Text(
        "“ ” … — · ▪ ━ take one cell: nothing to set", "“ ” … — · ▪ ━ 占一格，不需要设置"
    ),
    "wide": Text(
        "“ ” … — · ▪ ━ take two cells: say --ambiguous wide",
        "“ ” … — · ▪ ━ 占两格，请加 --ambiguous wide",
    ),
    "mixed": Text("{told}: neither narrow nor wide", "{told}，有宽有窄"),
    "not-measured": Text("not measured", "未能测量"),
    "otherwise": Text("; presenter reckons {reckoned}", "；presenter 按 {reckoned} 计算"),
    "fonts-are": Text(
        "Noto Sans SC, packaged; of the system: {system}", "自带 Noto Sans SC；系统的：{system}"
    ),
    "themes": Text("themes", "主题"),
    "state": Text("places, rehearsals, crash reports", "进度、排练、故障报告"),
    "cache": Text("drawings", "图形缓存"),
    "link": Text("link to the console", "与讲者视图相连"),
    "not-writable": Text(" (cannot be written)", "（无法写入）"),
    "no-module": Text("{name} cannot be imported: {why}", "无法导入 {name}：{why}"),
    "no-slide": Text("a slide cannot be set: {why}", "幻灯片排不出来：{why}"),
    "fine": Text("Nothing is broken.", "没有故障。"),
    "not-fine": Text("A talk cannot be given like this.", "这样无法放映。"),
}

"""What commands report on standard output."""

from presenter.words.words import Text

# What a report of ``presenter check`` says around each problem, and in the line that closes it.
CHECK = {
    "help": Text("help: {help}", "提示：{help}"),
    "in-slide": Text("{what} (slide {number})", "{what}（第 {number} 张）"),
    "in-titled": Text("{what} (slide {number} “{title}”)", "{what}（第 {number} 张“{title}”）"),
    "deck": Text("{number} deck", "{number} 份文件"),
    "decks": Text("{number} decks", "{number} 份文件"),
    "slide": Text("{number} slide", "{number} 张幻灯片"),
    "slides": Text("{number} slides", "{number} 张幻灯片"),
    "error": Text("{number} error", "{number} 处错误"),
    "errors": Text("{number} errors", "{number} 处错误"),
    "warning": Text("{number} warning", "{number} 处警告"),
    "warnings": Text("{number} warnings", "{number} 处警告"),
    "about": Text("{decks}, {slides}", "{decks}，{slides}"),
    "fine": Text("{about}: no problems", "{about}：没有问题"),
    "found": Text("{about}: {errors}, {warnings}", "{about}：{errors}，{warnings}"),
}

# What ``presenter doctor`` reports. A row is its label and a value; it fits into 80 cells.
DOCTOR = {
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
    "slides": Text("Slides", "幻灯片"),
    "slides-as": Text(
        "as pictures of {width}x{height} pixels ({protocol})",
        "显示为图片，{width}x{height} 像素（{protocol}）",
    ),
    "slides-cells": Text(
        "in cells: the terminal does not say that it shows pictures",
        "用字符显示：终端没有表示能显示图片",
    ),
    "slides-within": Text(
        "in cells: pictures do not get through {name}", "用字符显示：图片过不了 {name}"
    ),
    "slides-pixels": Text(
        "in cells: the terminal does not tell its pixels, or takes no pictures so large",
        "用字符显示：终端没有给出像素大小，或者不接受这样大的图片",
    ),
    "slides-typst": Text("in cells: Typst is not installed", "用字符显示：没有安装 Typst"),
    "narrow": Text(
        "“ ” … — · ▪ ━ take one cell, and slides are set so", "“ ” … — · ▪ ━ 占一格，已照此排版"
    ),
    "wide": Text(
        "“ ” … — · ▪ ━ take two cells, and slides are set so",
        "“ ” … — · ▪ ━ 占两格，已照此排版",
    ),
    "mixed": Text(
        "{told}: neither narrow nor wide; slides are set for {cells}",
        "{told}，有宽有窄；按 {cells} 格排版",
    ),
    "not-measured": Text("not measured", "未能测量"),
    "otherwise": Text("; presenter reckons {reckoned}", "；presenter 按 {reckoned} 计算"),
    "fonts-are": Text(
        "large type: {large}, else {others}; PDF: {documents}",
        "大字：{large}，缺字用 {others}；PDF：{documents}",
    ),
    "no-bold": Text(" (bold drawn heavier)", "（粗体靠描边）"),
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

# Rehearsals: how long slides took, times written into the deck, how a talk developed.
REHEARSAL = {
    "head": Text("Rehearsal", "排练"),
    "slide": Text("Slide", "幻灯片"),
    "planned": Text("Plan", "计划"),
    "actual": Text("Took", "实际"),
    "difference": Text("±", "相差"),
    "total": Text("Total", "合计"),
    "untitled": Text("(no title)", "（无标题）"),
    "legend": Text(
        "{within} within plan   {over} over   {left} left",
        "{within} 计划之内   {over} 超出   {left} 剩余",
    ),
    "unplanned": Text(
        "No times are planned: --save-times writes these into the deck.",
        "尚无计划时间：加 --save-times 可把用时写入文件。",
    ),
    "nothing": Text(
        "Nothing was rehearsed: no slide was shown for a second.",
        "没有排练记录：没有一张幻灯片放映满一秒。",
    ),
    "not-kept": Text(
        "The history of rehearsals could not be written: {reason}", "排练记录无法保存：{reason}"
    ),
    "saved": Text("{count} times written into {name}", "已将 {count} 个用时写入 {name}"),
    "saved.one": Text("1 time written into {name}", "已将 1 个用时写入 {name}"),
    "saved.none": Text(
        "{name} already has these times: nothing was written", "{name} 中的时间已与此相同，未作改动"
    ),
    "left.shared": Text(
        "slide {number} “{title}”: not written, as anchors, aliases or << share it "
        "with other places",
        "第 {number} 张“{title}”：未写入，因其用了锚点、别名或 <<，与别处共用",
    ),
    "left.form": Text(
        "slide {number} “{title}”: not written, as its form allows no simple edit",
        "第 {number} 张“{title}”：未写入，其写法不便改动",
    ),
    "left.brief": Text(
        "slide {number} “{title}”: not written, as {took} is less than anybody speaks",
        "第 {number} 张“{title}”：未写入，{took} 不够讲一张",
    ),
    "left.short": Text(
        "slide {number} “{title}”: not written, as {took} is less than a third of its time",
        "第 {number} 张“{title}”：未写入，{took} 不到原定时间的三分之一",
    ),
    "left.long": Text(
        "slide {number} “{title}”: not written, as {took} is more than the whole talk's time",
        "第 {number} 张“{title}”：未写入，{took} 超过了全文的时间",
    ),
    "left.add": Text("  help: add it there: time: {time}", "  提示：请自行加上 time: {time}"),
    "beyond": Text(
        "The slides' times add up to {sum}, the deck's time is {time}: that was left as it is.",
        "各张时间合计 {sum}，超出全文的 time: {time}；后者未作改动。",
    ),
    "refused.trial": Text(
        "These slides took {took} of the {planned} planned for them: a trial, no rehearsal. "
        "No times were written.",
        "这几张计划 {planned}，只用了 {took}：像是试放，不是排练。未写入用时。",
    ),
    "replaced": Text("Replaced in the deck", "写回时替换的时间"),
    "was": Text("Was", "原为"),
    "now": Text("Now", "改为"),
    "refused.changed": Text(
        "{name} has changed since the talk showed it: no times were written",
        "{name} 在放映之后有改动，未写入用时",
    ),
    "refused.not-same": Text(
        "Writing times into {name} would change more than times: nothing was written",
        "写入用时会改动 {name} 的其他内容，未写入",
    ),
    "refused.system": Text(
        "{name} cannot be written ({reason}): no times were written",
        "{name} 无法写入（{reason}），未写入用时",
    ),
    "none": Text(
        "No rehearsals of {name} yet.\nTo make one: presenter {argument}--rehearse",
        "{name} 还没有排练记录。\n开始排练：presenter {argument}--rehearse",
    ),
    "date": Text("Rehearsal", "排练时间"),
    "shown": Text("Slides", "张数"),
    "broken-off": Text("broken off", "中断"),
    "all-of": Text("{title} · {count} rehearsals", "{title} · {count} 次排练"),
    "all-of.one": Text("{title} · 1 rehearsal", "{title} · 1 次排练"),
    "older": Text("({count} older ones are not listed)", "（更早的 {count} 次未列出）"),
    "unreadable": Text(
        "The history of rehearsals cannot be read: {reason}", "排练记录无法读取：{reason}"
    ),
}

# What ``presenter new`` says when it has made a deck.
MAKING = {
    "made": Text("Made {path}. What you can do with it:", "已新建 {path}。接下来可以："),
    "present": Text("present it (? shows the keys)", "放映（按 ? 看按键）"),
    "check": Text("find what is wrong with it", "检查有没有问题"),
    "schema": Text("let your editor complete and check it", "让编辑器补全、检查"),
}

# The words in which ``presenter themes`` shows a theme, by style.
SAMPLES = {
    "dark": Text("dark ", "深色"),
    "light": Text("light", "浅色"),
    "title": Text("Heading", "标题"),
    "text": Text("text", "正文"),
    "text strong": Text("strong", "强调"),
    "text code": Text("code", "代码"),
    "foot.text": Text("quiet", "次要"),
}

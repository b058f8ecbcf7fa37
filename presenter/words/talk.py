"""What stage and console say, and how help and palette call keys and commands."""

from presenter.words.words import Text

# What the stage says to the speaker at the foot of a slide, and in the palette.
STAGE = {
    "beyond": Text(
        "There are only {slides} slides: this is the last", "只有 {slides} 张：已到最后一张"
    ),
    "pictures.none": Text(
        "This terminal shows no pictures: slides stay in cells",
        "此终端显示不了图片，幻灯片仍用字符",
    ),
    "pictures.small": Text(
        "Too small for pictures: under {columns}x{rows}",
        "窗口不足 {columns}x{rows}，放不下图片",
    ),
    "pictures.failed": Text(
        "Slides cannot be drawn here and stay in cells: --log FILE says why",
        "这里画不出幻灯片的图片，仍用字符显示：原因见 --log FILE",
    ),
    "pictures.no-typst": Text(
        "Slides as pictures need more: pip install 'presenter-tui[handout]'",
        "以图片显示幻灯片还要安装：pip install 'presenter-tui[handout]'",
    ),
    "typed": Text("→ {number}", "→ {number}"),
    "theme": Text("Theme: {name}", "主题：{name}"),
    "no-theme": Text(
        "There is no theme “{name}”: this is {used}", "没有名为“{name}”的主题：现用 {used}"
    ),
    "no-slide": Text("There is no slide “{name}”", "没有名为“{name}”的幻灯片"),
    "no-back": Text("No jump to go back from", "没有可以跳回的地方"),
    "quit": Text("q again ends the talk", "再按一次 q，结束放映"),
    "sample": Text(
        "The sample deck, as there is no slides.yaml here",
        "此处没有 slides.yaml，这是样例",
    ),
    "problem": Text("{position}: {message}", "{position}：{message}"),
    "problems": Text(
        "{position}: {message} (and {more} more: presenter check)",
        "{position}：{message}（另有 {more} 处：presenter check）",
    ),
    "palette.prompt": Text("A command, a slide, a theme", "命令、幻灯片、主题"),
    "palette.untitled": Text("(no title)", "（无标题）"),
    "palette.none": Text("Nothing matches", "没有匹配的项目"),
    "palette.hint": Text("↑ ↓ choose · enter go · esc close", "↑ ↓ 选择 · 回车确定 · Esc 关闭"),
    "help.hint": Text("esc closes", "Esc 关闭"),
}

# The commands as help and palette call them, and the names of keys.
KEYS = {
    "help": Text("Keys", "按键"),
    "group.move": Text("Onward and back", "翻页"),
    "group.jump": Text("Jumps", "跳转"),
    "group.screen": Text("Screen", "屏幕"),
    "group.notes": Text("Notes", "讲稿"),
    "group.talk": Text("Talk", "演示"),
    "command.next": Text("next step", "下一步"),
    "command.previous": Text("previous step", "上一步"),
    "command.next_slide": Text("next slide", "下一张"),
    "command.previous_slide": Text("previous slide", "上一张"),
    "command.first": Text("first slide", "第一张"),
    "command.last": Text("last slide", "最后一张"),
    "command.go": Text("go to number", "按编号跳转"),
    "command.back": Text("jump back", "跳回原处"),
    "command.blank_black": Text("black screen", "黑屏"),
    "command.blank_white": Text("white screen", "白屏"),
    "command.pictures": Text("pictures", "图片、字符"),
    "command.theme": Text("next theme", "换主题"),
    "command.reload": Text("reload deck", "重新载入"),
    "command.overview": Text("overview", "总览"),
    "command.search": Text("search", "搜索"),
    "command.edit": Text("edit slide", "编辑此页"),
    "command.notes": Text("notes below", "显示讲稿"),
    "command.notes_down": Text("scroll on", "向下滚动"),
    "command.notes_up": Text("scroll back", "向上滚动"),
    "command.notes_larger": Text("larger notes", "讲稿区放大"),
    "command.notes_smaller": Text("smaller notes", "讲稿区缩小"),
    "command.clock": Text("clock on, off", "计时、暂停"),
    "command.clock_reset": Text("reset clock", "计时归零"),
    "command.help": Text("this help", "本帮助"),
    "command.palette": Text("find a command", "查找命令"),
    "command.suspend": Text("suspend", "挂起"),
    "command.close": Text("close, cancel", "关闭、取消"),
    "command.quit": Text("quit", "退出"),
    "key.space": Text("space", "空格"),
    "key.enter": Text("enter", "回车"),
    "key.backspace": Text("backspace", "退格"),
    "key.escape": Text("esc", "Esc"),
    "key.home": Text("home", "Home"),
    "key.end": Text("end", "End"),
    "key.pagedown": Text("pgdn", "PgDn"),
    "key.pageup": Text("pgup", "PgUp"),
    "key.tab": Text("tab", "Tab"),
    "key.digits": Text("digits", "数字"),
}

# What the overview says.
OVERVIEW = {
    "prompt": Text("A number, a word", "编号、词语"),
    "none": Text("No slide says that", "没有这样的幻灯片"),
    "untitled": Text("(no title)", "（无标题）"),
}

# What the search says.
SEARCH = {
    "prompt": Text("In titles, text and notes", "查找标题、正文和讲稿"),
    "none": Text("No slide says that", "没有找到"),
    "one": Text("1 slide", "1 张"),
    "count": Text("{count} slides", "{count} 张"),
    "hint": Text("↑ ↓ choose · enter go · esc back", "↑ ↓ 选择 · 回车前往 · Esc 返回"),
}

# What is said about notes.
NOTES = {
    "label": Text("Notes", "讲稿"),
    "none": Text("This slide has no notes", "这一张没有讲稿"),
    "more": Text("{rows} more", "还有 {rows} 行"),
}

# The talk's clock: how it stands to the plan.
CLOCK = {
    "running": Text("The clock runs: {time}", "开始计时：{time}"),
    "paused": Text("The clock is paused: {time}", "计时暂停：{time}"),
    "stopped": Text("The clock is back at zero", "计时归零"),
    "ahead": Text("{minutes} min ahead", "快 {minutes} 分"),
    "behind": Text("{minutes} min behind", "慢 {minutes} 分"),
    "on-time": Text("on time", "正好"),
}

# What the stage says at the foot about its deck's file: updated, faulty, gone.
RELOAD = {
    "slide": Text("Slide {number} updated", "第 {number} 张已更新"),
    "slides": Text(
        "{count} slides updated, first {number}", "已更新 {count} 张，先见第 {number} 张"
    ),
    "deck": Text("Deck updated", "已更新"),
    "same": Text("Nothing has changed", "没有改动"),
    "problem": Text("{position}: {message}", "{position}：{message}"),
    "problems": Text(
        "{position}: {message} (and {more} more)", "{position}：{message}（另有 {more} 处）"
    ),
    "gone": Text(
        "{name} is gone; the talk goes on with its last version",
        "{name} 已不在；继续放映最后读到的内容",
    ),
    "unreadable": Text("{name} cannot be read: {reason}", "无法读取 {name}：{reason}"),
}

# What is said about editing a deck in the talk.
EDIT = {
    "no-file": Text("This deck is in no file", "这份讲稿不在文件里"),
    "no-editor": Text(
        "No editor: set $VISUAL or $EDITOR, or install vi or nano",
        "没有编辑器：请设置 $VISUAL 或 $EDITOR，或者安装 vi、nano",
    ),
    "not-found": Text("There is no editor “{name}”", "没有编辑器“{name}”"),
    "not-started": Text("{name} does not start: {reason}", "{name} 无法启动：{reason}"),
    "failed": Text("{name} ended with status {status}", "{name} 以状态 {status} 结束"),
    "read-only": Text(
        "{name} cannot be written here: presenter new makes one of your own",
        "{name} 在此不可写：用 presenter new 新建自己的一份",
    ),
}

# What the stage says at the foot about its link, and about a talk that was broken off.
LINK = {
    "second": Text(
        "Shown elsewhere too: no console joins here, this place is not saved",
        "本文件正在别处放映：此处不接讲者视图，也不记位置",
    ),
    "refused": Text("No console can join: {reason}", "讲者视图无法接入：{reason}"),
    "offer": Text(
        "ctrl+o: on from slide {number} ({elapsed}), where it broke off",
        "Ctrl+O 接着上次讲：第 {number} 张（{elapsed}）",
    ),
    "resumed": Text("Going on from slide {number}", "从第 {number} 张继续"),
    "no-place": Text("No place to resume: this is the beginning", "没有可继续的位置，从头开始"),
}

# What the speaker's console says.
CONSOLE = {
    "title": Text("Speaker's console: {title}", "讲者视图：{title}"),
    "covered": Text("Press a key to see your notes here", "按任意键，在这里看讲稿"),
    "session": Text(
        "Console, in a second terminal: tmux attach -t {session}",
        "讲者视图，请在另一终端：tmux attach -t {session}",
    ),
    "no-window": Text(
        "No window for a console here; in a second terminal: presenter notes",
        "这里开不了讲者视图的窗口，请在另一终端：presenter notes",
    ),
    "now": Text("Now", "现在"),
    "in-cells": Text("The stage shows its slides in cells", "放映端用字符显示幻灯片"),
    "next-step": Text("Next step", "下一步"),
    "next-slide": Text("Next slide", "下一张"),
    "later": Text("Later", "往后"),
    "end": Text("End of the talk", "到此结束"),
    "untitled": Text("(no title)", "（无标题）"),
    "step": Text("step {step} of {steps}", "第 {step} 步 · 共 {steps} 步"),
    "page": Text("page {page} of {pages}", "第 {page} 页 · 共 {pages} 页"),
    "black": Text("screen is black", "黑屏中"),
    "white": Text("screen is white", "白屏中"),
    "notes": Text("Notes", "讲稿"),
    "no-notes": Text("No notes for this slide", "这一张没有讲稿"),
    "more": Text("{rows} more", "还有 {rows} 行"),
    "not-started": Text("not started", "未计时"),
    "paused": Text("paused", "已暂停"),
    "left": Text("{time} left", "剩 {time}"),
    "over": Text("{time} over", "超 {time}"),
    "waiting": Text("Waiting for the stage: presenter {name}", "等待放映：presenter {name}"),
    "lost": Text("Stage lost; moving on alone", "放映端已断开，先自行翻页"),
    "silent": Text("The stage does not answer; is it suspended?", "放映端没有回应，是否已挂起？"),
    "connected": Text("Connected", "已连接"),
    "moved-by-stage": Text("moved by the stage", "放映端翻页"),
    "moved-by-console": Text("moved by a console", "讲者视图翻页"),
    "moved-by-remote": Text("moved by a remote", "遥控翻页"),
}

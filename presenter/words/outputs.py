"""What handouts and the page that follows a talk say around the slides."""

from presenter.words.words import Text

# What handouts say of themselves.
HANDOUT = {
    "notes": Text("Notes", "讲稿"),
    "progress": Text("Writing {name} … {done}", "正在写 {name} …… {done}"),
    "no-notes": Text(
        "a picture has no room for notes: {name} is written without them",
        "图片里放不下讲稿，{name} 中没有讲稿",
    ),
    "no-glyph": Text(
        "no font on this machine has {characters}: a box stands in their place",
        "本机字体缺少 {characters}，以方框代替",
    ),
    "no-script": Text(
        "no font on this machine has {script} ({characters}): boxes stand in its place; "
        "install “{family}”, say",
        "本机没有{script}字体（{characters}），以方框代替；可安装 {family}",
    ),
    "not-joined": Text(
        "{script} is set letter by letter, not joined as it should be: “{font}” cannot do that; "
        "install “{family}”, say",
        "{script}的字母没有连写、组合：字体 {font} 做不到；可安装 {family}",
    ),
    "emoji-cut": Text(
        "no font on this machine draws {characters} as one: of each the first part is shown",
        "本机字体不能把 {characters} 画成一个图形，只显示各自的第一部分",
    ),
}

# Writing systems, as warnings about fonts call them.
SCRIPTS = {
    "armenian": Text("Armenian", "亚美尼亚文"),
    "hebrew": Text("Hebrew", "希伯来文"),
    "arabic": Text("Arabic", "阿拉伯文"),
    "syriac": Text("Syriac", "叙利亚文"),
    "thaana": Text("Thaana", "塔纳文"),
    "devanagari": Text("Devanagari", "天城文"),
    "bengali": Text("Bengali", "孟加拉文"),
    "gurmukhi": Text("Gurmukhi", "古木基文"),
    "gujarati": Text("Gujarati", "古吉拉特文"),
    "odia": Text("Odia", "奥里亚文"),
    "tamil": Text("Tamil", "泰米尔文"),
    "telugu": Text("Telugu", "泰卢固文"),
    "kannada": Text("Kannada", "卡纳达文"),
    "malayalam": Text("Malayalam", "马拉雅拉姆文"),
    "sinhala": Text("Sinhala", "僧伽罗文"),
    "thai": Text("Thai", "泰文"),
    "lao": Text("Lao", "老挝文"),
    "tibetan": Text("Tibetan", "藏文"),
    "burmese": Text("Burmese", "缅甸文"),
    "georgian": Text("Georgian", "格鲁吉亚文"),
    "ethiopic": Text("Ethiopic", "埃塞俄比亚文"),
    "khmer": Text("Khmer", "高棉文"),
    "mongolian": Text("Mongolian", "蒙古文"),
    "emoji": Text("emoji", "表情符号"),
}

# What the HTML handout says around its slides, and the page that follows a talk.
HTML = {
    "skip": Text("Skip to the slides", "跳到幻灯片"),
    "controls": Text("Controls", "控制"),
    "find": Text("Number, title or text", "页码、标题或正文"),
    "beyond": Text("This is the last slide", "已到最后一张"),
    "close": Text("Close", "关闭"),
    "live": Text("Back to live", "回到现场"),
    "waiting": Text("Waiting for the talk to begin", "等待开讲"),
    "lost": Text("The talk is paused or over", "放映已暂停或结束"),
    "offline": Text("Connection lost, trying again", "连接中断，正在重连"),
    "problem": Text("This slide cannot be shown", "这一张无法显示"),
}

# What ``presenter share`` says in the terminal and on the remote.
SHARE = {
    "page": Text("{name} is shown at {address}", "{name} 的网页：{address}"),
    "closed": Text(
        "Only this machine can open it. For others: --host 0.0.0.0",
        "只有本机能打开。要让别人看，加 --host 0.0.0.0",
    ),
    "open": Text(
        "Warning: whoever reaches this address sees every slide of the deck, also those still\n"
        "to come, and where the talk is. Speaker notes are not shown. Nothing is encrypted.",
        "注意：凡能连上这个地址的人，都看得到全部幻灯片（包括还没讲到的）和当前进度；\n"
        "看不到讲稿。内容不加密传送。",
    ),
    "remote-at": Text(
        "Remote, for your own phone: whoever has this address moves the talk and reads the notes.",
        "遥控，只给自己的手机用：谁有这个地址，谁就能翻页、能看讲稿。",
    ),
    "remote-closed": Text(
        "A phone does not reach it there: add --host 0.0.0.0",
        "手机连不上本机地址，请加 --host 0.0.0.0",
    ),
    "end": Text("ctrl+c ends it.", "按 Ctrl+C 结束。"),
    "waiting": Text(
        "Waiting for the stage: presenter {name}; viewers see the first slide",
        "等待放映：presenter {name}。此时观众看到第一张",
    ),
    "following": Text("Following the stage", "已与放映同步"),
    "lost": Text("The stage is gone; waiting for it", "放映已结束或中断，等待重新开始"),
    "remote": Text("Remote", "遥控"),
    "clock": Text("Clock: start, pause", "计时：开始、暂停"),
    "black": Text("Black", "黑屏"),
    "no-stage": Text("No stage yet", "还没有开始放映"),
    "offline": Text("Connection lost, trying again", "连接中断，正在重连"),
    "notes": Text("Notes", "讲稿"),
    "no-notes": Text("No notes for this slide", "这一张没有讲稿"),
    "next-slide": Text("Next slide", "下一张"),
    "end-of-talk": Text("End of the talk", "到此结束"),
    "previous": Text("Previous step", "上一步"),
    "next": Text("Next step", "下一步"),
}

"""What handouts and the page that follows a talk say around the slides."""

from presenter.words.words import Text

# What handouts say of themselves.
HANDOUT = {
    "notes": Text("Notes", "讲稿"),
    "progress": Text("Writing {name} … {done}", "正在写 {name} …… {done}"),
    "no-glyph": Text(
        "no font on this machine has {characters}: a box stands in their place",
        "本机字体缺少 {characters}，以方框代替",
    ),
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

"""What the HTML handout says around its slides, and the page that follows a talk."""

from presenter.words.words import Text

TEXTS = {
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

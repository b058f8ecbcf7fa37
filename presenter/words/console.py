"""What the speaker's console says."""

from presenter.words.words import Text

TEXTS = {
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

"""The deck as a file, the files that it names, pictures among them."""

from presenter.words.words import Text

TEXTS = {
    # The deck as a file.
    "too-large": Text("this file is larger than {megabytes} MB", "文件超过 {megabytes} MB"),
    "too-large.help": Text(
        "a deck is text; keep pictures in files beside it",
        "幻灯片文件只放文字；图片请另存，放在旁边",
    ),
    "encoding": Text(
        "this is not UTF-8: byte {byte} does not belong here",
        "不是 UTF-8 编码：此处的字节 {byte} 不合规则",
    ),
    "encoding.help": Text("save the file as UTF-8 in your editor", "请在编辑器里另存为 UTF-8"),
    "gb18030": Text(
        "this file is in GB 18030 (GBK), not in UTF-8", "文件是 GB 18030（GBK）编码，不是 UTF-8"
    ),
    "gb18030.help": Text(
        "convert it: iconv -f GB18030 -t UTF-8 old.yaml > new.yaml",
        "请转换：iconv -f GB18030 -t UTF-8 旧.yaml > 新.yaml",
    ),
    "big5": Text("this file is in Big5, not in UTF-8", "文件是 Big5 编码，不是 UTF-8"),
    "big5.help": Text(
        "convert it: iconv -f BIG5 -t UTF-8 old.yaml > new.yaml",
        "请转换：iconv -f BIG5 -t UTF-8 旧.yaml > 新.yaml",
    ),
    "empty-deck": Text("there is nothing in this deck", "文件里什么也没有"),
    "empty-deck.help": Text(
        "“presenter new” writes a deck to start from", "“presenter new”会写出一份可供修改的样例"
    ),
    "deck-not-mapping": Text(
        "a deck begins with keys such as “title: …”, not like this",
        "文件应以“title: …”这样的键开头",
    ),
    "deck-not-mapping.help": Text(
        "write “title: …”, then “points:” with a list of slides (“presenter new” shows how)",
        "请先写“title: …”，再写“points:”和各张幻灯片（“presenter new”给出样例）",
    ),
    "not-text": Text(
        "this is no text: it holds more than {most} control characters",
        "这不是文本文件：控制字符超过 {most} 个",
    ),
    "not-text.help": Text(
        "is it the right file? a deck is saved as UTF-8", "请看看是不是选错了文件；应存为 UTF-8"
    ),
    "hostile-character": Text(
        "the control character {character} is shown as a symbol",
        "控制字符 {character} 以符号代替显示",
    ),
    "hostile-character.help": Text(
        "delete it; it could upset a terminal or turn a line around",
        "请删去；它会扰乱终端或颠倒文字的次序",
    ),
    "invisible-character": Text(
        "the invisible character {character} is left out", "看不见的字符 {character} 已略去"
    ),
    "invisible-character.help": Text(
        "delete it; nothing needs it here, and it may hide words",
        "请删去；此处用不着它，它还可能藏着别的文字",
    ),
    "hostile-more": Text(
        "from here on, more such characters are shown as symbols or left out",
        "此后还有这样的字符，也以符号代替或略去",
    ),
    "hostile-more.help": Text("is this a text file?", "请看看这是不是文本文件"),
    "more-problems": Text("there are {more} more problems", "另有 {more} 处问题"),
    "more-problems.help": Text(
        "mend the first ones, then check again", "请先改好前面的，再检查一遍"
    ),
    # Files that it names.
    "file-missing": Text("there is no file “{file}”", "没有文件“{file}”"),
    "file-missing.help": Text(
        "write its path from the deck's folder", "请写出从幻灯片所在文件夹起的路径"
    ),
    "file-case": Text(
        "the file is called “{real}”, not “{file}”; other systems will not find it",
        "文件名是“{real}”，不是“{file}”；换一个系统就找不到了",
    ),
    "file-case.help": Text("write “{real}”", "请写“{real}”"),
    "file-outside": Text(
        "“{file}” lies outside the deck's folder", "“{file}”不在幻灯片所在的文件夹里"
    ),
    "file-outside.help": Text("copy it into the deck's folder", "请把它复制到幻灯片所在的文件夹"),
    "file-not-regular": Text("“{file}” is a folder or a device", "“{file}”是文件夹或设备"),
    "file-not-regular.help": Text("name a file", "请写文件的名字"),
    "file-unreadable": Text("“{file}” cannot be read", "无法读取“{file}”"),
    "file-unreadable.help": Text("check its name and its permissions", "请检查名字和权限"),
    "file-remote": Text("“{file}” is an address on the network", "“{file}”是网络地址"),
    "file-remote.help": Text(
        "download it into the deck's folder; a talk opens no connection",
        "请先下载到幻灯片所在的文件夹；放映时不联网",
    ),
    "file-no-folder": Text(
        "“{file}” cannot be found for a deck from standard input",
        "幻灯片来自标准输入，找不到“{file}”",
    ),
    "file-no-folder.help": Text("save the deck as a file", "请先把幻灯片存成文件"),
    "file-too-large": Text("“{file}” is larger than {kilobytes} KB", "“{file}”超过 {kilobytes} KB"),
    "file-too-large.help": Text(
        "show a part of it in a smaller file", "请截取需要的部分，另存为小文件"
    ),
    "file-encoding": Text("“{file}” is not UTF-8", "“{file}”不是 UTF-8 编码"),
    "file-encoding.help": Text("save it as UTF-8 in your editor", "请在编辑器里另存为 UTF-8"),
    "file-hostile": Text(
        "“{file}” holds control characters; they are shown as symbols",
        "“{file}”含有控制字符，以符号代替显示",
    ),
    "file-hostile.help": Text("delete them", "请删去"),
    "file-invisible": Text(
        "“{file}” holds invisible characters; they are left out", "“{file}”含有看不见的字符，已略去"
    ),
    "file-invisible.help": Text("delete them", "请删去"),
    # Pictures.
    "image-no-alt": Text("this picture has no alt text", "图片没有替代文字"),
    "image-no-alt.help": Text(
        "say in words what it shows, for those who cannot see it: “alt: …”",
        "请用文字说明画面内容，供看不到图片的人了解：“alt: …”",
    ),
    "image-animated": Text(
        "“{file}” is an animation: its first picture is shown, and stands still",
        "“{file}”是动画，只显示第一幅，静止不动",
    ),
    "image-animated.help": Text(
        "save the picture that says most as PNG, or name it in “ignore” if the first one does",
        "请把最能说明问题的一幅另存为 PNG；若第一幅就合适，可写进“ignore”",
    ),
    "image-format": Text(
        "“{file}” is no PNG, JPEG, GIF or WebP picture", "“{file}”不是 PNG、JPEG、GIF 或 WebP 图片"
    ),
    "image-format.help": Text("convert it to PNG or JPEG", "请转换成 PNG 或 JPEG"),
    "image-svg": Text("“{file}” is an SVG picture", "“{file}”是 SVG 图片"),
    "image-svg.help": Text(
        "convert it to PNG: rsvg-convert -w 1600 drawing.svg -o drawing.png",
        "请转换成 PNG：rsvg-convert -w 1600 drawing.svg -o drawing.png",
    ),
    "image-broken": Text("“{file}” is a broken picture", "图片“{file}”已损坏"),
    "image-broken.help": Text("export or copy it anew", "请重新导出或复制"),
    "image-file-too-large": Text(
        "“{file}” is larger than {megabytes} MB", "“{file}”超过 {megabytes} MB"
    ),
    "image-file-too-large.help": Text(
        "save it in fewer pixels; a screen shows about 2000 by 1000",
        "请缩小后另存；屏幕大约只显示 2000 × 1000 像素",
    ),
    "image-too-large": Text("“{file}” has {size} pixels", "“{file}”有 {size} 像素"),
    "image-too-large.help": Text(
        "save it in fewer pixels; a screen shows about 2000 by 1000",
        "请缩小后另存；屏幕大约只显示 2000 × 1000 像素",
    ),
}

"""Prose in the languages that slides are written in, written for `lines`.

Each text is a paragraph; short ones stand for the items of lists.
"""

from __future__ import annotations

PROSE: dict[str, tuple[str, ...]] = {
    "zh-Hans": (
        "食堂的账本有三栏：进货、出菜、剩余。头两栏天天有人填，第三栏常常空着。直到有一回把一"
        "个月的剩饭称了重量，大家才明白，省下的米面够办两次加餐；从那以后，空着的一栏再没有人"
        "忘记，后厨的备料也跟着就餐人数走了。",
        "修一段水管，要先弄清阀门在哪里、图纸是哪一年的、哪几户家里有老人。年轻的师傅总嫌这些"
        "话啰唆，等他自己关错一次总阀，让半栋楼的人提着桶下楼接水，才知道前辈为什么每次都要多"
        "问两句。",
        "这份材料写了四稿。第一稿把道理讲全了，却没有一个例子；第二稿例子太多，道理被淹没了；"
        "第三稿长短合适，可惜念起来拗口；第四稿删掉所有“进一步”“不断”“切实”，剩下的话反而站得"
        "住，领导也没有再改。",
        "数据中心搬迁定在周六凌晨两点，窗口只有四个小时。方案把二十六台服务器分成五批，每一批"
        "都写明谁断电、谁抬机柜、谁接网线、谁验证业务；任何一批超过四十分钟，就退回原机房，不"
        "许硬撑。",
        "人民币的防伪线在对光的时候最清楚，幻灯片上的示意图却怎么也画不出那种细腻的光泽，讲课"
        "的人只好把真钞递给前排的学员，请他们一个一个传下去看。",
        "好的主持人不抢话。他知道什么时候该把话筒递出去，什么时候该轻轻收回来；散会以后，人们"
        "记得的是讨论了什么，而不是他说了什么，这恰恰是他的本事所在。",
        "医院的指路牌换过三次。第一次字太小，第二次颜色太多，第三次请来几位头一回看病的老人走"
        "了一遍，走错的地方就贴上一张黄纸，最后把黄纸最密的七处重新做成了大牌子，问路的人少了一半。",
        "合同里写的是“交付后三十日内付款”，可是“交付”到底算签收那天，还是算验收合格那天，双方"
        "各有各的说法。法务的同事后来总结：一个词只要能作两种解释，迟早会有人用到第二种。",
        "巡查不是走过场，要看门窗、看线路、看灭火器的压力表",
        "档案室的湿度常年保持在百分之五十上下，字迹才不会褪色",
        "把紧急的事排在前面，把重要的事排进日程，两样都不能落下",
        "会前十分钟再检查一遍话筒、投影、茶水和座签，宁可多跑一趟",
        "新来的同志先跟车一个月，熟悉每条线路上的每一个停靠点",
        "采购要比三家，验收要过两道手，结算要留全套凭证",
        "声音再大，后排也听不见，不如把一句话拆成两句慢慢讲",
    ),
    "zh-Hant": (
        "老茶行的掌櫃泡茶從不看鐘，只聽水聲。水剛滾時聲音尖細，過一會兒變得沉穩，他便提壺沖下"
        "去，說早一步茶澀，晚一步茶散；學徒們聽了三年，才漸漸分得出那一點點差別。",
        "捷運站的廣播換了新的錄音，語速慢了一些，換車的提示也提前了五秒。乍看只是小事，月底的"
        "統計卻顯示，趕不上末班車的旅客少了將近兩成，站務人員接到的抱怨也跟著少了。",
        "簡報的第一頁不要急著放大綱。先說一個聽眾昨天才碰到的麻煩，再說你有什麼辦法，最後才告"
        "訴他們，接下來的二十分鐘會怎麼走；人一旦知道自己為什麼坐在這裡，就願意聽下去。",
        "雨季之前要清溝渠、查屋頂、備沙包，一樣都省不得",
        "帳目每週對一次，差一塊錢也要找出原因再下班",
    ),
    "ja": (
        "会議室の予約表には、いつも同じ名前が並んでいた。調べてみると、使う当てもないのに念の"
        "ため押さえている人が多く、実際に使われた時間は全体の六割にも届かない。そこで、開始か"
        "ら十分たっても誰も来なければ自動で取り消す仕組みに変えた。",
        "祖母の台所には計量カップがなかった。米は茶碗で、醤油は目で、砂糖は指先で量り、それで"
        "も味が変わることはほとんどなかったという。レシピを書き留めようとした母は、三日で諦め"
        "て、隣に立って覚えることにした。",
        "新しいシステムへの移行は、週末の夜に少しずつ進められた。まずログの保存先を切り替え、"
        "次に認証サーバーを二重化し、最後に利用者へのお知らせを出す。どの段階でも、五分以内に"
        "元へ戻せることを確かめてから先に進んだ。",
        "発表では、最初の三十秒で「なぜ今この話をするのか」を伝える",
        "資料は前日までに共有し、当日は議論に時間を使う",
    ),
    "ko": (
        "골목 끝의 작은 책방은 일주일에 나흘만 문을 연다. 주인은 나머지 사흘 동안 직접 책을 "
        "읽고, 마음에 드는 구절을 엽서에 옮겨 적어 손님에게 건넨다. 책을 사지 않아도 엽서는 "
        "받을 수 있어서, 동네 아이들은 그것을 모으는 재미로 책방에 들른다.",
        "발표 자료를 만들 때 가장 어려운 일은 덜어 내는 것이다. 아는 것을 모두 보여 주고 "
        "싶은 마음을 누르고, 듣는 사람이 내일 당장 써먹을 수 있는 한 가지만 남겨야 한다.",
        "점검표는 짧을수록 좋고, 빠진 항목은 회의가 끝난 자리에서 바로 채운다",
    ),
    "en": (
        "The lighthouse keeper kept two diaries. One was for the authorities and recorded "
        "oil, wind and passing ships; the other was for himself, and in it he wrote down "
        "what the fog sounded like, how the gulls argued at dawn, and which of his "
        "predecessors had carved initials into the underside of the table.",
        "Nobody had noticed that the backup ran twice a night until the invoice arrived. "
        "Responsibility had been distributed so conscientiously among four departments that "
        "each of them assumed, understandably, that somebody else was watching the "
        "infrastructure.",
        "A good meeting ends ten minutes early, with one decision written where everybody "
        "can read it, and a name beside it. Everything else is correspondence.",
        "Check the fire doors, the extinguishers and the emergency lighting before the "
        "season begins",
        "Internationalization is cheaper at the beginning than at the end",
    ),
    "de": (
        "Die Bibliothek hatte ein Rückgabefach, das niemand fand, weil es hinter der "
        "Fahrradständerüberdachung lag. Erst als eine Praktikantin einen gelben Pfeil auf "
        "das Pflaster malte, verdoppelten sich die Rückgaben außerhalb der Öffnungszeiten, "
        "und die Mahngebühren gingen innerhalb eines Vierteljahres deutlich zurück.",
        "Wer eine Datenschutzgrundverordnung erklären will, beginnt am besten mit dem "
        "Klingelschild. Daran lässt sich zeigen, was personenbezogene Daten sind, wem sie "
        "nützen und warum die Wohnungsbaugesellschaft trotzdem nicht alle Schilder "
        "abschrauben musste.",
        "Im Straßenverkehrsamt hing jahrelang eine Uhr, die neun Minuten nachging. Die "
        "Sachbearbeiter hatten sich daran gewöhnt; die Besucher dagegen kamen stets zu spät "
        "zu Terminen, die nach ihrer eigenen Uhr noch gar nicht begonnen hatten.",
        "Geschwindigkeitsbegrenzungen gelten auch auf dem Betriebsgelände",
        "Verantwortlichkeiten und Vertretungsregelungen stehen im Organisationshandbuch",
    ),
    "fr": (
        "Le boulanger du quartier notait chaque soir, sur un carton accroché derrière la "
        "porte, ce qui n’avait pas été vendu. Au bout d’un an, il connaissait mieux que le "
        "bulletin météorologique les jours de pluie : on achète moins de baguettes et "
        "davantage de viennoiseries.",
        "L’administration avait prévu un formulaire pour demander des formulaires. Personne "
        "ne s’en étonnait vraiment, jusqu’au jour où une stagiaire, consciencieusement, "
        "remplit le sien en trois exemplaires et demanda à qui il fallait transmettre le "
        "quatrième.",
        "Vérifier l’approvisionnement, l’accessibilité et les autorisations avant chaque "
        "manifestation",
    ),
    "ru": (
        "В мастерской стояли два верстака: на одном чинили, на другом учили. Ученики сначала "
        "думали, что второй — для неудачных заготовок, и только через полгода замечали, что "
        "мастер сам возвращается к нему каждое утро, чтобы попробовать приём, которого ещё "
        "не знает.",
        "Инструкция по противопожарной безопасности занимала сорок страниц, и никто её не "
        "дочитывал. Когда её сократили до одного листа с тремя рисунками, количество "
        "неправильно закрытых дверей уменьшилось втрое.",
        "Ответственность распределяется заранее, а не после происшествия",
    ),
    "es": (
        "En la biblioteca municipal descubrieron que los libros más prestados no eran los "
        "recomendados, sino los que alguien acababa de devolver. Desde entonces el carrito "
        "de devoluciones se queda junto a la entrada, intencionadamente desordenado, y cada "
        "tarde se vacía solo.",
        "Las responsabilidades se reparten antes de la reunión extraordinaria, no durante ella",
    ),
    "ar": (
        "كان الساعاتي العجوز يفتح دكانه قبل شروق الشمس بقليل، لأن عقارب الساعات كما يقول "
        "تُضبط على الصمت لا على الضوء، وكان جيرانه يعرفون من صوت الباب أن اليوم قد بدأ.",
    ),
}
"""Paragraphs by language."""

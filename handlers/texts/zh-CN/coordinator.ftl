# What coordinators and leads read.

card-where = 📍 { $where }
card-has-it = 🏘 现在由{ $area }办
card-who = 👤 { $name } · { $state }
card-voice = 🎤 没写字，有 { $count } 段语音，请听一听
card-voice-long = 🎤 没写字，有 { $count } 段语音，{ $seconds } 秒，请听一听
card-due = ⏰ { $due }
card-answer = ✅ { $answer }
card-reopened = 🔁 报事人说没解决，第 { $times } 次
card-missing = 📎 有 { $count } 个文件打不开或已过期

help-coordinator = <b>网格员</b>：卡片上点「接单」「办好了」；备注在「更多…」里。
    /queue 我和网格的待办（/queue 垃圾 只看垃圾）　/mine 我手上的
    /overdue 超时的　/case 编号 看一件
    /onsite 当场解决的，一次记好
    别的都在卡片的「更多…」里。/duty 值班　/away 休息
help-lead = <b>网格长</b>：网格员那些都能做，还能处理网格里所有的事。
    /queue 待办　/overdue 超时的　/stats 统计
    /similar 共性问题　/duty 排班　/templates 答复模板　/audit 谁改过什么

ask-resolve = <b>{ $number }</b> { $what }
    怎么解决的？写一句，报事人会看到。最好带张照片一起发。
ask-resolve-word = 照片有了，再写一句怎么解决的。
ask-return = <b>{ $number }</b> { $what }
    为什么退回？写一句，好让下一位接着办。
ask-return-word = 再写一句为什么退回。
ask-reject = <b>{ $number }</b> { $what }
    不归我们管的话，该找哪个部门？写清楚名字和电话，报事人会看到。
ask-reject-word = 再写一句该找谁。
ask-ask = <b>{ $number }</b> { $what }
    想问报事人什么？写一句，我来转，对方看不到你的账号。
ask-ask-word = 再写一句要问什么。
ask-note = <b>{ $number }</b>
    备注写什么？只有同事看得到。
ask-note-word = 收到了。要配一句话吗？
ask-onsite = 当场解决了什么？照片配一句话，一起发来，就记好了。
ask-onsite-word = 收到，再写一句解决了什么。
done-kept-away = { $number } 已经不在你这边了。你写的已记在那件上，没有丢。
kept-away = { $name } 转走前写的：{ $words }
done-kept = { $why }。你写的已记在 { $number } 上，没有丢。
done-resolve = { $number } 办好了，已告诉报事人。辛苦了！
done-photo-on-its-way = 📷 照片还在传，传好就发给对方。
done-photo-kept = 📷 照片还在传，传好就一起留着，只有同事看。
done-out-of-reach = { $number } 记下了。📵 但报事人现在收不到消息，回来打开这件事就能看到。
done-photo-here = 📷 照片传好了。
button-ask-again = 再问一句
done-return = { $number } 已退回，网格长会重新安排。
done-reject = { $number } 已告诉报事人该找谁。
done-ask = 问过去了。{ $number } 一有回答我就告诉你。
done-note = { $number } 备注记好了。
done-onsite = { $number } 已记好：当场解决。
onsite-placed = { $number } 的位置记下了。
done-hand-on = { $number } 已转给 { $name }。

queue-title = <b>待办 { $count } 件</b>，先到期的在前
mine-title = <b>我手上 { $count } 件</b>，先到期的在前
overdue-title = <b>超时 { $count } 件</b>，拖得久的在前
queue-page = 第 { $page }/{ $pages } 页
queue-filters = 只看：{ $what }
queue-ticked = ☑️ 选了 { $count } 件。点编号选上，再点一下去掉。
queue-answer = 点「办好了」，报事人看到：“{ $words }”
list-rest = 这一页都办了。名单上还有 { $count } 件没动。
queue-mine = 我手上的
queue-late = 超时的
queue-unassigned = 没人接的
queue-urgent = 紧急的
queue-supervised = 督办的
queue-yellow-card = 🟨 黄牌的
queue-red-card = 🟥 红牌的
queue-word = “{ $word }”
queue-nothing = 没有符合的：{ $what }
    去掉一个筛选，或换个词，比如 /queue 井盖、/queue 心愿；/queue 全部 看所有的
queue-line = { $mark } <b>{ $number }</b> { $category } · { $name }
    { $what } · { $due }
queue-none = 没有待办，喝口水吧。
mine-none = 你手上没有要办的。网格里的发 /queue 看。
overdue-none = 没有超时的，很好。
button-list-tick = ☑️ 选几件一起办
button-list-report = 🙋 我要报这件事
refuse-tick-place = 这一页只有 { $most } 件
button-list-categories = 🏷 分类
button-list-areas = 📍 网格
button-list-clear = ✖ 不筛了
button-list-all = 全选这页
button-list-rest = ☑️ 选上剩下的
button-list-back = ◀ 回列表
button-list-mine = 📋 我手上的
button-list-overdue = 📋 超时的
choose-list-category = 看哪一类？
choose-list-area = 看哪个网格？
ask-load = { $name } 手上 { $count } 件：{ $numbers }。都转给 { $whom }？点一下就转。
ask-load-these = { $count ->
    [1] { $numbers } 转给 { $whom }？点一下就转。
   *[other] 这 { $count } 件：{ $numbers }。都转给 { $whom }？点一下就转。
}
refuse-no-load = { $name } 手上没有你能转的
none-left = 没有还能点「{ $button }」的了。手上的看 /mine，网格里的看 /queue
none-left-of = “{ $what }”里没有还能点「{ $button }」的。手上的看 /mine，网格里的看 /queue
choose-list-whom = 这 { $count } 件转给谁？
ask-together = <b>{ $count } 件一起办好</b>：{ $numbers }
    怎么解决的？写一句，可以带照片，这几件的报事人都会看到。
ask-together-word = <b>{ $count } 件一起办好</b>：{ $numbers }
    照片收到，每件都会带上。再写一句怎么解决的。
done-together = 办好 { $count } 件，已告诉报事人：{ $numbers }
done-together-out-of-reach = 办好 { $count } 件。📵 但报事人现在收不到消息，回来就能看到：{ $numbers }
done-together-part = 办好 { $count } 件，已告诉牵头的同事：{ $numbers }
done-together-submit = { $count } 件办好了，等网格长核实：{ $numbers }
done-together-accept = 接单 { $count } 件：{ $numbers }
done-together-hand-on = 转给 { $name } { $count } 件：{ $numbers }
ask-urge = 催这 { $count } 件：{ $who }。点一下，每人收到一条。
urged-one = { $name } { $count } 件
button-urge = 📣 催一下
done-urged = 催了 { $count } 件：{ $who }，每人一条。
notice-urged = 📣 { $name } 催你这 { $count } 件，抓紧办：
    { $numbers }
    发 /mine 看全部。
urge-by-heads = 催同事要网格长来。超时的在这儿：
refuse-all-but = 除了这几件，没有别的能这么办。先发 /queue 看清单，再说哪几件不算。
orders-undone = 没看懂“{ $words }”，这半句没办。一件写一句，像“0002 我来”。
done-together-not = ⚠️ { $why }
refuse-old-list = 这张单子过期了，发 /queue 看现在的
refuse-ticked = 一次最多选 { $most } 件，先办这些
refuse-nobody-for-all = 没有谁能把这几件都接下，少选几件试试
refuse-has-it = 本来就在{ $name }手上
notice-passed-on = { $name } 转给你 { $count } 件，请接单：
    { $numbers }
    发 /mine 看全部。
case-several = 这几件都像：{ $numbers }。请写全编号
which-case = 哪一件？
case-none = 没找到 { $number }，看看编号有没有写错。
case-none-staff = 没找到 { $number }。看看编号有没有写错；别的网格的、保密的在你这儿打不开，要看请问网格长。

notice-yours-now = { $title }
    转到你手上了，请接单。
notice-taken-away = { $numbers } 由{ $name }转给 { $to } 了，你不用再去了。
notice-taken-away-far = { $numbers } 由{ $name }转给别的同事了，你不用再去了。
notice-returned = { $title }
    被退回，请你重新安排：“{ $words }”
notice-answered = { $title }
    报事人回答：“{ $words }”
notice-noted = { $title }
    同事备注：“{ $words }”
notice-added = { $title }
    报事人补充：“{ $words }”
notice-crew = { $title }
    { $by }：“{ $words }”
notice-complaint = { $title }
    报事人后来说到 { $name }：“{ $words }” 请你看一看。
told-complaint = { $title }
    说 { $name } 的这句没有发给本人，已请 { $head } 看。
notice-confirmed = { $title }
    报事人说：已解决。干得好！
notice-reopened = { $title }
    报事人说没解决：“{ $words }”
    请接单重办，{ $due } 前答复。
notice-not-rejected = { $title }
    报事人说还是该我们管：“{ $words }”
    请接单再看看，{ $due } 前答复。
notice-reopened-head = { $title }
    这件事又说没解决，请你看看：“{ $words }”
notice-all-right-again = { $title }
    报事人说好了：“{ $words }”
    已撤回，不用再跑。
notice-not-needed = { $title }
    报事人说不用办了：“{ $words }”
    已撤回，不用再跑。
notice-withdrawn = { $title }
    报事人撤回了，不用再跑。

alarm-yellow = ⏳ { $title }
    时间过了七成，{ $due } 到期。{ $what }
alarm-red = ⏰ { $title }
    到点了，原定 { $due }。{ $what }
alarm-raised = 🔺 { $title }
    { $area }，{ $state }，{ $name } 负责。原定 { $due }，没按时办，报到你这里。{ $what }

more-alarm-yellow = ⏳ 还有 { $count } 件也快到期了。点编号看，或打开列表。
more-alarm-red = ⏰ 还有 { $count } 件也到点了。点编号看，或打开列表。
more-alarm-raised = 🔺 还有 { $count } 件也没按时办，报到你这里。点编号看，或打开列表。
more-alarm-verify = ⏳ 还有 { $count } 件也等你看过。点编号看，或打开列表。
digest-title = ☀️ <b>早上好，你手上有 { $count } 件，超时 { $late } 件</b>
digest-line = { $mark } { $number } { $what } · { $due }
queue-today = 今天到期的
queue-soon = 明天以前到期的
queue-tomorrow = 明天到期的
queue-week = 这周到期的
queue-due = { $days } 到期的
queue-filed-on = { $days } 报的
queue-filed-until = { $days } 以前报的
queue-new = 这一天新来的
queue-filed-today = 今天来的
queue-filed-yesterday = 昨天来的
who-has = <b>{ $area }</b>
who-has-none = { $area } 现在没有人。
who-has-line = { $name } · { $roles }{ $gone }
done-press-on = { $number } 已提醒 { $name }，这句话也记在上面了。
ask-for = 请发{ $words }。
ask-to = 请{ $words }。
ask-if = 想问一下：{ $words }

# 流动网格员：报名、接收、岗位、退出

menu-member = 🧡 流动网格员
help-member = 🧡 发“我要报名”（/member）当流动网格员：顺路搭把手，随时可以不做。
refuse-member-off = 这里还没有招流动网格员。有事直接发来就行。
refuse-member-gone = 这个报名不在了，或者不归你定。
refuse-member-not-now = 慢了一步，这个报名已经定了：{ $state }。
refuse-member-many = 一个人最多认领 { $most } 个岗位，你已经有了。发“我的岗位”看看，想换就先退一个。
refuse-line-long = 写短一点，{ $letters } 个字以内。

member-state-applied = 等网格长答复
member-state-member = 在岗
member-state-resting = 休息中
member-state-declined = 没有接收
member-state-left = 已退出

# --- 骑手 ---

ask-member = 🧡 <b>流动网格员</b>：顺路搭把手，没有任务和期限，随时可以不做。
    你住在哪一片？点一个，写个地名，或者发个定位（只记到网格）。
ask-member-usual = 家在{ $area }。平时还常跑哪几片？最多选 { $most } 个，选好点最后一个。
ask-member-post = 想认领哪个岗位？
member-post-line = · <b>{ $post }</b>：{ $does }
member-no-such-place = 没认出这个地方。点下面的网格，或者换个附近的地名。
member-again = 这个报名已经有了。发“我的岗位”看看。
done-member = 🧡 报上了：<b>{ $post }</b>
    📍 { $grids }
    网格长答复了马上告诉你。
button-member-only-home = ✅ 就跑这一片
button-member-these = ✅ 就这些
button-member-mine = 🧡 我的岗位
button-member-another = 再认领一个岗位
button-member-apply = 🧡 我要报名
button-member-leave = 退出{ $post }

member-page = 🧡 <b>我的岗位</b>
member-line = · <b>{ $post }</b> · { $state }
    📍 { $grids }
done-member-leave = 好，{ $post }这个岗位退出了。谢谢你！想回来随时发“我要报名”。
notice-member-accepted = 🧡 欢迎！你是<b>{ $area }</b>的<b>{ $post }</b>了。
    网格长说：“{ $words }”
    随时可以不做，点“我的岗位”。
notice-member-declined = { $area }的{ $post }这次没有接收你，谢谢你愿意来。
    网格长说：“{ $words }”
    想换一片或换个岗位，发“我要报名”。
notice-member-ended = 你在{ $area }的{ $post }到今天为止，谢谢你做过的事。
    网格长说：“{ $words }”

# --- 网格长 ---

notice-member-applied = 🧡 { $name } 报名<b>{ $post }</b>
    📍 { $grids }
    接收不接收，都写一句，对方会看到。
notice-member-waits = ⏳ 还没答复：{ $name } 报名<b>{ $post }</b>
    📍 { $grids }
    接收不接收，都写一句，对方会看到。
button-member-accept = ✅ 接收
button-member-decline = 不接收
button-member-end = 请对方退出
ask-member-accept = 接收 <b>{ $what }</b>，说句什么？写一句，或者点一个。
ask-member-decline = 为什么不接收 <b>{ $what }</b>？写一句，或者点一个，对方会看到。
ask-member-end = 为什么请 <b>{ $what }</b> 退出？写一句，对方会看到。
member-word-welcome = 欢迎加入！
member-word-enough = 这一片人手够了
member-word-later = 先跑熟这一片，过阵子再来
done-member-accept = 🧡 { $name } 加入了，已告诉对方。
done-member-decline = 没有接收 { $name }，你的话已告诉对方。
done-member-end = { $name } 退出了，你的话已告诉对方。

refuse-member-area = 你带的范围里没有 { $code } 这一片。
refuse-member-none = 你现在没有这样的岗位。发“我要报名”就能报一个。
button-member-keep = ✅ 还在
button-member-quit = 不做了
button-member-return = 🧡 回来
done-member-keep = 好，还在一起！
done-member-return = 🧡 欢迎回来！
done-member-quit = 好，岗位都退出了。谢谢你做过的事！想回来随时发“我要报名”。
notice-member-still = 好久没见了！流动网格员的岗位（{ $post }）还想做吗？
notice-member-still-last = 再问一次：流动网格员的岗位（{ $post }）还想做吗？{ $day } 前不点，就先休息，不再给你发消息，想回来点一下就行。
notice-member-rests = 一直没等到你的回音，岗位（{ $post }）先休息了。想回来随时点一下，不用重新报名。

# --- 招募、名单 ---

member-recruit-words =
    红色招募令：顺路搭把手，来当流动网格员！
    看到隐患随手报，给新来的指指路，有空时帮个忙。没有任务和期限，随时可以不做。三下就报好名。
help-members = 🧡 <b>流动网格员</b>　/members 有多少、谁在等答复　/recruit 发招募令　/news 给成员发消息　/errand 发志愿单
members-head = 🧡 <b>{ $area }</b> 的流动网格员：{ $count } 个岗位有人
members-line = · { $area }：{ $posts }
members-who = 🧡 <b>{ $area }</b> 的流动网格员
members-who-line = · { $name } · { $post } · { $area } { $state }
button-member-recruit = 📣 发招募令
button-member-news = ✉️ 给成员发消息
button-member-who = 👥 看名单
button-member-end-of = 请 { $name } 退出
ask-recruit = <b>{ $area }</b> 的招募令怎么写？写好发来，先给你看样子。
ask-recruit-preview = 会发给 <b>{ $area }</b> 的 { $count } 人，下面带“我要报名”，样子是：
done-recruit = 招募令开始发了，一共 { $count } 人。有人报名马上告诉网格长。
ask-news = 要告诉 <b>{ $area }</b> 的流动网格员什么？写好发来，先给你看样子。
ask-news-preview = 会发给 <b>{ $area }</b> 的 { $count } 位流动网格员，样子是：
done-news = 开始发了，一共 { $count } 人。
notice-member-decided-again = 你的两个账号连成一个了。{ $post }这个岗位是自己定的，请另一位网格长再定一次。
stats-members = 🧡 流动网格员 { $count } 个岗位：{ $posts }

# --- 志愿单 ---

button-member-errand = 🤝 发志愿单
ask-errand = 要 <b>{ $area }</b> 的流动网格员帮什么忙？写一句，带上在哪儿。
ask-errand-at = 什么时候？点一个，或者写一个，比如：周六下午两点
ask-errand-wanted = 要几个人？点一个，或者写个数。
ask-errand-preview = 会发给 { $count } 位流动网格员，先点先得，样子是：

    🤝 { $words }
    ⏰ { $when }　👥 { $wanted } 人
    📍 { $area }
refuse-errand-words = 写短一点，200 个字以内。
refuse-errand-at = 要写清哪天几点，从现在到两个月以内，比如：周六下午两点
refuse-errand-wanted = 写个数，1 到 50。
refuse-errand-nobody = 这一片还没有流动网格员，发出去没人收到。先发招募令吧。
refuse-errand-gone = 这张志愿单不在了：取消了、过了，或者不是发给你的。
refuse-errand-full = 慢了一步，人已经够了。谢谢你有这份心！
refuse-errand-not-taken = 这张志愿单你没有报。
button-errand-tomorrow = 明天 { $hour }
button-errand-anew = ✏️ 重写
button-errand-take = 🙋 我去
button-errand-drop = 去不了了
button-errand-cancel = 取消志愿单
done-errand = 志愿单开始发了，一共 { $count } 人。人齐了、有人去不了、快到点，都告诉你。
done-errand-take = 🤝 算你一个：{ $words }
    ⏰ { $when }　📍 { $area }
    去不了就点一下，不用说为什么。
done-errand-again = 🤝 你已经在里面了：{ $words }
    ⏰ { $when }　📍 { $area }
done-errand-drop = 好，“{ $words }”让给别人。谢谢你有这份心。
done-errand-cancel = 志愿单取消了，报了名的都已告诉。
errand-line = 🤝 { $words } · { $when } · 还差 { $missing } 人
errand-line-mine = 🤝 你要去的：{ $words } · { $when }
notice-errand = 🤝 <b>{ $words }</b>
    ⏰ { $when }　👥 要 { $wanted } 人
    📍 { $area }
    有空就点，先点先得。
notice-errand-full = 🤝 人齐了：{ $words }（{ $when }）
    { $names }
notice-errand-dropped = { $name } 去不了了：{ $words }（{ $when }），还差 { $missing } 人。
    现在有：{ $names }
notice-errand-soon = ⏰ { $when }：{ $words }
    📍 { $area }
notice-errand-soon-caller = ⏰ { $when }：{ $words }，{ $missing ->
        [0] { $coming } 人都来。
       *[other] 来 { $coming } 人，还差 { $missing } 人。
    }
    { $names }
notice-errand-nobody = ⏰ { $when }：{ $words }，还没有人报。来得及就换个时间再发，不办就取消。
notice-errand-over = 🤝 谢谢你来：{ $words }
notice-errand-over-caller = 🤝 到点了：{ $words }。{ $missing ->
        [0] { $coming } 人报满了。
       *[other] 报了 { $coming } 人，还差 { $missing } 人。
    }
    { $names }
button-errand-hours = ⏱ 记服务时长
notice-errand-hours = ⏱ 「{ $words }」（{ $when }）谁来了、用了多久？记上才算他们的服务时长，14 天以内有效。
ask-errand-hours = ⏱ 「{ $words }」：没来的点一下改成 ✖，再点用了多久。
done-errand-hours = 记好了：{ $count } 人，各 { $time }。
notice-errand-cancelled = 取消了，不用去了：{ $words }（{ $when }）。谢谢你！
words-member-enough = 没有 没 无 都没有 没别的 不跑别的 不去别的 其他不跑 哪都跑 到处跑 到处都跑 都跑 没有了 没了 没有别的了 没别的了 没有其他的 就这些 就这个 就这几个 就这里 就这一片 就这片 只有这个 只跑这里 只在这里 不加了 不选了 选好了 选完了 够了 好了 可以了 下一步
words-member-quit = 不想干了 不干了 我不干了 不想做了 不做了 我不做了 不想当了 不当了 不当网格员了 不当志愿者了 不报名了 不想报名了 不报了 不参加了 不想参加了 退出 我要退出 想退出 退出流动网格员 我搬家了 搬家了 我搬走了 没时间做了 没空做了 没时间干了

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
button-member-end = 请退出
ask-member-accept = 接收 <b>{ $what }</b>，说句什么？写一句，或者点一个。
ask-member-decline = 为什么不接收 <b>{ $what }</b>？写一句，或者点一个，对方会看到。
ask-member-end = 为什么请 <b>{ $what }</b> 退出？写一句，对方会看到。
member-word-welcome = 欢迎加入！
member-word-enough = 这一片人手够了
member-word-later = 先跑熟这一片，过阵子再来
done-member-accept = 🧡 { $name } 加入了，已告诉对方。
done-member-decline = 没有接收 { $name }，你的话已告诉对方。
done-member-end = { $name } 退出了，你的话已告诉对方。

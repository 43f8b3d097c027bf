# What a rider reads.

start = 我是网格蜂，路上有事找我。
    拍张照、写一句，直接发来就行。
menu-hazard = ⚠️ 报隐患
menu-help = 🙋 求助
menu-wish = ✨ 许心愿
menu-my = 📋 我的事项
menu-hive = 🐝 蜂巢
hive = 🐝 除了报事，这里还有：
hive-empty = 这里暂时没有别的。路上有事直接发来。
help-rider = <b>直接发</b>：照片、文字、语音、位置都行，我来整理。
    /my 我的事项　/cancel 不报了
    /lang 换语言　/quiet 免打扰时段
    /mute 不收通知　/forget 删掉我的信息
    急事先打：119 火警　110 报警　120 急救

start-no-link = 这个链接用过了或者过期了。回到给你链接的地方，再要一个就行。
start-no-letter = 这个链接用过了或者过期了。回到微信，对公众号说「我的事项」，点开那件事，里面有新的链接；直接回我一句也行。
start-unknown = 这个码我不认识了，可能已经换过。没关系，直接说事就行。
ask-what = 怎么了？写一句，或者按住说话。
ask-what-hazard = 拍张照，配一句话，一起发来。
ask-what-help = 遇到什么难处？写一句，或者按住说话。
ask-what-wish = 想要什么？写一句就行。
ask-what-broken = <b>{ $name }</b> 什么坏了？拍张照、说一句，我报给管这里的人。
ask-photos = 把照片重新发来，最多 9 张，之前的会换掉。
ask-place = 在哪儿？发个位置，或写个地名、门牌。
ask-place-which = { $count ->
    [1] 你说的是这里吗？
   *[other] 你说的是哪一处？
}点一下就好；不对就发个位置，或写个地名。
ask-place-house = { $house }在哪个小区、哪条路？也可以发个位置，或选一个网格。
ask-place-unknown = 这个地方我没认出来。发个位置，或选一个网格。
place-unseen = 你在哪儿我看不到。说不上来就点「选一个网格」。
ask-place-still = 在哪儿？发位置或写地名就行。
taken-down = 记下了。
ask-category = 属于哪一类？
ask-hint = 可以过一会儿再弄：半小时后我提醒一次，一天后才清掉。
ask-danger = 有人受伤、有危险的话，点一下，我马上叫人。
ask-danger-call = 有人受伤、有危险：先打电话，或点一下，我马上叫人。
ask-danger-what = 出什么事了、在哪儿？说一句，我马上叫人。
ask-scanned = 📍 你在 <b>{ $area }</b>，地点已记下。

summary-title = <b>看一眼，没错就点「提交」</b>
summary-what = { $kind } · { $category }
summary-photo = 📷 { $count } 张照片
summary-voice = 🎤 { $count } 段语音
summary-voice-long = 🎤 { $count } 段语音，{ $seconds } 秒
summary-video = 🎬 { $count } 段视频
summary-document = 📎 { $count } 个文件
summary-place = 📍 { $place }
summary-urgent = 🔴 按最急的办
spot-which = 📍 { $count ->
    [1] 是下面这一处吗？
   *[other] 你说的是哪一处？
}点一下就好。
spot-unknown = 📍 这个地方我没认出来。点「选一个网格」，直接到那里的人手里。
ask-grid = 在哪个网格？
button-grids = 选一个网格
button-spot-other = 📍 不是这里


receipt = ✅ <b>收到，编号 { $number }</b>
    📍 { $area }
    👤 { $name } 负责，{ $accept } 前接单
    ⏰ 最晚 { $due } 给你答复
    每走一步我都告诉你。想补充就说“补充：……”。
receipt-shop = ✅ <b>收到，编号 { $number }</b>
    📍 { $area }
    🤫 不马上转，{ $morning } 和别的一起转给同事，只写日子、不写几点，店家看不出是谁报的。
    ⏰ 最晚 { $due } 给你答复
receipt-urgent = 🔴 <b>收到，编号 { $number }，按最急的办</b>
    📍 { $area }
    👤 { $name } 负责，{ $accept } 前接单
    ⏰ 最晚 { $due } 给你答复
    人有危险请先打 119、110、120。

form-cancelled = 好，取消了。
cancel-nothing = 现在没有在填的东西。
cancel-which = 现在没有在填的东西。还在办的是这些，哪件不用办了，点它后面的「撤回」：
no-form-open = 现在没有在填的东西。{ $number } 已经提交，{ $name } 在跟；要补、要改就点「补充」。
sent-already = 已经提交过了，编号 { $number }，{ $name } 在跟，不用再发。还有要说的就点「补充」。
draft-nudge = 刚才的还没提交。没错就点「提交」：
draft-nudge-place = 刚才的{ $what }还没提交，还差地点：
draft-nudge-what = 刚才的{ $what }还没提交，还差一句是什么事：
draft-words = “{ $words }”
draft-wordless = 那份
draft-dropped = 上次没提交的{ $what }，我清掉了。还需要的话，再发一遍就行。
corrected-words = { $now }（先说的是：{ $before }）
beside-of = { $words }（在 { $number } 旁边）
same-as-of = { $words }（和 { $number } 一样）
same-sort-of = { $words }（{ $what }）
edited-word = （改成）{ $words }
said-of-carer = { $words }（说的是 { $names }）
maybe-of-carer = { $words }（没说是谁，可能是 { $names }）

back-title = <b>欢迎回来。</b>你不在的时候发不到你这儿，事情现在是这样：
back-in-hand = 你手上有 { $count } 件：/mine

my-title = <b>我的事项</b>
my-line = <b>{ $number }</b> { $category } · { $state }
    { $what }
my-none = 你还没有报过事。拍张照、写一句发来就行。
my-unsent = 还没有交出去的，就这一件，提交了在这儿看得到：
my-now = 现在：{ $state } · { $name }
my-due = 最晚 { $due } 给你答复
my-late = 原定 { $due } 答复，晚了，对不起。预计 { $until } 前给你答复

ask-add = 要给 { $number } 补充什么？文字、照片、语音都行。
ask-add-word = 收到了。要配一句话吗？
ask-answer = <b>{ $number }</b> 有人问你：
    “{ $question }”
    直接回答就行，文字、照片、语音都可以。
ask-answer-word = 收到了。要配一句话吗？
ask-reopen = { $number } 哪里还没解决？写一句，或拍张照。
ask-reopen-word = 收到了。要配一句话吗？
done-add = 好，已加到 { $number }，负责人会看到。
done-add-apart = 好，已加到 { $number }。
done-answer = 好，已转给 { $number } 的负责人。
done-reopen = 明白了。{ $number } 重新办，时间会更短，我接着盯。
done-confirm = 太好了！<b>{ $number }</b> 办结了。愿意的话打个分，不打也行：
done-confirmed = 太好了！<b>{ $number }</b> 办结了。
still-open = 还有 <b>{ $number }</b>（{ $what }）在等你：
rate-later = 还在办呢。{ $number } 办好了我来问你打几颗星。
rate-how = 最少一颗星，最多五颗。给几颗？
done-rate = { $number }　{ $stars }　谢谢你！
done-withdraw = { $number } 已撤回。以后要报，再发一遍就行。
withdraw-sure = 确定撤回 { $number }？撤回后没人再跟这件事。

notice-accepted = { $title }
    👤 { $name } 接单了，最晚 { $due } 给你答复。
notice-accepted-late = { $title }
    👤 { $name } 接单了。原定 { $due } 答复，已经晚了，预计 { $expected } 前给你答复。
notice-late = 🕒 { $title }
    原定 { $due } 答复你，还没办好，对不起。
    现在由 { $name } 负责，预计 { $until } 前给你答复。
notice-not-taken = 🔺 { $title }
    说好的时间还没人接单，已转告上级 { $heads }。负责人还是 { $name }。
notice-handed-on = { $title }
    现在由 { $name } 负责。
notice-accepted-several = 👤 { $name } 接了这 { $count } 件，最晚 { $due } 都给你答复：
    { $numbers }
notice-handed-on-several = 👤 这 { $count } 件现在由 { $name } 负责：
    { $numbers }
notice-question = { $title }
    负责人问你：“{ $words }”
    直接回答就行。
notice-question-colleague = { $title }
    网格的工作人员问你：“{ $words }”
    直接回答就行。
notice-resolved = { $title }
    <b>办好了</b>，答复是：
    “{ $words }”
    你看解决了吗？
notice-resolved-joined = { $title }
    <b>办好了</b>，答复是：
    “{ $words }”
notice-closed = { $title }
    两周没收到你的回音，先办结了。还没解决的话，点「没解决」。
notice-closed-joined = { $title }
    两周没收到报事人的回音，先办结了。还没解决的话，再报一次就行。
notice-rejected = { $title }
    这件事不归网格管。该找谁，负责人写在这里：
    “{ $words }”
    觉得还是该网格管，点一下写一句，会再看一遍。
button-yours-after-all = 还是该你们管
button-answer = 💬 回答
ask-reopen-rejected = 为什么 { $number } 还是该网格管？写一句，或拍张照。

lang-which = 用哪种语言？ Which language?
lang-set = 好，以后说中文。
quiet-how = 告诉我哪段时间别打扰，比如：
    /quiet 22:00-8:00 11:00-13:00
    /quiet 关 随时都可以　/quiet 默认 回到默认
    你报的事情很急时，我还是会告诉你。
quiet-set = 好，{ $hours } 不打扰你。
quiet-off = 好，随时告诉你。
quiet-default = 好，夜里和送餐高峰不打扰你。
mute-on = 好，以后只说你自己的事，通知不发了。再发 /mute 打开。
mute-off = 好，通知照常发给你。
no-news =
    好，通知不想收，发 /mute；要我别在某个时段说话，发 /quiet。
    你自己报的事有了进展，我还是会说一声；不想办了，打开那件点「撤回」。
button-leave-case = 🔕 { $number } 不用告诉我了
looks-after =
    📍 { $area }
    👤 { $names }，网格长 { $lead }
    有事直接发给我，我交给他们。
looks-after-lead =
    📍 { $area }
    👤 { $lead }
    有事直接发给我，我交过去。
looks-after-where = 你问的是哪一片？发个位置，或写个地名，我告诉你谁在管。
forget-sure = 删掉后我认不出你，也没法告诉你进展；报过的事照样有人办。要删吗？
forget-sure-all =
    删掉后我认不出你，也没法告诉你进展；报过的事照样有人办。
    这些也一起没了，找不回来：{ $what }。
    要删吗？
going-between = 、
going-points = { $count } 蜜值
going-waiting = { $count } 件事待入账的蜜值
going-gifts = { $count } 件没取的礼品
going-coupons = { $count } 张优惠券
going-posts = 流动网格员的身份
going-shops = 商家联系人的身份
forget-kept = 好，什么都没删。
forget-carrying = 你手上还有没办好的事。先转给同事，再发 /forget。
forget-done = 删好了。以后要用，再发 /start 就行。
help-is-there = 好，救援到了就好。还有人有危险，就说出了什么事、在哪儿。
kept-of-you =
    我记着你的称呼、你发来的话、照片、位置，还有报过的事：只为把事办好。
    电话不收，除非你自己写进来。
    报过的事发 /my 看；发 /forget 就删掉你的信息。
digest-held = <b>刚才没打扰你，这里有 { $count } 条：</b>

summary-confidential = 🔒 保密：只有负责人、网格长和调解员能看
summary-named = 🔒 保密：{ $names } 看不到，交给上一级办
summary-anonymous = 🕶 匿名：谁也看不到是你报的
button-anonymous = 🕶 匿名报
button-named = 不匿名了
secret-first = 🔒 好，只有负责人、网格长和调解员看得到。说吧，怎么了？
secret-asked = 能。话里带上“匿名”，谁也看不到是你报的；带上“别告诉别人”，只有负责人、网格长和调解员看得到。
secret-who-reads = 我不会告诉站里和平台，看得到的是管这事的人。话里带上“匿名”，谁也看不到是你报的；带上“别告诉别人”，只有负责人、网格长和调解员看得到。
secret-already = 站里和平台都不会知道。这件已经保密，只有负责人、网格长和调解员看得到。不想让他们知道是你，说一声“匿名”。
secret-kept = 🔒 { $number } 已经保密：只有负责人、网格长和调解员看得到，谁报的他们也看不到。
secret-too = 🔒 好，按保密记。
unnamed-first = 🕶 好，谁也看不到是你报的。说吧，怎么了？
unnamed-too = 🕶 好，按匿名记。
secret-now = 🔒 好，{ $number } 从现在起保密，只有负责人、网格长和调解员看得到。
unnamed-now = 🕶 好，{ $number } 写上匿名了，谁也看不到是你报的。
private-no-more = 好，{ $number } 和原来一样了。
secret-dropped = 好，不保密了。
button-not-secret = 不用保密了
like-offer = 👥 附近有人报过：<b>{ $category }</b>，{ $area }{ $near }，{ $age }，{ $count } 人在等。
    是同一件就点「我也遇到」，结果一样告诉你。
like-metres = ，离这儿约 { $metres } 米
age-today = 今天报的
age-days = { $days } 天前报的
button-join = 👥 我也遇到
join-too-late = 那件刚刚办好了。你的照样可以提交：
reported-what = 说是什么、在哪儿，我查有没有人报过：
reported-where = 说了在哪儿，我查有没有人报过。
reported-none = 附近没有人报过、还在办的。
done-join = 👥 <b>算你一个：{ $number }</b>
    { $name } 负责，最晚 { $due } 给你答复。{ $count ->
        [1] 你是第一个说「我也遇到」的。
       *[other] 加上你，{ $count } 人也遇到。
    }
    每走一步我都告诉你。想补充就说“补充：……”。
who-follower = 另一位报事人
who-joined = 我也遇到的
my-merged = ➡️ 这件合并到 { $number } 里一起办，结果照样告诉你。
done-withdraw-others = { $number } 不再打扰你了。还有别人在等，事情接着办。
button-ask-later = 🔔 四周后再问我一次
toast-ask-later = 好，四周后问你
notice-follow-up = { $title }
    四周前办好的，现在还好着吗？{ $what }
button-still-fine = 还好着
button-broken-again = 又坏了
done-still-fine = 太好了，谢谢！<b>{ $number }</b> 这下放心了。

notice-told = { $title }
    负责人告诉你：“{ $words }”
notice-told-colleague = { $title }
    网格的工作人员告诉你：“{ $words }”
notice-held = { $title }
    要暂缓，{ $until } 接着办：“{ $words }”
notice-goes-on = { $title }
    接着办了，答复期限从 { $was_due } 改到 { $due }。
notice-goes-on-same = { $title }
    接着办了。
notice-extended = { $title }
    要多花点时间，答复期限从 { $was_due } 延到 { $due }。
notice-reclassified = { $title }
    从「{ $was_category }」改成了「{ $category }」。
notice-reclassified-due = { $title }
    从「{ $was_category }」改成了「{ $category }」，答复期限从 { $was_due } 改到 { $due }。
notice-deliberating = { $title }
    要大家一起商量，有了结果告诉你。
notice-decided = { $title }
    商量好了：“{ $words }”
notice-merged = { $title }
    和别人报的是同一件，合并到 <b>{ $other }</b> 一起办，结果照样告诉你。
notice-unmerged = { $title }
    改回单独办，由 { $name } 负责。
notice-undone = { $title }
    刚才那一步不算，现在由 { $name } 负责，最晚 { $due } 答复。

name-ask = 顺便问一句，怎么称呼你？回一句「叫我王师傅」这样的就行，我好称呼你，办事的人看不到。不想说就点「不用了」。
name-ask-staff = 还不知道你叫什么。回一句「叫我李敏」这样的，同事和报事人就用这名字找你。
name-set-staff = 好，{ $name }，记下了。大家就用这名字找你。
button-no-name = 不用了
name-left = 行，不问了。想说的时候发 /name 加称呼就行。
name-set = 好，{ $name }，记下了。要改就发 /name 加新的称呼。
name-how = 发 /name 加上怎么称呼你，比如：/name 王师傅
refuse-name-long = 称呼最多 { $most } 个字，短一点再发一次，比如：/name 王师傅
refuse-name-address = 称呼里不放网址、号码和住址。换一个，比如：/name 王师傅
refuse-name-taken = 「{ $name }」会和这里的工作人员弄混。换一个，比如加上姓：/name 王师傅
name-no-number = 光一个号码不能当称呼，怕误了急事。要叫人来帮，直接说“叫119”，或者说出了什么事。称呼比如：叫我王师傅。
refuse-name-staff = 你有职务，大家都按现在的名字找你，改不了。
notice-shop-passed-on = { $title }
    今早和别的一起转出去了，{ $name } 负责，最晚 { $due } 给你答复。

# 需求、资源、项目三张清单

button-listings-need = 📋 需求
button-listings-resource = 🎁 资源
button-listings-project = 🤝 项目
button-listing-publish = ✅ 放上清单
button-listing-drop = 不放了
button-listing-field = 类别
button-listing-area = 地方
button-listing-times = 时间
button-listing-many = 数量
button-listing-until = 到哪天
button-listing-keep-need = ✅ 还要，继续放着
button-listing-keep-resource = ✅ 还有，继续放着
button-listing-withdraw = 撤下
button-listing-withdraw-order = 不要了
button-listing-match = ✅ { $place }. 就用「{ $words }」
button-listing-finish = ✅ 办好了
button-listing-witness = ✅ 看过，办好了
button-listing-call-off = 这回办不成
button-listing-stop-order = 换人来办
button-listing-stop-project = 停下这个项目
button-listing-say = 💬 捎句话
button-listing-show = 打开看看

listing-state-draft = 还没放上清单
listing-state-dropped = 没放上清单
listing-state-open = 在清单上
listing-state-met-need = 有项目在办了
listing-state-met-resource = 都用上了
listing-state-running = 正在办
listing-state-done = 办好了
listing-state-ended = 到期了
listing-state-withdrawn = 撤下了

times-any = 什么时候都行
times-workdays = 工作日
times-weekends = 周末
times-days = 白天
times-evenings = 晚上
times-nights = 深夜
times-weekend-days = 周末白天
times-workday-days = 工作日白天
times-monday = 周一
times-tuesday = 周二
times-wednesday = 周三
times-thursday = 周四
times-friday = 周五
times-saturday = 周六
times-sunday = 周日

listing-day-year = { $year }年{ $day }
listing-apart = 、
listing-areas-more = 等 { $count } 处
listing-amount = { $many } { $measure }
listing-amount-bare = { $many } 份
listing-days = { $days } 天

# --- 填写 ---

listing-draft-need = 📋 <b>需求：{ $words }</b>
    { $field } · { $place }
    { $times } · 要 { $capacity } · 到 { $day } 为止
    都对就放上清单，哪里不对点哪里。
listing-draft-resource = 🎁 <b>资源：{ $words }</b>
    { $field } · { $place }
    { $times } · 有 { $capacity } · 到 { $day } 为止
    都对就放上清单，哪里不对点哪里。
listing-which-field = 「{ $words }」属于哪一类？
listing-which-area = 「{ $words }」在哪儿？
listing-which-times = 「{ $words }」什么时候？
listing-which-many = 「{ $words }」要算几个？人数、次数、件数都行。
listing-which-until = 「{ $words }」放多久？

done-listing-need = 📋 放上清单了。下面这些资源对得上，点一个就成项目：
done-listing-need-alone = 📋 放上清单了。眼下没有对得上的资源，有了我马上告诉你。
done-listing-resource = 🎁 放上清单了。对得上 { $needs } 个需求，已经告诉能拍板的人。
done-listing-resource-alone = 🎁 放上清单了。眼下没有对得上的需求，有了我会告诉那边的网格员。
done-listing-drop = 「{ $words }」没放上去。
done-listing-keep = 好，「{ $words }」放到 { $day }。
done-listing-withdraw = 「{ $words }」撤下了。

# --- 清单 ---

listings-need = <b>📋 这一带的需求</b>（{ $count }）。点开看有没有对得上的资源；新的发 /needs 加一句话。
listings-resource = <b>🎁 这一带的资源</b>（{ $count }）。新的发 /resources 加一句话。
listings-project = <b>🤝 正在办的项目</b>（{ $count }）：
listings-none-need = 这一带没有需求。发 /needs 加一句话就能放一个，比如：/needs 三位老人要上门理发
listings-none-resource = 这一带没有资源。发 /resources 加一句话就能放一个，比如：/resources 理发店每周三义剪10人
listings-none-project = 这一带没有正在办的项目。需求和资源对上了，就成一个项目。
listing-line-need = 📋 <b>{ $words }</b>
    { $field } · { $place } · { $times } · 还差 { $left }（共 { $capacity }）· 到 { $day }
listing-line-resource = 🎁 <b>{ $words }</b>
    { $field } · { $place } · { $times } · 还有 { $left }（共 { $capacity }）· 到 { $day }
listing-line-project = 🤝 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $capacity } · { $day } 前办好

listing-page-state = 现在：{ $state }
listing-page-whose = 谁提供：{ $whose }
listing-page-keeper = 谁放的：{ $name }
listing-page-charge = 负责人：{ $name }
listing-page-carrier = 🙋 { $name }接了
listing-page-mine = 🙋 你接的
listing-page-resource = 用的资源：{ $words }
listing-page-side-need = 需求那边：{ $name }
listing-page-side-resource = 资源那边：{ $name }

# --- 为什么对得上 ---

listing-suggest-title = 💡 「{ $words }」有资源对得上：
listing-suggested = { $place }. <b>{ $words }</b>（{ $area }）
listing-why = 　都是{ $field }；{ $near }；时间碰得上：{ $times }；要 { $wanted }，那边还有 { $left }
listing-why-part = 　都是{ $field }；{ $near }；时间碰得上：{ $times }；要 { $wanted }，那边有 { $left }，先解决一部分
listing-still-wanted = 还差 { $left }，留在清单上接着找。
listing-near-same = 就在{ $area }
listing-near-within = 地方重合：{ $area }
listing-near-beside = 紧挨着：{ $area }
listing-another-confirms = 　这个资源是你这边出的，得由同事或网格长来定，已经告诉他们。
listing-none-fits = 眼下没有对得上的资源。

# --- 成了项目 ---

done-listing-match = 🤝 成了：「{ $need }」用「{ $resource }」，你负责，{ $day } 前办好。两边都通知了。
notice-listing-met = 🤝 「{ $words }」有着落了：{ $resource }。{ $name }负责，{ $day } 前办好。办好了点一下。
notice-listing-give = 🤝 「{ $resource }」用得上了：有人需要「{ $words }」（{ $many }），{ $day } 前。{ $name }负责，会来和你约时间。
done-listing-finish = 🎉 「{ $words }」办好了，谢谢你告诉我。
done-listing-witness = 「{ $words }」记下了：办好了。
notice-listing-done = 🎉 「{ $words }」办好了，已经确认。
notice-listing-thanks = 🎉 「{ $words }」办好了，谢谢你搭把手！
took-30 = 半小时
took-60 = 1 小时
took-120 = 2 小时
took-none = 不算时长
button-listing-thank = ✍️ 写句谢谢
ask-listing-hours = 「{ $what }」用了多久？给办的人记服务时长。
ask-listing-thanks = 给办「{ $what }」的人点一个，或写一句。不署名。
ask-listing-hours-thanks = 「{ $what }」用了多久？给办的人记服务时长。再点一个谢谢，或写一句，不署名。
ask-listing-thank = 对办「{ $what }」的人说什么？写一句，不署名。
done-listing-hours = 记下了，谢谢。
done-listing-thank = 捎到了。
notice-listing-thanked = 💌 点「{ $words }」的人说：
    「{ $said }」
notice-listing-hours = 🧾 「{ $words }」办好了，一直没人说用了多久。你知道就点一下，给办的人记服务时长；{ $day } 过后就不能记了。
refuse-listing-thanked = 已经谢过了。
refuse-hours-late = 过了太久：用了多久，14 天以内说才算。
refuse-hours-said = 已经说过了。
notice-listing-done-yours = 🎉 「{ $words }」办好了。要是其实没办好，请告诉网格员。
done-listing-call-off = 「{ $words }」这回不办了。需求回到清单上，资源也放回去了，两边都通知了。
done-listing-stop-order = 好，「{ $words }」收回来了，两边都告诉了，我再找人接。
notice-listing-off-need = 「{ $words }」这回没办成，需求又回到清单上，再给你找。
notice-listing-off-need-by = 「{ $words }」这个项目{ $name }停了，需求又回到清单上，再给你找。
notice-listing-off-resource = 「{ $words }」这回不用办了，你的资源放回去了，谢谢。
notice-listing-off-resource-by = 「{ $words }」这个项目{ $name }停了，你的资源放回去了，谢谢。
notice-listing-withdrawn-need = 需求「{ $words }」，{ $name }撤下了。
notice-listing-withdrawn-resource = 资源「{ $words }」，{ $name }撤下了。

# --- 到期 ---

notice-listing-dropped = 「{ $words }」一直没放上清单，我先收起来了。还要放就再发一次。
notice-listing-ends-need = 📋 需求「{ $words }」{ $day } 到期。还需要吗？不点就到期撤下。
notice-listing-ends-resource = 🎁 资源「{ $words }」{ $day } 到期。还能提供吗？不点就到期撤下。
notice-listing-ended-need = 📋 需求「{ $words }」到期，撤下了。还需要就再放一次。
notice-listing-ended-resource = 🎁 资源「{ $words }」到期，撤下了，谢谢。还能提供就再放一次。
notice-listing-due = 🤝 项目「{ $words }」{ $day } 前要办好，你负责。
notice-listing-due-need = 🤝 「{ $words }」办好了吗？约定是 { $day } 前。
notice-listing-due-taken = 🙋 你接的「{ $words }」，{ $day } 前来得及吗？来不及就改个日子，做不了就让别人接，没关系；过了三天没说办好，我请别人接。
notice-listing-late-order = 🧾 点单「{ $words }」有人接了，过了 { $day } 还没说办好。请问一声，需要就换人。
notice-listing-late = ⏰ 项目「{ $words }」过了 { $day } 还没办好，负责人：{ $name }。请过问一下。
notice-listing-late-yours = ⏰ 项目「{ $words }」过了 { $day }，已经告诉网格长。办不成就点一下，需求回到清单上。
notice-listing-late-need = 🤝 「{ $words }」办好了吗？办好了点一下。{ $day } 前没点，我另找人接。
notice-listing-back-order = 🧾 你点的「{ $words }」一直没说办好，我另找人接。其实办好了，就点「不要了」。
notice-listing-back-taken = 🙋 「{ $words }」我请别人接了，你不用管了。谢谢你有这份心。

# --- 不行的时候 ---

refuse-listing-off = 这里没有需求和资源清单。
refuse-listing-gone = 清单上没有这一条了。
refuse-listing-not-yours = 这一步不归你点。
refuse-listing-in-hand = 这件事有人在办。要停下来，得由办的人、提出来的人或者上面的网格长来点。
refuse-listing-not-now = 这一条现在{ $state }，不用点了。
refuse-listing-taken = 慢了一步：这个资源或需求刚被用掉，或者对不上了。打开需求看看别的。
refuse-listing-gains = 这是你自己的需求，得由网格员来定。
refuse-listing-offers = 这个资源是你这边出的，得由同事或网格长来定。
refuse-listing-theirs = 办没办好由提需求的人来点。过了约定的日子还没点，你再来看。
refuse-listing-long = 太长了，最多 { $letters } 个字。写短一点再发。
refuse-listing-contact = 清单上别写电话、微信、门牌和链接：别的网格员也看得到。去掉再发一次。
refuse-listing-no-area = 你还没有负责的网格，放不了。
refuse-listing-many = 数目要在 1 到 { $most } 之间，再写一个。
refuse-listing-days = 最多放 { $most } 天，写个近一点的日子。

# --- 点单 ---

menu-order = 🧾 点单
button-listing-order = 🧾 点这一项
button-listing-claim = 🙋 我来
button-listing-skip = 不用写，直接点
button-listing-elsewhere = 别处的
button-listing-menu = ◀ 全部服务
menu-services = <b>🧾 { $area }能点的服务</b>。点一类看看，也可以发 /order 加几个字，比如：/order 理发
menu-services-where = <b>🧾 服务菜单</b>。你在哪一片？
menu-services-none = 这一片还没有能点的服务。
menu-services-of = <b>🧾 { $field }</b>（{ $count }）· { $area }
menu-services-found = 🧾 和「{ $words }」对得上的服务：
menu-services-unknown = 菜单里没找到「{ $words }」。看看有什么：
listing-subject = { $field } { $count }
listing-line-service = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · 还能点 { $left } 次（共 { $capacity }）· 到 { $day }
listing-line-order = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $day } 前等人接
listing-line-taken = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · 有人接了
listing-line-carried = 🙋 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $day } 前办好
listing-state-waiting = 等人接
listing-state-taken = 有人接了
listing-ordered-waits = 🧾 我点的：{ $words } · 等人接
listing-ordered-taken = 🧾 我点的：{ $words } · 有人接了
listing-ordered-here = 🧾 等人接：{ $words }
listing-taken-on = 🙋 我接的：{ $words }
listing-note = 💬 { $note }

ask-listing-order = 「{ $what }」什么时候、在哪儿、要注意什么？写一句，只有接单的人和网格员看得到。
done-listing-order = 🧾 点好了：「{ $words }」（{ $area }）。已经告诉那边的志愿者和网格员，谁接了我马上告诉你。
notice-listing-withdrawn-order = 你点的「{ $words }」，{ $name }撤下了，这次办不了。发“点单”换一个，或者直接说要帮什么忙。
notice-listing-ordered = 🧾 有人点了「{ $words }」（{ $area }），{ $day } 前要人接。谁先点归谁。
done-listing-claim = 🙋 归你了，谢谢！「{ $words }」（{ $area }），{ $day } 前办好就行。
notice-listing-claimed = 🙋 { $name }接了你点的「{ $words }」，{ $day } 前办。办好了点一下。
done-listing-let-go = 没关系，「{ $words }」让别人来接，谢谢你。
ask-listing-word = 关于「{ $what }」，捎什么话？写一句，约个时间、问一声都行。电话、微信、门牌我不捎。
done-listing-word = 捎到了。十分钟里接着写的也捎过去，说完了发「不说了」。
listing-for-whom = “{ $words }”要捎过去吗？点一下就捎，不点谁也看不到。
button-pass-to-carrier = 💬 捎给接「{ $what }」的人
button-pass-to-orderer = 💬 捎给点「{ $what }」的人
went-to-carrier = 捎给接「{ $what }」的人了。
went-to-orderer = 捎给点「{ $what }」的人了。
notice-listing-said = 💬 点「{ $words }」的人说：
    「{ $said }」
notice-listing-said-back = 💬 接「{ $words }」的人说：
    「{ $said }」
refuse-listing-home-said = 住处和门牌我不捎，这样两边都安心。去掉再写一遍，约在楼下、驿站这样的地方见。
notice-listing-off-order = 你点的「{ $words }」这回没办成，我再找人接。
notice-listing-off-order-by = 你点的「{ $words }」，{ $name }让换个人来办，我再找人接。
notice-listing-off-charge = 「{ $words }」不用办了，谢谢。
notice-listing-off-charge-by = { $name }把「{ $words }」停了，不用再办了，谢谢你。
notice-listing-off-charge-order = 点单的人不要「{ $words }」了，不用办了，谢谢你。
notice-listing-off-charge-order-by = 你接的「{ $words }」，{ $name }让换个人来办。谢谢你搭把手。
notice-listing-ends-order = 🧾 你点的「{ $words }」还没人接，{ $day } 到期。还要吗？我又问了一遍那边的人。
notice-listing-ended-order = 🧾 你点的「{ $words }」没等到人接，到期撤下了，对不起。还要就再点一次，或者直接发一句话求助。
refuse-listing-none-left = 「{ $words }」点完了，看看别的。
refuse-listing-orders = 你手上有 { $most } 单还没办好，办好一单再点。
refuse-listing-claimed-already = 这一单已经归你了。
refuse-listing-claimed = 慢了一步：这一单已经有人接了，谢谢你！
notice-menu-ends = 🧾 服务菜单里有 { $count } 项 { $day } 到期，到时撤下。还要就换一份新表（gridbee load services）。
notice-menu-ended = 🧾 服务菜单里 { $count } 项到期，撤下了。

button-listing-words = 改话
button-listing-whose = 谁提供
button-listing-type = ✍️ 自己写
ask-listing-part = 写一句，就按你写的改。
ask-listing-part-area = 「{ $what }」在哪儿？写网格的名字或代码，几个就用空格分开。
ask-listing-part-many = 「{ $what }」要算几个？写一个数。
ask-listing-part-until = 「{ $what }」放到哪天？比如：12月1日，或者 20天。
ask-listing-part-words = 「{ $what }」改成怎么说？一句话，别写姓名、电话和门牌。
ask-listing-part-whose = 「{ $what }」是谁提供的？写店名或队名，别写电话。
done-listing-part = 改好了。
refuse-listing-area = 这个地方我没找到，或者不在你这一带。写网格的名字或代码，比如 G01。
button-listing-from-case = 📋 放进需求清单
button-listing-case = 📄 打开这件事
refuse-listing-case = 这件事放不进清单：要还没办好、不保密的求助或心愿。
refuse-listing-own = 这是你自己报的，请同事来放。
notice-listing-case-over = 「{ $words }」那件事办结了，需求也从清单上撤下了。
notice-listing-yours-now = 「{ $words }」原来的网格员离开了，现在由你接着管，{ $day } 前。
help-matching = 🧾 发 /order 看你那片能点的服务，点一项，谁先接归谁。
help-listings = 📋 需求 /needs、资源 /resources、项目 /projects：后面加一句话就放上清单，对得上的会写明为什么。

# --- /stats ---

stats-needs = 📋 需求 { $needs }，资源 { $resources }，对上成项目 { $projects }，办好 { $done }
stats-orders = 🧾 点单 { $orders }，有人接 { $claimed }，办好 { $served }

button-listing-later = 改日子
button-listing-hand-on = 换人负责
listing-which-later = 「{ $words }」从今天起还要几天？
listing-which-hand-on = 「{ $words }」交给谁负责？
done-listing-later = 好，「{ $words }」改到 { $day } 前办好，两边都通知了。
done-listing-hand-on = 「{ $words }」交给{ $name }负责了。
notice-listing-later = 🤝 「{ $words }」改到 { $day } 前办好。
notice-listing-handed-over = 🤝 项目「{ $words }」交给{ $name }负责了，你不用再管，谢谢。
notice-listing-charge = 🤝 「{ $words }」现在由{ $name }负责，{ $day } 前办好。
notice-listing-handed-on = 🤝 { $name }把项目「{ $words }」交给你负责，{ $day } 前办好。
refuse-listing-nobody = 没有别的同事能接手：提供资源的人和需要的人自己不能负责。
refuse-menu-off = 这里没有服务菜单。要什么就直接发一句话。
refuse-listing-often = 今天点得够多了，明天再点。

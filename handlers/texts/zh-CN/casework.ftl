# What the rarer steps of a case say, to the people who look after it.

state-held = 暂缓，到时再办
state-verifying = 已办好，等网格长核实
state-deliberating = 大家在商量
state-merged = 已合并到另一件
due-wakes = { $at } 再办

urgency-urgent = 最急
urgency-utility = 较急，当天办
urgency-general = 一般
urgency-complex = 复杂，几个部门一起办
privacy-open = 公开：同事都能看
privacy-confidential = 保密：只有负责人、网格长和调解员能看
privacy-anonymous = 匿名：不显示谁报的
supervision-none = 无
supervision-normal = 督办
supervision-yellow = 🟨 黄牌督办
supervision-red = 🟥 红牌督办
words-confidential = （保密，不显示）
place-confidential = （说的话保密）📍 { $place }

card-confidential = 🔒 内容保密，只有负责人、网格长和调解员能看
card-confidential-mark = 🔒 保密
card-anonymous-mark = 🕶 匿名
card-team = 🏢 { $team }
card-supervised = 📌 { $card }
card-extension = 🕓 申请延到 { $at }，等网格长批
card-parts = 🧩 分成 { $count } 份，办好 { $done } 份
card-joined = 👥 还有 { $count } 人也遇到
card-linked = 🔗 有关：{ $numbers }
card-merged = ➡️ 已合并到 { $number }
card-taken-in = ➕ 合并来的 { $number }：“{ $words }”
card-taken-in-bare = ➕ { $number } 合并进来了
card-taken-in-story = ➕ { $number } 合并进来之前：
card-like = ⚠️ 可能和 { $numbers } 是同一件

button-more-acts = 更多…
button-tell = 💬 告诉报事人
button-note = 📝 备注
button-hold = ⏸ 暂缓
button-resume = ▶️ 接着办
button-extend = 🕓 申请延期
button-approve = ✅ 同意延期
button-decline = 不同意
button-category = 🏷 改分类
button-urgency = ⚡ 改紧急程度
button-privacy = 🔒 谁能看
button-split = 🧩 分头办
button-link = 🔗 关联
button-merge = ➡️ 合并到…
button-merge-into = 合并到 { $number }
button-take-in = ⬅️ 把别的合并进来
button-unmerge = ↩️ 撤销合并
button-deliberate = 🗳 大家商量
button-decide = 📋 写结论
button-raise = 🔺 报上级
button-supervise = 📌 督办
button-verify = ✅ 核实通过
button-redo = 没办好，重办
button-undo-all = ↩️ 这 { $count } 件都撤销
button-undo = ↩️ 撤销这一步
button-like = 🔍 看相似的
button-go-on = 选好了 ▶
button-days = { $days } 天 · { $at }
button-into = 合并到 { $number }
button-take-in-one = 把 { $number } 合并进来

more-title = <b>{ $number }</b> { $what }
    还可以：
choose-hand-on = { $number } 转给谁？
whom-on-leave = { $name }（在休息）
ask-on-leave = { $name } 在休息，{ $at } 才回来。转给在岗的 { $other }？
ask-on-leave-alone = { $name } 在休息，{ $at } 才回来，眼下也没有别人能接。还是转给 { $name }？
button-give-other = 转给 { $name }
button-give-still = 还是给 { $name }
choose-hold = { $number } 暂缓到哪天？
choose-extend = { $number } 想延到哪天？
choose-category = { $number } 该是哪一类？期限从报事那时重新算。
choose-urgency = { $number } 有多急？期限从报事那时重新算。
choose-privacy = { $number } 谁能看？
choose-supervise = { $number } 怎么督办？
choose-split = { $number } 分给哪些部门或岗位？可以点几个，再点「选好了」。
choose-link = { $number } 和哪件有关？没列出来的请发：/relate { $number } 另一件编号
ask-same = { $first }（{ $seen }）和 { $other }（{ $also }）是同一件？合并到哪一件？
refuse-two = 合并要说清是哪两件：写上两个编号，或者在列表里选两件
choose-merge = { $number } 合并到哪件？没列出来的请发：/merge { $number } 另一件编号
choose-take-in = 把哪件合并到 { $number }？没列出来的请发：/takein { $number } 另一件编号

ask-tell = <b>{ $number }</b> { $what }
    想告诉报事人什么？文字、照片、语音、位置都行，我来转。
ask-tell-word = 收到了。要配一句话吗？
ask-hold = <b>{ $number }</b> { $what }
    为什么暂缓？写一句，报事人会看到。
ask-hold-word = 再写一句为什么暂缓。
ask-extend = <b>{ $number }</b> { $what }
    为什么要延期？写一句，网格长要批。
ask-extend-word = 再写一句为什么要延期。
ask-decline = <b>{ $number }</b>
    为什么不能延？写一句，对方会看到。
ask-decline-word = 再写一句为什么不能延。
ask-raise = <b>{ $number }</b> { $what }
    为什么要报上级？写一句。
ask-raise-word = 再写一句为什么要报上级。
ask-supervise = <b>{ $number }</b> { $what }
    督办要求是什么？写一句。
ask-supervise-word = 再写一句要求。
ask-split = <b>{ $number }</b> { $what }
    请他们各办什么？写一句，他们都会看到。
ask-split-word = 再写一句请他们办什么。
ask-redo = <b>{ $number }</b> { $what }
    哪里还没办好？写一句。
ask-redo-word = 再写一句哪里还没办好。
ask-deliberate = <b>{ $number }</b> { $what }
    要商量什么？第一行写问题，下面每行一个选项；不写选项就是「同意、不同意、说不好」。
ask-deliberate-word = 再写一句要商量什么。
ask-decide = <b>{ $number }</b> { $what }
    商量的结果怎么办？写下结论，会留在这件事里。
ask-decide-word = 再写一句结论。
ask-templates = 点一句现成的，还能再改：
ask-meant = “{ $words }”
    这句是写给 <b>{ $numbers }</b> 的吗？点了才发出去。
ask-meant-now = “{ $words }”
    这句是回答上面那个问题的吗？点了才发出去。
ask-to-us = “{ $words }”
    这是跟我说的，还是要发出去的话？点一下，不点谁也看不到。
button-to-us = 🐝 跟你说的
button-meant = ✅ 是，发出去
template-chosen = 会这样答复：
    “{ $words }”
    点「就这样发」，或者直接写你自己的。
button-send-template = ✅ 就这样发

done-accept = { $number } 已接单，{ $due } 前答复。
done-tell = 已转给 { $number } 的报事人。
done-hold = { $number } 暂缓了，到日子我提醒你。
done-resume = { $number } 接着办，最晚 { $due }。
done-extend = { $number } 的延期申请已报给网格长。
done-approve = { $number } 已同意延期，最晚 { $due }。
done-decline = { $number } 不延期，还是 { $due }。对方会看到。
done-category = { $number } 改为「{ $category }」，最晚 { $due }。
done-urgency = { $number } 改为「{ $urgency }」，最晚 { $due }。
done-privacy = { $number } 改为「{ $privacy }」。
done-raise = { $number } 已报上级。
done-supervise = { $number } 已督办，告诉 { $name } 了。
done-split = { $number } 分成 { $count } 份，都派出去了。
done-link = { $number } 关联好了。
done-merge = 合并好了，以后都在 { $number } 里办。
done-take-in = 合并好了，以后都在 { $number } 里办。
done-unmerge = { $number } 又单独办了。
done-submit = { $number } 办好了，等网格长核实，再告诉报事人。辛苦了！
done-verify = { $number } 核实通过，已告诉报事人。
done-redo = { $number } 请 { $name } 重办。
done-deliberate = { $number } 开始商量，选项发出去了。
done-decide = { $number } 结论记好了，接着办。
done-undo = { $number } 刚才那一步撤销了。

notice-resumed = { $title }
    暂缓到今天，请接着办。{ $what }
notice-extend = { $title }
    { $by } 想延到 { $until }：“{ $words }”
notice-approved = { $title }
    延期同意了，最晚 { $due }。
notice-declined = { $title }
    不能延期，还是 { $due }：“{ $words }”
notice-raised = 🔺 { $title }
    { $area }，{ $by } 报上级：“{ $words }”
notice-supervised = 📌 { $title }
    { $card }：“{ $words }”
    最晚 { $due } 答复。
notice-verify = { $title }
    { $by } 说办好了，请核实：“{ $words }”
notice-verified = { $title }
    核实通过。
notice-redo = { $title }
    还没办好，请重办：“{ $words }”
notice-joined = { $title }
    又有人也遇到了：“{ $words }”
notice-part-done = { $title }
    { $part } 办好了：“{ $words }”
    还剩 { $left } 份。
notice-parts-done = { $title }
    { $part } 办好了：“{ $words }”
    每一份都办好了，请点「办好了」。
notice-dormant = 💤 { $title }
    二十个工作日没动静了。还在办吗？回一句，或点「办好了」。{ $what }
notice-dormant-head = 💤 { $title }
    { $name } 负责，二十个工作日没动静了，请你看看。{ $what }

merged-note = { $number } 合并到这件里来了
merged-note-words = { $number } 合并到这件里来了：{ $words }
unmerged-note = { $number } 又单独办了
withdrawn-note = 最先的报事人撤回了，别人还在等
still-fine-note = 四周后回访：还好着

poll-title = 🗳 { $title }
    <b>{ $question }</b>
poll-yes = 同意
poll-no = 不同意
poll-unsure = 说不好
poll-count = 已有 { $count } 人投票，点一下就算，可以改。
poll-closed = { $count ->
    [0] 商量结束，没有人投票。
   *[other] 商量结束，一共 { $count } 人投票。
}
toast-voted = 你投了「{ $option }」

like-title = <b>{ $number } 可能和这些是同一件</b>
like-line = <b>{ $number }</b> { $what }（{ $at } 报）
similar-title = <b>有 { $count } 处像是共性问题</b>
similar-line = <b>{ $category }</b> · { $area }：{ $count } 件，{ $people } 人
    { $numbers }
similar-none = 没有发现扎堆的问题。

refuse-part = { $number } 是一件事里的一份，这一步请在整件上做
refuse-parts = 一件事最多分成 { $most } 份
refuse-parts-open = { $number } 还有几份没办好，先把它们办好。{ $parts }
refuse-no-extension = { $number } 没有等着批的延期
refuse-top = { $number } 已经报到最上面一级了
refuse-no-other = 没找到 { $number }，看看编号有没有写错
refuse-itself = { $number } 不能和自己合并或关联
refuse-merge = { $number } 已经办好，或只是其中一份，不能合并
refuse-merge-private = 一件保密、一件不保密，不能合并
refuse-merge-seen = 有人不能看 { $number }，却看得到 { $other }，不能合并
refuse-undo = 没有能撤销的。自己刚做的一步，{ $minutes } 分钟内、别人还没接着做时才能撤销
refuse-options = 选项最多 { $most } 个，请删掉几个
refuse-confidential-poll = 保密的事不能拿到群里商量
refuse-poll-closed = 商量已经结束，不能再投
refuse-nothing-more = { $number } 这会儿没有别的可做
refuse-none-link = 没找到相似的。请发：/relate 编号 另一件编号
refuse-none-merge = 没找到相似的。请发：/merge 编号 另一件编号
refuse-none-take-in = 没找到相似的。请发：/takein 编号 另一件编号
refuse-none-category = 没有别的分类可选
ask-number = 哪一件？点一个，或者写上编号，比如 /{ $command } YH26-0001
refuse-which = 请写上编号，比如 /{ $command } YH26-0001
refuse-day-over = “{ $word }”已经过了（只写日期算那天上午九点）。写以后的，比如 明天、3天、12-01
refuse-whom-outside = “{ $word }”不在我这里，转不过去。归他们的：点「更多…」里的「{ $reject }」，写上该找谁、打哪个电话。要同事接手，点下面一位。
refuse-which-office = 你手上没有在办的事。要把哪一件转给“{ $word }”，前面写编号：0001 转给{ $word }
refuse-whom-nobody = “{ $word }”里现在没有人，转不过去。请写别的部门、岗位或同事的名字
refuse-day-far = “{ $word }”太远了，要在一年以内
refuse-not-later = 现在是最晚 { $due } 答复，“{ $word }”不比它晚。写更晚的，或者写往后几天，比如 3天
refuse-day = 看不懂日期“{ $word }”。请写 3天 或 12-01
reason-kept = 原因记下了：“{ $words }”。到哪天？写 3天、周五 或 12-01，或者点上面的日子。
refuse-reopen = { $number } 要报事人说没解决才重新打开。还有事要办，就当新的一件报。
refuse-more-days = 看不懂日期“{ $word }”。请写 3天 或 12-01
refuse-category = 没有“{ $word }”这一类。点「改分类」能看到全部
refuse-urgency = 没有“{ $word }”这一档。请写最急、较急、一般或复杂
refuse-privacy = 没有“{ $word }”这一档。请写公开、保密或匿名
refuse-supervision = 没有“{ $word }”这种督办。请写督办、黄牌或红牌
refuse-teams = 没找到“{ $word }”，或那儿还没有人。请写部门或岗位，几个之间用逗号
ask-whom-alike = 叫“{ $word }”的不止一位，转给哪一位？
refuse-whom-alike = 叫“{ $word }”的不止一位：{ $who }。写编号，比如“转给 #12”
refuse-whom-has-it = { $number } 本来就在{ $name }手上
refuse-whom = 没找到“{ $word }”。请写同事的名字、网格、部门或岗位
refuse-merged = { $number } 已合并到另一件里办

story-tell = { $name }告诉报事人
story-hold = { $name }暂缓
story-resume = 接着办
story-extend = { $name }申请延期
story-approve = { $name }同意延期
story-decline = { $name }没有同意延期
story-reclassify = 改了分类、紧急程度或期限
story-category = 分类从「{ $was }」改成「{ $now }」
story-urgency = 紧急程度从「{ $was }」改成「{ $now }」
story-privacy = 从「{ $was }」改成「{ $now }」
story-raise = { $name }报上级
story-supervise = { $name }督办
story-split = { $name }分给几个部门一起办
story-link = { $name }关联了另一件
story-merge = { $name }合并到另一件
story-unmerge = { $name }撤销合并
story-submit = { $name }办好，等核实
story-verify = { $name }核实通过
story-redo = { $name }请重办
story-deliberate = { $name }请大家商量
story-decide = { $name }记下结论
story-join = { $name }也遇到了
story-remind = 很久没动静，问了一声
story-undo = { $name }撤销上一步

duty-title = <b>值班</b>
duty-now = 🟢 { $name } · { $area }，到 { $end }
duty-later = ⚪ { $name } · { $area }，{ $start } 到 { $end }
duty-none = 没有排班，新的事按手上件数轮流派。
    /duty 上班 我现在值班　/duty 李敏 08:00-18:00 12-01
duty-how = /duty 上班 我现在值班　/duty 下班 不值班了
turn-how = 哪天、几点？写成这样：/duty 张强 08:00-18:00 12-01
turn-which-hours = { $name } 几点到几点？写成这样：/duty { $name } 08:00-16:00 { $day }
turn-of-leads = 排班由网格长来。自己值班发 /duty 上班；谁在岗发 /duty
turn-tonight = 到岗时说一声「上班」，从那时起就派给你。要先排好，请网格长发：/duty { $name } 20:00-08:00
ask-turn = 排 { $name } 值班（{ $area }），{ $start } 到 { $end }？
ask-turn-days = 排 { $name } 值班（{ $area }），{ $first }到{ $last }，每天 { $start } 到 { $end }？
done-duty-days = 排好了：{ $name } 在 { $area } 值班，{ $first }到{ $last }，每天 { $start } 到 { $end }。
told-duty-days = 排你在 { $area } 值班：{ $first }到{ $last }，每天 { $start } 到 { $end }。
turn-each = 谁哪天值，一天一句：“周一李敏值班，周二张强值班”，每句点一下就排好。现在的排班看 /duty
button-turn-put = 排 { $name }
is-here = { $name }（{ $area }）没请假，手上 { $count } 件{ $gone }
is-here-duty = { $name }（{ $area }）正在值班，手上 { $count } 件{ $gone }
is-gone = { $name }（{ $area }）不在{ $gone }，手上 { $count } 件
load-title = <b>手上几件</b>，少的在前
load-title-late = <b>手上几件，超时几件</b>，超时多的在前
load-line = { $name } · { $count }{ $gone }
load-line-late = { $name } · { $count }，超时 { $late }{ $gone }
load-how = 要转给谁，写“路灯给张强”或“0002 转给张强”。
did-own = { $when }：你办好 { $count } 件
did-theirs = { $when }：{ $name } 办好 { $count } 件
did-line = · { $number } { $what }
did-more = ……还有 { $count } 件
did-all = { $when }：各人办好几件
did-each = { $name } · { $count }
duty-none-running = 你现在没有在值班。
done-duty = 排好了：{ $name } 在 { $area } 值班，{ $start } 到 { $end }。
done-duty-off = 好，你下班了，新的事派给别人。
told-duty = 给你排了 { $area } 的班：{ $start } 到 { $end }。
refuse-shift = 看不懂时间。比如：/duty 李敏 08:00-18:00 12-01
away-now = ⚪ { $name } 在休息，{ $at } 回来
away-later = ⚪ { $name } { $first }起休息，{ $at } 回来
told-away = { $name } 给你记了休息，{ $at } 回来；新的事派给别人。早回来发 /away 回来
told-away-later = { $name } 给你记了休息：{ $first }起，{ $at } 回来。手上没办好的到时转给同事。不休了发 /away 回来
told-handed-over = { $name } 把你手上的 { $count } 件转给了同事，你 { $at } 回来。
told-back = { $name } 记下你回来了，新的事照常派给你。
away-how = 休息几天？比如 /away 3天、/away 12-01（那天回来）、/away 下周一到周三。回来了发 /away 回来
ask-turn-on-leave = 那时 { $name } 在休息（{ $at } 才回来）。排 { $other }？
ask-turn-on-leave-alone = 那时 { $name } 在休息（{ $at } 才回来），也没有别人空着。还是排 { $name }？
button-turn-other = 排 { $name }
button-turn-still = 还是排 { $name }
ask-off = 记下你休息吗？{ $first }起，{ $day }回来。那几天新的事不派给你，手上的到时转给同事。
ask-off-plain = 记下你休息吗？{ $first }起，{ $day }回来。那几天新的事不派给你。
stand-in-far = { $name } 在你这片没有角色，新的事派不过去，所以没记替班。手上的可以转：发“都给{ $name }”。要替一整天，请管理员先让 { $name } 当你这片的网格员。
stand-in-other-far = { $name } 在这片没有角色，替不了班。请管理员先让 { $name } 当这片的网格员，再记替班。
off-stand-in = 手上没办好的，到时都给 { $to }。
ask-off-today = 记下你休息吗？从现在起，{ $day } 回来；新的事不再派给你。
button-off = { $first }起休息，{ $day }回来
button-off-now = 现在起休息，{ $day } 回来
ask-away = { $name } 休息，{ $at } 回来；新的事不再派来。手上 { $count } 件交给同事（{ $whom }）？
away-to = { $name } { $count } 件
ask-away-nobody = { $name } 休息，{ $at } 回来；新的事不再派来。手上 { $count } 件眼下没有同事能接，先留着。
away-kept = 好，手上的事先留着。要交的话再发一次 /away
button-hand-over = 交给同事
done-away = { $count ->
    [0] { $name } { $at } 回来，这几天新的事派给别人。
   *[other] { $name } { $at } 回来，手上的 { $count } 件已转给同事。
}
done-away-later = { $name } { $first }起休息，{ $at }回来。在那之前照常派；到时手上没办好的转给同事。
done-away-later-to = { $name } { $first }起休息，{ $at }回来。在那之前照常派；到时手上没办好的都给 { $to }。
button-keep-then = 到时手上的留着
button-no-leave = 不休了
leave-begun = { $count ->
    [0] 你的休息开始了，{ $at } 回来；新的事派给别人。早回来发 /away 回来
   *[other] 你的休息开始了，{ $at } 回来；手上的 { $count } 件已转给同事。早回来发 /away 回来
}
done-back = 好，{ $name } 回来了，新的事照常派。
done-back-of = 好，{ $name } 回来了，新的事照常派。
thanks-to-filer = 谢谢你告诉我们。
ask-away-days = { $name } 休息几天？点一个，或者照这样写：/away { $name } 12-01（那天回来）
refuse-away = 看不懂“{ $word }”。请写 3天、12-01 或 下周一到周三，要在今天以后、一年以内
refuse-away-other = 替别人记休息要网格长或管理员来；请 { $name } 自己发 /away 3天 也行
refuse-away-elsewhere = { $name } 在别处也有角色，请对方自己发 /away，或请上一级来发
digest-how = 每天早上几点发你的待办？比如 /digest 09:00。不要就发 /digest 关
done-digest = 好，每天 { $at } 发你的待办。
done-digest-off = 好，早上的待办和周一的小结都不发了。发 /digest 开 再打开。
weekly = 📅 <b>{ $area } 上周</b>
    收到 { $filed } · 办结 { $closed } · 没办好 { $open } · 超时 { $late }
weekly-line = · { $number } { $name } · { $due }
templates-title = <b>答复模板</b>
templates-none = 还没有答复模板。
templates-line = #{ $id } { $category }：{ $words }
templates-how = 加一句：/templates 加 道路井盖 已修好，谢谢提醒
    删一句：/templates 删 编号
done-template = 记好了，点「办好了」时一点就能用：“{ $words }”
done-template-dropped = 删好了。
refuse-template = 没有第 { $number } 号模板，或不归你管

policy-title = <b>现在的期限</b>（从上往下，第一条符合的算）
policy-line = · { $what }：{ $accept } 接单，{ $answer } 答复（{ $clock }）
policy-how = 改：/policy 一般 24 168 上班
    先写紧急程度或分类，再写几小时接单、几小时答复，最后写「上班」只算上班时间，写「日夜」日夜都算。
policy-wrong = 没看懂要改哪一种的期限。点一个，或者照这样写：/policy 一般 24 168 上班（紧急程度或分类、几小时接单、几小时答复，答复不能比接单短）
policy-half = <b>{ $what }</b> 现在：{ $accept } 接单，{ $answer } 答复（{ $clock }）。
    要改，后面再写两个时间：几小时接单、几小时答复（答复不能比接单短），比如 /policy { $word } 2 24。或者点一个，先给你看改了会怎样：
policy-half-none = <b>{ $what }</b> 没有单独的期限，按紧急程度算。
    要单独定，后面再写两个时间：几小时接单、几小时答复（答复不能比接单短），比如 /policy { $word } 2 24。或者点一个，先给你看改了会怎样：
button-policy-times = { $accept } 接单，{ $answer } 答复
policy-all = 全部
policy-preview = <b>{ $what }</b> 改成 { $accept } 接单、{ $answer } 答复（{ $clock }）
    会重新算 { $count } 件没办好的：超时的从 { $before } 件变成 { $late } 件。
policy-done = 改好了：{ $what }。没办好的正在重新算。
policy-kept = 好，没有改。
refuse-policy-root = 期限全区一样，请区里的管理员来改
button-policy-yes = 就这样改
button-policy-no = 不改
clock-working = 只算上班时间
clock-around = 日夜都算
span-days = { $count } 天
span-hours = { $count } 小时
route-how = 写一句试试，比如：/route G07 井盖坏了
route-title = <b>{ $kind } · { $category } · { $area }</b>
route-not = ✗ { $rule }：{ $why }
route-named = 🔒 说到 { $names }：不走规则，本人和同级同事看不到，交给上一级
route-kind = 类型不符
route-category = 分类不符
route-words = 没有那些字
route-area = 不在那个范围
route-tag = 行业不符
route-hours = 不在那个时段
route-days = 不是那几天
route-nobody = 符合，但那边没有人，跳过
route-rule = ✓ <b>{ $rule }</b>
route-none = 没有符合的规则，归网格员
rule-disputes = 劳动纠纷
rule-disputes-alone = 没有调解员的劳动纠纷
route-who = 👤 现在会派给 { $name }
admin-rule-skipped = ⚠️ 规则“{ $rule }”要派给 { $team }，可是 { $area } 那边没有人，这次跳过了。请用 /invite 请人，或改规则。
button-offices = 🏢 部门
offices-title = <b>部门</b>（请人：/invite 网格员 编号）
photo-before = 处理前
photo-after = 处理后
button-pass-on = 💬 也告诉报事人
refuse-lost-file = { $number }：有一个文件已经取不到了（可能被删了）。还要的话，请重发
refuse-lost-here = 刚才有一个文件取不到了（可能被删了），没有收下。还要的话，请重发
done-pass-on = { $number } 已转给报事人。
invite-posts = 岗位有：{ $posts }

post-building-head = 楼长
post-party-guide = 党群指导员
post-property-staff = 物业服务员
post-police = 片警
post-fire-officer = 消防员
post-mediator = 调解员
post-city-management = 城管队员
post-volunteer = 志愿者

commands-duty = 值班
commands-away = 休息
commands-similar = 共性问题
commands-templates = 答复模板
commands-digest = 早上的待办
commands-route = 试试派给谁
commands-policy = 期限
done-resolve-part = { $number } 办好了，已告诉牵头的同事。辛苦了！

withdraw-sure-others = 确定不等 { $number } 了？还有别人也遇到，事情会接着办。
button-leave = 不等了
left-note = 有一位不再等了
notice-merged-away = { $title }
    和另一件是同一件事，合并到 <b>{ $other }</b> 里办，这件不用再跑。
alarm-verify = ⏳ { $title }
    { $name } 说办好了，还没人核实，原定 { $due }。{ $what }
notice-moved-away = 📍 { $title }
    报事人改了地点：{ $area }。转给 { $name } 了，这件不用再跑。
notice-lies-elsewhere = 📍 { $title }
    报事人改了地点：{ $area }。还在你手上，不该你跑就转派。
notice-taken-back = { $title }
    刚才转给你的收回去了，不用办。
refuse-poll-staff = 这次只有管这一片的同事能投
notice-handed-over = { $name } 不在，这 { $count } 件转到你手上了：
    { $numbers }
    发 /mine 看全部。
words-none = （没有文字，看照片或听语音）
notice-yours-aside = { $title }
    转到你手上了，现在：{ $state }。
ask-resolve-part = <b>{ $number }</b> { $what }
    怎么办好的？写一句，牵头的同事会看到。最好带张照片一起发。
refuse-stands-so = { $number } 本来就是这样，没有改。
refuse-lead-only = 这一步要网格长来做，请点「报上级」或找网格长
refuse-still-open = { $number } 还在办，办好会再问你
day-date = { $month }{ $day }日

refuse-privacy-named = 这件说到 { $names }，报的时候答应过本人看不到，不能公开
ask-privacy-named = { $number } 说到 { $names }。公开了本人就能看到，还公开吗？
button-privacy-still = 还是公开
button-privacy-keep = 先不公开
refuse-privacy-least = 这一类按规定保密，不能公开
refuse-poll-open = 大家正在商量，先写结论再改谁能看
refuse-own-extension = 自己的延期要由上一级批
due-verify = { $at } 前核实
refuse-shift-past = 这个班已经过去了，看看日期
notice-new-due = { $title }
    答复期限从 { $was_due } 改到 { $due }。

my-held = { $until } 接着办
refuse-part-twice = { $team } 手上已经有一份了
notice-part-rejected = { $part } 退出来了，不归那边管：“{ $words }”
notice-part-dropped = { $title }
    整件已经结束，这一份不用办了。
done-reject-part = { $number } 已退出，告诉了牵头的同事。

# What a group that only reads is told of a case.
board-new = 🆕 { $title }
board-moved = ↪️ 转到这里：{ $title }
board-reopened = 🔁 报事人说没办好：{ $title }
board-late = ⏰ 超时了：{ $title }
ask-off-other = 给 { $name } 记下休息吗？{ $first }起，{ $day }回来。
away-none = 你没有记休息，新的事照常派给你。
away-none-of = { $name } 没有记休息，新的事照常派给 { $name }。
refuse-whom-one = 一件事只由一位负责：{ $who }，先转给其中一位，另一位要知道的写在备注里。要几个部门各办一块，点「更多…」→「分头办」
refuse-open-still = { $number } 没关，还在办，不用重开

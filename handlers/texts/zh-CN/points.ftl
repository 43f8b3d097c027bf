# 蜜值银行。

menu-points = 🍯 我的蜜值
button-points = 🍯 我的蜜值
button-points-why = 为什么？
help-points = 🍯 /points 或说「我的蜜值」：你的等级、可用的蜜值、还在等的，每一笔都说得清来由。
points-off = 这里没有开蜜值银行。要报隐患，直接发过来就行。
tier-bronze = 青铜蜂
tier-silver = 白银蜂
tier-gold = 黄金蜂
tier-platinum = 铂金蜂
tier-diamond = 钻石蜂
tier-royal = 王者蜂
points-wait = 🍯 待入账 +{ $amount }：{ $title }。你说「已解决」就入账。
points-booked = 🍯 +{ $amount } 入账：{ $title }。现在可用 { $left }。
points-booked-tier = 🍯 +{ $amount } 入账：{ $title }。现在可用 { $left }，你升到<b>{ $tier }</b>了！
points-taken-back = 🍯 { $title } 又打开了，{ $amount } 先退回去，解决后再入账。
points-taken-back-owed = 🍯 { $title } 又打开了，{ $amount } 要先退回去，解决后再入账。已经用掉的没法退，现在欠 { $owed }，以后入账先抵掉。
points-repaid = 其中 { $amount } 抵掉了先前欠的。
points-refused-photo = 🍯 { $title } 用的是以前入过账的照片，这次不计蜜值。
points-refused-place = 🍯 { $title } 和你最近报过的是同一个地方、同一类，短时间里只计一次蜜值。
points-refused-day = 🍯 { $title } 这次不计蜜值：那一天已经计满了。事情照办。
points-refused-dry = 🍯 { $title } 解决了，但这一片今年的蜜值已经发完，这次没能入账。
points-card =
    🍯 <b>蜜值储蓄卡</b> · { $number } 号
    { $tier } · 累计 { $earned } · 可用 { $left }
points-owed = ↩ 欠 { $amount }：退回时已经用掉了，以后入账先抵掉
points-next = 再得 { $missing } 就是{ $tier }
points-waiting-line = ⏳ 待入账 +{ $amount } · { $number }，你说「已解决」就入账，最晚 { $day }
points-lines = <b>最近几笔</b>
points-line = { $amount } · { $day } · { $what } { $number }
points-why-solved = 隐患解决了
points-why-me-too = 我也遇到，带了照片
points-why-served = 接的单办好了
points-why-came = 志愿服务
points-why-wish = 圆了心愿
points-title-served = 你帮忙的「{ $words }」
points-title-came = 志愿服务「{ $words }」
points-title-wish = 你圆的心愿「{ $words }」
points-refused-service = 🍯 { $title }这次不计蜜值：{ $why }。
points-taken-back-wish = 🍯 { $title }又打开了，{ $amount } 先退回去。
points-taken-back-owed-wish = 🍯 { $title }又打开了，{ $amount } 要先退回去。已经用掉的没法退，现在欠 { $owed }，以后入账先抵掉。
points-refusal-staff = 这里的本职工作，不计
points-refusal-unsaid = 一直没人说用了多久
points-refusal-no-time = 没有算服务时长
points-refusal-two = 同样两个人，短时间里只计一次
points-why-back = 退回
points-why-ordered = 换礼品
points-why-returned = 礼品没取，退回
points-why-given-back = 礼品不要了，退回
points-why-joined = 合并了另一个入口
points-refusal-own = 自己经办的，不计
points-refusal-photo = 照片以前计过，不计
points-refusal-place = 同一地方最近计过，不计
points-refusal-day = 那天已计满，不计
points-refusal-dry = 这一片今年的蜜值发完了
points-rules =
    🍯 <b>蜜值怎么来</b>
    报的隐患解决了：+{ $solved }；「我也遇到」并带自己的照片：+{ $metoo }。
    你说「已解决」、或有人去核实过，就入账；谁都没说，{ $wait } 天后自动入账。又打开了就先退回，驳回和撤回不计。
    一天最多计 { $aday } 条；同一地方同一类，{ $again } 天内计一次；自己以前的照片不计；自己经办的不计；合并的事，先报的得。
    「累计」定等级，用掉也不会降；「可用」用来换礼品。蜜值不是钱，不能转给别人。
    { $tiers }

# 手记的蜜值。
button-award-yes = ✔ 确认入账
button-award-no = 不同意
award-how =
    给人手记蜜值，比如：/award YH26-0001 10 守着塌陷处等来人
    给的是这件事的报事人。没有编号，就写对方蜜值储蓄卡上的号：/award 7 10 理由
    只写 /award YH26-0001，差什么问什么。一次最多 { $most }，理由一定要写；另一位管理员确认后，对方才能用。
award-most = 一次记 1 到 { $most }。
award-long = 理由太长了，{ $letters } 字以内说清就好。
award-own = 不能记给自己，请别的同事来记。
award-not-for-this = { $number } 不能手记：心愿、驳回和撤回的都不记蜜值。
award-nobody = { $number } 的报事人已经不在了，记不上。
award-again = 这件事已经手记过了（不写编号的，同一个人一天记一次）。
admin-points-dry = ⚠️ { $area }（{ $code }）今年的 { $budget } 蜜值发完了：办好的隐患和手记的都记不上，骑手看得到。要接着发，请管机器的人把配置 [points] 里 budgets 的 { $code } 改大，马上算数。
award-dry = 这一片今年的蜜值已经发完，记不上。管理员已经知道了。
award-to-filer = 报 { $number } 的人
award-to-card = 蜜值卡 { $number } 号
done-award = 🍯 给{ $whom }记了 +{ $amount }，已请另一位管理员确认，{ $day } 前有效。确认前先算荣誉，升等级，不能用。
done-award-alone = 🍯 给{ $whom }记了 +{ $amount }。这里没有别的管理员能确认，所以只算荣誉：升等级，不能用。
award-ask =
    🍯 <b>请你确认</b>：{ $giver } 给{ $whom }记了 +{ $amount }
    理由：{ $words }
    { $area } · { $day } 前有效
award-ask-again =
    🍯 <b>还没人确认</b>：{ $giver } 给{ $whom }记的 +{ $amount }
    理由：{ $words }
    { $area } · { $day } 一过就只算荣誉，不能用了
award-got = 🍯 给你记了 +{ $amount }（待入账）：{ $words } · { $what }。现在就算进等级；另一位管理员确认后才能用，最晚 { $day } 有结果。
award-got-honour = 🍯 给你记了 +{ $amount }（荣誉）：{ $words } · { $what }。算进等级，不能用。
award-booked = 🍯 +{ $amount } 入账：{ $words } · { $what }。现在可用 { $left }。
award-taken = 🍯 手记的 +{ $amount }（{ $what }）没有通过，已退回：{ $why }
award-honour = 🍯 手记的 +{ $amount }（{ $what }）没等到第二位管理员确认，就算荣誉了：等级照算，不能用。
award-confirmed = ✔ { $name } 确认了：{ $whom } +{ $amount } 入账。
done-award-no = ✖ { $name } 没有同意给{ $whom }记 +{ $amount }：{ $why }
award-ended = 没人确认，给{ $whom }记的 +{ $amount } 只算荣誉了。
award-second = 这笔得由管这一片的另一位管理员来定：记的人和得的人都不行。
award-short = { $whom } +{ $amount }
ask-award-no = { $what }：为什么不同意？说一句，对方也会看到。
award-was-confirmed = 已经有人确认过了。
award-was-refused = 已经有人说了不同意。
award-was-honour = 时间过了，这笔只算荣誉了。
award-again-settled = 有人比你快一步，已经定了。
award-dry-settled = 这笔蜜值已经不在了，定不了。
award-holder-left = 对方已经离开，这笔不用定了。
help-award = 🍯 /award YH26-0001 10 理由：给报事人手记蜜值，另一位管理员确认后能用。
points-by-hand-line = ⏳ 待入账 +{ $amount } · 手记，等另一位管理员确认，最晚 { $day }
points-why-award = 手记
points-ending = ⌛ 其中 { $amount } 到 { $day } 还没用就过期
points-end-notice = 🍯 你有 { $amount } 蜜值快过期了：{ $day } 过后没用的就没了。等级不变。
points-lapsed = 🍯 { $amount } 蜜值到期没用，过期了。等级不变，现在可用 { $left }。
points-why-lapsed = 到期没用
points-rules-service = 接了点单、来了志愿单，一小时 +{ $hour }，一次最多算 { $each } 小时，一天最多 { $aday } 小时；圆了别人的心愿 +{ $wish }。用了多久由点单的人、发志愿单的人来说，自己说的、14 天以后说的都不算；同样两个人 { $again } 天内计一次；本职工作不计。
points-rules-end = 得到后到第二年年底没用的会过期，提前一个月告诉你；先得的先用。
points-tail-wait = 🍯 待入账 +{ $amount }：你说「已解决」就入账。
points-tail-booked = 🍯 +{ $amount } 入账，现在可用 { $left }。
points-tail-booked-tier = 🍯 +{ $amount } 入账，现在可用 { $left }，你升到<b>{ $tier }</b>了！
points-tail-refused = 🍯 这次没有蜜值：{ $why }。
button-points-picture = 🖼 卡片图
points-picture =
    🍯 <b>蜜值储蓄卡</b> · { $number } 号 · { $tier }
    { $said }
points-picture-title = 蜜值储蓄卡
points-picture-number = { $number } 号
points-earned = 累计
points-left = 可用
points-waiting = 待入账
points-ends = 年底到期
ask-award = 🍯 给{ $whom }记 <b>+{ $amount }</b>：写一句理由就记上，对方看得到。要改多少，点下面。

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
points-refused-photo = 🍯 { $title } 用的是以前入过账的照片，这次不计蜜值。
points-refused-place = 🍯 { $title } 和你最近报过的是同一个地方、同一类，短时间里只计一次蜜值。
points-refused-day = 🍯 { $title } 这次不计蜜值：那一天已经计满了。事情照办。
points-refused-dry = 🍯 { $title } 解决了，但这一片今年的蜜值已经发完，这次没能入账。
points-card =
    🍯 <b>蜜值储蓄卡</b> · { $number } 号
    { $tier } · 累计 { $earned } · 可用 { $left }
points-next = 再得 { $missing } 就是{ $tier }
points-waiting-line = ⏳ 待入账 +{ $amount } · { $number }，你说「已解决」就入账，最晚 { $day }
points-lines = <b>最近几笔</b>
points-line = { $amount } · { $day } · { $what } { $number }
points-why-solved = 隐患解决了
points-why-me-too = 我也遇到，带了照片
points-why-back = 退回
points-why-ordered = 换礼品
points-why-returned = 礼品没取，退回
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

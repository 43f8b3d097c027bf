# 兑换礼品

menu-gifts = 🎁 换礼品
button-gifts = 🎁 看看礼品
button-gift-take = 换，用 { $points } 蜜值
button-gift-order = 🎫 { $code }
button-gift-show = 🎫 出示取货码
button-gift-cancel = 不要了，退蜜值
button-gift-hand = ✅ 交给对方了
help-gifts = 🎁 /gifts 或说「换礼品」：用蜜值换，14 天内凭六位数去取。
gifts-off = 这里现在没有可换的礼品。要报隐患，直接发过来就行。
gifts = 🎁 <b>换礼品</b> · 你可用 { $left } 蜜值，点一个看看：
gifts-line = · { $name } · { $points } 蜜值 · 还有 { $left }
gifts-line-none = · { $name } · { $points } 蜜值 · 换完了
gifts-ordered = 🎫 等你取：{ $name } · 取货码 { $code } · { $day } 前
gift-page = 🎁 <b>{ $name }</b>
    { $points } 蜜值 · 还有 { $left }
gift-place = 📍 在这里取：{ $place }
gift-none-left = 换完了，补了货这里就能换。
gift-too-dear = 还差 { $missing } 蜜值。
gift-order = 🎫 <b>{ $name }</b> · 取货码 <b>{ $code }</b>
    { $day } 前去取，让工作人员扫码，或报这六位数，对方点了才算领到。{ $points } 蜜值先留着，不取就退给你。
done-gift-cancelled = 退了：{ $name }。{ $points } 蜜值回到你的卡上。
notice-gift-due = 🎫 { $name } 还没取，留到 { $day }，过了就退。
    📍 { $place }
notice-gift-lapsed = { $name } 到期没取，已经退了，{ $points } 蜜值回到你的卡上。想要可以再换。
notice-gift-handed = 🎁 { $name } 领到了，用了 { $points } 蜜值，{ $who } 交给你的。

stats-given = 🎁 换出礼品 { $gifts } 件 · 🎟 优惠券领了 { $coupons } 张，用了 { $used } 张

# --- 发礼品的人 ---

gift-handover-how = 发礼品：扫对方的码，或者把六位数发给我，比如 123 456。
gift-stock-how = 补货：/stock 编号 件数，少了写负数，比如 /stock GLOVES 20。归你发的：{ $gifts }
done-stock = { $name } 现在还有 { $left }。
refuse-stock = { $name } 只剩 { $left } 没人换，减不了那么多。
gift-look = 🎁 <b>{ $name }</b>
    { $who } · { $tier }
    东西交到对方手上再点。
done-gift-handed = ✅ { $name } 已交给 { $who }。
gift-ended-handed = 这个码用过了：{ $name }，{ $when } 由 { $who } 交出。
gift-ended-lapsed = 这个码过期了：{ $name }，{ $when } 退的。对方可以再换。
gift-ended-cancelled = 这个码作废了：{ $name }，{ $when } 退的。
gift-ended-left = 这个码作废了：换 { $name } 的人删了自己的信息，{ $when } 退的。

refuse-gift-gone = 慢了一步：换完了，或者现在不换了。发“换礼品”看看别的。
refuse-gift-again = { $name } 你已经换了一个，取了再换。发“换礼品”看取货码。
refuse-gift-dry = 还差 { $missing } 蜜值，先换别的。
refuse-gift-price = { $name } 现在是 { $points } 蜜值，再点开看看。
refuse-gift-handed = 已经领走了。
refuse-gift-lapsed = 已经到期退了。
refuse-gift-cancelled = 已经退了。
refuse-gift-left = 已经退了。
refuse-gift-own = 这是你自己的取货码，得让别的工作人员来交。
refuse-gift-unknown = 没有这个码，或者不归你发。再看一眼对方的六位数。
refuse-gift-often = 错的码太多了，过十分钟再试，或者扫对方的码。
words-gift-where = 在哪取 在哪儿取 在哪里取 在哪领 哪里取 哪儿取 去哪取 去哪儿取 去哪里取 去哪领 怎么取 怎么领 换的东西呢 我换的东西呢 我换的东西在哪 换的礼品呢 礼品呢 取货码 取货码呢 取货码是多少 什么时候能取 几点能取
gift-fetched = 换好就给你六位取货码，{ $days } 天内去取。
gift-fetched-at = · { $name } · { $place }
gift-place-later = 换好时告诉你在哪取
gift-which = 哪一个？

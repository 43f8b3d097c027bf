# 暖蜂商家的优惠

menu-coupons = 🎟 暖蜂优惠
button-coupon-take = 🎟 领一张
button-coupon-card = 🎟 { $what }
button-coupon-show = 🎟 出示
button-coupon-renew = 🔄 换新码
button-coupon-press = 👀 店员看着我点
button-shop = 🏪 我的店
help-coupons = 🎟 /coupons 或说「优惠」：附近暖蜂商家给骑手的优惠，领一张，到店报四位数。
coupons-off = 这里现在没有商家优惠。要报隐患，直接发过来就行。
coupons = 🎟 <b>暖蜂优惠</b>，点一个看看：
coupons-none = 现在没有商家优惠。
coupons-line = · { $what } · { $name }
coupons-line-paused = · { $what } · { $name }（今天没了）
coupons-line-gone = · { $what } · { $name }（领完了）
coupons-line-closed = · { $what } · { $name }（这会儿不供应）
coupons-taken = 🎟 你手上：{ $what } · { $name } · { $until } 前用
coupon-page = 🎟 <b>{ $what }</b>
    🏪 { $name }
coupon-place = 📍 { $place }
coupon-hours = 🕒 { $when }
coupon-a-day = 每人每天 { $count } 张
coupon-left = 还有 { $left } 张
coupon-until = 到 { $day } 为止
coupon-over = 这个优惠结束了。
coupon-paused = 今天没了，明天再来。
coupon-gone = 领完了。
coupon-closed = 这会儿不供应，到点再来领。
coupon-card = 🎟 <b>{ $what }</b> · { $name }
    报给店员：<b>{ $code }</b>（{ $good } 前有效，过了点「换新码」）
    店里没有码可输，就让店员看着你点下面那个。只能用一次，{ $until } 前。
coupon-used = ✔ <b>已用 { $clock }</b>
    { $what } · { $name }
notice-coupon-due = 🎟 { $what } · { $name }，{ $until } 到期，别忘了用。
notice-coupon-lapsed = { $what } · { $name } 到点没用，名额还回去了。想要可以再领。
notice-coupon-paused = { $what } · { $name }：店家说今天没了，不好意思，这张退了。有了可以再领。

refuse-coupon-over = 这个优惠结束了。发“优惠”看看别的。
refuse-coupon-paused = 今天没了，明天再来。
refuse-coupon-gone = 慢了一步，领完了。发“优惠”看看别的。
refuse-coupon-closed = 这会儿不供应，到点再来领。
refuse-coupon-again = 今天领过了，每人每天 { $count } 张。
refuse-coupon-used = 这张 { $clock } 用过了。
refuse-coupon-lapsed = 这张过期了，可以再领。
refuse-coupon-own = 自己领的不能在自己店里用，让店里别人来。
refuse-coupon-unknown = 不是这家店现在的码：过了一两分钟，或者是别家的。让对方点「换新码」再报。
refuse-coupon-two = 正好有两张是这个码，让对方过一分钟换新码再报。
refuse-coupon-often = 错的码太多了，过十分钟再试。

# --- 店家 ---

coupon-done = ✔ { $clock } { $what } 用了一张 · { $name } · 今天第 { $count } 张
notice-coupon-pressed = 👀 { $clock } 有骑手当面点了一张：{ $what }。没人在你面前点，就别给。
shop = 🏪 <b>{ $name }</b> · 本月
shop-line = · { $what }：用了 { $used } 张，其中骑手当面点的 { $pressed }
shop-line-paused = · { $what }：今天没了 · 用了 { $used } 张，其中骑手当面点的 { $pressed }
shop-how = 骑手报四位数，直接发给我就算用了；不用问对方是谁，这里也看不到。
shop-which = 哪一家？
shop-none = 没找到归你看的店。店家要网格员发的链接才能绑定；网格员发 /shop 店名。
shop-link = 🏪 { $name } 的绑定链接，一周内有效，只能用一次，转给店家：
    { $link }
shop-link-gone = 这个链接用过了或过期了，跟网格员再要一个。
shop-tied = 🏪 { $name } 绑定好了，骑手报的四位数发到这里就行。
ask-shop-tie = 你是{ $roles }，也当 <b>{ $name }</b> 的联系人吗？当了以后，那一带的保密件（比如说商家的）归别的同事，你看不到。
role-where = { $area }的{ $role }
button-shop-tie = 🏪 当联系人
shop-role = 店家
button-shop-out = 今天没了：{ $what }
button-shop-in = 又有了：{ $what }
button-shop-invite = 📨 给店家绑定链接
button-shop-untie = 解除绑定（{ $count }）
done-shop-untied = 解除了。
notice-offer-asked = 🏪 { $name } 的「{ $what }」还给骑手吗？
notice-offer-ends = 🏪 { $name } 的「{ $what }」到 { $day } 为止。要接着给，跟网格员说一声。
notice-offer-over = 🏪 { $name } 的「{ $what }」到期了，骑手领不到了。谢谢你！
button-offer-stays = 还给
button-offer-ends = 不给了
done-offer-stays = 好，「{ $what }」接着给。谢谢！
done-offer-ends = 好，「{ $what }」撤了，已经领的今天还能用。谢谢你！

# --- 在柜台 ---

words-coupon-counter = 怎么用 咋用 怎么使 怎么出示 用不了 不能用 没法用 店员说不认 店员不认 店员说不行 店员说没有 店员说没听过 店员说不知道 店员不知道 店员不会 店里不认 店里说不认 店家不认 老板不认 老板说不认 老板说没有 他们不认 他们说不认 说不认 不认 不给用 不让用 不收 不给 码不对 码错了 码没用 码用不了 扫不了 过期了吗 过期没 过期了没 还能用吗 能用多久 什么时候过期 给店员看什么
words-coupon-unwanted = 没用 不想用了 不用它了
coupon-counter = 店员把四位数直接发给我就算用了；店员不会，就让店员看着你点最后那个。还不认，跟网格员说一声店名，这张没用掉会退回名额。
coupon-unwanted = 好，不用管它，到点没用，名额自己退回去。

# 暖蜂驿站。

menu-station = 🐝 驿站
station-none-loaded = 这里还没有登记驿站。有别的事直接发给我。
station-ask = 你在哪儿？发个位置，或者写路名、店名，我找最近开着的驿站。
station-no-such-place = 这个地方我不认识。发个位置，或者换个路名、店名。
station-gone = 这个驿站已经撤了。发 /station 看看别的。
station-open-now = 🐝 离你最近、现在开着的驿站：
station-night = 🌙 夜里也开着的驿站，离你最近的：
station-nothing-open = 附近没有现在开着的驿站。可以换个地方找。
station-nothing-such = 附近没有合这个条件、又开着的驿站。去掉打勾的条件，或者换个地方找。
station-headline = <b>{ $name }</b> · { $far } · { $open }
station-metres = 约 { $metres } 米
station-kilometres = 约 { $kilometres } 公里
station-hours-unknown = 开放时间不清楚
station-always = 全天开放
station-until = 开到{ $when }
station-left = 只剩 { $minutes } 分钟，{ $when } 关门
station-opens = { $when } 开门
station-closed = 暂时不开
station-there = 有：{ $what }
station-between = 、
station-and = ，
station-then = ；
station-how-in = 怎么进：{ $how }
station-nearer = 更近但没开：{ $stations }
station-nearer-one = { $name }（{ $far }，{ $open }）
station-card = <b>{ $name }</b>{ $far }
station-today = 今天：{ $times }
station-not-today = 今天不开。
station-closed-why = 今天不开：{ $why }
station-seats = 座位：{ $count }
station-phone = 电话：{ $phone }
station-map = <a href="{ $url }">在地图上看</a>
button-station-elsewhere = 📍 换个地方
station-filter-charging = 🔋 充电
station-filter-hot-food = 🍱 热饭
station-filter-toilet = 🚻 厕所
station-filter-night = 🌙 夜间
words-station-charging = 充电 充个电 充下电 手机充电 给手机充电 充手机 充电宝 换电 换电池 换电瓶 充 冲电 借充电宝 补电 充一下 充会儿 换电柜 充电桩 充电柜 充电站 电动车充电 充电的地方 给车充电 给电动车充电 给电瓶充电 电瓶充电 充电瓶 充车
words-station-hot-food = 热饭 热个饭 热一下饭 热盒饭 微波炉 加热 热菜 热便当
words-station-toilet = 上厕所 上个厕所 上一下厕所 厕所 卫生间 洗手间 公厕 公共厕所 茅房 茅厕 解手 方便一下 方便方便 上个大号 上个小号 尿尿 撒尿 撒个尿 wc
words-station-night = 夜间 晚上 夜里 通宵 半夜 深夜 凌晨 大半夜 大晚上 后半夜 下半夜 半夜三更 三更半夜 24小时 二十四小时 夜班
amenity-seat = 座位
amenity-water = 饮水
amenity-hot-water = 热水
amenity-microwave = 热饭
amenity-phone-charging = 手机充电
amenity-battery-swap = 换电池
amenity-toilet = 厕所
amenity-air-con = 空调
amenity-first-aid = 急救包
amenity-wifi = 无线网
amenity-rest-bed = 躺椅
amenity-parking = 停车
entry-open = 直接进
entry-desk = 跟前台说一声
entry-code = 输密码
entry-card = 刷卡
entry-app = 用手机应用开门
station-nearer-unknown = 更近，但开放时间不清楚：{ $stations }
station-nearer-far = { $name }（{ $far }）
help-station = 🐝 找地方歇脚、充电、热饭：/station
words-station-closed = 关着门 关门了 关门 关了 没开门 没开 锁着门 门锁着
words-station-full = 满了 人满了 坐满了 没位置 没位置了 没座位了
words-station = 驿站 骑手驿站 外卖驿站 暖蜂驿站 红领驿站 红色驿站 骑士驿站 骑士加油站 休息站 暖蜂 小哥驿站
words-station-where = 有地方 哪有 哪里 哪儿 哪 附近 最近 旁边 周围 有没有 在哪 何处 哪能 几点 哪个 想喝 想找 还开的 开着的 开的 还开吗 开吗 开着吗 我要喝 要喝 我想喝 我要上 想上 要上 哪边有 哪里有 附近有 急用
words-station-hot-water = 热水 接热水 打热水 打点热水 接点热水 开水 喝热水 喝口热水
words-station-air-con = 空调 吹空调 吹吹空调 冷气
words-station-first-aid = 创可贴 急救包 医药箱 急救箱 纱布 药箱
words-station-wifi = wifi 无线网 无线 蹭网 上网
words-station-any = 接水 休息 歇脚 歇一会 歇一下 喝水 饮水 接水 打水 乘凉 取暖 躲雨 避雨 躲躲雨 避避雨 躲一下雨 躲太阳 遮阳 凉快 凉快一下 纳凉 避暑 歇会 歇会儿 歇歇 坐会 坐会儿 坐一会 坐坐 躺会 躺会儿 躺一会 午休 睡会 睡一会 眯会 眯一会 喝口水 暖和 暖和一下 喝口热水 喝点水 水喝 喝的水 饮水机 喝点热水 避雨的地方
words-station-fill = 吗 呀 这 这儿 这个 不 吧 么 没电了 手机没电了 手机快没电了 没电 我想 想 要 需要 可以 能 能不能 有 地方 的 请问 找 个 一个 下 去 到 里 给 手机 一点 开 开着 还 用 上 现在 离我 这边 这里 是 哥 师傅 得 我要 中午 下雨了 太热了 太晒了 累了 困了 渴了 好渴 好热 好累 关门 开门 关 几点 会 儿 口 那 哪个 吃饭 快没电了 那儿 那里 有人 门 尿急 内急 憋死了 憋不住 憋不住了 憋得慌 快憋死了 急死了 好急 着急 拉肚子 闹肚子 肚子疼 几点钟 两点 三点 四点 五点 十二点 一点钟 在 哪个地方 啊 呢 最近的 急 很急 大哥 兄弟 电动车没电了 电瓶没电了 车没电了 渴死了 热死了 冷死了 好冷 电动车 车
station-said-one = ⚠️ 一位骑手 { $minutes } 分钟前说：{ $what }
station-said-several = ⚠️ 几位骑手都说{ $what }，最近一次在 { $minutes } 分钟前
station-riders-say-closed = 骑手说关着
station-riders-say-full = 骑手说满了
station-is-closed = 关着
station-is-full = 满了
button-station-closed = 🚪 关着
button-station-full = 🈵 满了
button-station-broken = 🔧 有东西坏了
button-station-fine = 👍 都好
button-station-again = ✅ 又开了
button-station-see = 看驿站
station-not-open-anyway = 它现在本来就不开。要是牌子上的时间和这里不一样，跟网格员说一声。
station-too-often = 刚才说了好几次了，过几分钟再说。
station-heard-closed = 谢谢，记下了，后来的骑手会看到；管这里的人也知道了。
station-heard-full = 谢谢，记下了，一小时内来问的骑手会看到。
station-heard-fine = 谢谢，记下了。
station-keeper-hears = 有骑手说 <b>{ $name }</b> { $what }。去看一眼；没事了就点一下“又开了”。
station-again = 好，<b>{ $name }</b> 又开了，骑手说的不算了。
station-weekday = { $number ->
    [0] 周一
    [1] 周二
    [2] 周三
    [3] 周四
    [4] 周五
    [5] 周六
   *[6] 周日
    }
station-days = { $first }至{ $last } { $times }
station-day = { $first } { $times }
station-never = 平时不开
station-on-holidays = 节假日 { $times }
station-not-on-holidays = 节假日不开
station-closure = { $first }到{ $last }停开
station-hours = <b>{ $name }</b> 的开放时间：{ $hours }
station-from = <b>{ $name }</b>：几点开？
station-to = <b>{ $name }</b>：几点关？比开门早的，就是第二天。
station-hours-overlap = 这两段时间叠在一起了，换一段。
station-edit = <b>{ $name }</b>
    开放时间：{ $hours }
    有什么：{ $there }
    怎么进：{ $entry }
    要改哪一样？
station-which-there = <b>{ $name }</b> 有什么？点一下就改。
station-which-entry = <b>{ $name }</b> 怎么进？
station-ask-name = 新名字叫什么？
station-ask-note = 怎么进，写一句，比如“钥匙在收银台”。
station-ask-photo = 发一张门口的照片。
button-station-edit = ✏️ 改资料
button-station-hours = 🕘 开放时间
button-station-there = ☕ 有什么
button-station-entry = 🚪 怎么进
button-station-name = 改名字
button-station-note = 进门提示
button-station-photo = 📷 照片
button-station-set-wd = 周一至周五
button-station-set-we = 周六周日
button-station-set-all = 每天
button-station-set-always = 全天 24 小时
button-station-set-unknown = 不清楚
button-station-add-wd = 周一至周五加一段
button-station-add-we = 周六周日加一段
button-station-add-all = 每天加一段
button-station-off-wd = 周一至周五不开
button-station-off-we = 周六周日不开
button-station-holidays-same = 节假日照常
button-station-holidays-off = 节假日不开
button-station-holidays-own = 节假日另定
button-station-close-days = 今天起停 { $days } 天
button-station-reopen = 不停了
words-station-asks = 哪里 哪儿 哪有 在哪 哪 有没有 吗 有地方
button-station-near = 🐝 这儿附近的驿站
station-every-day = 每天 { $times }
station-closure-day = { $first }停开
station-words-long = 有 { $count } 个字，太长了，最多 { $most } 个。写短一点。
station-photo-wanted = 这里要的是照片，拍的或者相册里的都行，别当文件发。
station-heard-already = 你刚才说过了，已经记着。
station-again-already = 现在没有骑手说 <b>{ $name }</b> 关着或者满了。
station-old-button = 这个按钮旧了，发 /station 再看一次
station-beyond = 你那儿附近没有驿站，最近的也在{ $far }外。要找别处的，点「换个地方」，发那里的位置或者路名、店名。
start-station = 你扫的是 <b>{ $name }</b>，点下面看它开到几点、有什么。
words-station-this = 这家 那家 这个 那个 这里 这儿 那里 那儿 这驿站 驿站 它 又 还 还是 刚才 现在 已经 是 门 里面
words-station-fine = 开着 开着的 开着呢 开着门 是开的 开门了 又开了 开的 没关 没关门 没关着 有位置 有位置了 有座位 还有位置
station-which = 哪一家？

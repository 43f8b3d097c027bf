# 心愿：从报上到收到

button-wish = ✨ 心愿墙：放不放
button-wishes = ✨ 看心愿墙
button-wishes-all = 看全区的
button-wish-show = 看看
button-wish-screen = ✏️ 写上墙的话
button-wish-as-is = 用原话
button-wish-decline = 不上墙
button-wish-as-help = 其实是求助
button-wish-as-hazard = 其实是隐患
button-wish-publish = ✅ 放上去
button-wish-not-this = 不放
button-wish-keep = ✅ 还想要
button-wish-take-back = 撤回心愿
button-wish-anew = 再许一次
button-wish-claim = 🙋 我来认领
button-wish-give-back = 让给别人
button-wish-say = 💬 捎句话
button-wish-place-this = 📍 就定这里
button-wish-say-this = 💬 捎过去
ask-wish-give-back = 哪一个不认领了？
ask-wish-place-this = 心愿“{ $wish }”的交接点定在“{ $words }”？点一下才算。
ask-wish-say-this = “{ $words }”捎给“{ $wish }”的那一边？点一下才捎。
button-wish-place = 📍 定交接点
button-wish-hand = 📦 放好了
button-wish-receive = 🎁 收到了
button-wish-missing = 没拿到
button-wish-witness = ✅ 看过，已取走
button-wish-thank = 🌸 道声谢
button-wish-line = ✍️ 写一句

wish-state-filed = 还没上墙
wish-state-asked = 等许愿人点头
wish-state-open = 在心愿墙上，等人认领
wish-state-claimed = 有人认领了
wish-state-handed = 放在交接点了
wish-state-received = 已收到
wish-state-taken-back = 已撤下
wish-state-expired = 到期撤下了
wish-state-moved = 另外办了

# --- 心愿墙 ---

wishes-near = <b>✨ 附近的心愿</b>，点一个看看：
wishes-all = <b>✨ 全区的心愿</b>，点一个看看：
wishes-none-near = 附近现在没有等人认领的心愿。
wishes-none-all = 现在没有等人认领的心愿。你也可以许一个，写一句就行。
wishes-line = · { $words }　📍 { $area }
wishes-mine = 🌟 我的：{ $words } · { $state }
wishes-claimed = 🙋 我认领的：{ $words } · { $state }

wish-page = ✨ <b>{ $words }</b>
    📍 { $area }
wish-page-filed = { $number } 还没上墙。上墙的话由你写：不写姓名、电话、详细地址，也不带照片；许愿人点头后别人才看得到。
wish-page-waiting = { $number } 还没上墙：网格员看过会来问你，你点头才放。
wish-page-state = 现在：{ $state }
wish-page-open = 认领后有 { $days } 天。你和许愿人互相不知道是谁，要说的话我来捎，东西放在网格员定的地方。
wish-page-until = ⏰ 认领到 { $day }
wish-page-place = 📍 交接点：{ $place }

# --- 网格员 ---

ask-wish-words = “{ $what }”上墙怎么写？写一句，说清要什么就行。不写姓名、电话、链接和现金。
ask-wish-reason = “{ $what }”为什么不能上墙？写一句，许愿人会看到。
ask-wish-place = “{ $what }”放在哪儿交接？写一个有人看管的地方，比如驿站前台，双方都会看到。
done-wish-words = { $number } 问过去了，许愿人点头就上墙：“{ $words }”
done-wish-reason = { $number } 不上墙，理由已告诉许愿人。
done-wish-moved = { $number } 现在是{ $kind }，按那个办。
done-wish-place = { $number } 交接点：{ $place }。双方都知道了。
done-wish-witnessed = { $number } 记下了，已告诉双方。
notice-wish-on = { $number } 上墙了：“{ $words }”
notice-wish-not-this = { $number } 许愿人不想这样上墙：“{ $words }”。可以换个写法再问，或者用别的办法帮。
notice-wish-claimed-carer = { $number } 有人认领了：“{ $words }”
    🙋 { $name }，{ $day } 前放到交接点。
    请定一个交接的地方，双方都会看到。
notice-wish-back-carer = { $number } 又回到墙上，等人认领：“{ $words }”
notice-wish-place-wanted = { $number } 东西备好了，就等交接点：“{ $words }”。请定一个地方。
notice-wish-place-waited = { $number } 认领人还在等交接点：“{ $words }”。请定一个地方，定好前认领不算过期。
notice-wish-missing-carer = { $number } 许愿人没拿到：“{ $words }”（{ $place }）。已请认领人再看看，麻烦你也留意一下。
notice-wish-received-carer = { $number } 心愿收到了：“{ $words }”。谢谢你牵线！
notice-wish-unanswered-carer = { $number } 许愿人 14 天没点头，没上墙：“{ $words }”。请用别的办法答复。
notice-wish-expired-carer = { $number } 到期没人认领，已撤下：“{ $words }”
notice-wish-look = { $number } 放在{ $place } 14 天了，许愿人没回音：“{ $words }”。请去看一眼：取走了就点一下，还在就联系许愿人。
notice-wish-left = { $number } 许愿人不再用网格蜂了，心愿已撤下：“{ $words }”。这件事还在你这里，可以办结。

# --- 许愿人 ---

notice-wish-publish = ✨ { $number } 可以放上心愿墙，大家看到的只有这些：
    “{ $words }”
    📍 { $area }
    没有你的名字、照片和地址。放上去吗？
done-wish-published = ✨ { $number } 上墙了，放到 { $day }。有人认领我马上告诉你，随时能撤回。
done-wish-not-this = 好，{ $number } 不放。网格员会想别的办法。
done-wish-kept = 好，{ $number } 留到 { $day }。
notice-wish-declined = 你的心愿“{ $words }”这次不上墙：
    “{ $reason }”
    换个心愿，或者觉得不对，点一下写一句。
notice-wish-claimed = 🙋 有人认领了你的心愿“{ $words }”，{ $day } 前放到交接点。在哪儿取，网格员定好就告诉你。
notice-wish-claimed-office = 🙋 有部门认领了你的心愿“{ $words }”，{ $day } 前放到交接点。在哪儿取，网格员定好就告诉你。
notice-wish-back = 认领的人这次没办成，你的心愿“{ $words }”又回到墙上了，别人还可以认领。
notice-wish-place = 你的心愿“{ $words }”在这里取：
    📍 { $place }
    放好了我再告诉你。
notice-wish-handed = 🎁 你的心愿“{ $words }”放好了：
    📍 { $place }
    拿到了点「收到了」。
done-wish-missing = 知道了，{ $number } 我请认领人和网格员再看看。
notice-wish-keep = 你的心愿“{ $words }”在墙上快到期了（{ $day }）。还想要吗？不点的话到期就撤下。
notice-wish-expired = 你的心愿“{ $words }”到期没人认领，撤下了，对不起。还想要的话，点一下写一句，再来一次。
notice-wish-unanswered = 一直没等到你点头，“{ $words }”没上墙，网格员会想别的办法。
ask-wish-sign = 🎁 太好了！给圆了“{ $what }”的人点一个，或点「✍️ 写一句」。不署名。
ask-wish-received = 收到的是哪一个？点一下：
ask-wish-thanks = 对圆了“{ $what }”的人说什么？写一句，不署名。
done-wish-thanks = 捎到了。祝你一路平安！

# --- 认领人 ---

done-wish-claimed = 🙋 “{ $words }”归你了，谢谢！{ $day } 前放到交接点就行，交接点由网格员定，定好马上告诉你。
done-wish-given-back = 好，“{ $words }”让给别人。谢谢你有这份心。
notice-wish-place-claimer = “{ $words }”放到这里：
    📍 { $place }
    放好了点一下。
notice-wish-place-claimer-late = “{ $words }”的交接点定好了，让你久等了：
    📍 { $place }
    { $day } 前放到就行，放好了点一下。
done-wish-handed = 📦 “{ $words }”已告诉许愿人去取。谢谢你！
notice-wish-missing = 许愿人没找到“{ $words }”（{ $place }）。你再看看，放好了点一下；至少还有三天。
notice-wish-received = 🎁 “{ $words }”收到了，谢谢你圆了这个心愿！
notice-wish-thanks = 💌 “{ $wish }”的许愿人说：
    “{ $words }”
notice-wish-due = 你认领的“{ $words }”到 { $day }。来得及吗？来不及就让给别人，不要紧。
notice-wish-no-place = “{ $words }”的交接点还没定，已经在催网格员。你的日子往后推到 { $day }，定好马上告诉你。
notice-wish-lapsed = “{ $words }”的日子到了，已经回到墙上。没关系，谢谢你有这份心，有空再认领。
notice-wish-gone = 你认领的“{ $words }”不用办了：许愿人撤回了，或者已经另外办了。谢谢你！

# --- 捎话 ---

ask-wish-word = 关于“{ $what }”，捎什么话？写一句。别写电话、微信和链接，对方不知道你是谁。
done-wish-word = 捎到了。十分钟里接着写的也捎过去，说完了发「不说了」。
went-to-claimer = 捎给认领“{ $what }”的人了。
went-to-wisher = 捎给“{ $what }”的许愿人了。
notice-wish-said = 💬 “{ $wish }”的许愿人说：
    “{ $words }”
notice-wish-said-back = 💬 认领“{ $wish }”的人说：
    “{ $words }”

# --- 不行的时候 ---

refuse-wish-off = 这里没有心愿墙。想要什么，直接发来就行。
refuse-wish-gone = 慢了一步：这个心愿有人认领了，或者已经撤下。发“心愿墙”看看别的。
refuse-wish-already = 已经归你了，谢谢！东西放在网格员定的地方就行。
refuse-wish-not-yours = 这一步现在不归你点，可能已经点过了。发“心愿墙”看看现在怎样。
refuse-wish-not-now = 这个心愿{ $state }，现在不用点这个。
refuse-wish-many = 你手上有 { $most } 个心愿了，先圆一个再认领。
refuse-wish-nobody = 许愿人不在了，没人能点头。
refuse-wish-no-place = 交接点还没定，已请网格员定，定好就告诉你。
refuse-wish-empty = 还没有字。写一句要什么。
refuse-wish-long = 太长了，最多 { $letters } 个字。写短一点再发。
refuse-wish-link = 上墙的话不能有链接。写清要什么东西就行，比如“一双防水手套，42 码”。
refuse-wish-contact = 上墙的话不能有电话、微信、邮箱。去掉就行，联系由我捎话。
refuse-wish-home = 上墙的话不写住处和门牌，别人会知道是谁。写要什么就行，东西放在网格员定的地方。
refuse-wish-name = 上墙的话不写姓名，别人会知道是谁。写要什么就行。
refuse-wish-cash = 心愿墙不收现金、红包和借钱。写成一样东西或一次帮忙；真缺钱急用，点“其实是求助”。
refuse-wish-dear = 心愿最多值 { $most } 元。写一样便宜些的，或点“其实是求助”。
refuse-wish-home-said = 别写住处和门牌：你们互相不知道是谁，都更安心。去掉再写一遍，东西放在网格员定的地方。
refuse-wish-not-there = 这里别写住处、电话和链接：双方互相不知道是谁。写一个有人看管的地方，比如驿站前台。
refuse-wish-thanked = 已经谢过了，对方收到了。
refuse-wish-yours = 这个心愿是你认领的：放好了点「放好了」，收没收到由许愿人点。要用别的办法答复，先让给别人。
refuse-wish-reworded = 网格员换了写法，你点的是旧的。看看新的这句，再点一次。

# --- 历史里的话 ---

wish-note-screened = 问许愿人可否上心愿墙：“{ $words }”
wish-note-asked = 等许愿人点头，答复期限往后推
wish-note-not-this = 许愿人不想这样上墙，一周内换个写法或另外答复
wish-note-declined = 不上心愿墙
wish-note-published = 许愿人同意，上了心愿墙
wish-note-kept = 许愿人还想要，留在心愿墙上
wish-note-claimed = 心愿有人认领
wish-note-placed-late = 交接点定好了，认领人接着有几天
wish-note-back = 心愿回到墙上
wish-note-handed = 东西放在交接点了
wish-note-received = 心愿圆了，许愿人收到了
wish-note-witnessed = 心愿圆了，网格员看过，东西已取走
wish-note-expired = 心愿到期没人认领

help-wishes = ✨ 发“心愿墙”（/wishes）看看附近的心愿，认领一个；自己的心愿也能上墙，不写名字。

# --- /stats ---

stats-wishes = ✨ 心愿 { $filed } 个，上墙 { $published }，有人认领 { $claimed }，收到 { $received }
stats-wishes-days = ✨ 心愿 { $filed } 个，上墙 { $published }，有人认领 { $claimed }，收到 { $received }（一半在 { $time }内）
words-wish-put-there = 放好了 我放好了 已经放好了 已放好 东西放好了 都放好了 放那了 放那儿了 放那里了 放到了 放下了 放过去了 放在那了 放在那儿了 送过去了 送到了 东西送到了 已经送到了
words-wish-put-where = 放哪 放到哪 放在哪 搁哪 送哪 送到哪 拿到哪 交到哪 交给谁 放什么地方
wish-put-there = 📍 放到：{ $place }。放好了点一下。
ask-wish-put-there = 哪一个？

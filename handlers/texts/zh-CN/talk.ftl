# Emergencies, and talk that is no report.

emergency = 🚨 <b>先打电话，别等我：</b>
    119 火警　110 报警　120 急救
receipt-emergency = 🔴 <b>已经叫人了，编号 { $number }</b>
    📍 { $area }　👤 已通知 { $names }。
    接着说、拍照都行，我马上转给他们。
receipt-emergency-place = 🔴 <b>已经叫人了，编号 { $number }</b>
    👤 已通知 { $names }，就差知道你在哪儿。
receipt-emergency-called = 🔴 <b>已经叫人了，编号 { $number }</b>
    👤 已通知 { $names }，也说了是“{ $place }”。
    这个地方我没认出来，还差一个位置。
emergency-too-long = 太长了，只收下前 { $most } 个字，后面的没收到。要紧的再发一条。
emergency-which = { $count ->
    [1] 是这里吗？
   *[other] 是下面哪一处？
}点一下，他们就知道去哪儿。
pin-outside = 📍 这个点不在我们管的范围，不对就重发位置。
names-and = 、
ask-place-now = 📍 在哪儿？发个位置，或者说个地名。
done-emergency-add = 转过去了（{ $number }）。
done-emergency-moved = 转过去了（{ $number }）。
    📍 { $area }　👤 现在由 { $name } 负责。
who-comes = 转过去了（{ $number }）。{ $name } 还没回话。等不及就再打 119、120、110。
who-comes-said = 转过去了（{ $number }）。{ $at } 他们说：“{ $words }”。等不及就再打 119、120、110。
who-comes-taken = 转过去了（{ $number }）。{ $name } { $at } 接了。等不及就再打 119、120、110。
emergency-goes-on = 叫到的人还在处理。要是人已经没事、不用来了，点「没事了」。
danger-first = 先顾这件急事。{ $number } 的「{ $act }」还没办，过后再来一次。
danger-told = 要是那边真有人有危险，点一下我就叫人。
button-call-people = 🔴 有人有危险，叫人
emergency-told = 收到的人还没回话。要是人已经没事、不用来了，点「没事了」。
emergency-late = 过了十分钟，有人可能已经在路上，由他们收尾。{ $number } 要撤，打开它点「撤回」。
emergency-beside = 另外那句“{ $what }”是别的事：要报就点一下，眼前的先顾好。
emergency-or-draft = “{ $what }”还没提交；要是说它不报了，点「不报了」。
emergency-or-another = 要是另一件事，点一下，分开报。
emergency-of-this = 我当是这件险情的事，叫到的人都听到了。要是另一件，点一下就叫人。
button-another-emergency = 🔴 这是另一件险情
notice-emergency-moved = 📍 { $title }
    知道地点了：{ $area }。现在由 { $name } 负责。
notice-emergency = 🚨 { $title }
    📍 { $area }
    “{ $what }”
    有人可能有危险，马上看一下。
notice-emergency-unread = 🚨 { $title }
    📍 { $place }
    有人可能有危险：叫人过去，要紧就打 110、119、120。
    🔒 说的话保密，现场的情况问 { $name }。
button-all-clear = 没事了
done-all-clear = 好，没事就好。{ $number } 撤了，我也告诉他们了。
notice-all-clear = ✅ { $title }
    报事人说没事了，已经撤回，不用再跑。
button-all-clear-of = 没事了：{ $what }
all-clear-which = 有 { $count } 件急事还在办，是哪一件没事了？
all-clear-late = 转给 { $name } 了。过了十分钟，有人可能已经在路上；{ $number } 要撤，打开它点「撤回」。

ask-voice = 🤔 语音我听不懂。写一两个字说是什么事，或点一下；都不做就原样交给网格员听。
    急事请先打 119、110、120。
ask-which = 🤔 是哪一类？点一下；不点就按上面写的。
ask-rest = 要改哪里？
button-rest = ✏️ 改一改
button-category-is = 🏷 { $category }，不对就改
aside-matter = 这像是一件要报的事，先另外记下了。要是回答刚才那句的，点一下：
refuse-words-only = 这里只收文字，照片和位置会让人认出来。写一句就行；要报这张，先点取消再发一次。
button-aside = 💬 就是回答刚才那句
two-matters = 这是另一件事吧？两件分开记了。
several-at-once = 这是 { $count } 件事吧？我分开记了，一件一件来。
two-at-once = 这是两件事吧？我分开记了，一件一件来。
button-as-new = 当新的一件报
again-which = { $number } 已经办过了。又出了新的问题就点一下，当新的一件报。
apart-matter = { $at } 那句说的是另一件事，已经另外报了。
apart-answer = { $at } 那句是回答另一件事的。
apart-emergency = 刚才说的「{ $words }」是另一件急事，已经单独派出去了，编号 { $number }。
button-together = 其实是一件事
again-old = 像是 { $number }（{ $what }）那处，{ $day }办好的。要那件接着办，点一下；不点就按下面这样报新的一件。
button-open-old = 🔁 { $number } 没好，接着办
button-instead = 换成这件
take-your-time = 好，我等着。
denied = 不是{ $what }，那是什么？写一句就行。
explain-what = 碰上什么事，写一句就行，比如“幸福路口路灯不亮”，拍张照也行。
explain-place = 知道在哪儿，我才找得到管那一片的人。发个位置，写个路口、店名、小区名都行。
explain-unsent = 照片先不急：写一句是什么事、在哪儿，就能报。信号好了再把照片发来，我补进去。
about-who = 我是网格蜂，替骑手给管这一片的网格员传话。路上的事发给我，谁负责、哪天答复，我都告诉你。
about-bot = 我是机器人，办事的是真人：你报的事，管那一片的网格员来看。想找个人说，发“人工”。
about-cost = 不要钱，报多少件都不要，也不扣你的。
about-hours = 随时都能发，夜里也收。人有危险马上叫人，别的等他们上班接着办。
about-phone = 我这儿打不了电话，打字、拍照就行。想找个人说，发“人工”。人有危险先打 119、110、120。
about-share = 能，跑单的都能用。把我推给他们，拍张照、写一句就行。
about-reward = 没有奖金。报了有人办，办到哪一步都告诉你。
about-points = 办好了有蜜值，能换礼品。发“蜜值”看你有多少。
about-use = 有人管：每件都写着谁负责、哪天答复，晚了会找他们上级，你也知道。
passable-flooded = 前面的路我看不到。水看不清底、没过脚踝就别骑，绕一绕。
passable-unseen = 前面的路我看不到，拿不准就绕一绕。
about-how-soon = 提交了就告诉你：谁负责、最晚哪天答复。
about-their-number = 电话和微信我这儿谁的都不给。有话直接写给我就行。
about-name = 不用留名字，也不用注册。想让谁也看不到是你报的，话里带上“匿名”。
about-why = 你在路上，看得最早。报一声就行，别的我去找人；报不报都随你。
about-why-asked = 问是什么事、在哪儿，是为了交给管那一片的人。你是谁、电话多少，我都不问。
about-no-calls = 好，没人给你打电话：电话我不问，也看不到。有进展就在这儿告诉你。
about-typing = 不用打字：按住说话就行。也可以拍张照，再发个位置。
about-moved = 好，知道了。不想再收消息，发 /mute；删掉你的信息，发 /forget。还在跑的话，在哪儿就报哪儿的。
about-calls = 110 报警，119 火警，120 急救。要我也叫人，写一句出了什么事、在哪儿。
about-new-phone = 我认的是这个聊天账号，换手机、换号码都不用改。要是连聊天账号也换了，在旧的上面发 /link，就连起来了。
about-steps = 接单、办结由负责人来点，你不用管。你报的事办好了会问你一声。
about-blame = 报一声不用赔，也不怪你：谁管那样东西，谁去修。
about-app = 平台的 App 和派单我碰不着，得找平台客服。扣钱、罚款、封号可以跟我说，有人帮你问。
explain-send =
    这是我替你记下的，还没交出去。
    没错就点「提交」，我交给管那一片的人；哪里不对，说一句我来改。
not-an-answer = 没看懂。写一句话、拍张照，或者从下面选一个。
not-a-place = 没认出是哪儿。写个地名、门牌，或者发位置。
not-said-why = 写一句具体的，报事人会看到，例如“换了灯泡，已经亮了”或“小区里的路，归物业”。
not-said = 写一句是什么事、怎么回事，我才好转过去。
place-kept = 📍 { $place }，记下了。那里怎么了？拍张照或写一句。

status-title = <b>还在办的</b>
status-sorry = <b>让你久等了。</b>现在到这一步：
status-line = <b>{ $number }</b> { $what }
    { $state } · { $name } · 最晚 { $due }
status-line-late = <b>{ $number }</b> { $what }
    { $state } · { $name } · 晚了，预计 { $due } 前答复
status-line-held = <b>{ $number }</b> { $what }
    { $state } · { $name } · { $due } 接着办
status-none = 你现在没有在办的事。有事拍张照、写一句发来就行。
status-none-but =
    你现在没有在办的事。最近一件：
    { $number } { $what }
    { $state } · { $name }
human-guessed = 这句我没太听懂。有事拍张照、写一句发来；想找个人说，点一下。
status-none-sorry = 对不起，让你等急了。你现在没有在办的事：有事拍张照、写一句发来，或者点一下，找个人跟你说。
as-said = 刚才那句要是一件事，点一下就报。
button-as-said = 📨 就报这句
button-call-somebody = 🙋 找个人说
button-hurry = 催一催
same-note = 和 { $number } 是同一件。“{ $words }”
done-same = 好，我告诉负责人了：{ $number } 和 { $other } 是同一件。
toast-hurried = 催了，已经告诉对方
toast-hurried-already = 今天催过了，已经告诉对方
hurry-kept = 催了一下，问到哪一步了
first-words = 原先说的：{ $words }
notice-hurry = ⏰ { $title }
    报事人在催，问到哪一步了。
welcome = 不客气，路上当心。
praise-heard = 谢谢你夸他们！要让本人看到，在他办的那件事下面说一句就行。
thanks-kept = 谢谢你！这句话我转给 { $name } 了（{ $number }）。
all-right = 好。有事随时发来。
unsent = 还没提交。
unsent-missing = 还没提交，还差一步：
card-which = 「{ $act }」的是哪一件？
prompt-of-which = { $act }：“{ $words }”是说哪一件？
card-whose = { $number } 在{ $name }手上，我没动它。
card-whose-words = { $number } 在{ $name }手上，我没动它。这句话要记在上面吗？
carer-of-notice = “{ $words }”是说 { $number } 吗？点一下才发，不点谁也看不到。
carer-undone = “{ $words }”听着还没办好，{ $number } 没关，报事人也没看到。这句怎么办？点一下。
sent-stays = 发出去的话收不回来。要更正就再写一句，点「转给报事人」，对方就看到了。
note-stays = 备注留在记录里删不掉，只有同事看得到。写错了，再记一笔对的就行。
button-said-ask = 问报事人
button-said-tell = 转给报事人
button-said-note = 记一笔，只有同事看
button-said-hold = ⏸ 暂缓，选个日子
button-said-resolve = 办好了，就这么答复
button-hand-on-to = 转给 { $who }
in-hand-which = “{ $words }”说的是哪一件？
remind-how = 不用记，我会提醒：快到期提醒你一次，超时再告诉网格长，每天早上还有一份清单。要改天再办，点卡片上的「更多…」→「暂缓」，到那天我叫你。
swap-how = 换班你们说好就行：谁在岗谁发“上班”，走的发“下班”，新的事就派给在岗的。手上的要一起转，说“某某替我”。
unclear-which = 没当新的事报。“{ $words }”说的是哪一件？点它的编号；也可以写全一点：“路灯我来”“0002 转给李敏”“超时的”“谁值班”。
unclear = 没当新的事报：“{ $words }”没看懂。可以写“待办”“超时的”“谁值班”“0002 转给李敏”，别的看 /help
unclear-admin = 没当新的事报：“{ $words }”没看懂。管理上的事：/invite 请人、/grant 给角色、/revoke 去角色、/policy 期限、/people 谁是谁；别的看 /help
carer-for-whom = “{ $words }”要转给哪件事的报事人？点一下就转，不点谁也看不到。
wrong-what = 哪里不对？写一句给我。
turned-away-which = “{ $words }”是说 { $number } 吗？那件说是不归网格管。点一下，我请他们再看一次。
button-look-again = 🔁 请再看一次
wrong-of-case = { $number } 哪里不对？点一下，或者直接写。
confirm-which = 是 { $number } 解决了吗？
closed-whenever = 不急。看到没好，就跟我说“没解决”。
verdict-whenever = 不急，看到了再点：{ $number } 解决了吗？
verdict-passed-on = 这句话我转给 { $name } 了。{ $number } 解决了吗？
nod-unsent = “{ $what }”还没提交。
button-submit-what = ✅ 提交“{ $what }”
fixed-unsent = “{ $what }”还没提交。好了就不报了？
cancel-unsent = “{ $what }”还没提交，不报了？
button-not-any-more = 不报了
button-send-still = 还是提交
fixed-resolve = { $number }（{ $what }）办好了？报事人会看到：“{ $words }”
fixed-which-resolve = 哪一件办好了？报事人会看到：“{ $words }”
fixed-withdraw = { $number }（{ $what }）好了，关掉？
fixed-which-withdraw = 哪一件好了？点一下就关掉。
fixed-unwanted = { $number }（{ $what }）不用办了？点一下就关掉。
fixed-which-unwanted = 哪一件不用办了？点一下就关掉。
button-fixed-unwanted = 不用办了，关掉
button-fixed-resolve = 办好了，就这么答复
button-fixed-withdraw = 好了，关掉
done-over = { $number } 关了，谢谢告诉我们。
misshown = 好，跟负责人说了。把对的照片发来，就加到 { $number }。
photo-goes-to = 好，照片发来，就加到 { $number }。
correction-which = “{ $words }”，是说 { $number } 要改吗？点一下就告诉负责人。
misplaced-where = { $number } 在哪儿？发个位置，或写个地名。
misplaced-moved = { $number } 的地点改好了：{ $place }
    👤 { $name } 负责。
misplaced-unknown = { $number } 的地点改成：{ $place }。这个地名我不认识，发个位置更准。
human-called = 好，{ $name } 会来跟你说（{ $number }）。想说什么直接写，我转过去。
human-over = 好，后面说的不转了。{ $number } 还在，有人会看；不用了就撤回。
button-hang-up = 不找了
answer-abuse = 我知道你急。事情写清楚一点，我找人来办。
talk-clumsy-here = 对不住，没听懂你，换个说法再写一句。
talk-joke = 讲笑话我不在行 😅 路上有事随时发来。
talk-clumsy = 对不住，没听懂你。换个说法写一句，拍张照也行；要跟人说，点一下。
talk-eaten = 我是机器，不用吃饭。你忙完记得吃口热的。
talk-tired = 跑单辛苦了，累了就歇口气，别赶。有事随时发来。
talk-weather = 这天跑单不容易，路上慢点。有事随时发来。
talk-laugh = 😄 有事随时发来。
talk-angry = 怎么了？说给我听，我找人来办。
talk-drawn = 怎么了？写一句、拍张照都行，再说在哪儿。
talk-siren = 人有危险请先打 119、110、120。
    再跟我说一句：出了什么事，在哪儿。
answer-ad = 链接和广告我转不出去。路上有事，拍张照、写一句就行。
human-of-staff = 你就在管这片，没有再另找人。要接哪一件，点它的「接单」（全部：/queue）；要同事接手，点卡片上的「转派」；要问骑手，点「问一句」；看谁在岗发 /duty
undo-which = 撤销刚才这一步？{ $number } 的「{ $step }」
undone-step = 撤销了「{ $step }」：{ $numbers }
undo-then = 撤销了再说一遍：{ $words }
reach-filer = 骑手的电话不留也不显示。{ $number } 要问什么，点「问一句」我马上转过去；想让对方打给你，把你的号码写进「告诉报事人」。
reach-nobody = { $number } 没有能转话的报事人。
reach-which = 要联系哪一件的报事人？
reach-none = 骑手的电话不留也不显示。打开那件事的卡片，点「问一句」，我来转。
card-or-line = “{ $said }”是哪个？
button-of-card = { $act } { $number }
button-of-list = 打开列表里的 { $number }
button-said-return = 退回给网格长
button-said-reject = 答复：不归我们管
no-word-to-colleague = 我不替同事捎话，这句没发给谁：直接找 { $name } 就行。是哪件事上的，在那件的卡片上点「备注」，接手的人都看得到。
figures-for-heads = 一共收了多少、哪个网格多，这些数网格长看得到：{ $heads }。
no-longer-yours = 没记上：{ $number } 现在不归你管了，由别人接着办。该还是你办的话，请管理员把角色加回来。
nothing-found-of-none = 没当新的事报：你这片没有要办的事。说的是办好的哪一件，写上编号再发：0001 没发现问题。

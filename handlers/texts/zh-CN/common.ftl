# The language itself: its name, and the words by which people ask for it
language-name = 中文

# Words that everybody shares: times, states, buttons.

when-today = 今天 { $clock }
when-tomorrow = 明天 { $clock }
when-yesterday = 昨天 { $clock }
month-name = { $month }月
when-date = { $month }{ $day }日 { $clock }
when-year = { $year }年{ $month }{ $day }日 { $clock }

kind-hazard = ⚠️ 隐患
kind-help = 🙋 求助
kind-wish = ✨ 心愿

state-filed = 待分派
state-assigned = 待接单
state-in-progress = 处理中
state-returned = 退回了，在另找人
state-reopened = 没解决，重办
state-resolved = 已办好，等报事人确认
state-resolved-mine = 已办好，等你确认
state-closed = 已办结
state-rejected = 不归网格管
state-withdrawn = 已撤回

area-none = 区服务台
spot-pin = 地图上的点
spot-none = 没说具体位置
carer-desk = 区服务台
due-accept = { $at } 前接单
due-resolve = { $at } 前答复
due-late = 超时了，本该 { $at } 前办

role-coordinator = 网格员
role-lead = 网格长
role-admin = 管理员

who-you = 你
who-filer = 报事人
who-desk = 网格蜂

button-submit = ✅ 提交
button-cancel = 取消
button-back = 返回
button-skip = 跳过
button-more = 更多分类
button-locate = 📍 发送我的位置
button-change-what = ✏️ 改文字
button-change-photos = 📷 换照片
button-change-place = 📍 改地点
button-make-hazard = 是隐患
button-make-help = 是求助
button-make-wish = 是心愿
button-attach = 补充到 { $number }
button-accept = 接单
button-hand-on = 转派
button-return = 退回
button-ask = 问一句
button-resolve = 办好了
button-reject = 不归我们管
button-solved = 已解决
button-not-solved = 没解决
button-add = ✏️ 补充
button-withdraw = 撤回
button-withdraw-sure = 确定撤回
button-keep = 不了
button-something-new = 这是另一件事
button-forget = 删掉我的信息
button-page-back = ◀ 上一页
button-page-on = 下一页 ▶
button-announce = 📢 发给 { $count } 人

toast-thanks = 谢谢
toast-accepted = 接好了，{ $due } 前答复
toast-in-private = 到和我的私聊里写一句
toast-stranger = 请先私聊我点「开始」
refuse-nameless = 你现在是以群或频道的名义发言，我认不出是谁。请关掉「匿名」，用自己的名字再发一次。

refuse-no-case = 没找到这件事，发 /my 看看你的
refuse-not-allowed = 这件事由别的网格员处理。想帮忙请找网格长
refuse-not-yours = 这件事不在你手上。先接单，或请网格长处理
refuse-taken = 已经由{ $name }接单了
refuse-already-yours = { $number } 已经在你手上了
refuse-reopened = 你已说没解决，{ $number } 正在重办
refuse-resolved = { $number } 已办好，等报事人确认
refuse-closed = { $number } 已经办结了
refuse-rejected = { $number } 不归网格管，已告诉报事人该找谁
refuse-withdrawn = { $number } 报事人已撤回
refuse-not-now = { $number } 这会儿办不了这一步，发 /case { $number } 看看
refuse-nobody = 这附近没有别的同事可转，请点「退回」交给网格长
refuse-old-button = 这个按钮过期了，发 /my 看最新的
refuse-old-form = 这份已经提交或取消了
refuse-no-command = 没有这个命令。发 /help 看能做什么
refuse-nothing = 这种消息我看不懂。请发文字、照片、语音或位置
refuse-too-long = 这条有 { $count } 个字，我一次最多收 { $most } 个。请分成几条再发
refuse-quota = 今天传的文件太多了，剩下的明天再传。写的话照样收到。
refuse-too-big = 这个文件太大，超过 { $most } MB 我收不了。换一张照片，或剪短一点再发
refuse-too-many = 一件事最多 { $most } 张照片，多出来的没收。前面的都在
refuse-too-often = 一小时最多提交 { $most } 件。这份我留着，过一会儿再点「提交」就行
refuse-too-fast = 发得太快了，这条没收下。请等 { $seconds } 秒再发一遍
refuse-no-photo = 刚才有一个文件打不开，不是照片，没有收下。请重拍一张发来
refuse-no-photo-case = { $number }：有一个文件打不开，不是照片。请长按这条回复，重发一张
media-withheld = 📎 有 { $count } 个文件这个聊天收不了，没能发到这里
refuse-quarantine = 这条我没处理好，已经留给同事看了。换个说法再发一遍也行；人有危险请先打 119、110、120
story-line = · { $at }　{ $what }
story-earlier = · （更早还有 { $count } 条）
story-file = { $name }报了这件事
story-assign = 分给网格员
story-accept = { $name }接单
story-hand-on = { $name }转给同事
story-return = { $name }退回，重新安排
story-ask = { $name }问
story-answer = { $name }答
story-note = { $name }备注
story-add = { $name }补充
story-resolve = { $name }办好了
story-confirm = { $name }确认已解决
story-reopen = { $name }说没解决
story-rate = { $name }打了分
story-close = 两周没有回音，自动办结
story-reject = { $name }说不归网格管，已告诉该找谁
story-withdraw = { $name }撤回
story-escalate = 到点没办，报上级

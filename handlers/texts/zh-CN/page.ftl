## 网页聊天的界面文字

page-slogan = 路上看到的事，说一声就有人管
page-name = 网格蜂
page-about = 路上有事找我
page-language = 语言
page-phones = 三部手机

# 谁
page-role-rider = 骑手
page-role-coordinator = 网格员
page-role-lead = 网格长
page-role-admin = 管理员

# 第一次来
page-try = 试试看
page-try-rider = 骑手：发一张照片和一句话
page-try-rider-example = 幸福路口的井盖松了，电动车差点摔倒
page-try-coordinator = 网格员：点卡片上的按钮
page-try-admin = 管理员：打开菜单看看

page-empty-rider = 看到隐患、遇到难处，拍张照或写一句就行
page-empty-coordinator = 有人报事，卡片就会到这里
page-empty-lead = 有人报事，卡片就会到这里
page-empty-admin = 网格里的事都在这里管，点菜单看看

# 写消息
page-write = 说点什么…
page-send = 发送
page-photo = 照片
page-photo-add = 选照片
page-photo-open = 放大照片
page-photos-most = 一次最多 9 张
page-photos-gone = 照片没存住，麻烦再选一次
page-barred = 没收下，再发一次试试；照片多就少选几张
page-camera = 拍照
page-file = 文件
page-send-file = 发文件
page-remove = 去掉
page-menu = 能做什么
page-answers = 快捷回答
page-drop = 松手就加上
page-skip = 直接写
page-cancel = 取消
page-reply = 回复
page-edit = 修改
page-edit-last = 修改上一条
page-editing = 正在修改
page-edited = 已修改

# 消息
page-by-me = 我说：
page-by-us = 网格蜂说：
page-log = 聊天记录
page-to-bottom = 看最新的
page-today = 今天
page-yesterday = 昨天
page-sending = 发送中…
page-not-sent = 没发出去
page-retry = 再发一次
page-take-back = 拿回来改
page-reconnecting = 网络不太好，正在重连…
page-close = 关闭
page-previous = 上一张
page-next = 下一张

# 打电话
page-call = 打电话
page-call-110 = 报警
page-call-119 = 火警
page-call-120 = 急救

# 位置
page-place = 位置
page-place-send = 发位置
page-place-open = 在地图上看
page-place-pick = 在哪里？
page-place-how = 在地图上点一下
page-place-outside = 这里不在本区，也可以发
page-place-confirm = 就是这里
page-my-position = 我的位置
page-position-wait = 正在找你的位置…
page-position-off = 手机没给出位置，在地图上点一下吧
page-zoom-in = 放大
page-zoom-out = 缩小
page-zoom-all = 看全区
page-map-off = 地图还没打开，等一下再试
page-error-unreadable = 这条我没看懂，请再发一次。
page-error-gone = 这里没有登录，请从首页重新进来。
page-error-not-yours = 只能改自己发的话。

# The way in: what a link offers
page-enter-title = 邀请你加入网格蜂
page-enter-role = 角色
page-enter-area = 范围
page-enter-note = 邀请只能用一次，点了才算加入
page-enter-take = 加入
page-enter-gone = 这个邀请用过了或者过期了。请管理员再发一个。
page-enter-trouble = 网络不太好，正在重试…
page-file-later = （文件收到了，正在处理）
page-enter-device = 在这台设备上打开你的对话
page-enter-person = 名字
page-enter-device-note = 链接只能用一次，点了才打开
page-enter-closes = 链接只能用一次。这台设备上现在的对话会关掉
page-enter-open = 打开
page-busy = 现在人太多，过一会儿会自己再试。

# 登录的设备
page-devices = 登录的设备
page-devices-title = 在这些设备上开着
page-device-this = 这一台
page-device-unknown = 别的设备
page-device-seen = 上次说话 {"{time}"}
page-device-end = 让它退出
page-device-more = 在另一台设备上打开
page-device-link-note = 在那台设备上打开这个链接。十分钟内有效，只能用一次，别发给别人：
page-device-trouble = 没弄成，等一下再试
page-copy = 复制
page-copied = 复制好了
page-leave = 在这台设备上退出
page-leave-note = 退出后，这台设备打不开这个对话。别的设备不受影响。
page-leave-last = 没有别的设备登录：退出后，这个对话再也打不开了。报过的事照样有人办。
page-leave-sure = 退出

"""What somebody says of their pay, their work and those who have the say there is confidential."""

from __future__ import annotations

import pytest

from domain.privacy import Privacy
from domain.reading.model import Intent
from domain.reading.read import read


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


DISPUTES = """
押我健康证不让走
面试的时候说包吃住 来了啥也没有
工装费头盔费箱子费 啥都从工资里抠
我受伤躺了半个月 公司一个电话没有
worked forty days not one cent
they said 20 an hour i got 12
the agency keeps a third of what i earn
put me on nights since i complained
店长拿我口音开玩笑叫我土包子
站长拿我照片在群里当反面教材
物业经理拿我当贼搜我箱子
captain wants red envelope for day off
dispatcher gave my number to angry customer
insurance says wait three months already
天天被队长当众羞辱
多扣了我个税
兼职做了五天，人家说没这回事
年终说好的红包没影了
社保断缴三个月没人管
体检费让我们自己出
生病请假被开了
工头跑了，电话不接
单子被别人抢走了，调度给熟人派好单
给他送了一个月货，翻脸不认人
被 fire 了，没有 compensation
社保 never paid
被顾客诬陷偷东西
身份证押在中介那里
last month's money still not in
bonus just disappeared this year
they make us sign away social insurance
paid a training fee, no training, no refund
landlord won't return the deposit and threw out my stuff
underpaid again this week
tips get taken by the captain
got fired for being sick
employer withholds tax but pays none of it
supervisor bullies me
they won't let me resign
payout never arrived
payment is three weeks overdue
the rate per drop went down again
orders only go to his friends
expenses never reimbursed
station keeps my health card
my captain wants a gift or I get bad shifts
falsely accused of stealing a parcel
队长把近单都留给他小舅子
work 15 hour no break
吃饭时间都没有 一下线就打电话骂
女的不要 站长说的
don't hire women he said
因为我建了个群就把我踢了
发高烧还逼着上线
工资卡在站长手里
leader angry with me and now no orders
"""

OTHERS = """
路灯坏了拖了两个月 找谁修
活动取消了吗
发烧了 哪里有医院
they said the road opens monday
站里的灯坏了
组长让我来报一下路灯坏了
站长晕倒了
工地不让过，绕远
自己买的头盔坏了
身份证丢了怎么补办
公积金怎么提取
社保卡丢了怎么补
熟人巷路灯不亮
the manager's office has a leak
tips on how to charge faster?
short cut through the park is blocked
friends of mine fell on that step
my helmet is gone
can you keep my spot on the list
station keeps its gate shut
捡到工资卡一张
休息站里收费吗
四川路不收垃圾
没歇脚的地方
"""

HURT_TOO = """
我摔断手指，站里让我写自愿离职
被车撞了 站长让我自己掏钱
腿断了站长还扣我工资
my leg is broken and boss will not pay
手指夹断了公司说不管
中暑吐了三回站里还不让歇
captain hit me my nose is bleeding
同事被电了 老板不让叫120
i have chest pain captain say continue
"""

HURT_ALONE = """
站里着火了，快来
路边有人被车撞了流血
店里煤气漏了 老板不管
customer has knife come fast
热得晕过去两次
工地上有人被砸了
my leg is broken
"""


@pytest.mark.parametrize("said", lines(DISPUTES))
def test_a_dispute_is_confidential_and_no_talk(said: str) -> None:
    reading = read(said)
    assert reading.privacy is Privacy.CONFIDENTIAL
    assert reading.intent in (Intent.REPORT, Intent.COMPLAINT_UNANSWERED)
    assert reading.danger is None


TOLD = """
全勤奖说没就没
余额冻着半个月了
发烧39度还得上线
来例假也不让歇
公司想跟我私了
想告平台
中介收了介绍费就失联
they said base salary 4000 i got 2800
recruiter lied about the job
captain gives my orders to his cousin
连续干了三十天没休过
谁送礼谁单多
今天 站长把我的单给他表弟
他表哥啥都不干排班最好
好单内部分完了才轮到我们
一个站就我一个女的，他们老说荤话
要交三千块才给转专送
年终奖黄了
客户自己取消的算到我头上
夜班连早班，觉都没得睡
租的电瓶车坏了还照样扣月租
the dispatcher hates me, always far orders
he blackmails me with a photo
they count only half of my orders
he took my passport and does not give back
women are not allowed night shift and night pays double
not allowed to log off at lunch
"""

TALK = """
发工资啦
今天跑了六十单，爽
又一个差评 气死
电视里家暴那段演得真好
没有人跟踪我,是同路的邻居大哥
"""

NEAR_WORK = """
站里没有休息室
women's toilet is locked
孕妇优先通道被车堵了
can't log out of the app
i need water
有没有生育补贴
"""


@pytest.mark.parametrize("said", lines(TOLD))
def test_a_dispute_that_words_tell_is_filed(said: str) -> None:
    reading = read(said)
    assert reading.privacy is Privacy.CONFIDENTIAL
    assert reading.intent in (Intent.REPORT, Intent.EMERGENCY)


@pytest.mark.parametrize("said", lines(TALK))
def test_who_chats_of_work_chats(said: str) -> None:
    assert read(said).intent is not Intent.REPORT


@pytest.mark.parametrize("said", lines(NEAR_WORK))
def test_what_lies_next_to_a_dispute_is_open(said: str) -> None:
    assert read(said).privacy is Privacy.OPEN


@pytest.mark.parametrize("said", lines(OTHERS))
def test_words_of_work_alone_make_nothing_confidential(said: str) -> None:
    assert read(said).privacy is Privacy.OPEN


@pytest.mark.parametrize("said", lines(HURT_TOO))
def test_who_is_hurt_and_sent_away_tells_of_both(said: str) -> None:
    reading = read(said)
    assert reading.danger is not None
    assert reading.privacy is Privacy.CONFIDENTIAL


@pytest.mark.parametrize("said", lines(HURT_ALONE))
def test_a_danger_alone_is_no_secret(said: str) -> None:
    reading = read(said)
    assert reading.danger is not None
    assert reading.privacy is Privacy.OPEN


@pytest.mark.parametrize(
    "said",
    [
        "合租的把我电瓶卖了",
        "副队长让我给他女儿写作业 不写就排夜班",
        "customer poured the soup on me said slow",
        "guard took my keys and laugh",
    ],
)
def test_what_is_rather_a_secret_is_one_where_it_happened_to_them(said: str) -> None:
    assert read(said).privacy is Privacy.CONFIDENTIAL


def test_what_letters_hardly_take_for_thanks_and_is_rather_a_secret_is_a_report() -> (
    None
):
    assert read("月底说亏损 让我们平摊").intent is Intent.REPORT

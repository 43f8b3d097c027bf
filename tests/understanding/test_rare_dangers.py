"""Dangers that few ever see, and what only looks like them."""

import pytest

from domain.reading.read import read


@pytest.mark.parametrize(
    "text",
    [
        "面包车没人 自己往坡下溜 下面就是幼儿园",
        "轮椅没扶住 往马路溜过去了",
        "刹车没了 前面学校放学",
        "他后背扎着一块玻璃",
        "演习的时候真有人摔断腿了",
        "拍电影的爆炸真炸伤人了",
        "剧组说不是演的 替身从威亚上掉下来了",
        "小孩卷进货车轮子里了",
        "砂轮片崩出来打到他脸",
        "刚才晕的那个又倒了 没反应",
        "货柜里有人在敲 喊救命",
        "师傅在打包机里面 机器开了",
        "同事被锁冷库打不开",
        "师傅遭电到了 还在抖",
        "嘴里吐粉红泡沫",
        "孩子抽搐了十分钟还不停",
        "出大事了 人躺了一地",
        "她吃了三十片安定",
        "把他按进水池里一下一下的",
        "哑炮崩了 他正低头看",
        "加油站的棚子还着着火",
        "水库开闸了 河滩上有一家露营的",
        "我头好晕 热的",
        "i feel dizzy, too hot today",
        "快120",
        "媒气泄露了 楼里都闻到",
    ],
)
def test_a_danger_that_few_ever_see_is_heard(text: str) -> None:
    assert read(text).danger is not None


@pytest.mark.parametrize(
    "text",
    [
        "转得我头晕",
        "昨天晒得头晕 今天没事了",
        "天太热了 想要个阴凉的地方",
        "快120单了 再跑两单",
        "共享单车躺了一地 人过不去",
        "吃了两片头孢还是发烧",
        "钥匙锁后备箱里了 打不开",
        "粉红色泡沫箱谁的",
        "护栏外面停了一排车",
        "坐在栏杆外的台阶上等单",
        "农药买好了 今天打果树",
        "猫又爬上去了",
        "背上插着小旗子跑龙套的",
        "电视剧里真有人跳楼",
        "消防演习 真像着火了一样",
        "新闻说真有人触电死了",
    ],
)
def test_what_only_looks_like_one_alarms_nobody(text: str) -> None:
    assert read(text).danger is None

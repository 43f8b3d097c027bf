# 上报证明：编号、报事时间、网格和核对码，不含内容和姓名。

button-proof = 🧾 上报证明
help-proof = 🧾 受理后开上报证明：/proof　核对别人出示的：/check 核对码
proof-off = 这里还没有上报证明。要看报过的事办到哪一步，发 /my
proof-title = 上报证明
proof-minute = 报事时间
proof-grid = 网格
proof-code = 核对码
proof-says = 只证明这个时间报过事、已受理，不含内容，不判断责任。
proof-scan = 扫码核对，或把核对码发给网格蜂：/check 核对码
proof-type = 把核对码发给网格蜂就能核对：/check 核对码
proof-done = 🧾 <b>{ $number }</b> 的上报证明，可以出示给平台。上面没有你的名字，也没有你报的内容和照片。
    核对码：<b>{ $code }</b>
proof-quiet = 这件事是保密的，证明上不写网格。
proof-which = 开哪一件的上报证明？
proof-none = 你还没有能开证明的事项。报了事，有人接单以后，再发 /proof。
proof-not-yours = 上报证明只开给报事人自己。要核对别人出示的，发 /check 核对码
proof-not-yet = { $number } 还没有人受理。有人接单后再发 /proof { $number }，马上就能开。
proof-withdrawn = { $number } 已经撤回，开不了证明。事情还在的话重新报一次，受理后就能开。
proof-rejected = { $number } 定的是不归网格管，开不了证明。觉得还是该管，发 /case { $number }，点「还是该你们管」说说为什么。
proof-kind = { $number } 这一类不开上报证明。要看办到哪一步，发 /case { $number }
proof-check-how = 写上证明上的核对码，比如：/check YH26-0001-K7QM3-XDP9T
proof-genuine = ✅ 证明是真的：<b>{ $number }</b>，报事时间 { $minute }，{ $grid }，已受理。
    只核对这些，内容和报事人不公开。
proof-void = ⚠️ <b>{ $number }</b>（{ $minute }，{ $grid }）开过证明，后来撤回了，或者不算受理了，这张不再算数。
proof-unknown = ❌ 没有这个核对码。对着证明再看一遍，照样发 /check 核对码；还是没有，就不是我们开的。
proof-no-grid = 网格不公开
proof-page-genuine = ✅ 证明是真的，已受理
proof-page-void = ⚠️ 开过证明，后来撤回了，或者不算受理了，不再算数
proof-page-unknown = ❌ 没有这个核对码
proof-page-number = 编号
proof-page-minute = 报事时间
proof-page-grid = 网格
proof-page-says = 请对一对，和出示的证明是不是一样。内容和报事人不公开。
proof-page-compare = 对着证明再看一遍核对码；还是没有，就不是我们开的。

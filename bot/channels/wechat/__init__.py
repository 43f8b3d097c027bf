"""WeChat: riders reach us through a 服务号, an Official Account."""

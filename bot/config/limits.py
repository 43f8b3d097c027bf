"""The section [limits]: how much one person, one address, one network may ask of the house."""

from __future__ import annotations

from pydantic import Field

from bot.config.section import Section


class LimitsConfig(Section):
    photos: int = Field(default=9, ge=1, le=9)
    letters: int = Field(default=3000, ge=100, le=4000)
    megabytes: int = Field(default=20, ge=1, le=20)
    cases_an_hour: int = Field(default=10, ge=1)
    messages_a_minute: int = Field(default=40, ge=5)
    megabytes_a_day: int = Field(default=300, ge=1)
    requests_a_minute: int = Field(default=300, ge=10)
    visits_a_minute: int = Field(default=1500, ge=10)
    first_words_an_hour: int = Field(default=400, ge=5)
    wrong_codes_an_hour: int = Field(default=30, ge=5)
    address_megabytes_a_day: int = Field(default=6000, ge=1)
    network_times: float = Field(default=2, ge=1)
    connections: int = Field(default=600, ge=10)
    connections_an_address: int = Field(default=400, ge=6)
    connections_a_network: int = Field(default=500, ge=6)
    head_seconds: float = Field(default=10, gt=0)
    body_seconds: float = Field(default=30, gt=0)
    upload_minutes: float = Field(default=15, gt=0)
    ipv4_network: int = Field(default=24, ge=8, le=32)
    ipv6_network: int = Field(default=56, ge=16, le=64)

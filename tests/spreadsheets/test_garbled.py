"""Texts that a program has spoiled, and good ones that look a little like them."""

import pytest

from oit.spreadsheets.garbled import fault_of, may_be_spoiled

GOOD = "ซื้อวัสดุสำนักงาน"


@pytest.mark.parametrize(
    "text",
    [
        GOOD.encode().decode("latin-1"),
        GOOD.encode().decode("cp1252", "replace"),
        GOOD.encode().decode("cp874", "ignore"),
        GOOD.encode("cp874").decode("latin-1"),
        GOOD.encode("utf-16-le").decode("latin-1"),
        "ที่".encode("cp874").decode("latin-1"),
        "1/2569\ufffd",
        "????????? ????",
    ],
)
def test_thai_letters_in_a_wrong_encoding(text: str) -> None:
    fault = fault_of(text)
    assert fault is not None
    assert may_be_spoiled(text)
    assert "wrong encoding" in fault.en


@pytest.mark.parametrize(
    "text", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#REF! ", "Err:502"]
)
def test_errors_that_were_pasted_as_texts(text: str) -> None:
    fault = fault_of(text)
    assert fault is not None
    assert may_be_spoiled(text)
    assert "error" in fault.en


def test_a_column_that_was_too_narrow() -> None:
    for text in ("###", "##########"):
        fault = fault_of(text)
        assert fault is not None
        assert "narrow" in fault.en


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "เธอ เธอ เนย เนื้อ เธียร เนตร",
        "Société Générale",
        "ทำไม???",
        "#1 ร้านค้า",
        "Error",
        "±5 °C",
        "บรรทัด\r\nที่ 2\tช่อง",
        "E-bidding",
        "เนินเขา เน้น เนียน",
    ],
)
def test_good_texts(text: str) -> None:
    assert fault_of(text) is None


def test_no_text_takes_long() -> None:
    for text in ("เธ" * 16_000, "?" * 32_000 + "x", "\x01a" * 16_000, "à" * 32_000):
        fault_of(text)

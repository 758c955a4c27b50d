"""Forms in a real browser: text survives until the server has it, two presses are one sending, amounts are read out."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Error, Page, expect
from pytest_django.fixtures import Settings

from diaban.kit import clock
from diaban.kit.fields import DayField, VndField
from diaban.kit.fields.days import DayOption
from tests.amounts import TYPED, random_amounts
from tests.journeys import form_pages
from tests.journeys.conftest import CHROMIUM, WIDTHS, fits, new_page

Open = Callable[..., Page]


@pytest.fixture(autouse=True)
def trial(settings: Settings) -> Iterator[None]:
    settings.ROOT_URLCONF = "tests.journeys.form_pages"
    form_pages.RECEIVED.clear()
    form_pages.SECONDS.clear()
    yield
    assert all(len(values) >= 1 for values in form_pages.RECEIVED.values())


@pytest.fixture
def device(chromium: Browser, doorstep: str) -> Iterator[Open]:
    """Tabs of one device: they share what it keeps. Nothing is complained of."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def tab(path: str = "/thu/lan/", *, width: str = "máy tính") -> Page:
        page = contexts[0].new_page() if contexts else new_page(chromium, contexts, width=width, scheme="light")
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(doorstep + path)
        return page

    yield tab
    for context in contexts:
        context.close()
    assert complaints == []


def outcome(page: Page) -> Any:
    return page.get_by_label("Kết quả")


def state(page: Page) -> Any:
    return page.locator("[data-state]")


def fill(page: Page, text: str = "Cầu tràn ngập khi mưa.") -> None:
    """All that the form asks for."""
    page.get_by_text("Hôm qua").click()
    page.get_by_text("Pà Cò").click()
    outcome(page).fill(text)


def send(page: Page) -> None:
    page.get_by_role("button", name="Gửi chuyến đi").click()


def drafts(page: Page) -> dict[str, Any]:
    kept: dict[str, str] = page.evaluate("({...localStorage})")
    return {key: json.loads(value) for key, value in kept.items() if key.startswith("nhap:")}


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_typed_is_on_the_device_within_a_second(device: Open, width: str) -> None:
    # Given an empty form, which says that nothing is kept yet
    page = device(width=width)
    expect(state(page)).to_have_text("Chưa lưu: nội dung được giữ khi gửi")
    assert fits(page)
    # When somebody types
    outcome(page).press_sequentially("Cầu")
    # Then within a second it is kept, and the page says where and since when
    page.wait_for_timeout(1000)
    [draft] = drafts(page).values()
    assert ["outcome", "Cầu"] in json.loads(draft["text"])
    expect(state(page)).to_contain_text("Đã lưu nháp trên máy lúc ")
    assert fits(page)


def test_a_draft_comes_back_after_a_reload_with_all_that_was_chosen(device: Open) -> None:
    # Given a form with a day, a place, a text, an amount inside a fold, and two rows of which one was taken away again
    page = device()
    fill(page)
    page.get_by_text("Thêm giá trị").click()
    page.get_by_label("Giá trị quy ra tiền").fill("12,5 triệu")
    for content in ("Cây giống", "Gạo", "Sách"):
        page.get_by_role("button", name="Thêm hoạt động hỗ trợ").click()
        page.get_by_label("Nội dung hỗ trợ").last.fill(content)
    page.get_by_role("button", name="Bỏ hoạt động hỗ trợ này").nth(1).click()
    page.wait_for_timeout(700)
    # When the page is loaded anew
    page.reload()
    # Then everything is there, and the page says from when
    restored = page.locator("[data-restored]")
    expect(restored).to_contain_text("Đã khôi phục bản nháp lưu trên máy lúc ")
    expect(outcome(page)).to_have_value("Cầu tràn ngập khi mưa.")
    expect(page.get_by_role("radio", name="Hôm qua")).to_be_checked()
    expect(page.get_by_role("radio", name="Pà Cò")).to_be_checked()
    expect(page.get_by_label("Giá trị quy ra tiền")).to_be_visible()
    expect(page.get_by_text("Mười hai triệu năm trăm nghìn đồng")).to_be_visible()
    assert [box.input_value() for box in page.get_by_label("Nội dung hỗ trợ").all()] == ["Cây giống", "Sách"]
    assert fits(page)
    # When it is not wanted, it is dropped for good
    restored.get_by_role("button", name="Bỏ bản nháp").click()
    expect(outcome(page)).to_have_value("")
    page.reload()
    page.wait_for_timeout(300)
    expect(outcome(page)).to_have_value("")
    assert drafts(page) == {}


def test_a_draft_survives_a_tab_that_was_killed(device: Open) -> None:
    page = device()
    other = device("/thu/lan/xong/")
    outcome(page).fill("Viết dở.")
    page.wait_for_timeout(1000)
    with pytest.raises(Error):
        page.goto("chrome://crash")
    other.get_by_role("link", name="Ghi chuyến khác").click()
    expect(outcome(other)).to_have_value("Viết dở.")


def test_a_draft_goes_only_when_the_server_has_it(device: Open) -> None:
    # Given a complete form whose sending gets lost on the way back
    page = device("/thu/lan/?mat=1")
    fill(page)
    page.wait_for_timeout(700)
    send(page)
    page.wait_for_timeout(500)
    assert len(form_pages.RECEIVED) == 1
    # Then the draft is still there, also on a new page, with the same id
    page.goto(page.url.partition("?")[0])
    expect(outcome(page)).to_have_value("Cầu tràn ngập khi mưa.")
    # When it is sent once more
    send(page)
    # Then it is one record, the page says so, and the device keeps nothing
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã ghi")
    expect(page.get_by_text("đã được nhận từ lần gửi trước")).to_be_visible()
    assert [len(values) for values in form_pages.RECEIVED.values()] == [2]
    assert drafts(page) == {}


def test_what_was_written_after_a_lost_sending_stays(device: Open) -> None:
    page = device("/thu/lan/?mat=1")
    fill(page)
    send(page)
    page.wait_for_timeout(500)
    page.goto(page.url.partition("?")[0])
    expect(outcome(page)).to_have_value("Cầu tràn ngập khi mưa.")
    outcome(page).fill("Cầu tràn ngập; đã thêm một câu.")
    send(page)
    expect(page.get_by_text("đã được nhận từ lần gửi trước")).to_be_visible()
    # The server kept the first version; the sentence that came later is not lost, and is nobody's record yet
    page.get_by_role("link", name="Ghi chuyến khác").click()
    expect(outcome(page)).to_have_value("Cầu tràn ngập; đã thêm một câu.")
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    assert (len(form_pages.RECEIVED), drafts(page)) == (2, {})


def test_a_refused_sending_keeps_the_draft_and_a_mended_one_clears_it(device: Open) -> None:
    page = device()
    outcome(page).fill("Chưa chọn gì.")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("Cần sửa 2 chỗ")
    expect(page.locator("[data-sec]").first).to_have_text("Sai 2")
    expect(state(page)).to_contain_text("Đã lưu nháp trên máy lúc ", timeout=200)
    assert len(drafts(page)) == 1
    page.get_by_role("alert").get_by_role("link", name="Ngày đi: Chưa nhập ngày đi.").click()
    assert page.evaluate("document.activeElement.id") == "id_visited_on"
    fill(page, "Đã chọn.")
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    assert drafts(page) == {}


def test_two_accounts_do_not_see_each_others_drafts(device: Open) -> None:
    page = device("/thu/lan/")
    outcome(page).fill("Của Lan.")
    page.wait_for_timeout(700)
    page.goto(page.url.replace("lan", "son"))
    page.wait_for_timeout(300)
    expect(outcome(page)).to_have_value("")
    outcome(page).fill("Của Sơn.")
    page.wait_for_timeout(700)
    page.goto(page.url.replace("son", "lan"))
    expect(outcome(page)).to_have_value("Của Lan.")
    page.goto(page.url.replace("lan", "son"))
    expect(outcome(page)).to_have_value("Của Sơn.")


def test_a_draft_belongs_to_its_account_through_sign_out_and_sign_in(
    settings: Settings, chromium: Browser, demo: str
) -> None:
    # Given a cadre of the demonstration who wrote something on a shared computer and signed out
    page = new_page(chromium, [], width="máy tính", scheme="light")
    form = page.get_by_role("form", name="Biểu mẫu thử")
    sign_in(page, demo, "canbo")
    form.get_by_label("Kết quả").fill("Của cán bộ.")
    expect(form.locator("[data-state]")).to_contain_text("Đã lưu nháp")
    page.get_by_role("button", name="Đăng xuất").click()
    # When a commune signs in there, it sees nothing of it
    sign_in(page, demo, "xa")
    page.wait_for_timeout(300)
    expect(form.get_by_label("Kết quả")).to_have_value("")
    page.get_by_role("button", name="Đăng xuất").click()
    # And the cadre finds it again
    sign_in(page, demo, "canbo")
    expect(form.get_by_label("Kết quả")).to_have_value("Của cán bộ.")
    page.context.close()


def sign_in(page: Page, demo: str, who: str) -> None:
    page.goto(f"{demo}/dang-nhap/")
    page.locator(f'form[action$="/{who}/"]').get_by_role("button").click()
    page.goto(f"{demo}/thu-vien-giao-dien/")


@pytest.mark.parametrize("width", WIDTHS)
def test_a_draft_on_what_somebody_else_saved_meanwhile_is_compared(device: Open, width: str) -> None:
    form_pages.RECORD.update({"outcome": "Ban đầu.", "amount": 5_000_000})
    # Given a draft on a phone that went out before it was sent
    page = device("/sua/", width=width)
    expect(state(page)).to_contain_text("Máy chủ có bản lưu lúc ")
    outcome(page).fill("Viết trên điện thoại.")
    page.wait_for_timeout(700)
    # When somebody else saves, and the phone comes back
    form_pages.RECORD.update({"outcome": "Viết trên máy tính.", "amount": 12_500_000})
    page.reload()
    expect(outcome(page)).to_have_value("Viết trên điện thoại.")
    page.get_by_role("button", name="Lưu chuyến đi").click()
    # Then both versions are shown, and nothing is overwritten
    expect(page.get_by_role("heading", name="Bản ghi đã được sửa ở máy khác")).to_be_visible()
    expect(page.get_by_text("do Bùi Văn Sơn").first).to_be_visible()
    assert form_pages.RECORD["outcome"] == "Viết trên máy tính."
    expect(page.get_by_role("radio", name="Lấy bản đồng chí viết mục Kết quả")).to_be_checked()
    expect(page.get_by_role("radio", name="Lấy bản đã lưu mục Giá trị quy ra tiền")).to_be_checked()
    assert fits(page)
    # And what was chosen is saved, field by field
    page.get_by_role("button", name="Lưu theo lựa chọn").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    assert form_pages.RECORD == {"outcome": "Viết trên điện thoại.", "amount": 12_500_000}
    assert drafts(page) == {}


def test_from_the_comparison_one_may_go_on_writing(device: Open) -> None:
    form_pages.RECORD.update({"outcome": "Ban đầu.", "amount": 5_000_000})
    page = device("/sua/")
    outcome(page).fill("Của tôi.")
    form_pages.RECORD["outcome"] = "Của người khác."
    page.get_by_role("button", name="Lưu chuyến đi").click()
    page.get_by_role("button", name="Sửa tiếp trên biểu mẫu").click()
    expect(outcome(page)).to_have_value("Của tôi.")
    outcome(page).fill("Của cả hai.")
    page.get_by_role("button", name="Lưu chuyến đi").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    assert (form_pages.RECORD["outcome"], drafts(page)) == ("Của cả hai.", {})


def test_two_tabs_write_two_records(device: Open) -> None:
    one = device()
    outcome(one).fill("Chuyến thứ nhất.")
    one.wait_for_timeout(700)
    other = device()
    other.wait_for_timeout(300)
    expect(outcome(other)).to_have_value("")
    fill(other, "Chuyến thứ hai.")
    send(other)
    expect(other.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    fill(one, "Chuyến thứ nhất.")
    send(one)
    expect(one.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    assert sorted(values[0]["outcome"] for values in form_pages.RECEIVED.values()) == [
        "Chuyến thứ hai.",
        "Chuyến thứ nhất.",
    ]


def test_nothing_of_a_sealed_form_is_kept_and_leaving_it_is_asked_about(device: Open) -> None:
    page = device("/thu/kin/")
    expect(state(page)).to_have_text("Không lưu nháp trên máy: chỉ lưu khi gửi")
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    outcome(page).press_sequentially("Nhận xét kín.")
    page.wait_for_timeout(800)
    assert page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})").find("kín") == -1
    page.reload()
    assert asked == ["beforeunload"]
    # A form whose text is kept lets go without a question
    page.goto(page.url.replace("kin", "lan"))
    outcome(page).press_sequentially("Ghi chép.")
    page.wait_for_timeout(800)
    page.reload()
    assert asked == ["beforeunload"]


def test_a_device_that_cannot_keep_says_so_and_sends_all_the_same(device: Open) -> None:
    page = device()
    page.evaluate(
        "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"
    )
    fill(page)
    expect(state(page)).to_have_text("Máy này không lưu được bản nháp. Gửi trước khi rời trang.")
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()


def test_a_draft_of_last_month_is_gone_and_one_of_last_week_still_means_its_day(device: Open) -> None:
    page = device()
    page.get_by_text("Hôm qua").click()
    page.wait_for_timeout(700)
    [(key, draft)] = drafts(page).items()
    age = "([key, draft, days]) => localStorage.setItem(key, JSON.stringify({...draft, at: draft.at - days * 864e5}))"
    last_week = {**draft, "text": draft["text"].replace(yesterday().value, "2024-11-21")}
    page.goto(page.url + "xong/")
    page.evaluate(age, [key, last_week, 7])
    page.get_by_role("link", name="Ghi chuyến khác").click()
    expect(page.get_by_role("radio", name="Ngày khác")).to_be_checked()
    expect(page.get_by_label("Ngày đi: ngày khác")).to_have_value("21/11/2024")
    expect(page.get_by_text("Thứ Năm, ngày 21/11/2024")).to_be_visible()
    page.goto(page.url + "xong/")
    page.evaluate(age, [key, last_week, 31])
    page.get_by_role("link", name="Ghi chuyến khác").click()
    page.wait_for_timeout(300)
    expect(page.get_by_role("radio", name="Ngày khác")).not_to_be_checked()
    assert drafts(page) == {}


def yesterday() -> DayOption:
    field = DayField(label="Ngày đi")
    field.today = clock.today()
    return field.options[1]


def test_a_second_press_sends_nothing_more_and_the_button_says_why(device: Open) -> None:
    page = device("/thu/lan/?cham=1")
    fill(page)
    page.evaluate(
        """() => addEventListener('submit', () => setTimeout(() => {
        sessionStorage.said = document.querySelector('.submit .btn.pri').textContent; }))"""
    )
    where = page.get_by_role("button", name="Gửi chuyến đi").bounding_box()
    assert where
    for _ in range(3):
        page.mouse.click(where["x"] + 20, where["y"] + 20)
        time.sleep(0.3)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    assert page.evaluate("sessionStorage.said") == "Đang gửi…"
    assert [len(values) for values in form_pages.RECEIVED.values()] == [1]


def test_after_going_back_there_is_a_clean_form_with_an_id_of_its_own(device: Open) -> None:
    page = device()
    fill(page)
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("button", name="Gửi chuyến đi")).to_be_enabled()
    expect(outcome(page)).to_have_value("")
    fill(page, "Chuyến khác.")
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    assert len(form_pages.RECEIVED) == 2


def test_a_page_that_the_browser_kept_is_alive_again_on_going_back(chromium: Browser, doorstep: str) -> None:
    # Given a browser that keeps pages for going back, as people's do and those of the other tests do not
    with chromium.browser_type.launch(
        executable_path=CHROMIUM, args=["--no-sandbox"], ignore_default_args=["--disable-back-forward-cache"]
    ) as browser:
        page = new_page(browser, [], width="máy tính", scheme="light")
        page.goto(f"{doorstep}/thu/lan/")
        fill(page)
        page.evaluate("addEventListener('pageshow', (event) => { sessionStorage.kept = event.persisted; })")
        # When somebody leaves in the middle of a sending, and comes back
        page.evaluate("""() => { document.querySelector('form[data-form]').dataset.sending = 'on';
            const button = document.querySelector('.submit .btn.pri');
            button.words = [...button.childNodes]; button.dataset.sent = ''; button.textContent = 'Đang gửi…'; }""")
        page.goto(f"{doorstep}/thu/lan/xong/")
        back(page)
        # Then the page is the kept one, with its text, and its button works
        assert page.evaluate("sessionStorage.kept") == "true"
        expect(outcome(page)).to_have_value("Cầu tràn ngập khi mưa.")
        send(page)
        expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
        # And when it goes back to what the server has, there is a clean form instead
        back(page)
        expect(outcome(page)).to_have_value("")
        assert [len(values) for values in form_pages.RECEIVED.values()] == [1]


def back(page: Page) -> None:
    """A page that the browser kept does not load again, so nothing is to be waited for."""
    page.evaluate("() => { setTimeout(() => history.back()); }")
    page.wait_for_url("**/thu/lan/", wait_until="commit")


def test_without_an_answer_the_button_works_again(device: Open) -> None:
    page = device("/thu/lan/?mat=1")
    page.clock.install()
    page.reload()
    fill(page)
    send(page)
    expect(page.locator(".submit .btn.pri")).to_have_text("Đang gửi…")
    page.clock.run_for(21_000)
    expect(page.locator(".submit .btn.pri")).to_have_text("Gửi chuyến đi")


def test_without_a_network_nothing_is_sent_and_nothing_is_lost(device: Open) -> None:
    page = device()
    fill(page)
    page.context.set_offline(True)
    send(page)
    expect(state(page)).to_have_text("Ngoại tuyến. Bản nháp ở trên máy, gửi lại khi có mạng.")
    page.context.set_offline(False)
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()


def test_only_seconds_of_work_are_counted(device: Open) -> None:
    # Given a form that is open
    page = device("/thu/lan/xong/")
    page.clock.install()
    page.get_by_role("link", name="Ghi chuyến khác").click()
    # When it is only looked at, nothing is counted
    page.clock.run_for(30_000)
    fill(page)
    # When somebody works for half a minute, leaves for an hour, and comes back for ten seconds
    for _ in range(3):
        page.clock.run_for(10_000)
        outcome(page).press("End")
    page.clock.run_for(3_600_000)
    outcome(page).press("End")
    page.clock.run_for(10_000)
    send(page)
    # Then the hour does not count, but for the minute in which nobody could know
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    [seconds] = form_pages.SECONDS
    assert seconds is not None
    assert 95 <= seconds <= 105


def test_amounts_are_read_out_as_the_server_reads_them(device: Open) -> None:
    page = device()
    page.get_by_text("Thêm giá trị").click()
    typed = [*TYPED, *random_amounts(200)]
    said = page.evaluate(
        """(typed) => { const box = document.getElementById('id_amount');
        return typed.map((text) => { box.value = text; box.dispatchEvent(new Event('input', {bubbles: true}));
        return document.getElementById('id_amount-words').textContent; }); }""",
        typed,
    )
    field = VndField(label="Giá trị")
    wanted = [field.words(text) for text in typed]
    assert [one for one in zip(typed, said, wanted, strict=True) if one[1] != one[2]] == []
    assert sum(bool(words) for words in wanted) > 200


def test_an_amount_is_grouped_when_it_is_done_and_told_when_it_is_none(device: Open) -> None:
    page = device()
    page.get_by_text("Thêm giá trị").click()
    box = page.get_by_label("Giá trị quy ra tiền")
    box.fill("12500000")
    box.blur()
    expect(box).to_have_value("12.500.000")
    box.fill("trên 10 tỷ")
    box.blur()
    expect(page.get_by_text("Chưa đọc được số tiền này.")).to_be_visible()


def test_a_day_is_read_out_with_its_weekday(device: Open) -> None:
    page = device(width="điện thoại")
    other = page.get_by_label("Ngày đi: ngày khác")
    page.get_by_text("Hôm qua").click()
    expect(other).to_be_hidden()
    expect(page.locator("#id_visited_on-words")).to_have_text(yesterday().words)
    page.get_by_text("Ngày khác").click()
    expect(other).to_be_focused()
    for typed, words in [("28/11/2024", "Thứ Năm, ngày 28/11/2024"), ("1.9.2024", "Chủ nhật, ngày 01/09/2024"),
                         ("28112024", "Thứ Năm, ngày 28/11/2024"), ("31/9/2024", ""), ("31/9", "")]:  # fmt: skip
        other.fill(typed)
        expect(page.locator("#id_visited_on-words")).to_have_text(words)


def test_rows_come_and_go_with_a_way_back(device: Open) -> None:
    page = device()
    add = page.get_by_role("button", name="Thêm hoạt động hỗ trợ")
    add.click()
    expect(page.get_by_label("Nội dung hỗ trợ")).to_be_focused()
    page.get_by_label("Nội dung hỗ trợ").fill("Cây giống")
    page.get_by_label("Giá trị", exact=True).fill("5 triệu")
    page.get_by_role("button", name="Bỏ hoạt động hỗ trợ này").click()
    expect(page.get_by_text("Đã bỏ hoạt động hỗ trợ.")).to_be_visible()
    page.get_by_role("button", name="Lấy lại").click()
    add.click()
    fill(page)
    send(page)
    expect(page.get_by_text("Đã ghi chuyến đi.")).to_be_visible()
    [[values]] = form_pages.RECEIVED.values()
    assert values["supports"] == [{"content": "Cây giống", "value": 5_000_000}]


def test_the_margin_tells_how_far_each_section_is(device: Open) -> None:
    page = device()
    margin = page.locator("[data-sec]")
    expect(margin).to_have_text(["Chưa viết", "Chưa viết", "Chưa viết"])
    page.get_by_text("Hôm qua").click()
    expect(margin.first).to_have_text("Thiếu 1")
    fill(page)
    expect(margin).to_have_text(["Đủ", "Đủ", "Chưa viết"])


def test_all_of_it_works_without_a_script(chromium: Browser, doorstep: str) -> None:
    # Given a browser that runs no script
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{doorstep}/thu/lan/")
    fill(page)
    page.get_by_text("Thêm giá trị").click()
    page.get_by_label("Giá trị quy ra tiền").fill("trên 10 tỷ")
    # When a row is added, and Enter is pressed in it
    page.get_by_role("button", name="Thêm hoạt động hỗ trợ").click()
    expect(outcome(page)).to_have_value("Cầu tràn ngập khi mưa.")
    expect(page.get_by_label("Nội dung hỗ trợ")).to_be_focused()
    page.get_by_label("Nội dung hỗ trợ").fill("Cây giống")
    page.get_by_label("Nội dung hỗ trợ").press("Enter")
    # Then the form was sent, not one row more, and it says what to mend
    expect(page.get_by_role("alert")).to_contain_text("Cần sửa 2 chỗ")
    page.get_by_role("button", name="Bỏ hoạt động hỗ trợ này").click()
    page.get_by_label("Giá trị quy ra tiền").fill("12,5 triệu")
    send(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Đã ghi")
    [[values]] = form_pages.RECEIVED.values()
    assert (values["amount"], values["supports"]) == (12_500_000, [])
    context.close()

"""The reading view in a real browser: keys, clicks, deep links, small screens, no script, hostile text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import made_report
import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from sayso.show.addresses import claim_anchor, report_path

Page = Callable[..., Any]
BRIDGES = report_path(made_report.bridges().id)
HOSTILE = report_path(made_report.hostile().id)


def press(driver: Any, *keys: str) -> None:
    for key in keys:
        ActionChains(driver).send_keys(key).perform()


def opened(driver: Any) -> list[str]:
    """The ids of the cards that can be seen."""
    return [
        card.get_attribute("id")
        for card in driver.find_elements(By.CSS_SELECTOR, ".card")
        if card.is_displayed()
    ]


def focused(driver: Any) -> str:
    return str(driver.switch_to.active_element.get_attribute("id"))


def wait_for(driver: Any, card: str) -> None:
    WebDriverWait(driver, 5).until(lambda _: opened(driver) == [card])


def on_screen(driver: Any, selector: str) -> bool:
    return bool(
        driver.execute_script(
            "const at = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return at.top >= 0 && at.bottom <= innerHeight && at.left >= 0 && at.right <= innerWidth;",
            selector,
        )
    )


def test_j_and_k_walk_over_the_claims_and_enter_opens_and_escape_gives_the_focus_back(page: Page) -> None:
    driver = page(BRIDGES)
    press(driver, "j")
    assert focused(driver) == "mark-own/bridge 1"
    press(driver, "j", "j", "k")
    assert focused(driver) == "mark-c-settlements"
    press(driver, Keys.ENTER)
    assert opened(driver) == ["claim-c-settlements"]
    assert focused(driver) == "claim-c-settlements"
    press(driver, Keys.ESCAPE)
    assert opened(driver) == []
    assert focused(driver) == "mark-c-settlements"


def test_with_a_card_open_j_goes_on_to_the_next_card(page: Page) -> None:
    driver = page(BRIDGES)
    press(driver, "j", Keys.ENTER, "j", "j")
    assert opened(driver) == ["claim-c-area"]
    press(driver, Keys.ESCAPE)
    assert focused(driver) == "mark-c-area"


def test_every_claim_of_the_text_is_reached_by_keys_alone(page: Page) -> None:
    driver = page(BRIDGES)
    press(driver, "j", Keys.ENTER)
    seen = []
    for _ in made_report.CLAIMS:
        seen.append(opened(driver)[0])
        press(driver, "j")
    assert len(set(seen)) == len(made_report.CLAIMS) - 1


def test_arrows_walk_while_a_number_has_the_focus_and_scroll_otherwise(page: Page) -> None:
    driver = page(BRIDGES)
    press(driver, Keys.ARROW_DOWN)
    assert not focused(driver)
    press(driver, "j", Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_UP)
    assert focused(driver) == "mark-c-settlements"


def test_the_focus_can_be_seen(page: Page) -> None:
    driver = page(BRIDGES)
    press(driver, "j")
    width = driver.execute_script("return getComputedStyle(document.activeElement).outlineWidth")
    assert float(width.removesuffix("px")) >= 2


def test_keys_are_left_alone_where_one_types(page: Page) -> None:
    driver = page("/claims")
    box = driver.find_element(By.NAME, "speaker")
    box.send_keys("jk")
    assert box.get_attribute("value") == "jk"


@pytest.mark.parametrize("width", [390, 1440])
def test_a_deep_link_opens_its_card_and_shows_the_words(page: Page, width: int) -> None:
    driver = page(BRIDGES + claim_anchor("c-captured"), width=width)
    wait_for(driver, "claim-c-captured")
    assert on_screen(driver, ".handle.on")
    assert on_screen(driver, ".card.open")
    assert driver.current_url.endswith(claim_anchor("c-captured"))


def test_a_deep_link_to_an_odd_id_and_one_to_nothing(page: Page) -> None:
    driver = page(BRIDGES + claim_anchor("own/bridge 1"))
    wait_for(driver, "claim-own/bridge 1")
    driver = page(BRIDGES + "#claim-%FF%zz")
    assert opened(driver) == []


def test_a_click_on_the_words_opens_the_card_and_the_address_follows(page: Page) -> None:
    driver = page(BRIDGES)
    driver.find_element(By.CSS_SELECTOR, "#mark-c-army + .mark").click()
    assert opened(driver) == ["claim-c-army"]
    assert driver.current_url.endswith(claim_anchor("c-army"))
    driver.find_element(By.CSS_SELECTOR, ".card.open .back").click()
    assert opened(driver) == []
    assert "#" not in driver.current_url


def test_further_clicks_on_shared_words_go_through_all_claims_on_them(page: Page) -> None:
    driver = page(BRIDGES)
    words = next(
        each
        for each in driver.find_elements(By.CSS_SELECTOR, ".mark")
        if each.text == "no soldier crossed after midnight"
    )
    seen = []
    for _ in range(4):
        words.click()
        seen += opened(driver)
    assert seen[0] == "claim-c-ferry"
    assert sorted(seen) == ["claim-c-ferry", "claim-c-governor", "claim-c-rescue", "claim-c-television"]


def test_lines_of_four_overlapping_claims_lie_apart(page: Page) -> None:
    driver = page(BRIDGES)
    bottoms = driver.execute_script(
        "const piece = [...document.querySelectorAll('.mark')].find(m => m.textContent.startsWith('no soldier'));"
        "return [...piece.querySelectorAll('.line')].map(l => l.getClientRects()[0].bottom);"
    )
    assert len(bottoms) == 4
    apart = sorted(bottoms)
    assert all(lower - upper >= 3 for upper, lower in pairwise(apart))


def test_own_voice_is_drawn_with_another_line_than_attributed_words(page: Page) -> None:
    driver = page(BRIDGES)
    own, attributed = (
        driver.execute_script(
            "const style = getComputedStyle(document.querySelector(arguments[0])); return style.backgroundSize;",
            selector,
        )
        for selector in (".report .line.content.own", ".report .line.content:not(.own)")
    )
    assert own != attributed


def test_choosing_a_speaker_leaves_only_that_speakers_marks(page: Page) -> None:
    driver = page(BRIDGES)
    ministry = driver.find_element(By.CSS_SELECTOR, "button.speaker[aria-pressed]")
    ministry.click()
    shown = [
        each.get_attribute("id")
        for each in driver.find_elements(By.CSS_SELECTOR, ".handle")
        if each.is_displayed()
    ]
    assert shown == ["mark-c-settlements", "mark-c-area"]
    press(driver, "j")
    assert focused(driver) == "mark-c-settlements"
    driver.find_element(By.CSS_SELECTOR, ".show-all").click()
    assert len([e for e in driver.find_elements(By.CSS_SELECTOR, ".handle") if e.is_displayed()]) == 13


def test_a_claim_without_words_opens_from_the_list_of_speakers(page: Page) -> None:
    driver = page(BRIDGES)
    driver.find_element(By.CSS_SELECTOR, ".numbers a[href='#claim-c-nowhere']").click()
    assert opened(driver) == ["claim-c-nowhere"]


def test_on_a_telephone_the_card_is_a_sheet_at_the_bottom_that_leaves_the_words_in_sight(page: Page) -> None:
    driver = page(BRIDGES, width=390)
    driver.find_element(By.CSS_SELECTOR, "[id='mark-own/verify']").click()
    wait_for(driver, "claim-own/verify")
    sheet = driver.execute_script(
        "const at = document.querySelector('.card.open').getBoundingClientRect(); return [at.left, at.right, at.bottom, at.top];"
    )
    assert sheet[:3] == [0, 390, 900]
    words = driver.execute_script(
        "return document.querySelector('.handle.on').getBoundingClientRect().bottom"
    )
    assert 0 < words < sheet[3]


@pytest.mark.parametrize("path", ["/", "/claims", BRIDGES, HOSTILE, "/nothing"])
@pytest.mark.parametrize("width", [360, 900, 1440, 2560])
def test_no_page_is_wider_than_the_screen(page: Page, path: str, width: int) -> None:
    driver = page(path, width=width)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    if path == "/nothing":
        # The browser notes every answer of 404 on its console; that is not the page's doing.
        driver.get_log("browser")


def test_without_script_all_cards_are_there_and_links_lead_to_them_and_back(page: Page) -> None:
    driver = page(BRIDGES, script=False)
    assert len(opened(driver)) == len(made_report.CLAIMS)
    driver.find_element(By.CSS_SELECTOR, "#mark-c-army").click()
    assert driver.current_url.endswith("#claim-c-army")
    assert driver.find_elements(By.CSS_SELECTOR, "#claim-c-army:target")
    driver.find_element(By.CSS_SELECTOR, "#claim-c-army .back").click()
    assert driver.current_url.endswith("#mark-c-army")


@pytest.mark.parametrize(
    "path", ["/", "/claims", HOSTILE, HOSTILE + claim_anchor(made_report.hostile().claims[0].id)]
)
def test_a_hostile_report_runs_nothing(page: Page, path: str) -> None:
    driver = page(path)
    assert driver.title.endswith("· Sayso")
    assert "owned" not in driver.title.partition("<")[0]
    assert not driver.find_elements(By.CSS_SELECTOR, "img, [onfocus], [onload], [onerror]")
    assert len(driver.find_elements(By.TAG_NAME, "script")) == 1


def test_a_turned_name_does_not_turn_what_stands_beside_it(page: Page) -> None:
    driver = page(HOSTILE)
    left, right = driver.execute_script(
        "const of = s => document.querySelector('.report-head ' + s).getBoundingClientRect();"
        "const name = document.querySelector('.report-head .outlet').getClientRects();"
        "return [name[name.length - 1].right, of('.day').left];"
    )
    assert left <= right


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/claims", BRIDGES, BRIDGES + claim_anchor("c-president")])
def test_words_stand_out_from_what_is_behind_them(page: Page, path: str, scheme: str) -> None:
    driver = page("/")
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    driver = page(path)
    assert driver.execute_script(CONTRAST) == []


# Elements whose own words have a ratio of contrast under 4.5 (WCAG 2.2, 1.4.3), with that ratio. Backgrounds that are
# partly seen through are laid over one another; a background picture is a line under the words, not behind them.
CONTRAST = """
const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
const rgba = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const behind = e => { const own = rgba(getComputedStyle(e).backgroundColor);
  return own[3] === 1 ? own : over(own, e.parentElement ? behind(e.parentElement) : [255, 255, 255, 1]); };
const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const found = [];
for (const e of document.body.querySelectorAll('*')) {
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.classList.contains('handle');
  if (!words || !e.checkVisibility() || e.closest('.skip')) continue;
  const back = behind(e), front = over(rgba(getComputedStyle(e).color), back);
  const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  if (ratio < 4.5) found.push(`${e.tagName} ${e.className} ${ratio.toFixed(2)}`);
}
return found;
"""

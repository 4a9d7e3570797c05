import type { Page } from 'playwright-core';

/** Pixels of the page around the message: less than the room between two of them. */
const AROUND = 5;

/** Pixels that stay free above and below a message together, so that no edge of the conversation gets into the picture. */
const ROOM = 80;

/**
 * Scrolls until the whole message has been in view for two frames: the conversation follows its end when the window
 * grows, which may undo a scroll that comes too early. As text, since this program knows no DOM.
 */
const scrollTo = (selector: string): string => `(async () => {
	const message = document.querySelector('${selector}');
	const log = message.closest('.log');
	for (let steady = 0, tries = 0; steady < 2 && tries < 100; tries++) {
		const [box, shown] = [message.getBoundingClientRect(), log.getBoundingClientRect()];
		const inView = box.top - ${AROUND} > shown.top && box.bottom + ${AROUND} < shown.bottom;
		steady = inView ? steady + 1 : 0;
		if (!inView) message.scrollIntoView({ block: 'center' });
		await new Promise((resolve) => requestAnimationFrame(resolve));
	}
})()`;

/** Waits for the pictures of the message: they load late, and the page keeps a stream of changes open, so it is never idle. */
const loadImages = (selector: string): string =>
	`Promise.allSettled([...document.querySelectorAll('${selector} img')].map((image) => image.decode())).then(() => true)`;

/**
 * Takes a picture of one message of the chat page, as large as the message, and gives its bytes.
 * The width and the color scheme are the page's own; set them before. Fails when the message is not in the chat.
 */
export async function shootMessage(
	page: Page,
	simulatorUrl: string,
	chatId: string,
	messageId: string,
	file: string,
): Promise<Buffer> {
	const address = `${simulatorUrl}/#${encodeURIComponent(chatId)}`;
	if (page.url() !== address) await page.goto(address, { waitUntil: 'load' });
	const selector = `[data-test-id="message-${messageId}"]`;
	const message = page.locator(selector);
	await message.scrollIntoViewIfNeeded();
	// The pointer would show the toolbar of the message under it.
	await page.mouse.move(0, 0);
	await page.evaluate(loadImages(selector));
	const size = page.viewportSize();
	const shown = await page.locator('.log').boundingBox();
	const whole = await message.boundingBox();
	if (!size || !shown || !whole) throw new Error(`Message ${messageId} is not drawn`);
	// A message that is taller than the window is seen whole in a taller one.
	const missing = Math.ceil(whole.height + ROOM - shown.height);
	if (missing > 0) await page.setViewportSize({ ...size, height: size.height + missing });
	await page.evaluate(scrollTo(selector));
	const box = (await message.boundingBox()) ?? whole;
	const content = (await message.locator('.message-content > :first-child').first().boundingBox()) ?? box;
	const left = Math.max(0, box.x - AROUND);
	const right = Math.min(size.width, content.x + content.width + AROUND);
	const clip = { x: left, y: box.y - AROUND, width: right - left, height: box.height + 2 * AROUND };
	const bytes = await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', clip });
	if (missing > 0) await page.setViewportSize(size);
	return bytes;
}

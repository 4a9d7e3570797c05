import type { Page } from 'playwright-core';

/** Pixels of the page around the message: less than the room between two of them. */
const AROUND = 5;

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
	const message = page.locator(`[data-test-id="message-${messageId}"]`);
	await message.scrollIntoViewIfNeeded();
	// The pointer would show the toolbar of the message under it.
	await page.mouse.move(0, 0);
	// Pictures load late, and the page keeps a stream of changes open, so it is never idle.
	await message.locator('img').evaluateAll('(images) => Promise.allSettled(images.map((image) => image.decode()))');
	const size = page.viewportSize();
	const shown = await page.locator('.log').boundingBox();
	const whole = await message.boundingBox();
	if (!size || !shown || !whole) throw new Error(`Message ${messageId} is not drawn`);
	// A message that is taller than the window is seen whole in a taller one.
	const missing = Math.ceil(whole.height + 4 * AROUND - shown.height);
	if (missing > 0) await page.setViewportSize({ ...size, height: size.height + missing });
	await message.evaluate(`(element) => element.scrollIntoView({ block: 'center' })`);
	const box = (await message.boundingBox()) ?? whole;
	const content = (await message.locator('.message-content > :first-child').first().boundingBox()) ?? box;
	const left = Math.max(0, box.x - AROUND);
	const right = Math.min(size.width, content.x + content.width + AROUND);
	const clip = { x: left, y: box.y - AROUND, width: right - left, height: box.height + 2 * AROUND };
	const bytes = await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', clip });
	if (missing > 0) await page.setViewportSize(size);
	return bytes;
}

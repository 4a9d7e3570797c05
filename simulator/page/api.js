/** The simulator's admin API, as the page uses it. Every function rejects with the server's own words when it refuses. */

export async function request(path, init) {
	const response = await fetch(`/_sim${path}`, init);
	if (!response.ok) throw new Error(refusal(await response.text()) || `HTTP ${response.status}`);
	return response.json();
}

/** The sentence in a refusal. */
export function refusal(text) {
	try {
		return String(JSON.parse(text).message ?? text).slice(0, 300);
	} catch {
		return text.slice(0, 300);
	}
}

export const send = (method, path, body) =>
	request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const post = (path, body) => send('POST', path, body);

export const getState = () => request('/state');

/** The last delivery to the app that the pages name, the first one: what is wrong with another says nothing about it. */
export async function getNewestDelivery([app]) {
	if (!app) return undefined;
	return (await request(`/deliveries/newest?app_id=${encodeURIComponent(app.app_id)}`)).delivery;
}

/** Writes as a user; `parentId` makes it an answer to that message. */
export const sendText = (chatId, openId, text, parentId) =>
	post(`/chats/${encodeURIComponent(chatId)}/messages`, {
		open_id: openId,
		msg_type: 'text',
		text,
		parent_id: parentId,
	});

export const addReaction = (messageId, openId, emojiType) =>
	post(`/messages/${encodeURIComponent(messageId)}/reactions`, { open_id: openId, emoji_type: emojiType });

/** A click in a card; gives `{toast?, error?, updated}` when the app has answered. */
export const clickCard = (messageId, openId, action) =>
	post(`/messages/${encodeURIComponent(messageId)}/card-actions`, { open_id: openId, action });

/** Where the bytes of an image or file key are served. */
export const resourceUrl = (key) => `/_sim/resources/${encodeURIComponent(key)}`;

const sizes = new Map();

/** Bytes of a resource, or undefined when it is not there; asked once for a key, and only the headers are read. */
export function resourceSize(key) {
	if (!sizes.has(key))
		sizes.set(
			key,
			askSize(key).catch(() => undefined),
		);
	return sizes.get(key);
}

async function askSize(key) {
	const response = await fetch(resourceUrl(key));
	await response.body?.cancel();
	return response.ok ? (response.headers.get('content-length') ?? undefined) : undefined;
}

/**
 * Calls `onChange` after every change and each time the stream (re)connects, so nothing missed while away stays missing.
 * `onLive` tells whether the stream is connected. Returns the function that ends it.
 */
export function subscribe(onChange, onLive) {
	const source = new EventSource('/_sim/stream');
	source.onopen = () => {
		onLive(true);
		onChange();
	};
	source.onmessage = () => onChange();
	source.onerror = () => onLive(false);
	return () => source.close();
}

import { malformed } from './cardProblem';
import { markdownOf } from './cardMarkdown';
import { type Element, isObject, type Json } from './cardWalk';

const DEVICES = ['pc_url', 'ios_url', 'android_url'];
const ADDRESSES = ['url', 'default_url', 'harmony_url', ...DEVICES];
/** Switches a device off. */
const NO_ACTION = 'lark://msgcard/unsupported_action';
const WEB = /^https?:\/\/[^\s<>"{}|\\^`]+$/i;

/** The app's own data, and what is looked at for itself. */
const ASIDE = ['value', 'chart_spec', 'rows', 'fallback'];

function* addressesIn(value: unknown, isOutermost = true): Generator<string> {
	if (Array.isArray(value)) for (const entry of value) yield* addressesIn(entry, false);
	if (!isObject(value) || (!isOutermost && value.tag !== undefined)) return;
	for (const [name, entry] of Object.entries(value))
		if (ADDRESSES.includes(name) && typeof entry === 'string') yield entry;
		else if (!ASIDE.includes(name)) yield* addressesIn(entry, false);
}

function checkAddresses(holder: Json, path: string): void {
	for (const address of addressesIn(holder))
		if (address !== '' && address !== NO_ACTION && !WEB.test(address))
			throw malformed(`invalid url ${address}, path: ${path}`);
}

/** Links with their words, targets and tags are no bare addresses, and neither is code. */
const ASIDE_IN_MARKDOWN = /```[\s\S]*?(?:```|$)|`[^`\n]*`|\[[^[\]\n]*\]\([^)\]\n]*\)|\]\([^)\]\n]*\)|<[^<>\n]*>/g;
/** An address with a letter after it that no address has. */
const RUNS_ON =
	/https?:\/\/[!-;=?-Z\\^-~]+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;

/**
 * Addresses are of the web and percent-encoded, and words after one don't belong to it. Source: the questions on sending
 * cards, https://open.feishu.cn/document/common-capabilities/message-card/message-card
 */
export function checkLinks(card: Json, elements: readonly Element[]): void {
	const link = card.card_link;
	if (isObject(link)) {
		const given = (name: string) => typeof link[name] === 'string' && link[name] !== '';
		if (!given('url') && DEVICES.some(given) && !DEVICES.every(given))
			throw malformed('url is required, path: ROOT -> card_link');
		checkAddresses({ link }, 'ROOT -> card_link');
	}
	for (const { json, path } of elements) checkAddresses(json, path);
	for (const element of elements)
		for (const markdown of markdownOf(element))
			if (RUNS_ON.test(markdown.replace(ASIDE_IN_MARKDOWN, '] ')))
				throw malformed(`invalid url in markdown, path: ${element.path}`);
}

/** From a flat row of texts and tags to a tree. */
import { decodeEntities } from '../safe.js';
import { parseTag, TAGS, VOID_TAGS, withEmoji } from './tags.js';

/**
 * Collects nodes and nests them by the tags between them.
 * A tag that is unknown, never opened or never closed stays visible as the text it was.
 */
export function createFolder(ctx) {
	const root = { tag: undefined, raw: '', children: [] };
	const stack = [root];
	const top = () => stack[stack.length - 1];
	const drop = () => {
		const frame = stack.pop();
		top().children.push(frame.raw, ...frame.children);
	};
	return {
		add: (...nodes) => void top().children.push(...nodes),
		addTag(raw) {
			const tag = parseTag(raw);
			const isVoid = tag && VOID_TAGS[tag.name];
			if (isVoid) return void top().children.push(isVoid());
			if (!tag || !Object.hasOwn(TAGS, tag.name)) return void top().children.push(raw);
			if (tag.selfClose) return void top().children.push(TAGS[tag.name](tag, [], ctx));
			if (!tag.close) return void stack.push({ tag, raw, children: [] });
			if (!stack.some((frame) => frame.tag?.name === tag.name)) return void top().children.push(raw);
			while (top().tag.name !== tag.name) drop();
			const frame = stack.pop();
			top().children.push(TAGS[tag.name](frame.tag, frame.children, ctx));
		},
		end() {
			while (stack.length > 1) drop();
			return root.children;
		},
	};
}

const PIECE = /(<\/?[a-z][^<>]*>)|(@_user_\d+|@_all)|(https?:\/\/[^\s<>"'）】，。]*[^\s<>"'）】，。.,;:!?)])/gi;

/** A text message's words: Feishu's tags, `@_user_N` placeholders, bare URLs and `[title](url)`; newlines are kept by CSS. */
export function foldText(text, ctx, { mention, link }) {
	const folder = createFolder(ctx);
	const plain = (part) => {
		let last = 0;
		for (const match of part.matchAll(PIECE)) {
			folder.add(withEmoji(decodeEntities(part.slice(last, match.index))));
			const [whole, tag, key, url] = match;
			if (tag) folder.addTag(tag);
			else if (key) folder.add(mention(key === '@_all' ? 'All' : (ctx.mentions?.get(key)?.name ?? key.slice(1))));
			else folder.add(link(url, whole));
			last = match.index + whole.length;
		}
		folder.add(withEmoji(decodeEntities(part.slice(last))));
	};
	let last = 0;
	for (const match of text.matchAll(/\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/g)) {
		plain(text.slice(last, match.index));
		folder.add(link(match[2], match[1]));
		last = match.index + match[0].length;
	}
	plain(text.slice(last));
	return folder.end().filter((node) => node !== '');
}

import type { UserIdType } from '../platform/ids';
import { itemOf } from '../state/documents';
import type { Operator } from '../state/operator';
import { openIdOf } from '../state/operator';
import { permissionOn } from '../state/permission';
import type { Store } from '../state/store';
import { type Given, isRecord, picked, recordOf, wholeOf } from './given';
import { PLAIN_TEXTS } from './kinds';
import { problem } from './problem';

/** Who writes or reads a document. */
export interface Writing {
	store: Store;
	by: Operator;
	idType: UserIdType;
}

const MAX_EQUATION = 10_000;
const FLAGS = ['bold', 'inline_code', 'italic', 'strikethrough', 'underline'] as const;

/** An address comes percent-encoded, and one that is not is decoded all the same; it is kept as people know it. */
export function decoded(url: unknown): string {
	if (typeof url !== 'string' || url === '') throw problem(1770001);
	try {
		return decodeURIComponent(url);
	} catch {
		throw problem(1770001);
	}
}

/** All switches are there in what is read, whatever was given. */
function styleOf(given: unknown, known: ReadonlySet<string>): Given {
	const style = isRecord(given) ? given : {};
	const { link, comment_ids: comments } = style;
	const ids = Array.isArray(comments) ? comments : [];
	// An id that was there may go elsewhere in the block, no new one comes.
	if (ids.some((id) => !known.has(String(id)))) throw problem(1770001);
	const flags = FLAGS.map((name) => [name, style[name] === true] as const);
	const colors = [
		...(style.text_color ? [['text_color', wholeOf(style.text_color, { min: 1, max: 7 })] as const] : []),
		...(style.background_color
			? [['background_color', wholeOf(style.background_color, { min: 1, max: 15 })] as const]
			: []),
	];
	return {
		...(Object.fromEntries([...flags, ...colors]) as Given),
		...(isRecord(link) && { link: { url: decoded(link.url) } }),
		...(ids.length > 0 && { comment_ids: ids }),
	};
}

type Element = (given: Given, writing: Writing) => Given;

function personOf({ store, by, idType }: Writing, id: unknown): string {
	const user = typeof id === 'string' ? store.directory.find(by.app, idType, id) : undefined;
	const bot = typeof id === 'string' && idType === 'open_id' ? store.directory.bot(by.app, id) : undefined;
	const openId = user && !user.is_resigned ? user.open_id : bot?.bot_open_id;
	if (openId === undefined) throw problem(1770032);
	return openId;
}

const DOC_TYPES = [1, 3, 8, 11, 12, 15, 16, 22];

/** What a document or the page of a wiki is called, to those who may read it. */
function titleFor(store: Store, token: string, by: Operator): string | undefined {
	const item = itemOf(store, store.wiki.nodes.get(token)?.obj_token ?? token);
	return item && permissionOn(store, item, by) ? item.name : undefined;
}

function mentionDoc(given: Given, { store, by }: Writing): Given {
	const { token, obj_type, url, title: named, fallback_type: fallback } = given;
	if (typeof token !== 'string' || !DOC_TYPES.includes(obj_type as number)) throw problem(1770001);
	const address = url === undefined ? '' : decoded(url);
	const title = titleFor(store, token, by);
	if (title !== undefined) return { mention_doc: { token, obj_type, url: address, title } };
	if (fallback === 'FallbackToLink')
		return { text_run: { content: String(named ?? address), text_element_style: { link: { url: address } } } };
	if (fallback === 'FallbackToText') return { text_run: { content: address } };
	throw problem(1770032);
}

function equation({ content }: Given): Given {
	if (typeof content !== 'string' || content.length < 1 || content.length > MAX_EQUATION) throw problem(1770001);
	return { equation: { content } };
}

const ELEMENTS: Readonly<Record<string, Element>> = {
	text_run({ content }) {
		if (typeof content !== 'string') throw problem(1770001);
		return { text_run: { content } };
	},
	mention_user: ({ user_id }, writing) => ({ mention_user: { user_id: personOf(writing, user_id) } }),
	mention_doc: mentionDoc,
	reminder(given, writing) {
		const { expire_time: expires, notify_time: notifies } = given;
		if (typeof expires !== 'string' || typeof notifies !== 'string') throw problem(1770001);
		const flags = picked(given, { is_notify: 'boolean', is_whole_day: 'boolean' });
		const create_user_id = personOf(writing, given.create_user_id ?? openIdOf(writing.by));
		return { reminder: { ...flags, create_user_id, expire_time: expires, notify_time: notifies } };
	},
	equation,
};

function elementOf(given: unknown, type: number, writing: Writing, comments: ReadonlySet<string>): Given {
	const [entry, ...more] = Object.entries(recordOf(given)).filter(([, value]) => isRecord(value));
	if (!entry || more.length > 0) throw problem(1770001);
	const [name, value] = [entry[0], recordOf(entry[1])];
	if (name === 'undefined') throw problem(1770024);
	const read = ELEMENTS[name];
	// Files and blocks within a line stay or go, none is made.
	if (!read || (name !== 'text_run' && PLAIN_TEXTS.has(type))) throw problem(1770001);
	const style = styleOf(value.text_element_style, comments);
	if (style.link && name !== 'text_run') throw problem(1770024);
	const [[kind, kept] = ['', {}]] = Object.entries(read(value, writing));
	const fallback = isRecord(kept) && isRecord(kept.text_element_style) ? kept.text_element_style : {};
	return { [kind]: { ...(kept as object), text_element_style: { ...style, ...fallback } } };
}

/** The elements of a text as they are kept: with the ids of the store, and addresses that are not encoded. */
export function elementsOf(
	given: unknown,
	type: number,
	writing: Writing,
	comments: ReadonlySet<string> = new Set(),
): Given[] {
	if (!Array.isArray(given)) throw problem(1770001);
	return given.map((element) => elementOf(element, type, writing, comments));
}

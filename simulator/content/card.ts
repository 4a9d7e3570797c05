import type { Store } from '../store';
import { cardFailure } from './refuse';
import { simplified } from './card-simplified';
import { resolveTemplate } from './card-template';
import type { Acceptor } from './types';

type Json = Record<string, unknown>;

const COMMON_TAGS = [
	'div',
	'markdown',
	'hr',
	'img',
	'img_combination',
	'column_set',
	'column',
	'form',
	'input',
	'table',
	'chart',
	'person',
	'person_list',
	'collapsible_panel',
	'checker',
	'button',
	'overflow',
	'select_static',
	'multi_select_static',
	'select_person',
	'multi_select_person',
	'select_img',
	'date_picker',
	'picker_time',
	'picker_datetime',
	'interactive_container',
	'plain_text',
	'lark_md',
	'text_tag',
	'standard_icon',
	'custom_icon',
	'local_datetime',
];
const TAGS: Record<'1.0' | '2.0', Set<string>> = {
	'1.0': new Set([...COMMON_TAGS, 'note', 'action']),
	'2.0': new Set([...COMMON_TAGS, 'audio', 'repeat']),
};
/** Tags that are text or decoration of an element, not elements of their own in the count of 200. */
const NOT_ELEMENTS = new Set(['plain_text', 'lark_md', 'text_tag', 'standard_icon', 'custom_icon', 'local_datetime']);
const MAX_ELEMENTS = 200;
const AT_IN_MARKDOWN = /<at\s+(id|user_id|email|ids)\s*=\s*["']?([^"'\s>]+)["']?\s*>/g;

export const isSecond = (card: Json) => card.schema === '2.0';

/** Every object with a `tag` under a value. Chart specs and callback values are data, not elements. */
export function* elementsOf(value: unknown): Generator<Json> {
	if (Array.isArray(value)) {
		for (const entry of value) yield* elementsOf(entry);
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	const object = value as Json;
	if (typeof object.tag === 'string') yield object;
	for (const [name, entry] of Object.entries(object)) {
		if (name !== 'value' && name !== 'chart_spec' && name !== 'behaviors' && name !== 'rows') yield* elementsOf(entry);
	}
}

function checkText(element: Json, store: Store): void {
	if (element.tag !== 'markdown' && element.tag !== 'lark_md') return;
	if (typeof element.content !== 'string') throw cardFailure(200621, `content of ${element.tag} is required`);
	for (const [, kind, id = ''] of element.content.matchAll(AT_IN_MARKDOWN)) {
		const known =
			id === 'all' ||
			(kind === 'email'
				? store.findUser('email', id)
				: (store.findUser('open_id', id) ?? store.findUser('user_id', id) ?? store.appByBot(id)));
		if (kind !== 'ids' && !known)
			throw cardFailure(100290, 'There is an invalid user resource(at/person) in your card', id);
	}
}

function checkImage(element: Json, store: Store): void {
	if (element.tag !== 'img') return;
	if (typeof element.img_key !== 'string' || !store.images.has(element.img_key))
		throw cardFailure(200570, 'image key is invalid', String(element.img_key));
}

/** Throws 230099 with the card service's code for what it would not draw. */
export function checkCard(card: Json, store: Store): void {
	const version = isSecond(card) ? '2.0' : '1.0';
	const roots = version === '2.0' ? (card.body as Json | undefined)?.elements : (card.elements ?? card.i18n_elements);
	if (typeof roots !== 'object' || roots === null)
		throw cardFailure(200621, version === '2.0' ? 'body.elements is required' : 'elements is required');
	let count = 0;
	for (const element of elementsOf([card.header ?? {}, roots])) {
		const tag = String(element.tag);
		if (!TAGS[version].has(tag)) {
			if (version === '2.0')
				throw cardFailure(200861, `unsupported tag ${tag}, cards of schema V2 no longer support this capability`, tag);
			throw cardFailure(200621, `unknown tag ${tag}`, tag);
		}
		if (!NOT_ELEMENTS.has(tag)) count += 1;
		checkText(element, store);
		checkImage(element, store);
	}
	if (count > MAX_ELEMENTS) throw cardFailure(11310, `card contains too many elements, at most ${MAX_ELEMENTS}`);
	if (version === '2.0' && (card.config as Json | undefined)?.update_multi === false)
		throw cardFailure(200621, 'update_multi must be true in schema 2.0');
	checkElementIds(card);
}

function checkElementIds(card: Json): void {
	const seen = new Set<string>();
	for (const { element_id: id } of elementsOf(card.body ?? {})) {
		if (typeof id !== 'string') continue;
		if (seen.has(id)) throw cardFailure(200621, 'duplicate element_id', id);
		seen.add(id);
	}
}

/** Card JSON 1.0 or 2.0, or a template; card entities are not built yet. */
export const acceptCard: Acceptor = ({ content, store }) => {
	if (content.type === 'card') throw cardFailure(11310, 'card entity does not exist', JSON.stringify(content.data));
	const card = content.type === 'template' ? resolveTemplate(content.data, store) : content;
	checkCard(card, store);
	return { content: simplified(card), card };
};

import type { Store } from '../state/store';
import { CardProblem } from './cardProblem';
import { hasAudio, imagesIn, markdownOf, mentionsIn } from './cardMarkdown';
import { type Element, isObject, isSecond, type Json } from './cardWalk';
import type { CardContext } from './types';

function isPerson({ store, app, isHook }: CardContext, id: unknown): boolean {
	if (typeof id !== 'string' || (isHook && id.startsWith('on_'))) return false;
	const person =
		store.directory.find(app, 'open_id', id) ?? store.contact.find('user_id', id) ?? store.contact.find('union_id', id);
	return (person ?? store.directory.bot(app, id)) !== undefined;
}

/** 100290 for a mention of nobody. */
function checkMentions(markdown: string, context: CardContext): void {
	for (const { kind, id } of mentionsIn(markdown)) {
		const known =
			id === 'all' ||
			(kind === 'email' ? !context.isHook && context.store.contact.find('email', id) : isPerson(context, id));
		if (!known) throw nobody(id);
	}
}

const nobody = (id: unknown) =>
	new CardProblem(100290, 'There is an invalid user resource(at/person) in your card', String(id));

function checkImage(key: unknown, store: Store, path: string): void {
	if (typeof key !== 'string' || !store.im.images.has(key))
		throw new CardProblem(200570, 'card contains invalid image keys', `image key ${String(key)}`, path);
}

/** Lists of a component whose entries carry an image of their own. */
const IMAGE_LISTS: Record<string, string> = { img_combination: 'img_list', select_img: 'options' };

function* imageKeys({ tag, json }: Element): Generator<unknown> {
	if (tag === 'img' || tag === 'custom_icon') yield json.img_key;
	const list = IMAGE_LISTS[tag];
	const entries = list === undefined ? [] : json[list];
	if (Array.isArray(entries)) for (const entry of entries) yield (entry as Json).img_key;
	if (tag === 'markdown') yield* imagesIn(String(json.content ?? ''));
	if (tag === 'table') for (const cell of cells(json, ['markdown'])) yield* imagesIn(cell);
}

/** The texts in the columns of these types. */
function* cells({ columns, rows }: Json, types: readonly string[]): Generator<string> {
	const names = (Array.isArray(columns) ? (columns as Json[]) : [])
		.filter(({ data_type: type }) => types.includes(String(type)))
		.map(({ name }) => String(name));
	for (const row of Array.isArray(rows) ? (rows as Json[]) : [])
		for (const name of names) if (typeof row[name] === 'string') yield row[name];
}

function* mentioning({ tag, json }: Element): Generator<string> {
	if (tag === 'markdown' || tag === 'lark_md') yield String(json.content ?? '');
	if (tag === 'table') yield* cells(json, ['markdown', 'lark_md']);
}

/** In the person component; in lists only where invalid ids aren't dropped. In table cells strangers show as unknown. */
function checkPersons({ tag, json }: Element, context: CardContext): void {
	if (tag === 'person' && !isPerson(context, json.user_id)) throw nobody(json.user_id);
	if (tag !== 'person_list' || json.drop_invalid_user_id === true || !Array.isArray(json.persons)) return;
	for (const { id } of json.persons as Json[]) if (!isPerson(context, id)) throw nobody(id);
}

/** Source: …/card-json-v2-components/content-components/audio, and the codes of …/reference/im-v1/message/create */
function checkAudio(card: Json, elements: readonly Element[], { store, app }: CardContext): void {
	const seen = new Set<unknown>();
	const isForwarded = !isObject(card.config) || card.config.enable_forward !== false;
	const inMarkdown = elements.some((element) => [...markdownOf(element)].some(hasAudio));
	if (isSecond(card) && isForwarded && (inMarkdown || elements.some(({ tag }) => tag === 'audio')))
		throw new CardProblem(300220, "audio elem don't support forward");
	for (const { tag, json, path } of elements) {
		if (tag !== 'audio' || !isSecond(card)) continue;
		const file = store.im.files.get(String(json.file_key));
		if (!file || file.type !== 'opus' || (file.app_id !== undefined && file.app_id !== app.app_id))
			throw new CardProblem(
				300240,
				'This application cannot retrieve audio information. Please check if the application used for uploading audio is the same as the one used for sending messages',
			);
		if (json.audio_id === undefined) continue;
		if (seen.has(json.audio_id)) throw new CardProblem(300230, 'duplicate audio id', String(json.audio_id), path);
		seen.add(json.audio_id);
	}
}

/** People, images and files that a card points to must be there. */
export function checkResources(card: Json, elements: readonly Element[], context: CardContext): void {
	const { store } = context;
	for (const element of elements) {
		for (const markdown of mentioning(element)) checkMentions(markdown, context);
		checkPersons(element, context);
		for (const key of imageKeys(element)) checkImage(key, store, element.path);
	}
	checkAudio(card, elements, context);
}

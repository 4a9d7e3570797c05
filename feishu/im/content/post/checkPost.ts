import { InputError } from '../../../input';
import { isObject, text, type JsonObject } from '../../../json';
import { hasImpossibleCharacters } from '../../card/addresses';
import { languageAdvice, languageNamed } from '../../languages';
import { nearest } from '../../nearest';
import { NODE_FACTS, STYLES, type NodeFacts } from './facts';

/** Where a post goes: custom bots and batch messages take less. */
export type PostUse = 'message' | 'batch' | 'customBot';

const USES: { readonly [use in PostUse]: { name: string; plain: boolean } } = {
	message: { name: 'A post', plain: false },
	batch: { name: 'A post of a batch message', plain: true },
	customBot: { name: 'A post of a custom bot', plain: true },
};

export interface PostCheck {
	/** The field on the panel that errors belong to. */
	field: string;
	use?: PostUse;
}

/** Says what is wrong at a place such as `zh_cn.content[0][1] (a)`. */
type Refuse = (message: string, advice?: string) => InputError;

/**
 * Refuses a post that the platform would refuse, and names the place.
 * @param post content by language, as `postContent` builds it or as people paste it
 * @throws InputError
 */
export function checkPost(post: JsonObject, { field, use = 'message' }: PostCheck): void {
	const refuse =
		(place: string): Refuse =>
		(message, advice) =>
			new InputError(field, `${place}: ${message}`, advice);
	const languages = Object.entries(post);
	if (languages.length === 0)
		throw refuse('The post')('it has no language', 'For example {"zh_cn": {"content": [[…]]}}');
	for (const [language, body] of languages) {
		if (languageNamed(language) !== language)
			throw refuse(language)('the language is unknown', languageAdvice(language));
		if (!isObject(body)) throw refuse(language)('it is no object', '{"title": "…", "content": [[…]]}');
		checkBody(body, language, refuse, use);
	}
}

function checkBody(
	{ title = '', content }: JsonObject,
	language: string,
	refuse: (place: string) => Refuse,
	use: PostUse,
): void {
	if (typeof title !== 'string') throw refuse(`${language}.title`)('it is no text');
	if (!Array.isArray(content))
		throw refuse(`${language}.content`)('it is no list', 'A list of paragraphs, which are lists of nodes');
	if (content.length === 0 && title.trim() === '') throw refuse(language)('it has neither title nor content');
	for (const [row, paragraph] of (content as unknown[]).entries()) {
		const place = `${language}.content[${row}]`;
		if (!Array.isArray(paragraph))
			throw refuse(place)('it is no list', 'A paragraph is a list of nodes, also of one: [{"tag": "text", …}]');
		for (const [index, node] of (paragraph as unknown[]).entries())
			checkNode(node, paragraph.length, `${place}[${index}]`, refuse, use);
	}
}

function checkNode(
	node: unknown,
	together: number,
	place: string,
	refuseAt: (place: string) => Refuse,
	use: PostUse,
): void {
	const tag = isObject(node) ? text(node.tag) : '';
	const refuse = refuseAt(tag === '' ? place : `${place} (${tag})`);
	if (!isObject(node) || tag === '') throw refuse('it is no node', 'For example {"tag": "text", "text": "…"}');
	const facts = Object.hasOwn(NODE_FACTS, tag) ? NODE_FACTS[tag] : undefined;
	if (!facts) throw refuse(`the tag '${tag}' is unknown`, tagAdvice(tag));
	for (const problem of problems(node, tag, facts, use)) throw refuse(...problem);
	if (facts.alone && together > 1)
		throw refuse('it must be the only node of its paragraph', 'Give it a paragraph of its own');
}

type Problem = [message: string, advice?: string];

function* problems(node: JsonObject, tag: string, facts: NodeFacts, use: PostUse): Generator<Problem> {
	const { name, plain } = USES[use];
	if (plain && !facts.plain) yield [`${name} takes no ${tag}`, `Only ${plainTags().join(', ')}`];
	for (const property of facts.required) {
		const value = node[property];
		if (value === undefined || value === null) yield [`it has no ${property}`];
		else if (typeof value !== 'string') yield [`${property} is no text`];
		// Empty words are shown as such; an empty key or address is none.
		else if (property !== 'text' && value.trim() === '') yield [`${property} is empty`];
	}
	if (tag === 'a') yield* addressProblems(text(node.href));
	if (tag === 'at' && use === 'customBot') yield* memberProblems(text(node.user_id));
	const { style } = node;
	if (style !== undefined && style !== null && !Array.isArray(style))
		yield ['style is no list', `For example ["${STYLES[0]}"]`];
}

function* addressProblems(href: string): Generator<Problem> {
	if (!/^[a-z][a-z\d+.-]*:/i.test(href)) yield [`href '${href}' has no scheme`, 'It begins with https://'];
	else if (hasImpossibleCharacters(href))
		yield [`href '${href}' has signs that an address can't have`, 'Percent-encode them: a blank as %20'];
}

/** @see https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
function* memberProblems(id: string): Generator<Problem> {
	if (/^on_|@(?!_?all)/.test(id))
		yield [`a custom bot can't mention '${id}'`, 'It knows members of its group by open_id or user_id'];
}

function tagAdvice(tag: string): string {
	const guess = nearest(tag, Object.keys(NODE_FACTS));
	return guess === undefined ? `One of ${Object.keys(NODE_FACTS).join(', ')}` : `Did you mean '${guess}'?`;
}

function plainTags(): string[] {
	return Object.keys(NODE_FACTS).filter((tag) => NODE_FACTS[tag]?.plain);
}

/** What the platform takes and leaves without effect: styles that it does not know, or not there. */
export function postHints(post: JsonObject, use: PostUse = 'message'): string[] {
	const { name, plain } = USES[use];
	for (const [language, body] of Object.entries(post)) {
		const paragraphs = isObject(body) && Array.isArray(body.content) ? (body.content as unknown[]) : [];
		for (const [row, paragraph] of paragraphs.entries())
			for (const [index, node] of (Array.isArray(paragraph) ? (paragraph as unknown[]) : []).entries()) {
				const styles = isObject(node) && Array.isArray(node.style) ? (node.style as unknown[]) : [];
				const place = `${language}.content[${row}][${index}]`;
				if (plain && styles.length > 0) return [`${place}: ${name} has no styles, so they are not shown`];
				const unknown = styles.find((style) => !STYLES.some((known) => known === style));
				if (unknown !== undefined)
					return [
						`${place}: the style ${JSON.stringify(unknown)} is unknown and not shown; Feishu knows ${STYLES.join(', ')}`,
					];
			}
	}
	return [];
}

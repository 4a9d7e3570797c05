import type { Operator } from '../state/operator';
import type { CellContent, Dropdown, Segment } from '../state/sheets';
import type { Store } from '../state/store';
import { recordOf, textOf } from './given';
import { problem } from './problem';

const MAX_TEXT = 50_000;
const MAX_MENTIONS = 50;

/** What one call writes. */
export interface Writing {
	store: Store;
	by: Operator;
	/** So far. */
	mentions: number;
}

/** The cell that something is written to. */
export interface Target {
	formatter?: string;
	dropdown?: Dropdown;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const ADDRESS = /^(https?|ftp):\/\/\S+$/i;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Dates and formulas stay texts; digits become a number where nothing says that they are a text. */
function ofText(text: string, { formatter }: Target, { store }: Writing): CellContent | undefined {
	if (text === '') return undefined;
	if (text.length > MAX_TEXT) throw problem(222);
	if (ADDRESS.test(text)) return [{ type: 'url', text, link: text }];
	if (MAIL.test(text)) return [{ type: 'url', text, link: `mailto:${text}` }];
	if (formatter !== '@' && store.settings.sheetDigits === 'guessed' && NUMBER.test(text.trim())) return Number(text);
	return text;
}

const OBJECTS = new Set(['sheet', 'doc', 'docx', 'slide', 'bitable', 'mindnote']);
const PEOPLE = { email: 'email', openId: 'open_id', unionId: 'union_id' } as const;

/** Who or what is mentioned: people have to be in the company. */
function mention(given: Readonly<Record<string, unknown>>, writing: Writing): Segment {
	writing.mentions += 1;
	if (writing.mentions > MAX_MENTIONS) throw problem(226);
	const [text = '', textType = ''] = [textOf(given.text), textOf(given.textType)];
	if (textType === 'fileToken') {
		if (!OBJECTS.has(textOf(given.objType) ?? '')) throw problem(204);
		return { type: 'mention', text, textType, objType: given.objType };
	}
	if (!Object.hasOwn(PEOPLE, textType)) throw problem(204);
	const user = writing.store.directory.find(writing.by.app, PEOPLE[textType as keyof typeof PEOPLE], text);
	if (!user) throw problem(205);
	return { type: 'mention', text: user.open_id, textType: 'openId', notify: given.notify === true };
}

function segment(given: unknown, writing: Writing): Segment {
	const { type, text, link, segmentStyle, texts } = recordOf(given);
	if (type === 'mention') return mention(recordOf(given), writing);
	if (type !== 'text' && type !== 'url') throw problem(204);
	const words = textOf(text) ?? '';
	if (words.length > MAX_TEXT) throw problem(222);
	if (type === 'text') return { type, text: words, ...(segmentStyle === undefined ? {} : { segmentStyle }) };
	const leads = textOf(link) ?? (MAIL.test(words) ? `mailto:${words}` : words);
	return { type, text: words, link: leads, ...(texts === undefined ? {} : { texts }) };
}

/** Values of a dropdown, which has to be there: else it is a text. */
function chosen({ values }: Readonly<Record<string, unknown>>, { dropdown }: Target): CellContent {
	if (!Array.isArray(values)) throw problem(204);
	const texts = values.map((value) => String(value));
	if (texts.some((text) => text.includes(','))) throw problem(204);
	if (!dropdown) return texts.join(',');
	if (texts.length > 1 && !dropdown.options.multipleValues) throw problem(204);
	return texts.join(',');
}

/** A text that is nothing but a text is one like any other. */
function ofSegments(given: readonly unknown[], target: Target, writing: Writing): CellContent | undefined {
	const segments = given.map((each) => segment(each, writing));
	const [only, ...more] = segments;
	const isPlain = only?.type === 'text' && only.segmentStyle === undefined && more.length === 0;
	return isPlain ? ofText(only.text, target, writing) : segments;
}

function ofObject(given: Readonly<Record<string, unknown>>, target: Target, writing: Writing): CellContent | undefined {
	if (given.type === 'multipleValue') return chosen(given, target);
	if (given.type !== 'formula') return ofSegments([given], target, writing);
	const formula = textOf(given.text) ?? '';
	if (!formula.startsWith('=')) throw problem(204);
	return { formula };
}

/** What comes of a value in a cell; nothing empties it. */
export function contentOf(given: unknown, target: Target, writing: Writing): CellContent | undefined {
	if (given === null || given === undefined) return undefined;
	if (typeof given === 'string') return ofText(given, target, writing);
	if (typeof given === 'number' || typeof given === 'boolean') return given;
	if (!Array.isArray(given)) return ofObject(recordOf(given), target, writing);
	return given.length === 0 ? undefined : ofSegments(given, target, writing);
}

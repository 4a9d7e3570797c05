import { contentName } from '../state/blockTypes';
import { type Given, recordOf, wholeOf } from './given';
import { problem } from './problem';

const COLORS = ['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Purple', 'Gray'];
const BACKGROUNDS = [
	...['Light', 'Dark'].flatMap((tone) => COLORS.map((color) => `${tone}${color}Background`)),
	'PaleGrayBackground',
];
const LANGUAGES = 75;

const flag = (value: unknown): boolean => {
	if (typeof value !== 'boolean') throw problem(1770001);
	return value;
};
const choice = (options: readonly string[]) => (value: unknown) => {
	if (typeof value !== 'string' || !options.includes(value)) throw problem(1770001);
	return value;
};

interface Field {
	name: string;
	read: (value: unknown) => unknown;
	/** The blocks that have it. */
	of: RegExp;
}

/** By the numbers under which an update names them. Source: https://open.feishu.cn/document/ukTMukTMukTM/uUDN04SN0QjL1QDN/document-docx/docx-v1/document-block/batch_update */
const FIELDS = new Map<number, Field>([
	[1, { name: 'align', read: (value) => wholeOf(value, { min: 1, max: 3 }), of: /./ }],
	[2, { name: 'done', read: flag, of: /^(todo|task)$/ }],
	[3, { name: 'folded', read: flag, of: /^(heading\d|text|ordered|bullet|todo|task)$/ }],
	[4, { name: 'language', read: (value) => wholeOf(value, { min: 1, max: LANGUAGES }), of: /^code$/ }],
	[5, { name: 'wrap', read: flag, of: /^code$/ }],
	[6, { name: 'background_color', read: choice(BACKGROUNDS), of: /./ }],
	[7, { name: 'indentation_level', read: choice(['NoIndent', 'OneLevelIndent']), of: /^text$/ }],
]);

/** What a new block of a type has without being told. */
export function firstStyle(type: number): Given {
	const name = contentName(type) ?? '';
	const own = [...FIELDS.values()].filter(({ of, name: field }) => /^(done|folded|wrap)$/.test(field) && of.test(name));
	return { align: 1, ...Object.fromEntries(own.map((field) => [field.name, false])) };
}

/** The style of a new block; what does not fit to its type is left out, and so is the number of a list's entry. */
export function newStyle(type: number, given: unknown): Given {
	const style = given === undefined || given === null ? {} : recordOf(given);
	const name = contentName(type) ?? '';
	const own = [...FIELDS.values()].filter(({ of, name: field }) => of.test(name) && style[field] !== undefined);
	return {
		...firstStyle(type),
		...Object.fromEntries(own.map((field) => [field.name, field.read(style[field.name])])),
	};
}

/** What an update changes: the fields that it names, and no others. */
export function changedStyle(type: number, before: Given, given: unknown, fields: unknown): Given {
	if (!Array.isArray(fields) || fields.length === 0) throw problem(1770001);
	const style = recordOf(given);
	const name = contentName(type) ?? '';
	const changes = fields.map((number) => {
		const field = FIELDS.get(number as number);
		if (!field) throw problem(1770001);
		if (!field.of.test(name)) throw problem(1770025);
		return [field.name, style[field.name] === undefined ? undefined : field.read(style[field.name])] as const;
	});
	return { ...before, ...Object.fromEntries(changes) };
}

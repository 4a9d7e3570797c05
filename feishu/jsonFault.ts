/** What may come next in JSON. */
type Expected = 'value' | 'itemOrEnd' | 'keyOrEnd' | 'key' | 'colon' | 'commaOrEnd' | 'nothing';

const BLANK = /[ \t\n\r]*/y;
/** A text: no character of control stands in one, which `\p{Cc}` would say of more than JSON does. */
const TEXT = String.raw`"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"`;
const KEY = new RegExp(TEXT, 'uy');
const SCALAR = new RegExp(`${TEXT}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`, 'uy');

/** What was missing, in words. */
const WANTED: Readonly<Record<Expected, string>> = {
	value: 'a value is missing (words stand in double quotes)',
	itemOrEnd: 'a value or ] is missing (words stand in double quotes)',
	key: 'a name in double quotes is missing (no comma before a })',
	keyOrEnd: 'a name in double quotes or } is missing',
	colon: 'a colon is missing',
	commaOrEnd: 'a comma or a closing bracket is missing',
	nothing: 'something stands behind the end',
};

/** How much of the text behind a fault is shown. */
const SHOWN = 20;

const CHECK = 'Check quotes, commas and brackets; values from expressions need JSON.stringify()';

/** What to do about JSON that can't be read, with the place where it breaks off. @param otherwise where it could be read after all */
export function brokenJson(text: string, otherwise = CHECK): string {
	const fault = jsonFault(text);
	return fault ? `${fault}. ${CHECK}` : otherwise;
}

/** Where JSON is broken, and what is missing there: "Line 2, column 5: a comma … is missing before …"; undefined for JSON. */
export function jsonFault(text: string): string | undefined {
	const fault = findFault(text);
	if (!fault) return undefined;
	const { at, expected } = fault;
	const before = text.slice(0, at).split('\n');
	const place = `Line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
	const [rest = ''] = text.slice(at).split('\n', 1);
	return `${place}: ${WANTED[expected]}${rest === '' ? ', and the text ends' : `, at ${rest.slice(0, SHOWN)}`}`;
}

function findFault(text: string): { at: number; expected: Expected } | undefined {
	const open: Array<'{' | '['> = [];
	let at = 0;
	let expected: Expected = 'value';
	const takes = (pattern: RegExp) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0];
		at += found?.length ?? 0;
		return found !== undefined;
	};
	const done = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
	for (;;) {
		takes(BLANK);
		const next = text[at];
		if (next === undefined) return expected === 'nothing' ? undefined : { at, expected };
		const closes = next === (open.at(-1) === '{' ? '}' : ']');
		if (closes && ['itemOrEnd', 'keyOrEnd', 'commaOrEnd'].includes(expected)) {
			open.pop();
			at += 1;
			expected = done();
		} else if (expected === 'commaOrEnd' && next === ',') {
			at += 1;
			expected = open.at(-1) === '{' ? 'key' : 'value';
		} else if (expected === 'colon' && next === ':') {
			at += 1;
			expected = 'value';
		} else if ((expected === 'key' || expected === 'keyOrEnd') && takes(KEY)) expected = 'colon';
		else if (!takesValue(expected)) return { at, expected };
		else if (next === '{' || next === '[') {
			open.push(next);
			at += 1;
			expected = next === '{' ? 'keyOrEnd' : 'itemOrEnd';
		} else if (takes(SCALAR)) expected = done();
		else return { at, expected };
	}
}

const takesValue = (expected: Expected) => expected === 'value' || expected === 'itemOrEnd';

import fc from '../../support/generated';

import { jsonFault } from '../../../feishu/jsonFault';

const NAMELESS = 'a name in double quotes';

it.each([
	['{"a": 1 "b": 2}', 'Line 1, column 9: a comma or a closing bracket is missing, at "b": 2}'],
	['{\n\t"a": 1,\n\t"b": yes\n}', 'Line 3, column 7: a value is missing (words stand in double quotes), at yes'],
	['{"a" 1}', 'Line 1, column 6: a colon is missing, at 1}'],
	['{"a": 1,}', `Line 1, column 9: ${NAMELESS} is missing (no comma before a }), at }`],
	["{'a': 1}", `Line 1, column 2: ${NAMELESS} or } is missing, at 'a': 1}`],
	['[1, 2', 'Line 1, column 6: a comma or a closing bracket is missing, and the text ends'],
	['[,]', 'Line 1, column 2: a value or ] is missing (words stand in double quotes), at ,]'],
	['{} {}', 'Line 1, column 4: something stands behind the end, at {}'],
	['{"a": "line\nbreak"}', 'Line 1, column 7: a value is missing (words stand in double quotes), at "line'],
	['[1}', 'Line 1, column 3: a comma or a closing bracket is missing, at }'],
	['', 'Line 1, column 1: a value is missing (words stand in double quotes), and the text ends'],
	['{"a": 01}', 'Line 1, column 8: a comma or a closing bracket is missing, at 1}'],
])('%j', (text, words) => expect(jsonFault(text)).toBe(words));

it('finds no fault in any JSON', () => {
	fc.assert(fc.property(fc.json(), (text) => expect(jsonFault(text)).toBeUndefined()));
	fc.assert(
		fc.property(fc.jsonValue(), (value) => expect(jsonFault(JSON.stringify(value, undefined, '\t'))).toBeUndefined()),
	);
});

it('finds one in all else, as JSON.parse does', () => {
	const broken = fc
		.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', 'x', ':', '\\', '1'))
		.map(([text, at, put]) => {
			const place = at % (text.length + 1);
			return text.slice(0, place) + put + text.slice(place + (put === '' ? 1 : 0));
		});
	const parses = (text: string) => {
		try {
			JSON.parse(text);
			return true;
		} catch {
			return false;
		}
	};
	fc.assert(
		fc.property(broken, (text) => expect(jsonFault(text) === undefined).toBe(parses(text))),
		{ numRuns: 400 },
	);
});

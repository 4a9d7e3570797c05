import { grow } from '../../../../nodes/shared/im/streaming/streamGrow';
import {
	givenText,
	isLive,
	LiveText,
	typedText,
	type TextSource,
} from '../../../../nodes/shared/im/streaming/streamSource';

/** A clock that goes on by what is waited, and by what showing takes. */
function clockwork(showMs: number) {
	let time = 0;
	const shown: string[] = [];
	return {
		shown,
		growth: {
			now: () => time,
			pause: async (ms: number) => {
				time += ms;
				await new Promise(setImmediate);
			},
			show: async (text: string) => {
				shown.push(text);
				time += showMs;
			},
		},
	};
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

describe('growing', () => {
	test('five states a second, the last one left to the caller', async () => {
		const { growth, shown } = clockwork(0);
		expect(await grow(typedText(alphabet, 20), growth)).toBe(6);
		expect(shown.map(({ length }) => length)).toEqual([4, 8, 12, 16, 20, 24]);
	});

	test('a slow network skips states and is no later', async () => {
		const { growth, shown } = clockwork(600);
		expect(await grow(typedText(alphabet, 20), growth)).toBe(2);
		expect(shown.map(({ length }) => length)).toEqual([4, 16]);
	});

	test('nothing is shown of a text that appears at once, or of white space', async () => {
		const { growth, shown } = clockwork(0);
		expect(await grow(typedText(alphabet, Infinity), growth)).toBe(0);
		expect(await grow(typedText('      ', 10), growth)).toBe(0);
		expect(shown).toEqual([]);
	});

	test('a state is not shown twice', async () => {
		const { growth, shown } = clockwork(0);
		const pauses: TextSource = {
			at: () => 'same',
			isWhole: (ms) => ms > 1000,
			text: () => 'same',
			stop: () => undefined,
		};
		expect(await grow(pauses, growth)).toBe(1);
		expect(shown).toEqual(['same']);
	});
});

describe('streams', () => {
	async function* chunks(...parts: unknown[]) {
		for (const part of parts) {
			await new Promise(setImmediate);
			yield part;
		}
	}

	test('grow by what has come, without a half character, to the end', async () => {
		const { growth, shown } = clockwork(0);
		const source = new LiveText(chunks('Hi ', '\ud83d', '\udc4d', { content: '!' }, 'x', 'y'));
		await grow(source, growth);
		expect(source.text()).toBe('Hi 👍!xy');
		expect(shown.length).toBeGreaterThan(1);
		for (const state of shown) expect('Hi 👍!xy'.startsWith(state)).toBe(true);
		expect(shown).not.toContain('Hi \ud83d');
	});

	test('of bytes are read as UTF-8, wherever they are cut', async () => {
		const bytes = Buffer.from('你好');
		const source = new LiveText(new Blob([bytes.subarray(0, 2), bytes.subarray(2)]).stream());
		await grow(source, clockwork(0).growth);
		expect(source.text()).toBe('你好');
	});

	test('that break off keep what came, and say why', async () => {
		const broken = async function* () {
			yield 'begun';
			await new Promise(setImmediate);
			throw new Error('model went away');
		};
		const source = new LiveText(broken());
		await grow(source, clockwork(0).growth);
		expect(source.text()).toBe('begun');
		expect(source.failure).toEqual(new Error('model went away'));
	});

	test('that nobody wants any more are not read on', async () => {
		let read = 0;
		let released = false;
		const endless = async function* () {
			try {
				for (;;) {
					await new Promise(setImmediate);
					read += 1;
					yield 'x';
				}
			} finally {
				released = true;
			}
		};
		const source = new LiveText(endless());
		source.stop();
		while (!source.isWhole()) await new Promise(setImmediate);
		expect([read, released]).toEqual([1, true]);
	});
});

describe('what an expression gives', () => {
	test.each([
		['text', 'hello', 'hello'],
		['a number', 42, '42'],
		['chunks', ['a', 'b', 1], 'ab1'],
		[
			'chunks of n8n',
			[{ type: 'begin' }, { type: 'item', content: 'a' }, { type: 'item', content: 'b' }, { type: 'end' }],
			'ab',
		],
		['an answer', { output: 'whole' }, 'whole'],
		[
			'parts',
			{
				content: [
					{ type: 'text', text: 'a' },
					{ type: 'text', text: 'b' },
				],
			},
			'ab',
		],
		['a delta', [{ delta: { content: 'a' } }], 'a'],
		['nothing', null, ''],
		['an object without text', { usage: 3 }, ''],
	])('%s', (_, value, expected) => {
		const given = givenText(value);
		expect(isLive(given)).toBe(false);
		expect(given).toBe(expected);
	});

	test('a stream stays one', () => {
		const stream = new Blob(['x']).stream();
		expect(isLive(givenText(stream))).toBe(true);
	});
});

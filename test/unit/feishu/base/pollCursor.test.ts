/** Everything once, whatever the order in which changes are seen, and with little to remember. */
import { cursorAfter, readCursor, unseen, type Change, type PollCursor } from '../../../../feishu/base/pollCursor';

const MINUTE = 60_000;
const at = (record_id: string, minutes: number): Change => ({ record_id, time: minutes * MINUTE });

/** A table, asked again and again; each poll gives the IDs that it tells of. */
function polls(start: Change[]) {
	let cursor: PollCursor = cursorAfter(undefined, start, 0);
	return {
		poll(table: readonly Change[], now = 0): string[] {
			const recent = table.filter(({ time }) => time >= cursor.from);
			const news = unseen(cursor, recent);
			cursor = cursorAfter(cursor, recent, now);
			return news.map(({ record_id }) => record_id);
		},
		get cursor() {
			return cursor;
		},
	};
}

test('news come oldest first, each once; a further change is news again', () => {
	const table = polls([at('a', 1), at('b', 2)]);
	expect(table.poll([at('a', 1), at('b', 2)])).toEqual([]);
	expect(table.poll([at('d', 4), at('a', 1), at('b', 2), at('c', 3)])).toEqual(['c', 'd']);
	expect(table.poll([at('a', 1), at('b', 2), at('c', 5), at('d', 4)])).toEqual(['c']);
});

test('an empty table is a start like any other', () => {
	const table = polls([]);
	expect(table.poll([])).toEqual([]);
	expect(table.poll([at('a', 1)])).toEqual(['a']);
});

test('what comes late is found up to five minutes behind the youngest, also of the same moment', () => {
	const table = polls([at('a', 10)]);
	expect(table.poll([at('a', 10), at('b', 10), at('c', 6)])).toEqual(['c', 'b']);
	expect(table.poll([at('a', 10), at('b', 10), at('c', 6), at('d', 4)])).toEqual([]);
});

test('where nothing has come for more than five minutes, no more than the youngest is remembered', () => {
	const rows = [at('a', 6), at('b', 8), at('c', 10)];
	const table = polls(rows);
	expect(table.cursor.seen).toHaveLength(3);
	table.poll(rows, 4 * MINUTE);
	expect(table.cursor).toMatchObject({ from: 5 * MINUTE, since: 0 });
	table.poll(rows, 6 * MINUTE);
	expect(table.cursor).toMatchObject({ from: 10 * MINUTE, upTo: 10 * MINUTE, seen: [expect.stringMatching(/^c /)] });
	expect(table.poll([...rows, at('d', 10)], 7 * MINUTE)).toEqual(['d']);
});

test('of very many a thousand are remembered, and all of the moment of the last of them', () => {
	const many = Array.from({ length: 3000 }, (_, n) => ({ record_id: `r${n}`, time: 1_000_000 + n }));
	expect(polls(many).cursor.seen).toHaveLength(1000);
	const once = many.map(({ record_id }) => ({ record_id, time: 1_000_000 }));
	const table = polls(once);
	expect(table.cursor.seen).toHaveLength(3000);
	expect(table.poll(once)).toEqual([]);
});

test('what is no cursor of ours is none', () => {
	for (const stored of [undefined, null, {}, { from: 1 }, { from: 1, upTo: 1, since: 1, seen: 'x' }, 'x'])
		expect(readCursor(stored)).toBeUndefined();
	const cursor = cursorAfter(undefined, [at('a', 1)], 3);
	expect(readCursor(JSON.parse(JSON.stringify(cursor)))).toEqual(cursor);
});

import { loadIndex, searchEndpoints } from '../../../../feishu/catalog';
import uses from '../../../../catalog/uses.json';
import { rankOf } from '../../../support/catalog/ranks';
import { MORE_SENTENCES, SENTENCES } from '../../../support/catalog/sentences';

/** How many of them find what is meant among the first three. */
async function found(sentences: typeof SENTENCES): Promise<number> {
	const ranks = await Promise.all(sentences.map(async (row) => await rankOf(row, searchEndpoints)));
	return ranks.filter((rank) => rank < 3).length;
}

it('finds what people mean among the first three', async () => {
	expect(SENTENCES).toHaveLength(120);
	expect(await found(SENTENCES)).toBeGreaterThanOrEqual(118);
	expect(MORE_SENTENCES).toHaveLength(190);
	expect(await found(MORE_SENTENCES)).toBeGreaterThanOrEqual(185);
});

it('knows every endpoint that is meant, and every one of which it says what it is called', async () => {
	const { byId } = await loadIndex();
	const known = (id: string) => byId.has(id.replace(' ', ' /open-apis/')) || byId.has(id);
	const meant = [...SENTENCES, ...MORE_SENTENCES].flatMap(([, ...ids]) => ids);
	expect([...meant, ...Object.keys(uses)].filter((id) => !known(id))).toEqual([]);
});

describe('most words', () => {
	it('come after all words', async () => {
		const [first, ...others] = await searchEndpoints('create a calendar event zebra');
		expect(first?.id).toBe('POST /open-apis/calendar/v4/calendars/:calendar_id/events');
		expect(others.length).toBeGreaterThan(0);
	});

	it.each([
		['unknown words say nothing', 'xyzzy send message', 'POST /open-apis/im/v1/messages'],
		['plurals', 'sending messages', 'POST /open-apis/im/v1/messages'],
		['both languages', '多维表格 add record', 'POST /open-apis/bitable/v1/apps/:app_token/tables/:table_id/records'],
		['a name in snake case', 'find table_id', 'GET /open-apis/bitable/v1/apps/:app_token/tables'],
	])('%s', async (_what, text, id) => {
		const ids = (await searchEndpoints(text)).map((entry) => entry.id);
		expect(ids.slice(0, 3)).toContain(id);
	});
});

import { newCardToken } from '../../../simulator/state/cardTokens';
import type { CardToken } from '../../../simulator';
import { type Fixture, first, startFixture } from '../../support/conformance/harness';

type Json = Record<string, unknown>;

const MINUTE_MS = 60_000;
const markdown = (content: string) => ({ tag: 'markdown', content });
const second = (content: string): Json => ({ schema: '2.0', body: { elements: [markdown(content)] } });
const shared = (content: string): Json => ({ config: { update_multi: true }, elements: [markdown(content)] });
const own = (content: string): Json => ({ elements: [markdown(content)] });

describe('the delayed update of a card', () => {
	let fixture: Fixture;
	beforeEach(async () => {
		fixture = await startFixture();
	});
	afterEach(() => fixture.simulator.close());

	const store = () => fixture.simulator.store;
	const messageOf = ({ message_id: id }: CardToken) => store().messages.get(id);

	/** A card, and the token of a click in it that was answered. */
	async function clicked(card: Json): Promise<CardToken> {
		const { data } = await fixture.http.send(fixture.chatId, 'interactive', card);
		const message = store().messages.get(String(data.message_id));
		const app = store().apps.get(fixture.simulator.appId);
		if (!message || !app) throw new Error('the card was not sent');
		const token = newCardToken(store(), app, message, first(fixture.members));
		token.answered = true;
		return token;
	}
	const update = async (token: unknown, card: unknown) => {
		const { status, code, body } = await fixture.http.post('/open-apis/interactive/v1/card/update', { token, card });
		return { status, code, body };
	};
	const code = async (token: unknown, card: unknown) => (await update(token, card)).code;

	it('replaces the card for everyone, twice in 30 minutes', async () => {
		const entry = await clicked(second('one'));
		expect((await update(entry.token, second('two'))).body).toEqual({ code: 0, msg: 'ok' });
		expect(messageOf(entry)).toMatchObject({ card: second('two'), updated: true });
		const read = await fixture.http.get(
			`/open-apis/im/v1/messages/${entry.message_id}?card_msg_content_type=user_card_content`,
		);
		expect(first(read.data.items as Array<{ body: { content: string } }>).body.content).toContain('two');
		store().clock.advance(29 * MINUTE_MS);
		expect(await code(entry.token, second('three'))).toBe(0);
		expect(await update(entry.token, second('four'))).toMatchObject({ status: 400, code: 300040 });
		expect(messageOf(entry)?.card).toEqual(second('three'));
	});

	it('takes templates', async () => {
		const entry = await clicked(shared('one'));
		store().templates.set('AAqOther', { template_id: 'AAqOther', versions: ['1.0.0'], card: shared('${words}') });
		const template = { type: 'template', data: { template_id: 'AAqOther', template_variable: { words: 'filled' } } };
		expect(await code(entry.token, template)).toBe(0);
		expect(messageOf(entry)?.card).toEqual(shared('filled'));
	});

	it.each([
		['no token', undefined, 300020],
		['a token of another form', 'x-1', 300020],
		['an unknown token', 'c-0000000000000000', 300030],
	])('%s is refused', async (_name, token, expected) => {
		expect(await update(token, second('x'))).toMatchObject({ status: 400, code: expected });
	});

	it('is refused after 30 minutes', async () => {
		const entry = await clicked(second('one'));
		store().clock.advance(30 * MINUTE_MS + 1);
		expect(await code(entry.token, second('two'))).toBe(300030);
	});

	it('is refused before the callback is answered', async () => {
		const entry = await clicked(second('one'));
		entry.answered = false;
		const refused = await update(entry.token, second('two'));
		expect(refused).toMatchObject({ status: 400, code: 11310 });
		expect(refused.body.msg).toContain('card action is lock');
		// No answer in time is none.
		store().clock.advance(4000);
		expect(await code(entry.token, second('two'))).toBe(11310);
		entry.answered = true;
		expect(await code(entry.token, second('two'))).toBe(0);
	});

	it('is refused for the card of another app', async () => {
		const entry = await clicked(second('one'));
		entry.app_id = 'cli_0000000000000000';
		expect(await code(entry.token, second('two'))).toBe(200310);
	});

	it('is refused for a recalled card', async () => {
		const entry = await clicked(second('one'));
		await fixture.http.call('DELETE', `/open-apis/im/v1/messages/${entry.message_id}`);
		expect(await code(entry.token, second('two'))).toBe(200000);
	});

	it.each<[string, unknown, number, string]>([
		['text', JSON.stringify(second('x')), 10002, 'card is not an object'],
		['missing', undefined, 10002, 'card is not an object'],
		['with an unknown property', { ...second('x'), elements: [] }, 11311, 'ErrCode: 200621'],
		['of an unknown template', { type: 'template', data: { template_id: 'AAqUnknown' } }, 11311, 'ErrCode: 200380'],
		['of JSON 1.0', shared('x'), 11311, 'ErrCode: 200830'],
		['above 30 KB', second('x'.repeat(30 * 1024)), 100000, 'larger than allowed'],
	])('a card that is %s is refused and does not use up the token', async (_name, card, expected, words) => {
		const entry = await clicked(second('one'));
		const refused = await update(entry.token, card);
		expect(refused).toMatchObject({ status: 400, code: expected });
		expect(refused.body.msg).toContain(words);
		expect([entry.uses, messageOf(entry)?.card]).toEqual([0, second('one')]);
	});

	it('of a private card needs to say for whom, and changes it for them alone', async () => {
		const [one = '', two = ''] = fixture.members;
		const entry = await clicked(own('one'));
		expect(await code(entry.token, own('two'))).toBe(300090);
		expect(await code(entry.token, { ...own('two'), open_ids: [] })).toBe(300090);
		expect(await code(entry.token, { ...own('two'), open_ids: ['ou_nobody'] })).toBe(200320);
		expect(await code(entry.token, { ...own('two'), open_ids: [one] })).toBe(0);
		expect(await code(entry.token, { ...own('three'), open_ids: [two] })).toBe(0);
		expect(messageOf(entry)).toMatchObject({
			card: own('one'),
			private_cards: { [one]: own('two'), [two]: own('three') },
		});
	});
});

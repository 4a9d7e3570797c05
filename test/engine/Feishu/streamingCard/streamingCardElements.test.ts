/** Streaming Card → Start from JSON and templates, Add Elements and Delete Element. */
import { usePlatform } from '../../../support/engine';
import { streamingOn } from '../../../support/engine/streamingCard';

const platform = usePlatform();
const { run, output, here, start, cardOf, elementsOf, changes } = streamingOn(platform);

const text = (content: string, element_id: string) => ({ tag: 'markdown', content, element_id });
const own = {
	schema: '2.0',
	config: { streaming_mode: true },
	body: { elements: [text('Wait…', 'answer'), { tag: 'hr', element_id: 'line' }] },
};

test('a card of one’s own grows like any other', async () => {
	const { card_id: cardId, message_id: id } = await start({ cardFrom: 'json', entityJson: JSON.stringify(own) });
	expect(await output('update', { cardId, streamedText: 'Once' })).toMatchObject({ typed: true });
	expect(elementsOf(id)).toMatchObject([{ content: 'Once' }, { tag: 'hr' }]);
});

test('a template becomes a card', async () => {
	platform.store.cards.templates.set('AAqGrows', {
		template_id: 'AAqGrows',
		versions: ['1.0.0'],
		card: { schema: '2.0', body: { elements: [text('Hi ${name}', 'answer')] } },
	});
	const template = { type: 'template', data: { template_id: 'AAqGrows', template_variable: { name: 'Tom' } } };
	const { message_id: id } = await start({ cardFrom: 'json', entityJson: JSON.stringify(template) });
	expect(cardOf(id)).toMatchObject({ schema: '2.0' });
});

test.each([
	[{ elements: [{ tag: 'hr' }] }, '2.0'],
	[{ type: 'card', data: { card_id: '7355372766134157313' } }, 'takes no card by its ID'],
])('what can’t be an entity is refused before any call: %j', async (card, words) => {
	const { error } = await run('start', { ...here(), cardFrom: 'json', entityJson: JSON.stringify(card) });
	expect(`${error?.message} ${error?.description}`).toContain(words);
	expect(platform.simulator.requests).toEqual([]);
});

test('elements are added beside one and at the end, and deleted again', async () => {
	const { card_id: cardId, message_id: id } = await start({ cardFrom: 'json', entityJson: JSON.stringify(own) });
	const add = async (place: string, placeElementId: string, element: object) =>
		await output('addElements', { cardId, place, placeElementId, addedElements: JSON.stringify(element) });
	expect(await add('after', 'answer', text('b', 'b'))).toEqual({ card_id: cardId, added: 1 });
	await add('before', 'answer', [text('a', 'a'), text('aa', 'aa')]);
	expect(await add('end', '', text('z', 'z'))).toMatchObject({ added: 1 });
	expect(elementsOf(id).map(({ element_id: one }) => one)).toEqual(['a', 'aa', 'answer', 'b', 'line', 'z']);
	expect(await output('deleteElement', { cardId, deletedElementId: 'b' })).toEqual({
		deleted: true,
		card_id: cardId,
		element_id: 'b',
	});
	expect(elementsOf(id).map(({ element_id: one }) => one)).toEqual(['a', 'aa', 'answer', 'line', 'z']);
	const numbers = changes().map(({ body }) => body.sequence);
	expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
});

test('an element that is not there is told', async () => {
	const { card_id: cardId } = await start();
	const { error } = await run('deleteElement', { cardId, deletedElementId: 'nobody' });
	expect(error?.message).toBeTruthy();
});

test('elements that could not be in a card are refused before any call', async () => {
	const { error } = await run('addElements', { cardId: '7355372766134157313', addedElements: '{"tag":"nonsense"}' });
	expect(error?.message).toContain('nonsense');
	expect(platform.simulator.requests).toEqual([]);
});

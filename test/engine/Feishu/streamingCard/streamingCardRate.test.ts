/** Ten changes a second and card, however many executions change it. */
import { inRealTime, usePlatform } from '../../../support/engine';
import { streamingOn } from '../../../support/engine/streamingCard';

inRealTime();
const platform = usePlatform({ rateLimits: true });
const { run, start, elementsOf, changes } = streamingOn(platform);

const texts = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ json: { text: 'x'.repeat(index + 1) } }));

test('25 updates by two executions meet no refusal, and the last text stays', async () => {
	const { card_id: cardId, message_id: id } = await start();
	const parameters = { cardId, streamedText: '={{ $json.text }}' };
	const [first, second] = await Promise.all([
		run('update', parameters, texts(12)),
		run('update', parameters, texts(13)),
	]);
	expect([first.error, second.error]).toEqual([undefined, undefined]);
	// One that was overtaken by the other execution's (300317) is sent again with a higher number.
	expect(changes().filter(({ code }) => code === 0)).toHaveLength(25);
	expect(changes().filter(({ code }) => code !== 0 && code !== 300317)).toEqual([]);
	expect(String(elementsOf(id)[0]?.content)).toMatch(/^x{12,13}$/);
});

test('cards do not wait for each other', async () => {
	const cards = await Promise.all([start(), start(), start()]);
	const runs = await Promise.all(
		cards.map(
			async ({ card_id: cardId }) => await run('update', { cardId, streamedText: '={{ $json.text }}' }, texts(10)),
		),
	);
	expect(runs.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
	expect(changes().filter(({ code }) => code !== 0)).toEqual([]);
});

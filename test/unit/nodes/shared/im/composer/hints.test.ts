/** What the platform takes and does not show is told beside the output. */
import { BATCH, CHAT, composerField, type Surface } from '../../../../../../nodes/shared/im/composer';
import { Panel } from '../../../../../../nodes/shared/operation/panel';
import { recordingClient } from '../../../../../support/nodes/calls';
import { execution } from '../../../../../support/nodes/execution';

async function hintsOf(surface: Surface, parameters: object, times = 1): Promise<unknown[]> {
	const hints: unknown[] = [];
	const context = Object.assign(execution({ parameters }), {
		addExecutionHints: (...told: unknown[]) => void hints.push(...told),
	});
	const { feishu } = recordingClient({});
	for (let time = 0; time < times; time += 1)
		await composerField(surface).read(new Panel(context, 0)).compose({ context, feishu });
	return hints;
}

const hint = (message: string) => ({ message: expect.stringContaining(message), location: 'outputPane' });
const json = (cardJson: object) => ({ messageType: 'cardJson', cardJson });
const second = (...elements: object[]) => ({ schema: '2.0', body: { elements } });
const named = { tag: 'markdown', content: 'Hi ${name}' };

it('once for all items', async () => {
	expect(await hintsOf(CHAT, json(second(named)), 3)).toEqual([
		hint('body.elements[0] (markdown): it shows ${name} as it stands'),
	]);
});

it('with the name of the block', async () => {
	const blocks = { block: [{ type: 'elements', elements: named }] };
	expect(await hintsOf(CHAT, { messageType: 'card', blocks })).toEqual([
		hint('Block 1 (Card Elements (JSON)): it shows ${name}'),
	]);
});

it.each<[string, Surface, object, string]>([
	['a card 1.0 that can not be changed', CHAT, json({ elements: [{ tag: 'hr' }] }), 'update_multi'],
	[
		'a click that goes nowhere',
		BATCH,
		json(
			second({
				tag: 'button',
				text: { tag: 'plain_text', content: 'x' },
				behaviors: [{ type: 'callback', value: {} }],
			}),
		),
		"cards of a batch message can't call back",
	],
	[
		'a fourth tag',
		CHAT,
		json({
			...second(named),
			header: {
				title: { tag: 'plain_text', content: 'x' },
				text_tag_list: Array.from({ length: 4 }, () => ({
					tag: 'text_tag',
					text: { tag: 'plain_text', content: 'x' },
					color: 'red',
				})),
			},
		}),
		'its first 3 tags only',
	],
	[
		'an unknown style of a post',
		CHAT,
		{
			messageType: 'post',
			postFormat: 'json',
			postJson: { zh_cn: { content: [[{ tag: 'text', text: 'x', style: ['blinking'] }]] } },
		},
		'blinking',
	],
])('of %s', async (_what, surface, parameters, message) => {
	expect(await hintsOf(surface, parameters)).toContainEqual(hint(message));
});

it('nothing of most messages', async () => {
	expect(await hintsOf(CHAT, { messageType: 'markdown', markdown: 'Costs ${name}' })).toEqual([]);
	expect(await hintsOf(CHAT, json(second({ tag: 'hr' })))).toEqual([]);
});

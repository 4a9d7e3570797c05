/** What the platform takes and does not show is told beside the output. */
import { clickListeners } from '../../../../../../nodes/shared/im/sendAndWait/clickListeners';
import { BATCH, CHAT, composerField, type Surface } from '../../../../../../nodes/shared/im/composer';
import { Panel } from '../../../../../../nodes/shared/operation/panel';
import { recordingClient } from '../../../../../support/nodes/calls';
import { execution, goodCredential } from '../../../../../support/nodes/execution';

async function hintsOf(surface: Surface, parameters: object, times = 1): Promise<unknown[]> {
	const hints: unknown[] = [];
	const context = Object.assign(execution({ parameters, credential: goodCredential('https://open.feishu.cn') }), {
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
const config = { update_multi: true };
const OPEN = { type: 'open_url', default_url: 'https://example.com' };
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

describe('that nobody hears the clicks', () => {
	const callback = second({ tag: 'button', behaviors: [{ type: 'callback', value: { a: 1 } }] });
	const submit = { tag: 'button', name: 's', form_action_type: 'submit', text: { tag: 'plain_text', content: 'Go' } };
	const form = { tag: 'form', name: 'f', elements: [submit] };
	const older = { elements: [{ tag: 'action', actions: [{ tag: 'button', value: { a: 1 } }] }], config };
	const unheard = { ...hint('Nobody hears the clicks in this card'), type: 'warning' };

	it('nowhere where this process does not know', async () => {
		expect(await hintsOf(CHAT, json(callback))).not.toContainEqual(unheard);
	});

	describe('in a process where others are heard', () => {
		const id = 'of another app';
		beforeAll(() => clickListeners().join(id, { app: { appId: 'cli_other' }, activation: 'activate' }));

		it.each<[string, object]>([
			['a callback', callback],
			['a form', second(form)],
			['a button 1.0 with a value', older],
		])('in a card with %s', async (_what, card) => {
			expect(await hintsOf(CHAT, json(card))).toContainEqual(unheard);
		});

		it.each<[string, Surface, object]>([
			['in a card that only opens links', CHAT, json(second({ tag: 'button', behaviors: [OPEN] }))],
			['in a text', CHAT, { messageType: 'text', text: 'a' }],
			['where no click comes back anyway', BATCH, json(callback)],
		])('nowhere %s', async (_what, surface, parameters) => {
			expect(await hintsOf(surface, parameters)).not.toContainEqual(unheard);
		});

		it('nowhere where a trigger of the app listens', async () => {
			clickListeners().join('own', { app: { appId: 'cli_fake' }, activation: 'activate' });
			expect(await hintsOf(CHAT, json(callback))).not.toContainEqual(unheard);
		});
	});
});

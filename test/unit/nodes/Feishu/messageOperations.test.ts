/** What operations on messages do besides their call; the engine tests run each of them against the simulator. */

import { perReceiver } from '../../../../nodes/shared/client/pacing';
import { recall as recallBatch } from '../../../../nodes/Feishu/resources/batchMessage/recall';
import { deleteEphemeral } from '../../../../nodes/Feishu/resources/card/deleteEphemeral';
import { forwardThread } from '../../../../nodes/Feishu/resources/message/forwardThread';
import { mergeForward } from '../../../../nodes/Feishu/resources/message/mergeForward';
import { pushFollowUp } from '../../../../nodes/Feishu/resources/message/pushFollowUp';
import { search } from '../../../../nodes/Feishu/resources/message/search';
import { urgent } from '../../../../nodes/Feishu/resources/message/urgent';
import { add as addPin } from '../../../../nodes/Feishu/resources/pin/add';
import { deletePin } from '../../../../nodes/Feishu/resources/pin/delete';
import { add as addReaction } from '../../../../nodes/Feishu/resources/reaction/add';
import type { Operation } from '../../../../nodes/shared/operation/operation';
import { runOperation as run } from '../../../support/nodes/runOperation';

describe('order and repetition', () => {
	const to = { sendTo: 'chat', chat: 'oc_1' };

	it.each<[string, Operation, object, string, boolean, string | undefined]>([
		['Merge Forward', mergeForward, { ...to, messageIds: 'om_1' }, 'oc_1', true, 'oc_1'],
		['Forward Thread', forwardThread, { ...to, forwardedThreadId: 'omt_1' }, 'oc_1', true, 'oc_1'],
		[
			'Urgent',
			urgent,
			{ messageId: 'om_1', channel: 'app', people: { several: [{ list: 'ou_1' }] } },
			'om_1',
			false,
			undefined,
		],
		['Bubbles', pushFollowUp, { messageId: 'om_1', bubbles: { bubble: [{ text: 'a' }] } }, 'om_1', false, undefined],
		['Add Reaction', addReaction, { messageId: 'om_1', emoji: 'OK' }, 'om_1', false, undefined],
		['Add Pin', addPin, { messageId: 'om_1' }, 'om_1', true, undefined],
		['Delete Pin', deletePin, { messageId: 'om_1' }, 'om_1', true, undefined],
		['Recall Batch', recallBatch, { batchMessageId: 'bm-1' }, 'bm-1', false, undefined],
		['Delete Ephemeral', deleteEphemeral, { messageId: 'om_1' }, 'om_1', false, undefined],
	])('%s', async (_, operation, parameters, key, idempotent, receiver) => {
		const answers = { [mergeForward.endpoint]: { message: { message_id: 'om_2' } } };
		const { calls, key: found, output } = await run(operation, parameters, answers);
		expect(output).not.toHaveProperty('error');
		expect(found()).toBe(key);
		expect(calls).toHaveLength(1);
		expect(calls[0]?.idempotent ?? false).toBe(idempotent);
		expect(calls[0]?.paces).toEqual(receiver && [perReceiver(receiver)]);
		if (receiver) expect(calls[0]?.query).toMatchObject({ uuid: 'uuid-1' });
	});
});

describe('Urgent', () => {
	it('names the scopes of its channel', async () => {
		const people = { several: [{ list: ['ou_1', 'ou_2'] }] };
		const { errorContext, calls } = await run(urgent, { messageId: 'om_1', channel: 'phone', people });
		expect(errorContext.scopes).toEqual(['im:message.urgent:phone', 'im:message.urgent:phone_send']);
		expect(calls).toMatchObject([
			{
				endpoint: 'PATCH /open-apis/im/v1/messages/:message_id/urgent_phone',
				query: { user_id_type: 'open_id' },
				body: { user_id_list: ['ou_1', 'ou_2'] },
			},
		]);
	});
});

describe('Search', () => {
	const page = (count: number, more: boolean) => ({
		items: Array.from({ length: count }, () => ({
			message_id: 'om_1',
			msg_type: 'text',
			body: { content: '{"text":"x"}' },
		})),
		has_more: more,
		page_token: more ? 'next' : '',
	});
	const parameters = { source: 'chat', chat: 'oc_1', words: 'nothing', matchBy: 'all', returnAll: true };
	const lookThrough = (most: number) => ({ ...parameters, options: { lookThrough: most } });

	it('says when it has left older messages out', async () => {
		const answers = { [search.endpoint]: page(10, true) };
		const { hints, output, calls } = await run(search, lookThrough(10), answers);
		expect(output).toEqual([]);
		expect(calls).toHaveLength(1);
		expect(hints).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(/through 10 messages.*'Look Through at Most'/) as string,
			}),
		]);
	});

	it.each([
		['there are no older ones', lookThrough(10), page(10, false)],
		['it found as many as asked for', { ...lookThrough(10), words: 'x', returnAll: false, limit: 1 }, page(10, true)],
	])('says nothing when %s', async (_, given, answer) => {
		const { hints } = await run(search, given, { [search.endpoint]: answer });
		expect(hints).toEqual([]);
	});

	it('reads at most 1,000 messages unless told otherwise', async () => {
		let count = 0;
		const next = () => ({ ...page(50, true), page_token: `p${count++}` });
		const { calls } = await run(search, parameters, { [search.endpoint]: next });
		expect(calls).toHaveLength(20);
	});
});

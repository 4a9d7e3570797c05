import type { IExecuteFunctions } from 'n8n-workflow';

import { CallError } from '../../../../../feishu/api/call';
import { share, SHARE_LINK, SHARE_MEMBER } from '../../../../../nodes/shared/drive/share';
import type { ReadySharing } from '../../../../../nodes/shared/drive/sharing';
import { failure, rejectionOf } from '../../../../support/feishuCalls';
import { recordingClient } from '../../../../support/nodes/calls';
import { execution } from '../../../../support/nodes/execution';

const ONCE = { attempts: 1, waitedMs: 0, renewed: false };
const refuse = (code: number) => () => {
	throw new CallError(failure({ code }), ONCE);
};
const tom = { member_type: 'email', member_id: 'tom@example.com', perm: 'edit', type: 'user', notify: true } as const;
const WITH_TOM: ReadySharing = { members: [tom], link: 'tenant_readable' };
const DOCUMENT = { token: 'bascn1', type: 'bitable' } as const;

function scene(answers: Parameters<typeof recordingClient>[0] = {}, cancel?: AbortSignal) {
	const hints: unknown[] = [];
	const context = Object.assign(execution({ cancel }), {
		addExecutionHints: (...more: unknown[]) => hints.push(...more),
	});
	const { feishu, calls } = recordingClient(answers);
	return { tools: { feishu, context: context as unknown as IExecuteFunctions }, calls, hints };
}

it('names the document and its type with each call', async () => {
	const { tools, calls, hints } = scene();
	await expect(share(tools, DOCUMENT, WITH_TOM)).resolves.toEqual({
		shared_with: [
			{ member_type: 'email', member_id: 'tom@example.com', perm: 'edit' },
			{ member_type: 'tenant_link', member_id: '', perm: 'view' },
		],
	});
	const { notify: _, ...body } = tom;
	const request = { path: { token: 'bascn1' }, idempotent: true };
	expect(calls).toEqual([
		{ ...request, endpoint: SHARE_MEMBER, query: { type: 'bitable' }, body },
		{ ...request, endpoint: SHARE_LINK, query: { type: 'bitable' }, body: { link_share_entity: 'tenant_readable' } },
	]);
	expect(hints).toEqual([]);
});

it('warns beside the output of each refusal', async () => {
	const { tools, hints } = scene({ [SHARE_MEMBER]: refuse(1063001), [SHARE_LINK]: refuse(1063002) });
	const { shared_with, sharing_errors } = await share(tools, DOCUMENT, WITH_TOM);
	expect(shared_with).toEqual([]);
	expect(sharing_errors).toHaveLength(2);
	expect(hints).toEqual([
		expect.objectContaining({
			type: 'warning',
			message: expect.stringMatching(/^Made, but not shared with tom@example\.com: Feishu does not know somebody/),
		}),
		expect.objectContaining({
			message: expect.stringMatching(/^Made, but not shared with anyone in the organization: The app may not manage/),
		}),
	]);
});

it('ends with the execution that is stopped', async () => {
	const stop = new AbortController();
	const halted = () => {
		stop.abort();
		return refuse(1063001)();
	};
	const { tools, calls } = scene({ [SHARE_MEMBER]: halted }, stop.signal);
	const error = await rejectionOf(share(tools, DOCUMENT, WITH_TOM));
	expect(error.name).toBe('CancelledError');
	expect(calls).toHaveLength(1);
});

import type { IDataObject } from 'n8n-workflow';

import type { DocumentType } from '../../../feishu/drive/documentAddress';
import type { FeishuClient } from '../client/client';
import { cancelSignalOf } from '../client/context';
import { failureData, toNodeError, type NodeError } from '../client/errors';
import { throwIfCancelled } from '../client/httpAnswer';
import { authenticationOf } from '../client/sessions';
import type { OperationContext } from '../operation/operation';
import { tell } from '../operation/tell';
import type { Permission, ReadySharing, ShareMember } from './sharing';

export const SHARE_MEMBER = 'POST /open-apis/drive/v1/permissions/:token/members';
export const SHARE_LINK = 'PATCH /open-apis/drive/v2/permissions/:token/public';

/** With whom something was shared, in the words of the endpoint; `tenant_link` is anyone in the organization with the link. */
interface Shared extends IDataObject {
	member_type: ShareMember['member_type'] | 'tenant_link';
	/** As it was entered, mobile numbers as the open_id that they are of. */
	member_id: string;
	perm: Permission;
}

/** What `share` adds to an operation's item. */
export const SHARED_SHAPE = {
	'shared_with?': [{ member_type: 'string', member_id: 'string', perm: 'string' }],
	'sharing_errors?': [
		{
			member_type: 'string',
			member_id: 'string',
			perm: 'string',
			error: 'string',
			details: { advice: 'string', 'code?': 'number', 'log_id?': 'string' },
		},
	],
} as const;

type Tools = Pick<OperationContext, 'feishu' | 'context'>;

/** A step of sharing: who gets it, and the call that gives it. */
interface Step {
	whom: Shared;
	/** Scopes of the call, the least first. */
	scopes: readonly string[];
	call(): Promise<unknown>;
}

/**
 * Shares what was just made, with one after the other: each refusal is then somebody's own, and keeps nobody else from
 * it. The endpoint for several at once names no culprit, and asks for a scope that those of the products do not cover.
 *
 * A refusal is no error of the item. The document is there, and whoever ran the step again, as people do and n8n does by
 * itself (Retry on Fail), would make a second one. So the item succeeds with what was made, says in `sharing_errors` with
 * whom it is not shared and why, and a warning stands beside the output.
 * @returns what is to be added to the item; nothing where nothing was chosen
 * @throws CancelledError when the execution is stopped, and nothing else
 * @see https://open.feishu.cn/document/server-docs/docs/permission/permission-member/create
 */
export async function share(
	tools: Tools,
	document: { token: string; type: DocumentType },
	chosen: ReadySharing,
): Promise<{ shared_with?: Shared[]; sharing_errors?: IDataObject[] }> {
	const { feishu, context } = tools;
	const steps = await stepsOf(feishu, document, chosen);
	if (steps.length === 0) return {};
	const shared_with: Shared[] = [];
	const sharing_errors: IDataObject[] = [];
	for (const { whom, scopes, call } of steps) {
		const error = await call().then(
			() => undefined,
			async (reason: unknown) => await said(tools, reason, scopes),
		);
		if (error === undefined) {
			shared_with.push(whom);
			continue;
		}
		const who = whom.member_type === 'tenant_link' ? 'anyone in the organization' : whom.member_id;
		tell(context, [`Made, but not shared with ${who}: ${error.message}. See sharing_errors in the output`], 'warning');
		sharing_errors.push({ ...whom, ...failureData(error) });
	}
	return { shared_with, ...(sharing_errors.length > 0 && { sharing_errors }) };
}

async function stepsOf(
	feishu: FeishuClient,
	{ token, type }: { token: string; type: DocumentType },
	{ members, link }: ReadySharing,
): Promise<Step[]> {
	if (members.length === 0 && link === undefined) return [];
	const isPerson = await feishu.isPerson();
	// Who has a permission keeps it, so that twice does no harm.
	const request = { path: { token }, idempotent: true };
	const steps = members.map(({ notify, ...body }): Step => {
		const query = { type, need_notification: (isPerson && notify) || undefined };
		return {
			whom: { member_type: body.member_type, member_id: body.member_id, perm: body.perm },
			scopes: ['docs:permission.member:create'],
			call: async () => await feishu.call(SHARE_MEMBER, { ...request, query, body }),
		};
	});
	if (link === undefined) return steps;
	const opening: Step = {
		whom: { member_type: 'tenant_link', member_id: '', perm: link === 'tenant_editable' ? 'edit' : 'view' },
		scopes: ['docs:permission.setting:write_only'],
		call: async () => await feishu.call(SHARE_LINK, { ...request, query: { type }, body: { link_share_entity: link } }),
	};
	return [...steps, opening];
}

async function said({ feishu, context }: Tools, reason: unknown, scopes: readonly string[]): Promise<NodeError> {
	throwIfCancelled(reason, cancelSignalOf(context));
	const words = { scopes, caller: authenticationOf(context), consoleUrl: await feishu.consoleUrl() };
	return toNodeError(context.getNode(), reason, words);
}

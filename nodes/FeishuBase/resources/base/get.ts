import { documentAddress } from '../../../../feishu/drive/documentAddress';
import { baseField } from '../../../shared/base/base';
import { GET_BASE } from '../../../shared/base/contents';
import type { FeishuClient } from '../../../shared/client/client';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';

const base = baseField();

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a base',
	description: 'Read the name of a base, its time zone, and whether it has advanced permissions',
	endpoint: GET_BASE,
	scopes: ['base:app:read', 'bitable:app:readonly', 'bitable:app'],
	identity: 'either',
	fields: [base],
	output: outputOf({
		app_token: 'string',
		name: 'string',
		'url?': 'string',
		'revision?': 'number',
		'is_advanced?': 'boolean',
		'advance_version?': 'string',
		'time_zone?': 'string',
		'formula_type?': 'number',
	}),
	async run({ read, ...asking }) {
		const path = { app_token: await read(base).token(asking) };
		const { app = {} } = await asking.feishu.call<{ app?: object }>(this.endpoint, { path, idempotent: true });
		const url = await anyAddressOf(asking.feishu, path.app_token);
		return { ...path, ...app, ...(url && { url }) };
	},
});

/** The address at the platform's own host, which leads to the organization's; undefined for a deployment of its own. */
async function anyAddressOf(feishu: FeishuClient, token: string): Promise<string | undefined> {
	const [www, api] = [await feishu.origin('www'), await feishu.origin()];
	return www === api ? undefined : documentAddress(www, { type: 'bitable', token });
}

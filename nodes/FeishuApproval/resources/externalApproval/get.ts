import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../../feishu/json';
import { defineOperation } from '../../../shared/operation/operation';
import { outputOf } from '../../../shared/operation/output';
import { adviseOnCode, EXTERNAL_SCOPES, externalCodeField } from '../../external/fields';
import { inWords } from '../../external/inWords';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/external_approval/get */
export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get an external approval',
	description: 'Get what Feishu knows of an approval of another system',
	endpoint: 'GET /open-apis/approval/v4/external_approvals/:approval_code',
	scopes: EXTERNAL_SCOPES,
	identity: 'app',
	fields: [externalCodeField],
	output: outputOf({ approval_code: 'string', 'approval_name?': 'string', '*': 'any' }),
	async run({ read, feishu, errorContext }) {
		adviseOnCode(errorContext);
		const approval_code = read(externalCodeField);
		const found = await feishu.call<IDataObject>(this.endpoint, {
			path: { approval_code },
			query: { user_id_type: 'open_id' },
		});
		return { approval_code, ...inWords(withoutSecrets(found)) };
	},
});

/** The token and the key of its callbacks, as the platform gives them back, are nobody's business in a workflow. */
function withoutSecrets({ external, ...found }: IDataObject): IDataObject {
	if (!isObject(external)) return found;
	const { action_callback_token: _token, action_callback_key: _key, ...told } = external;
	return { ...found, external: told as IDataObject };
}

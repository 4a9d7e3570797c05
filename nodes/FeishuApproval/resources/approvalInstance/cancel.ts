import { defineOperation } from '../../../shared/operation/operation';
import { doneOutput } from '../../../shared/operation/output';
import { instanceField } from '../../instance/instanceField';
import { INSTANCE_CALLS, readInstance } from '../../../shared/approval/readInstance';
import { CHANGE_SCOPES } from './scopes';

const CANCEL = 'POST /open-apis/approval/v4/instances/cancel';
/** For a person, who withdraws what they have started. */
const RECALL = 'POST /open-apis/approval/v4/instances/recall';

/** Source: https://open.feishu.cn/document/server-docs/approval-v4/instance/cancel */
export const cancel = defineOperation({
	value: 'cancel',
	name: 'Cancel',
	action: 'Cancel an instance',
	description: 'Withdraw an approval in the name of who started it, where its settings allow that',
	endpoint: CANCEL,
	alsoCalls: [RECALL, ...INSTANCE_CALLS],
	scopes: CHANGE_SCOPES,
	identity: 'either',
	fields: [instanceField],
	output: doneOutput('canceled', 'instance_code'),
	orderBy: ({ read }) => read(instanceField),
	async run({ read, feishu }) {
		const code = read(instanceField);
		if (await feishu.isPerson()) {
			await feishu.call(RECALL, { body: { instance_code: code } });
			return { canceled: true, instance_code: code };
		}
		// Nobody else may, so there is nobody to be chosen.
		const { instance_code, approval_code, open_id, user_id } = await readInstance(feishu, code);
		await feishu.call(CANCEL, {
			query: { user_id_type: open_id === '' ? 'user_id' : 'open_id' },
			body: { approval_code, instance_code, user_id: open_id || user_id },
		});
		return { canceled: true, instance_code };
	},
});

import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { definitionCode } from '../../../feishu/approval/addresses';
import { FeishuClient } from '../../shared/client/client';
import { toNodeError } from '../../shared/client/errors';
import { filledIn } from '../../shared/fields/panel';
import { definitionOf, ENDS } from './readDefinition';

/** The steps of the approval that is chosen on the panel. */
export async function getApprovalSteps(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const feishu = new FeishuClient(this);
	const entered = filledIn({ context: this, feishu }, 'approvalDefinition');
	// n8n shows no words of a list that fails, only that it did.
	if (entered === '') return [{ name: 'Choose the Definition First', value: '' }];
	const steps = async () => {
		const all = (await definitionOf(feishu, definitionCode('Definition', entered))).steps;
		return all.filter(({ node_id }) => !ENDS.has(node_id));
	};
	return await steps().then(
		(all) =>
			all.map(({ name, node_id, node_type, need_approver }) => ({
				name: `${name || node_id}${need_approver ? ' (somebody has to be chosen)' : ''}`,
				value: node_id,
				...(node_type === 'CC_NODE' && { description: 'Sends copies' }),
			})),
		(error: unknown) => {
			throw toNodeError(this.getNode(), error, { scopes: ['approval:definition', 'approval:approval:readonly'] });
		},
	);
}

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationFields, credentialsFor } from '../shared/client/authentication';
import { requestOptionsField } from '../shared/fields/requestOptions';
import { OperationSet } from '../shared/operation/operationSet';
import { operationSubtitle } from '../shared/operation/subtitle';
import { runOperations } from '../shared/operation/runOperations';
import { ailyAssistant } from './resources/ailyAssistant';
import { ailyKnowledge } from './resources/ailyKnowledge';
import { ailySkill } from './resources/ailySkill';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[ailyAssistant, ailyKnowledge, ailySkill],
	[requestOptionsField],
	ailyAssistant.value,
);

/** Aily (智能伙伴): assistants that answer, their skills and their knowledge. */
export class FeishuAily implements INodeType {
	static readonly operations = operations.rows('FeishuAily');

	description: INodeTypeDescription = {
		displayName: 'Feishu Aily',
		name: 'feishuAily',
		icon: { light: 'file:../../icons/feishuAily.svg', dark: 'file:../../icons/feishuAily.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ ailyAssistant: 'Assistant', ailyKnowledge: 'Knowledge', ailySkill: 'Skill' }),
		description: 'Ask an assistant of Aily (智能伙伴) and wait for its answer, run its skills and search its knowledge',
		defaults: { name: 'Feishu Aily' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsFor(),
		properties: [...authenticationFields(), ...operations.properties()],
	};

	methods = operations.methods();

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperations(this, operations);
	}
}

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
import { department } from './resources/department';
import { user } from './resources/user';
import { userGroup } from './resources/userGroup';

const operations = new OperationSet([user, department, userGroup], [requestOptionsField]);

/** The people of the organization, their departments and groups. */
export class FeishuContact implements INodeType {
	static readonly operations = operations.rows('FeishuContact');

	description: INodeTypeDescription = {
		displayName: 'Feishu Contact',
		name: 'feishuContact',
		icon: { light: 'file:../../icons/feishuContact.svg', dark: 'file:../../icons/feishuContact.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle(),
		description: 'Find people, departments and user groups in Feishu or Lark',
		defaults: { name: 'Feishu Contact' },
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

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
import { automation } from './resources/automation';
import { base } from './resources/base';
import { dashboard } from './resources/dashboard';
import { field } from './resources/field';
import { form } from './resources/form';
import { record } from './resources/record';
import { role } from './resources/role';
import { roleMember } from './resources/roleMember';
import { table } from './resources/table';
import { view } from './resources/view';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[record, table, field, view, form, base, role, roleMember, dashboard, automation],
	[requestOptionsField],
	record.value,
);

/** Bases (多维表格): their records, and what they are made of. */
export class FeishuBase implements INodeType {
	static readonly operations = operations.rows('FeishuBase');

	description: INodeTypeDescription = {
		displayName: 'Feishu Base',
		name: 'feishuBase',
		icon: { light: 'file:../../icons/feishuBase.svg', dark: 'file:../../icons/feishuBase.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({ upsert: 'Create or Update' }),
		description: 'Read, create, update and sync records of bases (多维表格) in Feishu or Lark',
		defaults: { name: 'Feishu Base' },
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

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
import { cellFormat } from './resources/cellFormat';
import { conditionalFormat } from './resources/conditionalFormat';
import { dimension } from './resources/dimension';
import { dropdown } from './resources/dropdown';
import { filter } from './resources/filter';
import { filterView } from './resources/filterView';
import { find } from './resources/find';
import { protection } from './resources/protection';
import { range } from './resources/range';
import { row } from './resources/row';
import { sheet } from './resources/sheet';
import { sheetImage } from './resources/sheetImage';
import { spreadsheet } from './resources/spreadsheet';

/** What people use most comes first, here and in each resource. */
const operations = new OperationSet(
	[
		row,
		range,
		sheet,
		spreadsheet,
		cellFormat,
		dimension,
		find,
		filter,
		filterView,
		conditionalFormat,
		dropdown,
		sheetImage,
		protection,
	],
	[requestOptionsField],
	row.value,
);

/** Spreadsheets (电子表格): their rows as objects, their ranges, and what they are made of. */
export class FeishuSheets implements INodeType {
	static readonly operations = operations.rows('FeishuSheets');

	description: INodeTypeDescription = {
		displayName: 'Feishu Sheets',
		name: 'feishuSheets',
		icon: { light: 'file:../../icons/feishuSheets.svg', dark: 'file:../../icons/feishuSheets.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: operationSubtitle({
			cellFormat: 'Format',
			dimension: 'Row or Column',
			sheetImage: 'Image',
			upsert: 'Create or Update',
		}),
		description: 'Read, append, update and sync rows of spreadsheets (电子表格) in Feishu or Lark',
		defaults: { name: 'Feishu Sheets' },
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

import type { FieldType, ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';

import { isInputError } from '../../../../feishu/input';
import { ROW_NUMBER } from '../../../../feishu/sheets/headerRows';
import { FeishuClient } from '../../../shared/client/client';
import { toNodeError } from '../../../shared/client/errors';
import { sampledColumns, type SampledColumn } from './sampledColumns';

/** Columns shown at once; of a wider sheet the rest waits under "Add column". */
const SHOWN_AT_ONCE = 30;

/** The columns of the sheet that is chosen on the panel, with the types that their first cells have. */
export async function getSheetColumns(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	return await columnsOf(this, []);
}

/** The same with the number of the row, by which rows are found unless another column is chosen. */
export async function getSheetColumnsAndRow(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const row = mapperField({ name: ROW_NUMBER, type: 'number' }, true);
	return await columnsOf(this, [{ ...row, displayName: `${ROW_NUMBER} (number of the row)`, defaultMatch: true }]);
}

async function columnsOf(context: ILoadOptionsFunctions, first: ResourceMapperField[]): Promise<ResourceMapperFields> {
	return await sampledColumns({ context, feishu: new FeishuClient(context) }).then(
		(columns) => ({
			fields: [...first, ...columns.map((column, index) => mapperField(column, index < SHOWN_AT_ONCE))],
		}),
		(error: unknown) => {
			if (isInputError(error)) return { fields: [], emptyFieldsNotice: `${error.message}. ${error.advice ?? ''}` };
			throw toNodeError(context.getNode(), error);
		},
	);
}

/** It starts empty, and what stays so is not written: a yes or no is a choice, for a switch has no empty state. */
function mapperField({ name, type }: SampledColumn, isShown: boolean): ResourceMapperField {
	return {
		id: name,
		displayName: name,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: true,
		display: true,
		removed: !isShown,
		type: TYPES[type],
		...(type === 'boolean' && { options: [true, false].map((value) => ({ name: String(value), value })) }),
	};
}

const TYPES: Readonly<Record<SampledColumn['type'], FieldType>> = {
	string: 'string',
	number: 'number',
	date: 'dateTime',
	boolean: 'options',
};

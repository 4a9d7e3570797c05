import { defineResource } from '../../../shared/operation/operationSet';
import { copy } from './copy';
import { create } from './create';
import { deleteSpreadsheet } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const spreadsheet = defineResource({
	value: 'spreadsheet',
	name: 'Spreadsheet',
	operations: [copy, create, deleteSpreadsheet, get, getMany, update],
	defaultOperation: create.value,
});

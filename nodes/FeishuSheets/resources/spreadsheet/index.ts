import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { get } from './get';

export const spreadsheet = defineResource({
	value: 'spreadsheet',
	name: 'Spreadsheet',
	operations: [create, get],
	defaultOperation: create.value,
});

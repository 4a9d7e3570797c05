import { defineResource } from '../../../shared/operation/operationSet';
import { append } from './append';
import { clear } from './clear';
import { deleteSheetRows } from './delete';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const row = defineResource({
	value: 'row',
	name: 'Row',
	operations: [append, upsert, clear, deleteSheetRows, getMany, update],
	defaultOperation: append.value,
});

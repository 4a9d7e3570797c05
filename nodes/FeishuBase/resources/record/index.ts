import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteRecords } from './delete';
import { get } from './get';
import { getOrCreate } from './getOrCreate';
import { update } from './update';
import { upsert } from './upsert';

export const record = defineResource({
	value: 'record',
	name: 'Record',
	operations: [create, upsert, deleteRecords, get, getOrCreate, update],
	defaultOperation: create.value,
});

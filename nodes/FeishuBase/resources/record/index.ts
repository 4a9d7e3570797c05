import { defineResource } from '../../../shared/operation/operationSet';
import { create } from './create';
import { deleteRecords } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getOrCreate } from './getOrCreate';
import { search } from './search';
import { update } from './update';
import { upsert } from './upsert';

export const record = defineResource({
	value: 'record',
	name: 'Record',
	operations: [create, upsert, deleteRecords, get, getMany, getOrCreate, search, update],
	defaultOperation: create.value,
});

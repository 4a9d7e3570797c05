import { defineResource } from '../../../shared/operation/operationSet';
import { append } from './append';
import { getMany } from './getMany';
import { update } from './update';
import { upsert } from './upsert';

export const row = defineResource({
	value: 'row',
	name: 'Row',
	operations: [append, upsert, getMany, update],
	defaultOperation: append.value,
});

import { defineResource } from '../../../shared/operation/operationSet';
import { convert } from './convert';
import { create } from './create';
import { deleteBlock } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { update } from './update';

export const block = defineResource({
	value: 'block',
	name: 'Block',
	operations: [convert, create, deleteBlock, get, getMany, update],
	defaultOperation: getMany.value,
});

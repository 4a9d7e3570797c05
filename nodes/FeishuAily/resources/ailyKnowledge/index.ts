import { defineResource } from '../../../shared/operation/operationSet';
import { ask } from './ask';
import { create } from './create';
import { deleteKnowledge } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getTags } from './getTags';

export const ailyKnowledge = defineResource({
	value: 'ailyKnowledge',
	name: 'Knowledge',
	operations: [ask, create, deleteKnowledge, get, getMany, getTags],
	defaultOperation: ask.value,
});

import { defineResource } from '../../../shared/operation/operationSet';
import { get } from './get';
import { getQuestions } from './getQuestions';
import { update } from './update';
import { updateQuestion } from './updateQuestion';
import { upgrade } from './upgrade';

export const form = defineResource({
	value: 'form',
	name: 'Form',
	operations: [get, getQuestions, update, updateQuestion, upgrade],
	defaultOperation: get.value,
});

import { mappedField, type Field } from '../operation/field';
import { textField, type Words } from '../fields/plain';
import { checkId } from '../../../feishu/ids';

/** The ID of a thread. @throws InputError when it is empty or no thread ID */
export function threadField<const N extends string = 'threadId'>(words: Partial<Words<N>> = {}): Field<string, N> {
	const field = textField({
		displayName: 'Thread ID',
		required: true,
		placeholder: 'e.g. omt_1a3b99f9d2cfd982',
		description: 'Comes with every message of the thread as thread_id',
		...words,
		name: (words.name ?? 'threadId') as N,
	});
	return mappedField(field, (value, label) => checkId('thread', value, label));
}
